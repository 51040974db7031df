// @ts-check
// One readable file as the checks look at it: its content, and what follows from that alone and is needed in several
// places. What is right or wrong about it is for the checks.
import { Ledger } from './amendments.mjs'
import { Drawn } from './desk.mjs'
import { isSealed } from './digests.mjs'
import { pathText } from './findings.mjs'
import { lotKey, Roster } from './roster.mjs'
import { LEAF_WAS_SELECTED } from './words.mjs'

/** @typedef {import('./content.mjs').Content} Content */
/** @typedef {import('./findings.mjs').Findings} Findings */

export class Draw {
  /** @param {Content} content */
  constructor(content) {
    this.content = content
    this.record = content.record
    this.manifest = content.record.manifest
    this.roster = new Roster(this.manifest)
    this.drawn = new Drawn(this.roster, this.record.result)
    this.ledger = this.#ledgerUpTo(content.amendments.length)
  }

  get isVoid() {
    return this.record.outcome === 'void'
  }

  /** A void record has no amendments, whatever the file says. @param {number} count */
  #ledgerUpTo(count) {
    return new Ledger(this.drawn, this.isVoid ? [] : this.content.amendments.slice(0, count))
  }

  /** The rows that stood after so many amendments. @param {number} count */
  placesAfter(count) {
    return this.#ledgerUpTo(count).desk.places()
  }

  /** The target of a lot, if there is one. @param {import('./content.mjs').Lot} lot */
  targetOf({ stratum, number }) {
    return this.roster.strata.get(stratum)?.targets[number - 1]
  }

  /** Lots whose leaves have to be open: selected, standing, or standing at one time. */
  #openLots() {
    const { standing } = this.content
    const lots = new Set([...this.drawn.rows, ...standing].map(lotKey))
    for (const [stratum, used] of this.ledger.everUsed) {
      const reserves = this.drawn.reserves.get(stratum) ?? []
      for (const lot of reserves.slice(0, used)) lots.add(lotKey(lot))
    }
    return lots
  }

  /**
   * Notes leaves that are sealed though they may not be.
   * @param {Findings} findings
   */
  noteSealedLeaves(findings) {
    const open = this.#openLots()
    this.manifest.strata.forEach((stratum, i) => {
      // A second stratum of the same key has no lots of its own.
      if (this.roster.strata.get(stratum.key) !== stratum) return
      stratum.targets.forEach((leaf, j) => {
        if (!isSealed(leaf) || !open.has(lotKey({ stratum: stratum.key, number: j + 1 }))) return
        findings.add(LEAF_WAS_SELECTED, pathText(['record', 'manifest', 'strata', i, 'targets', j]))
      })
    })
  }
}
