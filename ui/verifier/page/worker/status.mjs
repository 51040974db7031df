// What became of one row of the pool, and who is sent there: the sentences that the tables and the search share.
import { clipped } from '../words/figures.mjs'
import { lot } from '../words/record.mjs'
import { personName, rowKey } from './dossier.mjs'

/** No crew has as many; a file could. */
const MOST_POSTS = 100

/**
 * @param {import('./dossier.mjs').Dossier} dossier
 * @returns {{state: 'drawn'|'left'|'came'|'reserve'|'none', short: string, long: string[]}}
 */
export function fate(dossier, row) {
  const key = rowKey(row)
  const told = dossier.drawnAt.has(key)
    ? drawnFate(dossier, key)
    : dossier.reserveAt.has(key)
      ? reserveFate(dossier, key, row)
      : missedFate(dossier)
  if (dossier.record.outcome === 'void') return voided(told)
  if (dossier.cancelled && told.state !== 'none') return cancelled(told)
  return told
}

function drawnFate(dossier, key) {
  const place = `抽中，第 ${dossier.drawnAt.get(key) + 1} 个抽出`
  const gone = dossier.moves.left.get(key)
  if (!gone) return { state: 'drawn', short: '抽中', long: [place] }
  const successor = gone.successor
    ? `，由 ${lot(gone.successor.stratum, gone.successor.number)} 递补`
    : '，没有递补'
  return {
    state: 'left',
    short: '已退出',
    long: [place, `后来按第 ${gone.by} 条变更退出${successor}。理由：${gone.reason}`],
  }
}

function reserveFate(dossier, key, row) {
  const rank = reserveRank(dossier, row)
  const came = dossier.moves.entered.get(key)
  if (!came) return { state: 'reserve', short: `候补第 ${rank}`, long: [`本层候补第 ${rank}，没有用到`] }
  const instead = lot(came.insteadOf.stratum, came.insteadOf.number)
  const told = [`本层候补第 ${rank}，按第 ${came.by} 条变更接替 ${instead}`]
  const gone = dossier.moves.left.get(key)
  if (!gone) return { state: 'came', short: '递补入列', long: told }
  return {
    state: 'left',
    short: '递补后退出',
    long: [...told, `又按第 ${gone.by} 条变更退出。理由：${gone.reason}`],
  }
}

function missedFate(dossier) {
  if (!dossier.record.result) return { state: 'none', short: '没有结果', long: ['这次封存没有摇出结果'] }
  return { state: 'none', short: '没有抽中', long: ['没有抽中，也不是候补'] }
}

function voided(told) {
  if (told.short === '没有结果') return told
  return {
    ...told,
    short: `本来${told.short}`,
    long: [`本来的结果：${told.long[0]}`, '这次摇号已经作废，以上不生效'],
  }
}

function cancelled(told) {
  return {
    ...told,
    state: 'left',
    short: '已取消',
    long: [...told.long, '整个结果后来已经取消，现在没有在列的对象'],
  }
}

/** Reserves count within their stratum, from 1. */
export function reserveRank(dossier, { stratum, number }) {
  if (!dossier.ranks) dossier.ranks = rankReserves(dossier.reserves)
  return dossier.ranks.get(rowKey({ stratum, number }))
}

function rankReserves(reserves) {
  const seen = new Map()
  const ranks = new Map()
  for (const row of reserves) {
    const rank = (seen.get(row.stratum) ?? 0) + 1
    seen.set(row.stratum, rank)
    ranks.set(rowKey(row), rank)
  }
  return ranks
}

/** The crew of a row as `[{role, name}]`; an empty name is a slot nobody took. */
export function crewOf(dossier, row) {
  const slots = dossier.byKey.get(row.stratum)?.slots ?? []
  return row.crew.slice(0, MOST_POSTS).map((id, index) => ({
    role: clipped(slots[index]?.role ?? `第 ${index + 1} 席`, 40),
    name: id === null ? '' : personName(dossier, id),
  }))
}

/** Who goes to a row as things are now; for a void draw, who would have gone. */
export function crewNow(dossier, row) {
  const at = dossier.standsAt.get(rowKey(row))
  if (at !== undefined) return crewOf(dossier, dossier.standing[at])
  const drawn = dossier.drawnAt.get(rowKey(row))
  return drawn !== undefined && dossier.record.outcome === 'void'
    ? crewOf(dossier, dossier.selected[drawn])
    : []
}
