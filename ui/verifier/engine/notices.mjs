// @ts-check
// What a reader of a valid file should still know: few witnesses, no signature, changes, small pools. Nothing here makes a
// file invalid.
import { isSealed } from './digests.mjs'
import { lotKey } from './roster.mjs'
import { characters, lotName } from './text.mjs'
import * as words from './chain-words.mjs'

/** @typedef {import('./draw.mjs').Draw} Draw */
/** @typedef {{code: string, text: string}} Notice */

const FEW_DIGITS = 20
const TINY = 3
const LISTED = 8

/** @param {Draw} draw */
function digitCount({ record }) {
  return record.contributions.reduce((sum, digits) => sum + (digits === null ? 0 : characters(digits)), 0)
}

/** @param {Draw} draw */
function sealedCount({ manifest }) {
  const lists = [...manifest.strata.map(({ targets }) => targets), manifest.exclusions]
  let count = 0
  for (const leaves of lists) for (const leaf of leaves) if (isSealed(leaf)) count += 1
  return count
}

/** @param {Draw} draw */
function unfilledCount({ content }) {
  return content.standing.reduce((sum, row) => sum + row.crew.filter((id) => id === null).length, 0)
}

/** Pairs of an inspector and a selected number. @param {Draw} draw */
function recusedCount({ drawn, ledger, roster }) {
  const since = new Map(ledger.desk.recusedSince())
  const lots = new Map(drawn.rows.map((row) => [lotKey(row), row]))
  let count = 0
  for (const [key, lot] of lots) {
    const ids = new Set([...(roster.recusedFrom(lot) ?? []), ...(since.get(key) ?? [])])
    count += ids.size
  }
  return count
}

/** The first of all places where chance has little room, and how many there are. @param {Draw} draw */
function tinyPools({ manifest, drawn, roster }) {
  /** @type {string[]} */
  const listed = []
  let total = 0
  /** @param {() => string} text */
  const note = (text) => {
    total += 1
    if (listed.length < LISTED) listed.push(text())
  }
  for (const { key, quota, targets } of manifest.strata) {
    if (quota > 0 && targets.length < TINY) note(() => words.tinyStratum(key, targets.length))
  }
  for (const row of drawn.rows) {
    const recused = roster.recusedFrom(row)
    roster.slotsOf(row)?.forEach((slot, i) => {
      const people = roster.matching(slot)
      const fit = recused ? people.filter(({ id }) => !recused.has(id)).length : people.length
      if (fit < TINY) note(() => words.tinySlot(lotName(row.stratum, row.number), i + 1, fit))
    })
  }
  return { listed, total }
}

/**
 * @param {Draw} draw
 * @param {boolean} isPinned  whether the station was held against a fingerprint
 * @returns {Notice[]}
 */
export function noticesOf(draw, isPinned) {
  /** @type {Notice[]} */
  const notices = []
  /**
   * @param {string} code
   * @param {boolean} holds
   * @param {string} text
   */
  const note = (code, holds, text) => {
    if (holds) notices.push({ code, text })
  }
  const { record, manifest, content } = draw
  const hasNull = record.contributions.includes(null)
  const digits = digitCount(draw)
  const sealed = sealedCount(draw)
  const unfilled = unfilledCount(draw)
  const borrowed = draw.ledger.desk.borrowed.size
  const recused = recusedCount(draw)
  const tiny = tinyPools(draw)
  note('no-witness', manifest.seats.length === 0, words.NO_WITNESS)
  note('few-digits', digits < FEW_DIGITS, words.fewDigits(digits))
  note('lost-secret', record.secret === null, words.LOST_SECRET)
  note('hidden-result', draw.isVoid && hasNull, words.HIDDEN_RESULT)
  note('unsigned', content.signatures.length === 0, words.UNSIGNED)
  note('unpinned-station', !isPinned, words.UNPINNED_STATION)
  note('sealed-leaves', sealed > 0, words.sealedLeaves(sealed))
  note('unfilled-slots', unfilled > 0, words.unfilledSlots(unfilled))
  note('amended', content.amendments.length > 0, words.amended(content.amendments.length))
  note('borrowed', borrowed > 0, words.borrowed(borrowed))
  note('recused', recused > 0, words.recused(recused))
  note('attempt', manifest.attempt > 1, words.attempt(manifest.attempt))
  note('tiny-pool', tiny.total > 0, words.tinyPool(tiny.listed, tiny.total))
  note('rehearsal', manifest.ext?.rehearsal === true, words.REHEARSAL)
  return notices
}
