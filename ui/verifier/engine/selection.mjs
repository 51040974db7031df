// @ts-check
// Which targets a seed selects, and which stand in reserve: the shuffle of every stratum, as far as it matters. Who goes
// there is in crews.mjs.
import { Stream } from './stream.mjs'

/** @typedef {import('./content.mjs').Lot} Lot */
/** @typedef {import('./content.mjs').Stratum} Stratum */

/** Whether every stratum has as many targets as are to be drawn. @param {Stratum[]} strata */
export const canDraw = (strata) =>
  strata.every(({ quota, reserve, targets }) => quota + reserve <= targets.length)

/**
 * The first numbers of a shuffled stratum. Only displaced places are remembered: a few drawn of a million need few.
 * @param {Stream} stream
 * @param {number} size
 * @param {number} count
 */
function drawNumbers(stream, size, count) {
  /** @type {Map<number, number>} */
  const displaced = new Map()
  const numbers = []
  for (let i = 0; i < count; i += 1) {
    const j = i + stream.below(size - i)
    const drawn = displaced.get(j) ?? j
    displaced.set(j, displaced.get(i) ?? i)
    displaced.delete(i)
    numbers.push(drawn + 1)
  }
  return numbers
}

/**
 * @param {Stratum[]} strata  with enough targets each
 * @param {string} seed
 * @returns {{selected: Lot[], reserves: Lot[]}}
 */
export function select(strata, seed) {
  /** @type {Lot[]} */
  const selected = []
  /** @type {Lot[]} */
  const reserves = []
  for (const { key, quota, reserve, targets } of strata) {
    const stream = new Stream(seed, `stratum/${key}`)
    drawNumbers(stream, targets.length, quota + reserve).forEach((number, i) => {
      const rows = i < quota ? selected : reserves
      rows.push({ stratum: key, number })
    })
  }
  return { selected, reserves }
}
