// @ts-check
// The checks that recompute one link of a draw each, always from the link before as the file has it, so that the report
// shows the very one that is broken: commitment, seed, selection, crews, digest, amendments, signatures.
import { drawCrews } from './crews.mjs'
import { amendmentDigest, commitmentOf, recordDigest, seedOf } from './digests.mjs'
import { Findings } from './findings.mjs'
import { fail, outcomeOf, PASS, skipped } from './report.mjs'
import { Tickets } from './roster.mjs'
import { canDraw, select } from './selection.mjs'
import { isSignature } from './signatures.mjs'
import { lotName } from './text.mjs'
import * as words from './words.mjs'

/** @typedef {import('./content.mjs').Lot} Lot */
/** @typedef {import('./content.mjs').Crew} Crew */
/** @typedef {import('./content.mjs').Result} Result */
/** @typedef {import('./draw.mjs').Draw} Draw */
/** @typedef {import('./report.mjs').Outcome} Outcome */
/** @typedef {(done: number, total: number) => void} OnProgress */
/** What selection and crews start from. @typedef {{seed: string, result: Result}} Seeded */

const STEP = 256

/**
 * @param {string | null} wanted
 * @param {string | null} found
 */
const compared = (wanted, found) => (wanted === found ? PASS : fail(words.differs(wanted, found)))

/** @param {Lot} lot */
const nameOf = ({ stratum, number }) => lotName(stratum, number)

/**
 * @param {Draw} draw
 * @param {Uint8Array} manifest  its digest
 */
export function checkCommitment({ record }, manifest) {
  if (record.secret === null) return skipped(words.SECRET_LOST)
  return compared(commitmentOf(manifest, record.secret), record.commitment)
}

/** @param {Draw} draw */
export function checkSeed({ record }) {
  const { commitment, secret, contributions, seed } = record
  if (secret !== null && !contributions.includes(null)) {
    return compared(seedOf(commitment, secret, contributions), seed)
  }
  if (seed !== null || secret !== null) return compared(null, seed)
  return skipped(words.SECRET_LOST)
}

/**
 * What the result is to be recomputed from, or what is to be said where it cannot be.
 * @param {Draw} draw
 * @returns {Seeded | Outcome}
 */
function startOf({ record, manifest }) {
  const { secret, contributions, seed, result } = record
  if (seed === null) {
    if (result !== null) return fail(words.RESULT_WITHOUT_SEED)
    if (secret === null) return skipped(words.SECRET_LOST)
    return contributions.includes(null) ? PASS : fail(words.SEED_WRONG)
  }
  if (result === null) return fail(words.SEED_WITHOUT_RESULT)
  return canDraw(manifest.strata) ? { seed, result } : fail(words.LIST_WRONG)
}

/**
 * @param {Findings} findings
 * @param {string} path
 * @param {Lot[]} wanted
 * @param {Lot[]} found
 */
function compareLots(findings, path, wanted, found) {
  if (wanted.length !== found.length) findings.add(words.rowCount(wanted.length, found.length), path)
  const both = Math.min(wanted.length, found.length)
  for (let i = 0; i < both; i += 1) {
    if (isSameLot(wanted[i], found[i])) continue
    findings.add(words.differs(nameOf(wanted[i]), nameOf(found[i])), `${path}[${i}]`)
  }
}

/**
 * @param {Lot} one
 * @param {Lot} other
 */
const isSameLot = (one, other) => one.number === other.number && one.stratum === other.stratum

/**
 * @param {Findings} findings
 * @param {string} path  of the row
 * @param {Crew} wanted
 * @param {Crew} found
 */
function compareCrews(findings, path, wanted, found) {
  if (wanted.length === found.length && wanted.every((id, i) => id === found[i])) return
  findings.add(words.differs(words.crewText(wanted), words.crewText(found)), `${path}.crew`)
}

/** @param {Draw} draw */
export function checkSelection(draw) {
  const start = startOf(draw)
  if ('status' in start) return start
  const { selected, reserves } = select(draw.manifest.strata, start.seed)
  const findings = new Findings()
  compareLots(findings, 'record.result.selected', selected, start.result.selected)
  compareLots(findings, 'record.result.reserves', reserves, start.result.reserves)
  return outcomeOf(findings)
}

/**
 * @param {Draw} draw
 * @param {OnProgress} onProgress
 */
export function checkCrews(draw, onProgress) {
  const start = startOf(draw)
  if ('status' in start) return start
  const rows = start.result.selected
  const tickets = new Tickets(start.seed, draw.roster)
  /** @param {number} done */
  const onRow = (done) => (done % STEP === 0 ? onProgress(done, rows.length) : undefined)
  const crews = drawCrews(draw.roster, tickets, draw.manifest.crew, rows, onRow)
  const findings = new Findings()
  rows.forEach((row, i) => {
    const path = `record.result.selected[${i}]`
    const crew = crews[i]
    if (crew === null) findings.add(words.noStratumToStaff(row.stratum), path)
    else compareCrews(findings, path, crew, row.crew)
  })
  return outcomeOf(findings)
}

/**
 * @param {Draw} draw
 * @param {Uint8Array} manifest  its digest
 */
export const checkDigest = ({ record, content }, manifest) =>
  compared(recordDigest(record, manifest), content.digest)

/** @param {Draw} draw */
export function checkAmendments(draw) {
  const { amendments, standing, digest } = draw.content
  const findings = new Findings()
  if (draw.isVoid) {
    if (amendments.length > 0) findings.add(words.VOID_WITH_AMENDMENTS)
    if (standing.length > 0) findings.add(words.VOID_WITH_STANDING)
    return outcomeOf(findings)
  }
  const { refusals } = draw.ledger
  amendments.forEach((amendment, k) => {
    const before = k === 0 ? digest : amendments[k - 1].digest
    const wanted = amendmentDigest(before, amendment)
    if (wanted !== amendment.digest) {
      findings.add(words.differs(wanted, amendment.digest), `amendments[${k}].digest`)
    }
    const refusal = refusals[k]
    if (refusal !== null) findings.add(words.refused(refusal), `amendments[${k}]`)
  })
  if (refusals.every((refusal) => refusal === null)) compareStanding(findings, draw)
  return outcomeOf(findings)
}

/**
 * @param {Findings} findings
 * @param {Draw} draw
 */
function compareStanding(findings, draw) {
  const { seed } = draw.record
  // The format lets no drawn record be without a seed; were there one, nothing could say who takes over a slot.
  if (seed === null) {
    findings.add(words.NO_SEED)
    return
  }
  const { standing } = draw.content
  const { desk } = draw.ledger
  const tickets = new Tickets(seed, draw.roster)
  const places = desk.places()
  if (places.length !== standing.length) {
    findings.add(words.rowCount(places.length, standing.length), 'standing')
  }
  standing.slice(0, places.length).forEach((row, i) => {
    const path = `standing[${i}]`
    if (!isSameLot(places[i], row)) {
      findings.add(words.differs(nameOf(places[i]), nameOf(row)), path)
      return
    }
    const crew = desk.crewOf(places[i], tickets)
    if (crew !== null) compareCrews(findings, path, crew, row.crew)
  })
}

/** @param {Draw} draw */
export function checkSignatures({ content, manifest }) {
  const { signatures, digest, amendments } = content
  if (signatures.length === 0) return skipped(words.NO_SIGNATURE)
  const signable = new Set([digest, ...amendments.map((amendment) => amendment.digest)])
  /** @type {Set<string>} */
  const signedHere = new Set()
  const findings = new Findings()
  signatures.forEach(({ publicKey, of, sig }, i) => {
    if (!signable.has(of)) findings.add(words.FOREIGN_DIGEST, `signatures[${i}].of`)
    const holds = isSignature(publicKey, of, sig)
    if (!holds) findings.add(words.BAD_SIGNATURE, `signatures[${i}].sig`)
    else if (publicKey === manifest.station) signedHere.add(of)
  })
  if (!signedHere.has(digest)) findings.add(words.RECORD_UNSIGNED)
  amendments.forEach((amendment, k) => {
    if (!signedHere.has(amendment.digest)) findings.add(words.amendmentUnsigned(k + 1))
  })
  return outcomeOf(findings)
}
