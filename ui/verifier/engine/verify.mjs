// @ts-check
// Puts the checks together: reads every file, runs each check on it, then those that concern several files, and writes
// the report. It decides the order; every check lives in a module of its own.
import { checkChain } from './chain.mjs'
import * as chainWords from './chain-words.mjs'
import { fingerprint, manifestDigest } from './digests.mjs'
import { Draw } from './draw.mjs'
import { readFile } from './file.mjs'
import * as links from './links.mjs'
import { checkManifest } from './manifest.mjs'
import { noticesOf } from './notices.mjs'
import { CONTENT_CHECKS, fail, fileReport, outcomeOf, PASS, skipped } from './report.mjs'
import { checkSheet, isGiven, tidyFingerprint } from './sheet.mjs'
import * as words from './words.mjs'

/** @typedef {import('./content.mjs').Content} Content */
/** @typedef {import('./report.mjs').CheckName} CheckName */
/** @typedef {import('./report.mjs').Fault} Fault */
/** @typedef {import('./report.mjs').Outcome} Outcome */
/** @typedef {import('./report.mjs').Report} Report */
/** @typedef {import('./notices.mjs').Notice} Notice */
/** @typedef {import('./sheet.mjs').Sheet} Sheet */
/** @typedef {'read' | 'leaves' | 'selection' | 'crews' | 'amendments' | 'signatures'} Stage */
/** @typedef {(stage: Stage, done: number, total: number) => void} OnProgress */
/** @typedef {{station?: string, sheet?: Sheet, progress?: OnProgress}} Options */
/** @typedef {{name: string, bytes: Uint8Array}} GivenFile */
/**
 * @typedef {{name: string, readable: boolean, draw: Draw | null, outcomes: Map<CheckName, Outcome>, notices: Notice[]}} Examined
 */

const LEAF_STEP = 4096

/** What the user gave to hold files against. */
class Expected {
  /** @param {Options} options */
  constructor({ station, sheet }) {
    this.station = tidyFingerprint(station)
    this.sheet = isGiven(sheet) ? sheet : undefined
    this.isPinned = this.station !== undefined || tidyFingerprint(sheet?.station) !== undefined
  }

  /** @param {Draw} draw */
  checkStation({ manifest }) {
    if (this.station === undefined) return skipped(words.NO_FINGERPRINT)
    const found = fingerprint(manifest.station)
    return found === this.station ? PASS : fail(words.fingerprintDiffers(this.station, found))
  }

  /** @param {Draw} draw */
  checkSheet({ record }) {
    return this.sheet ? outcomeOf(checkSheet(this.sheet, record)) : skipped(words.NO_SHEET)
  }

  /**
   * What becomes of the two checks where the file has no content.
   * @param {string} reason
   * @returns {[CheckName, Outcome][]}
   */
  withoutContent(reason) {
    return [
      ['station', this.station === undefined ? skipped(words.NO_FINGERPRINT) : fail(reason)],
      ['sheet', this.sheet === undefined ? skipped(words.NO_SHEET) : fail(reason)],
    ]
  }
}

/** @param {Draw} draw */
const leafCount = ({ manifest: { strata, exclusions, inspectors, recusals } }) =>
  strata.reduce((sum, { targets }) => sum + targets.length, 0) +
  exclusions.length +
  inspectors.length +
  recusals.length

/**
 * The checks that look at the content of one file.
 * @param {Draw} draw
 * @param {Expected} expected
 * @param {OnProgress} progress
 * @returns {[CheckName, Outcome][]}
 */
function checkContent(draw, expected, progress) {
  const leaves = leafCount(draw)
  const manifest = manifestDigest(draw.manifest, (done) => {
    if (done % LEAF_STEP === 0) progress('leaves', done, leaves)
  })
  progress('leaves', leaves, leaves)
  /**
   * @param {Stage} stage
   * @param {() => Outcome} check
   */
  const staged = (stage, check) => {
    progress(stage, 0, 1)
    const outcome = check()
    progress(stage, 1, 1)
    return outcome
  }
  return [
    ['manifest', outcomeOf(checkManifest(draw.record, draw.roster))],
    ['commitment', links.checkCommitment(draw, manifest)],
    ['seed', links.checkSeed(draw)],
    ['selection', staged('selection', () => links.checkSelection(draw))],
    ['crews', links.checkCrews(draw, (done, total) => progress('crews', done, total))],
    ['digest', links.checkDigest(draw, manifest)],
    ['amendments', staged('amendments', () => links.checkAmendments(draw))],
    ['signatures', staged('signatures', () => links.checkSignatures(draw))],
    ['station', expected.checkStation(draw)],
    ['sheet', expected.checkSheet(draw)],
  ]
}

/**
 * @param {GivenFile} file
 * @param {Expected} expected
 * @param {OnProgress} progress
 * @returns {Examined}
 */
function examine({ name, bytes }, expected, progress) {
  const { readable, content, findings } = readFile(bytes, (done, total) => progress('read', done, total))
  progress('read', bytes.length, bytes.length)
  if (content === null) {
    const reason = readable ? words.BAD_FORMAT : words.UNREADABLE
    /** @type {Map<CheckName, Outcome>} */
    const outcomes = new Map(CONTENT_CHECKS.map((check) => [check, fail(reason)]))
    outcomes.set('format', outcomeOf(findings))
    for (const [check, outcome] of expected.withoutContent(reason)) outcomes.set(check, outcome)
    return { name, readable, draw: null, outcomes, notices: [] }
  }
  const draw = new Draw(content)
  draw.noteSealedLeaves(findings)
  const outcomes = new Map(checkContent(draw, expected, progress))
  outcomes.set('format', outcomeOf(findings))
  return { name, readable, draw, outcomes, notices: noticesOf(draw, expected.isPinned) }
}

/**
 * The one outcome that all files together have.
 * @param {Examined[]} examined
 */
function chainOutcome(examined) {
  if (examined.length < 2) return skipped(chainWords.ONE_FILE)
  const draws = examined.flatMap(({ draw }) => (draw ? [draw] : []))
  const unread = examined.length - draws.length
  if (unread > 0) return fail(chainWords.unreadFiles(unread))
  const { findings, partial } = checkChain(draws)
  if (findings.count === 0 && partial.count > 0) return skipped(partial.reason())
  return outcomeOf(findings)
}

/**
 * Verifies published files, by themselves and, where there are several, as a chain. Beside the report it gives what was
 * read of each file, and the faults of each check one by one, for a page that has more room than a reason.
 * @param {GivenFile[]} files
 * @param {Options} [options]
 * @returns {{report: Report, unreadable: boolean, contents: (Content | null)[], faults: Map<CheckName, Fault[]>[]}}
 */
export function verifyFiles(files, options = {}) {
  const expected = new Expected(options)
  const progress = options.progress ?? (() => undefined)
  const examined = files.map((file) => examine(file, expected, progress))
  const chain = chainOutcome(examined)
  const reports = examined.map(({ name, outcomes, notices }) =>
    fileReport(name, outcomes.set('chain', chain), notices),
  )
  return {
    report: { valid: reports.every(({ valid }) => valid), files: reports },
    unreadable: examined.some(({ readable }) => !readable),
    contents: examined.map(({ draw }) => draw?.content ?? null),
    faults: examined.map(
      ({ outcomes }) => new Map([...outcomes].map(([name, { faults }]) => [name, faults])),
    ),
  }
}
