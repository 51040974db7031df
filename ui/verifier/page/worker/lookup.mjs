// Finds one enterprise in a file: by code, by a part of its name or by its number, among the pool and the exclusions. It
// answers what a person at a counter would ask: am I on the list, what was my chance, what became of me.
import { chanceWords, lot, stratumName } from '../words/record.mjs'
import { clipped } from '../words/figures.mjs'
import { countSealed } from './head.mjs'
import { isSealed, poolRow, poolSize, rowKey, targetOf } from './dossier.mjs'
import { crewNow, fate } from './status.mjs'

const MOST = 20
const SHORTEST_CODE = 6

/** @param {string} asked whatever was typed */
export function lookUp(dossier, asked) {
  const query = tidy(asked)
  if (query === '') return { query, hits: [], total: 0, sealed: 0 }
  const rows = [...byNumber(dossier, query), ...byText(dossier, query)]
  const seen = new Set()
  const unique = rows.filter((row) => !seen.has(rowKey(row)) && seen.add(rowKey(row)))
  const excluded = exclusionsWith(dossier, query)
  return {
    query,
    total: unique.length + excluded.length,
    hits: [...unique.map((row) => poolHit(dossier, row)), ...excluded].slice(0, MOST),
    sealed: sealedCount(dossier),
  }
}

/** Full width to half, no spaces: codes are copied from everywhere. */
function tidy(text) {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]/g, '')
}

/** `A-37` and `A-0037`; a bare 37 means that number in every stratum. */
function byNumber(dossier, query) {
  const named = /^(.+)-0*([1-9]\d{0,9})$/.exec(query)
  const bare = /^0*([1-9]\d{0,6})$/.exec(query)
  const number = Number(named?.[2] ?? bare?.[1] ?? 0)
  if (number === 0) return []
  return [...dossier.byKey.values()]
    .filter(
      ({ key, targets }) =>
        number <= targets.length && (bare || key.toLowerCase() === named[1].toLowerCase()),
    )
    .map(({ key }) => ({ stratum: key, number }))
}

/** All of the pool is looked through, but only the first few are kept: more would help nobody. */
function byText(dossier, query) {
  const code = query.toUpperCase()
  const rows = []
  for (let index = 0, total = poolSize(dossier); index < total && rows.length < 1000; index += 1) {
    const row = poolRow(dossier, index)
    const leaf = targetOf(dossier, row)
    if (!leaf || isSealed(leaf)) continue
    if (holds(leaf, query, code)) rows.push(row)
  }
  return rows
}

/** A few digits stand in the codes of hundreds who were not meant. */
function holds(leaf, query, code) {
  if (leaf.id === code || (code.length >= SHORTEST_CODE && leaf.id.includes(code))) return true
  return leaf.name.includes(query) || leaf.name.replace(/\s/g, '').includes(query)
}

/** What there is to say of one number. */
export function poolHit(dossier, row) {
  const stratum = dossier.byKey.get(row.stratum)
  const leaf = targetOf(dossier, row)
  const { state, short, long } = fate(dossier, row)
  return {
    lot: lot(row.stratum, row.number),
    name: isSealed(leaf) ? '（名称密封）' : clipped(leaf.name),
    id: isSealed(leaf) ? '' : leaf.id,
    leaf: isSealed(leaf) ? leaf.leaf : '',
    stratum: stratumName(stratum),
    chance: chanceWords(stratum.quota, stratum.targets.length),
    state,
    short,
    long,
    crew: crewNow(dossier, row),
  }
}

function exclusionsWith(dossier, query) {
  const code = query.toUpperCase()
  return dossier.manifest.exclusions
    .filter((leaf) => !isSealed(leaf) && holds(leaf, query, code))
    .map((leaf) => ({
      name: clipped(leaf.name),
      id: leaf.id,
      state: 'excluded',
      short: '不参加抽取',
      reason: clipped(leaf.reason),
    }))
}

/** How many leaves of the pool and the exclusions show no name. */
export function sealedCount({ strata, manifest }) {
  return countSealed([...strata.map(({ targets }) => targets), manifest.exclusions])
}
