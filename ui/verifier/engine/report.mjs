// @ts-check
// The form of the report: the checks by name and in order, what one has come to, and when a file is valid. What is
// checked is in verify.mjs.

/** The checks in the order of the protocol. */
export const CHECK_NAMES = /** @type {const} */ ([
  'format',
  'manifest',
  'commitment',
  'seed',
  'selection',
  'crews',
  'digest',
  'amendments',
  'signatures',
  'station',
  'sheet',
  'chain',
])

/** Those that need the content of the file and nothing else. */
export const CONTENT_CHECKS = CHECK_NAMES.slice(1, 9)

/** @typedef {(typeof CHECK_NAMES)[number]} CheckName */
/** @typedef {import('./findings.mjs').Fault} Fault */
/** `faults` is what a reason is put together from. @typedef {{status: 'pass' | 'fail' | 'skipped', reason: string, faults: Fault[]}} Outcome */
/** @typedef {import('./findings.mjs').Findings} Findings */
/** @typedef {import('./notices.mjs').Notice} Notice */
/** @typedef {{name: CheckName, status: Outcome['status'], reason: string}} Check */
/** @typedef {{file: string, valid: boolean, checks: Check[], notices: Notice[]}} FileReport */
/** @typedef {{valid: boolean, files: FileReport[]}} Report */

/** @type {Outcome} */
export const PASS = { status: 'pass', reason: '', faults: [] }
/** @param {string} reason @returns {Outcome} */
export const fail = (reason) => ({ status: 'fail', reason, faults: [{ text: reason }] })
/** @param {string} reason @returns {Outcome} */
export const skipped = (reason) => ({ status: 'skipped', reason, faults: [{ text: reason }] })
/** Passes where nothing was found. @param {Findings} findings @returns {Outcome} */
export const outcomeOf = (findings) =>
  findings.count === 0 ? PASS : { status: 'fail', reason: findings.reason(), faults: findings.faults }

/**
 * @param {string} file  the name that the user gave
 * @param {Map<CheckName, Outcome>} outcomes  one for every check
 * @param {Notice[]} notices
 * @returns {FileReport}
 */
export function fileReport(file, outcomes, notices) {
  const checks = CHECK_NAMES.map((name) => {
    const outcome = outcomes.get(name)
    if (!outcome) throw new Error(`no outcome for ${name}`)
    return { name, status: outcome.status, reason: outcome.reason }
  })
  return { file, valid: checks.every(({ status }) => status !== 'fail'), checks, notices }
}
