// @ts-check
// Makes consistent files for tests: takes a worked case, lets the test change its manifest or amendments, and recomputes
// what follows. It leans on the engine, so that it proves nothing about digests; the worked cases do that.
import { amendmentDigest, commitmentOf, manifestDigest, recordDigest, seedOf } from '../engine/digests.mjs'
import { drawCrews } from '../engine/crews.mjs'
import { Draw } from '../engine/draw.mjs'
import { Roster, Tickets } from '../engine/roster.mjs'
import { select } from '../engine/selection.mjs'
import { vector } from './vectors.mjs'

/** @typedef {import('../engine/content.mjs').Content} Content */
/** @typedef {import('../engine/content.mjs').Manifest} Manifest */

/**
 * A drawn record with a changed manifest, drawn anew.
 * @param {string} name  of the worked case it comes from
 * @param {(manifest: Manifest) => void} [change]
 * @returns {Content}
 */
export function drawn(name, change = () => undefined) {
  /** @type {Content} */
  const file = vector(`${name}.record.json`)
  const { record } = file
  change(record.manifest)
  const manifest = manifestDigest(record.manifest, () => undefined)
  record.commitment = commitmentOf(manifest, record.secret ?? '')
  record.seed = seedOf(record.commitment, record.secret ?? '', record.contributions)
  const { selected, reserves } = select(record.manifest.strata, record.seed)
  const roster = new Roster(record.manifest)
  const tickets = new Tickets(record.seed, roster)
  const crews = drawCrews(roster, tickets, record.manifest.crew, selected, () => undefined)
  record.result = { selected: selected.map((lot, i) => ({ ...lot, crew: crews[i] ?? [] })), reserves }
  file.digest = recordDigest(record, manifest)
  return amend(file, [])
}

/**
 * The file with these amendments instead of its own, each an hour after the one before unless it has a time.
 * @param {Content} file
 * @param {object[]} amendments
 * @returns {Content}
 */
export function amend(file, amendments) {
  let before = file.digest
  const full = amendments.map((amendment, k) => {
    const at = `2026-12-01T${String(k).padStart(2, '0')}:00:00Z`
    /** @type {unknown} */
    const made = { reason: '试', at, by: [], digest: '', ...amendment }
    const entry = /** @type {import('../engine/content.mjs').Amendment} */ (made)
    before = amendmentDigest(before, entry)
    return { ...entry, digest: before }
  })
  const amended = { ...file, amendments: full, standing: [], signatures: [] }
  const { ledger, roster } = new Draw(amended)
  const tickets = new Tickets(file.record.seed ?? '', roster)
  const standing = ledger.desk.places().map((place) => ({
    stratum: place.stratum,
    number: place.number,
    crew: ledger.desk.crewOf(place, tickets) ?? [],
  }))
  return { ...amended, standing }
}
