// What the page keeps of a file: the head of the record, how long each list is, and what the office added of its own. It
// is small however large the file is. The lists themselves stay with the worker.
import { clipped } from '../words/figures.mjs'
import { poolSize } from './dossier.mjs'

const MOST_EXTRAS = 200
const MOST_SEATS = 1000
const MOST_NAMES = 20

/**
 * @typedef {ReturnType<typeof headOf>} Head
 * @param {import('./dossier.mjs').Dossier} dossier
 * @param {{fingerprint: string, shortCode: string}} marks
 */
export function headOf(dossier, marks) {
  const { record, manifest, content } = dossier
  return {
    ...marks,
    outcome: record.outcome,
    void: record.void ? shortVoid(record.void) : null,
    cancelled: dossier.cancelled,
    lost: record.secret === null,
    rehearsal: manifest.ext?.rehearsal === true,
    drawId: clipped(manifest.drawId),
    task: clipped(manifest.task),
    title: clipped(manifest.title),
    office: { code: clipped(manifest.office.code), name: clipped(manifest.office.name) },
    sequence: manifest.sequence,
    attempt: manifest.attempt,
    previous: manifest.previous,
    basis: manifest.basis,
    createdAt: clipped(manifest.createdAt),
    station: manifest.station,
    commitment: record.commitment,
    secret: record.secret,
    seed: record.seed,
    digest: content.digest,
    challenge: clipped(manifest.challenge),
    contributions: record.contributions.slice(0, MOST_SEATS).map((digits) => digits && clipped(digits)),
    seats: manifest.seats.slice(0, MOST_SEATS).map((seat) => clipped(seat.role, 40)),
    crew: manifest.crew,
    items: manifest.items.slice(0, 50).map(({ code, name }) => `${clipped(name)}（${clipped(code)}）`),
    hasResult: record.result !== null,
    mannedLater: manifest.strata.every(({ slots }) => slots.length === 0),
    counts: countsOf(dossier),
    ...extrasOf(manifest.ext, record.ceremony),
  }
}

function extrasOf(ext, ceremony) {
  const lines = [...leavesOf(ext, '单位附注'), ...leavesOf(ceremony, '现场情况')]
  return { extras: lines.slice(0, MOST_EXTRAS), extrasCut: lines.length > MOST_EXTRAS }
}

function shortVoid({ reason, stage, by, at }) {
  return {
    reason: clipped(reason, 1000),
    stage,
    by: by.slice(0, MOST_NAMES).map((name) => clipped(name)),
    at: clipped(at),
  }
}

function countsOf({ manifest, content, selected, reserves, standing, strata, people, ...dossier }) {
  return {
    pool: poolSize({ strata, ...dossier }),
    sealed: countSealed(strata.map(({ targets }) => targets)) + countSealed([manifest.exclusions]),
    selected: selected.length,
    reserves: reserves.length,
    standing: standing.length,
    exclusions: manifest.exclusions.length,
    amendments: content.amendments.length,
    inspectors: people.size,
    recusals: manifest.recusals.length,
    strata: strata.length,
    seats: manifest.seats.length,
  }
}

/** @param {object[][]} lists of leaves */
export function countSealed(lists) {
  let sealed = 0
  for (const list of lists) for (const leaf of list) if ('leaf' in leaf) sealed += 1
  return sealed
}

/** An object of the office's own as lines `path: value`; its meaning is theirs, so it is shown as it is. */
function leavesOf(value, path) {
  const lines = []
  const walk = (node, at) => {
    if (lines.length > MOST_EXTRAS) return
    if (node !== null && typeof node === 'object')
      for (const [key, child] of Object.entries(node))
        walk(child, `${at} · ${Array.isArray(node) ? Number(key) + 1 : key}`)
    else lines.push([at, clipped(plain(node))])
  }
  if (value !== undefined) walk(value, path)
  return lines
}

function plain(value) {
  if (value === true) return '是'
  if (value === false) return '否'
  return value === null ? '（空）' : String(value)
}
