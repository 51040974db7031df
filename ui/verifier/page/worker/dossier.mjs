// One file laid open for questions: who has which number, who was drawn, who left and who came in. It takes the file at
// its word and recomputes nothing; whether the file is right is the engine's to say.

import { clipped } from '../words/figures.mjs'

/**
 * @typedef {ReturnType<typeof openDossier>} Dossier
 * @param {object} content the file as the engine read it
 */
export function openDossier(content) {
  const { record, standing } = content
  const { manifest, result } = record
  const strata = layOutStrata(manifest.strata)
  const byKey = new Map()
  for (const stratum of strata) if (!byKey.has(stratum.key)) byKey.set(stratum.key, stratum)
  const counting = countingAmendments(content.amendments)
  return {
    content,
    record,
    manifest,
    strata,
    byKey,
    counting,
    selected: result?.selected ?? [],
    reserves: result?.reserves ?? [],
    standing,
    drawnAt: places(result?.selected ?? []),
    reserveAt: places(result?.reserves ?? []),
    standsAt: places(standing),
    moves: followMoves(result, content.amendments, counting),
    people: gatherPeople(manifest, content.amendments),
    cancelled: content.amendments.some(({ kind }, index) => kind === 'cancel' && counting[index]),
  }
}

/** The name under which a row is looked up. A line break stands in no key of a stratum. */
export function rowKey({ stratum, number }) {
  return `${stratum}\n${number}`
}

/** The leaf of a number, or undefined where the file names a number that does not exist. */
export function targetOf(dossier, { stratum, number }) {
  return dossier.byKey.get(stratum)?.targets[number - 1]
}

export function isSealed(leaf) {
  return leaf !== undefined && 'leaf' in leaf
}

/** Where in the whole pool a place stands: strata one after the other. */
export function poolRow(dossier, index) {
  let low = 0
  let high = dossier.strata.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (dossier.strata[middle].start <= index) low = middle
    else high = middle - 1
  }
  const stratum = dossier.strata[low]
  return { stratum: stratum.key, number: index - stratum.start + 1 }
}

export function poolSize(dossier) {
  const last = dossier.strata.at(-1)
  return last ? last.start + last.targets.length : 0
}

export function personName(dossier, id) {
  return clipped(dossier.people.get(id)?.name ?? id)
}

function layOutStrata(strata) {
  let start = 0
  return strata.map((stratum) => {
    const placed = { ...stratum, start }
    start += stratum.targets.length
    return placed
  })
}

function places(rows) {
  const map = new Map()
  rows.forEach((row, index) => map.set(rowKey(row), index))
  return map
}

/** Which amendments count: not those withdrawn, and not the withdrawing ones. */
function countingAmendments(amendments) {
  const counts = amendments.map(({ kind }) => kind !== 'withdraw')
  for (const { kind, of } of amendments) if (kind === 'withdraw' && of - 1 in counts) counts[of - 1] = false
  return counts
}

/** Who left by which amendment, and who came in for whom. Only for explaining: the engine has checked the outcome. */
function followMoves(result, amendments, counting) {
  const waiting = new Map()
  for (const row of result?.reserves ?? []) {
    if (!waiting.has(row.stratum)) waiting.set(row.stratum, [])
    waiting.get(row.stratum).push(row)
  }
  const used = new Map()
  const left = new Map()
  const entered = new Map()
  amendments.forEach((amendment, index) => {
    if (!counting[index] || amendment.kind !== 'drop-target') return
    const { stratum } = amendment
    const place = used.get(stratum) ?? 0
    const successor = amendment.replace ? waiting.get(stratum)?.[place] : undefined
    left.set(rowKey(amendment), { by: index + 1, reason: clipped(amendment.reason), successor })
    if (!successor) return
    used.set(stratum, place + 1)
    entered.set(rowKey(successor), { by: index + 1, insteadOf: { stratum, number: amendment.number } })
  })
  return { left, entered }
}

function gatherPeople(manifest, amendments) {
  const people = new Map(manifest.inspectors.map((person) => [person.id, person]))
  for (const { kind, inspector } of amendments)
    if (kind === 'inspector-in' && !people.has(inspector.id))
      people.set(inspector.id, { ...inspector, borrowed: true })
  return people
}
