// @ts-check
// Which inspectors the draw sends to each selected row: recusals, what a slot asks for, cap, balance and tickets. What
// becomes of the crews after amendments is in desk.mjs.

/** @typedef {import('./content.mjs').Manifest} Manifest */
/** @typedef {import('./content.mjs').Lot} Lot */
/** @typedef {import('./content.mjs').Crew} Crew */
/** @typedef {import('./roster.mjs').Roster} Roster */
/** @typedef {import('./roster.mjs').Tickets} Tickets */

class CrewDraw {
  /** @type {Map<string, number>} */
  #loads = new Map()

  /**
   * @param {Roster} roster
   * @param {Tickets} tickets
   * @param {{cap: number, balance: boolean}} rule
   */
  constructor(roster, tickets, rule) {
    this.roster = roster
    this.tickets = tickets
    this.rule = rule
  }

  /**
   * @param {Lot} lot
   * @returns {Crew | null}  null when its stratum does not exist
   */
  crewFor(lot) {
    const slots = this.roster.slotsOf(lot)
    if (!slots) return null
    const recused = this.roster.recusedFrom(lot)
    /** @type {Crew} */
    const crew = []
    slots.forEach((slot, index) => {
      const ids = this.#eligible(this.roster.matching(slot), recused, crew)
      const id = this.tickets.least(lot, index, ids)
      crew.push(id)
      if (id !== null) this.#loads.set(id, this.#load(id) + 1)
    })
    return crew
  }

  /** @param {string} id */
  #load(id) {
    return this.#loads.get(id) ?? 0
  }

  /**
   * Who may compete for a slot: those under the cap, and with `balance` those with the least load among them.
   * @param {{id: string}[]} people
   * @param {Set<string> | undefined} recused
   * @param {Crew} crew
   */
  #eligible(people, recused, crew) {
    const { cap, balance } = this.rule
    /** @type {string[]} */
    let ids = []
    let least = Infinity
    for (const { id } of people) {
      const load = this.#load(id)
      if (cap !== 0 && load >= cap) continue
      if (balance && load > least) continue
      if (recused?.has(id) || crew.includes(id)) continue
      if (load < least) {
        least = load
        if (balance) ids = []
      }
      ids.push(id)
    }
    return ids
  }
}

/**
 * The crews of rows, in the order given; null for a row whose stratum does not exist.
 * @param {Roster} roster
 * @param {Tickets} tickets
 * @param {{cap: number, balance: boolean}} rule
 * @param {Lot[]} lots
 * @param {(done: number) => void} onRow
 */
export function drawCrews(roster, tickets, rule, lots, onRow) {
  const draw = new CrewDraw(roster, tickets, rule)
  return lots.map((lot, i) => {
    onRow(i)
    return draw.crewFor(lot)
  })
}
