// @ts-check
// The rules that a manifest and its contributions have to keep (section 1 of the protocol), for leaves that are open.
// Digests are no matter here.
import { isSealed } from './digests.mjs'
import { Findings, pathText } from './findings.mjs'
import { isDrawnDigits, lotName } from './text.mjs'
import * as words from './words.mjs'

/** @typedef {import('./content.mjs').DrawRecord} DrawRecord */
/** @typedef {import('./content.mjs').Manifest} Manifest */
/** @typedef {import('./content.mjs').Stratum} Stratum */
/** @typedef {import('./content.mjs').RateRule} RateRule */
/** @typedef {import('./findings.mjs').Path} Path */
/** @typedef {import('./roster.mjs').Roster} Roster */

const ZEROS = '0'.repeat(64)
const WHOLE = 10000

/**
 * How many of N targets a rate asks for.
 * @param {RateRule} rule
 * @param {number} N
 */
function share({ bp, rounding, min, max }, N) {
  const rest = (N * bp) % WHOLE
  const down = (N * bp - rest) / WHOLE
  const isUp = rounding === 'up' ? rest > 0 : rounding === 'half-up' && rest * 2 >= WHOLE
  const raised = Math.max(isUp ? down + 1 : down, min)
  return Math.min(max === null ? raised : Math.min(raised, max), N)
}

class ManifestCheck {
  findings = new Findings()
  /** @type {Set<string>} */
  #targets = new Set()
  /** @type {Set<string>} */
  #keys = new Set()

  /**
   * @param {DrawRecord} record
   * @param {Roster} roster
   */
  constructor(record, roster) {
    this.record = record
    this.manifest = record.manifest
    this.roster = roster
  }

  /**
   * @param {Path} path  under record.manifest
   * @param {string} text
   */
  #fault(path, text) {
    this.findings.add(text, pathText(['record', 'manifest', ...path]))
  }

  run() {
    this.#place()
    this.#challenge()
    if (this.manifest.strata.length === 0) this.#fault(['strata'], words.NO_STRATUM)
    this.manifest.strata.forEach((stratum, i) => this.#stratum(stratum, i))
    this.#exclusions()
    this.#inspectors()
    this.#recusals()
    this.#contributions()
    return this.findings
  }

  /** Where the draw stands among the others. */
  #place() {
    const { sequence, previous, attempt, amended } = this.manifest
    if (sequence < 1) {
      this.#fault(['sequence'], words.SEQUENCE_FROM_1)
      return
    }
    if (sequence === 1 && previous !== ZEROS) this.#fault(['previous'], words.FIRST_PREVIOUS)
    if (sequence > 1 && previous === ZEROS) this.#fault(['previous'], words.LATER_PREVIOUS)
    if (attempt < 1 || attempt > sequence) this.#fault(['attempt'], words.badAttempt(sequence, attempt))
    amended.forEach((entry, i) => {
      const after = i === 0 ? 0 : amended[i - 1].sequence
      const holds = entry.sequence > after && entry.sequence < sequence
      if (!holds) this.#fault(['amended', i, 'sequence'], words.badAmended(sequence, entry.sequence))
    })
  }

  #challenge() {
    const { seats, challenge } = this.manifest
    if (seats.length === 0) {
      if (challenge !== '') this.#fault(['challenge'], words.CHALLENGE_EMPTY)
    } else if (!isDrawnDigits(challenge)) this.#fault(['challenge'], words.CHALLENGE_DIGITS)
  }

  /**
   * @param {Stratum} stratum
   * @param {number} i
   */
  #stratum({ key, rule, quota, reserve, targets }, i) {
    const N = targets.length
    if (this.#keys.has(key)) this.#fault(['strata', i, 'key'], words.duplicateStratum(key))
    this.#keys.add(key)
    if (rule.kind === 'rate' && rule.bp > WHOLE) {
      this.#fault(['strata', i, 'rule', 'bp'], words.badRate(rule.bp))
    } else {
      const wanted = rule.kind === 'rate' ? share(rule, N) : Math.min(rule.n, N)
      if (quota !== wanted) this.#fault(['strata', i, 'quota'], words.badQuota(N, wanted, quota))
    }
    if (quota + reserve > N) this.#fault(['strata', i, 'reserve'], words.badReserve(quota, reserve, N))
    this.#sortedIds(targets, this.#targets, ['strata', i, 'targets'])
  }

  /**
   * Ids that have to ascend within a list and be new altogether.
   * @param {readonly ({id: string} | {leaf: string})[]} leaves
   * @param {Set<string>} seen
   * @param {Path} path
   */
  #sortedIds(leaves, seen, path) {
    let before = ''
    leaves.forEach((leaf, j) => {
      if (isSealed(leaf)) return
      const { id } = leaf
      // Ids hold no characters beyond the first plane, so that units sort as the bytes of UTF-8 do.
      if (seen.has(id)) this.#fault([...path, j, 'id'], words.duplicateId(id))
      else if (id < before) this.#fault([...path, j, 'id'], words.unsortedId(id, before))
      seen.add(id)
      before = id
    })
  }

  #exclusions() {
    /** @type {Set<string>} */
    const seen = new Set()
    this.manifest.exclusions.forEach((leaf, i) => {
      if (isSealed(leaf)) return
      const { id } = leaf
      const path = ['exclusions', i, 'id']
      if (this.#targets.has(id)) this.#fault(path, words.alsoTarget(id))
      else if (seen.has(id)) this.#fault(path, words.duplicateId(id))
      seen.add(id)
    })
  }

  #inspectors() {
    this.#sortedIds(this.manifest.inspectors, new Set(), ['inspectors'])
  }

  #recusals() {
    this.manifest.recusals.forEach((recusal, i) => {
      const { inspector, stratum, number } = recusal
      if (!this.roster.people.has(inspector)) {
        this.#fault(['recusals', i, 'inspector'], words.noInspector(inspector))
      }
      if (!this.roster.strata.has(stratum)) {
        this.#fault(['recusals', i, 'stratum'], words.noStratum(stratum))
      } else if (!this.roster.hasLot(recusal)) {
        this.#fault(['recusals', i, 'number'], words.noLot(lotName(stratum, number)))
      }
    })
  }

  #contributions() {
    const { contributions } = this.record
    const seats = this.manifest.seats.length
    if (contributions.length !== seats) {
      this.findings.add(words.seatCount(seats, contributions.length), 'record.contributions')
    }
    contributions.forEach((digits, i) => {
      const fault = this.#contributionFault(digits)
      if (fault !== null) this.findings.add(fault, `record.contributions[${i}]`)
    })
  }

  /** @param {string | null} digits */
  #contributionFault(digits) {
    const { outcome, void: voiding } = this.record
    if (digits === null) return outcome === 'void' ? null : words.ONLY_VOID_NULL
    if (!isDrawnDigits(digits)) return words.CONTRIBUTION_DIGITS
    return voiding?.stage === 'sealed' ? words.SEALED_STAGE_NULL : null
  }
}

/**
 * @param {DrawRecord} record
 * @param {Roster} roster
 */
export const checkManifest = (record, roster) => new ManifestCheck(record, roster).run()
