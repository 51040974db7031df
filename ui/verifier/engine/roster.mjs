// @ts-check
// The manifest as a place to look things up: strata by key, inspectors by id, who is recused from which number, who
// matches a slot; and the tickets. Who gets a slot is decided in crews.mjs (the draw) and desk.mjs (afterwards).
import { DIGEST_BYTES, fromHex, opening, Prefixed, utf8 } from './hash.mjs'

/** @typedef {import('./content.mjs').Manifest} Manifest */
/** @typedef {import('./content.mjs').Person} Person */
/** @typedef {import('./content.mjs').Slot} Slot */
/** @typedef {import('./content.mjs').Lot} Lot */
/** @typedef {import('./content.mjs').Stratum} Stratum */

/** One name for a lot, to look it up by. No string of a file holds a line break. @param {Lot} lot */
export const lotKey = ({ stratum, number }) => `${number}\n${stratum}`

/**
 * Whether somebody has what a slot asks for.
 * @param {Person} person
 * @param {Slot} slot
 */
export function matches(person, { dept, skill }) {
  if (typeof dept === 'string' && dept !== person.dept) return false
  return typeof skill !== 'string' || person.skills.includes(skill)
}

export class Roster {
  /** Of strata and inspectors named twice, the first counts. @type {Map<string, Stratum>} */
  strata = new Map()
  /** @type {Map<string, Person>} */
  people = new Map()
  /** @type {Map<string, Set<string>>} */
  #recused = new Map()
  /** @type {Map<Slot, Person[]>} */
  #matching = new Map()

  /** @param {Manifest} manifest */
  constructor(manifest) {
    for (const stratum of manifest.strata) {
      if (!this.strata.has(stratum.key)) this.strata.set(stratum.key, stratum)
    }
    for (const person of manifest.inspectors) {
      if (!this.people.has(person.id)) this.people.set(person.id, person)
    }
    for (const recusal of manifest.recusals) {
      const key = lotKey(recusal)
      const ids = this.#recused.get(key) ?? new Set()
      this.#recused.set(key, ids.add(recusal.inspector))
    }
  }

  /** Who is recused from a lot by the manifest. @param {Lot} lot */
  recusedFrom(lot) {
    return this.#recused.get(lotKey(lot))
  }

  /** The slots of a lot, if its stratum exists. @param {Lot} lot */
  slotsOf(lot) {
    return this.strata.get(lot.stratum)?.slots
  }

  /** Whether there is such a target. @param {Lot} lot */
  hasLot({ stratum, number }) {
    const found = this.strata.get(stratum)
    return found !== undefined && number >= 1 && number <= found.targets.length
  }

  /** The inspectors of the manifest who have what a slot asks for. @param {Slot} slot */
  matching(slot) {
    const known = this.#matching.get(slot)
    if (known) return known
    const people = [...this.people.values()].filter((person) => matches(person, slot))
    this.#matching.set(slot, people)
    return people
  }
}

/** The tickets of one seed. */
export class Tickets {
  #start
  #hash
  #best = new Uint8Array(DIGEST_BYTES)
  /** What the texts of all inspectors have in common at their beginning. */
  #common = ''
  /** The rest of what stands after the slot index, by id. @type {Map<string, Uint8Array>} */
  #endings = new Map()

  /**
   * @param {string} seed
   * @param {Roster} roster  whose inspectors the tickets are for
   */
  constructor(seed, roster) {
    this.#start = opening('ticket', fromHex(seed))
    this.#hash = new Prefixed(this.#start)
    const endings = [...roster.people.keys()].map(ticketEnding)
    // With it, the first block of the hash is mostly the same for all who compete for a slot, and done but once.
    this.#common = commonBeginning(endings)
    for (const id of roster.people.keys()) {
      this.#endings.set(id, utf8(ticketEnding(id).slice(this.#common.length)))
    }
  }

  /**
   * Who of some inspectors has the least ticket for a slot; null for nobody.
   * @param {Lot} lot
   * @param {number} slot  its index
   * @param {string[]} ids  of the roster
   * @returns {string | null}
   */
  least(lot, slot, ids) {
    // With one there is nothing to compare.
    if (ids.length < 2) return ids.length === 0 ? null : ids[0]
    // For strings and whole numbers JSON.stringify writes what RFC 8785 asks for.
    const beginning = JSON.stringify([lot.stratum, lot.number, slot]).slice(0, -1) + this.#common
    this.#hash.restart(this.#start, utf8(beginning))
    const best = this.#best
    let winner = null
    for (const id of ids) {
      const ticket = this.#hash.digest(this.#endings.get(id) ?? new Uint8Array(0))
      if (winner !== null && !isLess(ticket, best)) continue
      best.set(ticket)
      winner = id
    }
    return winner
  }
}

/** What stands after the slot index in the text of a ticket. @param {string} id */
const ticketEnding = (id) => `,${JSON.stringify(id)}]`

/** @param {string[]} texts  of characters of the first plane */
function commonBeginning(texts) {
  const [first = ''] = texts
  let length = first.length
  for (const text of texts) {
    while (!text.startsWith(first.slice(0, length))) length -= 1
  }
  return first.slice(0, length)
}

/**
 * @param {Uint8Array} one
 * @param {Uint8Array} other  of the same length
 */
function isLess(one, other) {
  for (let i = 0; i < one.length; i += 1) if (one[i] !== other[i]) return one[i] < other[i]
  return false
}
