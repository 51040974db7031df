// @ts-check
// The state of a draw as amendments change it: which rows stand, who is in force, who is recused. One amendment after the
// other is applied or refused; withdrawals, which mean starting over without one, are in amendments.mjs.
import { lotKey, matches } from './roster.mjs'
import { lotName } from './text.mjs'
import * as words from './words.mjs'

/** @typedef {import('./content.mjs').Amendment} Amendment */
/** @typedef {import('./content.mjs').Crew} Crew */
/** @typedef {import('./content.mjs').Lot} Lot */
/** @typedef {import('./content.mjs').Person} Person */
/** @typedef {import('./content.mjs').Result} Result */
/** @typedef {import('./content.mjs').Slot} Slot */
/** @typedef {import('./roster.mjs').Roster} Roster */
/** @typedef {import('./roster.mjs').Tickets} Tickets */
/** A row that stands; `drawn` is whom the draw sent there, null for a reserve. @typedef {Lot & {drawn: Crew | null}} Place */

/** What the draw left behind, looked up by many desks. */
export class Drawn {
  /** @type {Map<string, number[]>} */
  #positions = new Map()
  /** The reserves of each stratum in order. @type {Map<string, Lot[]>} */
  reserves = new Map()

  /**
   * @param {Roster} roster
   * @param {Result | null} result
   */
  constructor(roster, result) {
    this.roster = roster
    this.rows = result?.selected ?? []
    this.rows.forEach((row, i) => addTo(this.#positions, lotKey(row), i))
    for (const lot of result?.reserves ?? []) addTo(this.reserves, lot.stratum, lot)
  }

  /** Where the draw put a lot. @param {string} key */
  positionsOf(key) {
    return this.#positions.get(key) ?? []
  }
}

/**
 * @template T
 * @param {Map<string, T[]>} map
 * @param {string} key
 * @param {T} value
 */
function addTo(map, key, value) {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

export class Desk {
  /** What stands in a position now, where that is not what the draw put there. @type {Map<number, Lot | null>} */
  #changed = new Map()
  /** Where reserves have come to stand. @type {Map<string, number[]>} */
  #placed = new Map()
  /** How many reserves of a stratum are used up. @type {Map<string, number>} */
  used = new Map()
  /** @type {Set<string>} */
  #out = new Set()
  /** Whoever came from outside the manifest, in the order of first coming in. @type {Map<string, Person>} */
  borrowed = new Map()
  /** @type {Map<string, Set<string>>} */
  #recused = new Map()
  #fill = false
  #cancelled = false

  /** @param {Drawn} drawn */
  constructor(drawn) {
    this.drawn = drawn
    this.roster = drawn.roster
  }

  /**
   * Applies an amendment that is no withdrawal.
   * @param {Amendment} amendment
   * @returns {string | null}  why it is refused
   */
  apply(amendment) {
    if (this.#cancelled) return words.CANCELLED
    switch (amendment.kind) {
      case 'drop-target':
        return this.#drop(amendment, amendment.replace)
      case 'inspector-out':
        return this.#leave(amendment.inspector)
      case 'inspector-in':
        return this.#join(amendment.inspector)
      case 'recuse':
        return this.#recuse(amendment.inspector, amendment)
      case 'fill':
        this.#fill = true
        return null
      case 'cancel':
        this.#cancelled = true
        return null
      default:
        return null
    }
  }

  /** The first position in which a lot stands, or −1. @param {Lot} lot */
  #positionOf(lot) {
    const key = lotKey(lot)
    const untouched = this.drawn.positionsOf(key).find((position) => !this.#changed.has(position))
    const placed = this.#placed.get(key) ?? []
    const position = Math.min(untouched ?? Infinity, ...placed)
    return position === Infinity ? -1 : position
  }

  /**
   * @param {Lot} lot
   * @param {boolean} replace
   */
  #drop(lot, replace) {
    const position = this.#positionOf(lot)
    if (position < 0) return words.notStanding(lotName(lot.stratum, lot.number))
    const used = this.used.get(lot.stratum) ?? 0
    const next = this.drawn.reserves.get(lot.stratum)?.[used]
    if (replace && !next) return words.noReserve(lot.stratum)
    const key = lotKey(lot)
    const placed = this.#placed.get(key)
    if (placed) {
      this.#placed.set(
        key,
        placed.filter((other) => other !== position),
      )
    }
    this.#changed.set(position, replace && next ? next : null)
    if (replace && next) {
      this.used.set(lot.stratum, used + 1)
      addTo(this.#placed, lotKey(next), position)
    }
    return null
  }

  /** What is known of somebody: by the manifest, or since coming in. @param {string} id */
  #person(id) {
    return this.roster.people.get(id) ?? this.borrowed.get(id)
  }

  /** @param {string} id */
  #inForce(id) {
    return !this.#out.has(id) && this.#person(id) !== undefined
  }

  /** @param {string} id */
  #leave(id) {
    if (!this.#inForce(id)) return words.notInForce(id)
    this.#out.add(id)
    return null
  }

  /** @param {Person} person */
  #join(person) {
    const { id } = person
    if (this.#inForce(id)) return words.inForce(id)
    const known = this.#person(id)
    if (!known) this.borrowed.set(id, person)
    else if (!isSamePerson(known, person)) return words.knownOtherwise(id)
    this.#out.delete(id)
    return null
  }

  /**
   * @param {string} id
   * @param {Lot} lot
   */
  #recuse(id, lot) {
    const name = lotName(lot.stratum, lot.number)
    if (!this.#person(id)) return words.noInspector(id)
    if (!this.roster.hasLot(lot)) return words.noLot(name)
    if (this.#isRecused(id, lot)) return words.alreadyRecused(id, name)
    const key = lotKey(lot)
    this.#recused.set(key, (this.#recused.get(key) ?? new Set()).add(id))
    return null
  }

  /**
   * @param {string} id
   * @param {Lot} lot
   */
  #isRecused(id, lot) {
    return Boolean(this.roster.recusedFrom(lot)?.has(id) || this.#recused.get(lotKey(lot))?.has(id))
  }

  /** The rows that stand. @returns {Place[]} */
  places() {
    if (this.#cancelled) return []
    /** @type {Place[]} */
    const places = []
    this.drawn.rows.forEach(({ stratum, number, crew }, position) => {
      const changed = this.#changed.get(position)
      if (changed === undefined) places.push({ stratum, number, drawn: crew })
      else if (changed) places.push({ ...changed, drawn: null })
    })
    return places
  }

  /**
   * The crew of a row that stands; null when its stratum does not exist.
   * @param {Place} place
   * @param {Tickets} tickets
   * @returns {Crew | null}
   */
  crewOf(place, tickets) {
    const slots = this.roster.slotsOf(place)
    if (!slots) return null
    const { drawn } = place
    /** @param {string} id */
    const canGo = (id) => this.#inForce(id) && !this.#isRecused(id, place)
    const crew = slots.map((_, i) => {
      const id = drawn?.[i] ?? null
      return id !== null && canGo(id) ? id : null
    })
    slots.forEach((slot, i) => {
      const leftEmpty = drawn !== null && (drawn[i] ?? null) === null
      if (crew[i] !== null || (leftEmpty && !this.#fill)) return
      /** @param {Person} person */
      const fits = ({ id }) => canGo(id) && !crew.includes(id)
      crew[i] = this.#substitute(place, slot, i, fits, tickets)
    })
    return crew
  }

  /**
   * Whoever takes over a slot: of the manifest by ticket, else the first who was borrowed.
   * @param {Lot} lot
   * @param {Slot} slot
   * @param {number} index
   * @param {(person: Person) => boolean} fits
   * @param {Tickets} tickets
   */
  #substitute(lot, slot, index, fits, tickets) {
    const ids = this.roster
      .matching(slot)
      .filter(fits)
      .map(({ id }) => id)
    const own = tickets.least(lot, index, ids)
    if (own !== null) return own
    for (const person of this.borrowed.values()) if (matches(person, slot) && fits(person)) return person.id
    return null
  }

  /** The pairs that amendments have recused. @returns {Iterable<[string, Set<string>]>} */
  recusedSince() {
    return this.#recused
  }
}

/**
 * @param {Person} one
 * @param {Person} other
 */
function isSamePerson(one, other) {
  return (
    one.name === other.name &&
    one.dept === other.dept &&
    one.skills.length === other.skills.length &&
    one.skills.every((skill, i) => skill === other.skills[i])
  )
}
