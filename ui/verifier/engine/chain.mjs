// @ts-check
// Whether several files are one chain: the same station, numbers without a gap, digests that hang together, attempts,
// amendments and bases. Each file by itself is checked elsewhere.
import { isSealed } from './digests.mjs'
import { Findings } from './findings.mjs'
import { isEarlier } from './time.mjs'
import * as words from './chain-words.mjs'

/** @typedef {import('./draw.mjs').Draw} Draw */

/** One draw with what the chain asks of it over and over. */
class Link {
  /** @param {Draw} draw */
  constructor(draw) {
    this.draw = draw
    this.manifest = draw.manifest
    this.n = draw.manifest.sequence
    this.digest = draw.content.digest
    this.amendments = draw.content.amendments
    /** The digest that this record names for an earlier one. @type {Map<number, string>} */
    this.named = new Map()
    for (const { sequence, digest } of this.manifest.amended) {
      if (!this.named.has(sequence)) this.named.set(sequence, digest)
    }
  }

  /** The place of an amendment by its digest, or −1. @param {string | undefined} digest */
  placeOf(digest) {
    return this.amendments.findIndex((amendment) => amendment.digest === digest)
  }
}

class ChainCheck {
  findings = new Findings()
  /** What could not be compared to the end. */
  partial = new Findings()

  /** @param {Draw[]} draws */
  constructor(draws) {
    this.links = draws.map((draw) => new Link(draw)).sort((a, b) => a.n - b.n)
    /** @type {Map<number, Link>} */
    this.byNumber = new Map()
    for (const link of this.links) if (!this.byNumber.has(link.n)) this.byNumber.set(link.n, link)
  }

  run() {
    const { links } = this
    links.slice(1).forEach((link) => this.#sameHouse(link, links[0]))
    links.slice(1).forEach((link, i) => this.#neighbours(link, links[i], links.slice(0, i + 1)))
    links.forEach((link, i) => this.#identity(link, links.slice(0, i)))
    links.forEach((link) => this.#amendmentsNamed(link))
    links.forEach((link) => this.#basis(link))
  }

  /**
   * @param {Link} link
   * @param {Link} first
   */
  #sameHouse({ n, manifest }, first) {
    if (manifest.station !== first.manifest.station) this.findings.add(words.otherStation(n, first.n))
    if (manifest.office.code !== first.manifest.office.code) {
      this.findings.add(words.otherOffice(n, first.n))
    }
  }

  /**
   * @param {Link} link
   * @param {Link} before
   * @param {Link[]} earlier  all before it, `before` included
   */
  #neighbours(link, before, earlier) {
    const { n } = link
    if (n === before.n) {
      this.findings.add(words.twice(n))
      return
    }
    if (n !== before.n + 1) this.findings.add(words.missing(before.n + 1, n - 1))
    else if (link.manifest.previous !== before.digest) {
      this.findings.add(words.previousDiffers(n, before.n))
    }
    if (isEarlier(link.manifest.createdAt, before.manifest.createdAt)) {
      this.findings.add(words.clockBack(n, before.n))
    }
    for (const s of before.named.keys()) {
      if (!link.named.has(s)) this.findings.add(words.amendedDropped(n, s))
    }
    for (const [s, digest] of link.named) {
      if (this.#wentBack(s, digest, before, earlier)) this.findings.add(words.amendedBack(n, s))
    }
  }

  /**
   * Whether a record names an earlier amendment than the one before it did.
   * @param {number} s
   * @param {string} digest
   * @param {Link} before
   * @param {Link[]} earlier
   */
  #wentBack(s, digest, before, earlier) {
    const last = before.named.get(s)
    if (last === undefined || last === digest) return false
    const amendedLink = this.byNumber.get(s)
    if (amendedLink) {
      const place = amendedLink.placeOf(digest)
      if (place >= 0 && place < amendedLink.placeOf(last)) return true
    }
    return earlier.some((link) => link.named.get(s) === digest)
  }

  /**
   * @param {Link} link
   * @param {Link[]} earlier
   */
  #identity({ n, manifest }, earlier) {
    const twin = earlier.find((other) => other.manifest.drawId === manifest.drawId)
    // Of two records of one number that is said already.
    if (twin && twin.n !== n) this.findings.add(words.sameDrawId(n, twin.n))
    const siblings = earlier.filter((other) => other.manifest.task === manifest.task)
    const last = siblings[siblings.length - 1]
    const after = last?.n ?? 0
    const wanted = (last?.manifest.attempt ?? 0) + 1
    // What a missing record would have counted, nobody can say.
    if (after >= n || manifest.attempt === wanted || !this.#hasAllBetween(after, n)) return
    this.findings.add(words.wrongAttempt(n, wanted, manifest.attempt))
  }

  /** @param {Link} link */
  #amendmentsNamed({ n, manifest, named }) {
    /** @type {Set<number>} */
    const unknown = new Set()
    for (const { sequence: s, digest } of manifest.amended) {
      const other = this.byNumber.get(s)
      if (!other || other.placeOf(digest) >= 0) continue
      this.findings.add(words.amendedUnknown(n, s))
      unknown.add(s)
    }
    for (const earlier of this.links) {
      if (earlier.n >= n) break
      if (unknown.has(earlier.n)) continue
      const covered = earlier.placeOf(named.get(earlier.n))
      const isUncovered = earlier.amendments.some(
        ({ at }, place) => place > covered && isEarlier(at, manifest.createdAt),
      )
      if (isUncovered) this.findings.add(words.amendedUnnamed(n, earlier.n))
    }
  }

  /** @param {Link} link */
  #basis(link) {
    const { n } = link
    const { basis } = link.manifest
    if (basis === null) return
    const base = this.links.find((other) => other.digest === basis && other.n < n)
    if (!base) {
      if (this.#hasAllBetween(0, n)) this.findings.add(words.basisMissing(n))
      return
    }
    if (base.draw.isVoid) {
      this.findings.add(words.basisVoid(n, base.n))
      return
    }
    const named = link.named.get(base.n)
    const place = base.placeOf(named)
    // An amendment that is not there has been noted; what stood after it cannot be known.
    if (named !== undefined && place < 0) return
    const verdict = sameTargets(base, place + 1, link)
    if (verdict === 'differ') this.findings.add(words.basisDiffers(n, base.n))
    if (verdict === 'unknown') this.partial.add(words.basisSealed(n, base.n))
  }

  /**
   * Whether the files hold every record between two numbers.
   * @param {number} after
   * @param {number} before
   */
  #hasAllBetween(after, before) {
    for (let s = after + 1; s < before; s += 1) if (!this.byNumber.has(s)) return false
    return true
  }
}

/**
 * Whether the targets of a record are those of the rows that stood in another.
 * @param {Link} base
 * @param {number} count  after so many amendments
 * @param {Link} link
 * @returns {'same' | 'differ' | 'unknown'}
 */
function sameTargets(base, count, link) {
  const places = base.draw.placesAfter(count)
  const before = openIds(places.map((lot) => base.draw.targetOf(lot)))
  const leaves = link.manifest.strata.flatMap((stratum) => stratum.targets)
  const now = openIds(leaves)
  for (const id of now.ids) if (!before.ids.has(id)) return 'differ'
  if (before.sealed === 0 && now.sealed === 0) return before.ids.size === now.ids.size ? 'same' : 'differ'
  return places.length === leaves.length ? 'unknown' : 'differ'
}

/** @param {(import('./content.mjs').Target | undefined)[]} leaves */
function openIds(leaves) {
  /** @type {Set<string>} */
  const ids = new Set()
  let sealed = 0
  for (const leaf of leaves) {
    if (!leaf) continue
    if (isSealed(leaf)) sealed += 1
    else ids.add(leaf.id)
  }
  return { ids, sealed }
}

/**
 * What several files say together: faults, and what had to stay open.
 * @param {Draw[]} draws
 */
export function checkChain(draws) {
  const check = new ChainCheck(draws)
  check.run()
  return { findings: check.findings, partial: check.partial }
}
