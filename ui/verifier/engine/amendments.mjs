// @ts-check
// The list of amendments: which are refused and why, which count, and the desk as they leave it. What one amendment does
// is in desk.mjs; comparing with the file is in verify.mjs.
import { Desk } from './desk.mjs'
import { isEarlier } from './time.mjs'
import * as words from './words.mjs'

/** @typedef {import('./content.mjs').Amendment} Amendment */
/** @typedef {import('./desk.mjs').Drawn} Drawn */

export class Ledger {
  /** Why each amendment is refused, or null. @type {(string | null)[]} */
  refusals = []
  /** How many reserves of a stratum have stood at one time or another. @type {Map<string, number>} */
  everUsed = new Map()
  /** Accepted amendments that are no withdrawals and not withdrawn. @type {Set<number>} */
  #counting = new Set()
  /** Places in the list of what has been withdrawn. @type {Set<number>} */
  #withdrawn = new Set()

  /**
   * @param {Drawn} drawn
   * @param {readonly Amendment[]} amendments
   */
  constructor(drawn, amendments) {
    this.drawn = drawn
    this.amendments = amendments
    this.desk = new Desk(drawn)
    amendments.forEach((_, k) => this.refusals.push(this.#take(k)))
  }

  /** @param {number} k */
  #take(k) {
    const amendment = this.amendments[k]
    if (k > 0 && isEarlier(amendment.at, this.amendments[k - 1].at)) return words.EARLIER
    if (amendment.kind === 'withdraw') return this.#withdraw(amendment.of, k)
    const refusal = this.desk.apply(amendment)
    if (refusal !== null) return refusal
    this.#counting.add(k)
    this.#noteReserves()
    return null
  }

  /**
   * @param {number} of  counted from 1
   * @param {number} k  the place of the withdrawal itself
   */
  #withdraw(of, k) {
    const place = of - 1
    if (place < 0 || place >= k) return words.noAmendment(of)
    if (this.amendments[place].kind === 'withdraw') return words.isWithdrawal(of)
    if (this.#withdrawn.has(place)) return words.alreadyWithdrawn(of)
    // One that was refused never counted: nothing changes without it.
    if (this.#counting.has(place)) {
      const desk = new Desk(this.drawn)
      for (const j of this.#counting) {
        if (j !== place && desk.apply(this.amendments[j]) !== null) return words.wouldFail(j + 1)
      }
      this.desk = desk
      this.#counting.delete(place)
      this.#noteReserves()
    }
    this.#withdrawn.add(place)
    return null
  }

  #noteReserves() {
    for (const [stratum, used] of this.desk.used) {
      if (used > (this.everUsed.get(stratum) ?? 0)) this.everUsed.set(stratum, used)
    }
  }
}
