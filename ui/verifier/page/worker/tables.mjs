// The lists of a file as pages of cells: the drawn, the standing, reserves, exclusions, amendments, the whole pool and the
// rest. A list of a million rows stays here; only the page that is looked at is made into cells. How cells look is left to
// the page.
import { amendmentWords, chanceWords, lot, ruleWords, slotWords, stratumName } from '../words/record.mjs'
import { clipped, grouped, moment } from '../words/figures.mjs'
import { isSealed, personName, poolRow, poolSize, targetOf } from './dossier.mjs'
import { crewOf, fate, reserveRank } from './status.mjs'

export const PAGE = 100
const SEALED = '（密封，只有摘要）'

/** Each list: its columns, how many rows, the cells of one, and the text a filter looks into. */
const LISTS = {
  standing: {
    columns: ['序', '抽签号', '名称与代码', '类别', '检查组', '来历'],
    count: (dossier) => dossier.standing.length,
    cells: (dossier, index) => drawnCells(dossier, dossier.standing[index], index),
    text: (dossier, index) => drawnText(dossier, dossier.standing[index]),
  },
  selected: {
    columns: ['序', '抽签号', '名称与代码', '类别', '检查组', '现状'],
    count: (dossier) => dossier.selected.length,
    cells: (dossier, index) => drawnCells(dossier, dossier.selected[index], index),
    text: (dossier, index) => drawnText(dossier, dossier.selected[index]),
  },
  reserves: {
    columns: ['抽签号', '名称与代码', '类别', '本层候补次序', '现状'],
    count: (dossier) => dossier.reserves.length,
    cells: (dossier, index) => {
      const row = dossier.reserves[index]
      return [...targetCells(dossier, row), String(reserveRank(dossier, row)), stateCell(dossier, row)]
    },
    text: (dossier, index) => targetText(dossier, dossier.reserves[index]),
  },
  exclusions: {
    columns: ['序', '名称与代码', '排除的理由'],
    count: (dossier) => dossier.manifest.exclusions.length,
    cells: (dossier, index) => {
      const leaf = dossier.manifest.exclusions[index]
      return [String(index + 1), leafCell(leaf), isSealed(leaf) ? SEALED : clipped(leaf.reason)]
    },
    text: ({ manifest }, index) =>
      leafText(manifest.exclusions[index]) + (manifest.exclusions[index].reason ?? ''),
  },
  amendments: {
    columns: ['条', '时间', '变更', '理由', '经手', '效力'],
    count: (dossier) => dossier.content.amendments.length,
    cells: amendmentCells,
    text: (dossier, index) => amendmentCells(dossier, index).map(cellText).join('\n'),
  },
  pool: {
    columns: ['抽签号', '名称与代码', '类别', '结果'],
    count: poolSize,
    cells: (dossier, index) => {
      const row = poolRow(dossier, index)
      return [...targetCells(dossier, row), stateCell(dossier, row)]
    },
    text: (dossier, index) => targetText(dossier, poolRow(dossier, index)),
  },
  inspectors: {
    columns: ['序', '姓名与编号', '部门', '技能'],
    count: (dossier) => dossier.people.size,
    cells: (dossier, index) => {
      const person = peopleOf(dossier)[index]
      const name = person.borrowed ? `${person.name}（借调）` : person.name
      return [
        String(index + 1),
        named(name, person.id),
        clipped(person.dept),
        clipped(person.skills.join('、')),
      ]
    },
    text: (dossier, index) => peopleText(peopleOf(dossier)[index]),
  },
  recusals: {
    columns: ['序', '检查人员', '回避的对象', '理由'],
    count: (dossier) => dossier.manifest.recusals.length,
    cells: recusalCells,
    text: (dossier, index) => recusalCells(dossier, index).map(cellText).join('\n'),
  },
  strata: {
    columns: ['层（类别）', '规则', '参加', '应抽', '候补', '每户机会', '检查组席位'],
    count: (dossier) => dossier.strata.length,
    cells: stratumCells,
    text: (dossier, index) => stratumCells(dossier, index).map(cellText).join('\n'),
  },
  seats: {
    columns: ['席位', '身份', '代称', '见证数'],
    count: (dossier) => dossier.manifest.seats.length,
    cells: seatCells,
    text: (dossier, index) => seatCells(dossier, index).map(cellText).join('\n'),
  },
}

/**
 * One page of a list.
 * @param {{list: string, filter: string, page: number}} wish
 */
export function pageOf(dossier, { list, filter, page }) {
  const { columns, count, cells } = LISTS[list]
  const total = count(dossier)
  const found = filter === '' ? null : matching(dossier, list, filter)
  const matched = found ? found.length : total
  const last = Math.max(0, Math.ceil(matched / PAGE) - 1)
  const at = Math.min(Math.max(0, page), last)
  const rows = []
  for (let place = at * PAGE; place < Math.min(matched, (at + 1) * PAGE); place += 1)
    rows.push(cells(dossier, found ? found[place] : place))
  return { columns, rows, total, matched, page: at, pages: last + 1 }
}

/** Row places that hold the text. The last search is kept, since people leaf through it. */
function matching(dossier, list, filter) {
  const kept = dossier.lastFilter
  if (kept?.list === list && kept.filter === filter) return kept.found
  const { count, text } = LISTS[list]
  const wanted = filter.toLowerCase()
  const found = []
  for (let index = 0, total = count(dossier); index < total; index += 1)
    if (text(dossier, index).toLowerCase().includes(wanted)) found.push(index)
  dossier.lastFilter = { list, filter, found }
  return found
}

function drawnCells(dossier, row, index) {
  const crew = { crew: crewOf(dossier, row) }
  return [String(index + 1), ...targetCells(dossier, row), crew, stateCell(dossier, row)]
}

function drawnText(dossier, row) {
  const crew = crewOf(dossier, row).map(({ role, name }) => `${role}${name || '空缺'}`)
  return `${targetText(dossier, row)}\n${crew.join('\n')}\n${fate(dossier, row).short}`
}

function targetCells(dossier, row) {
  const stratum = dossier.byKey.get(row.stratum)
  return [
    { code: lot(row.stratum, row.number) },
    leafCell(targetOf(dossier, row)),
    stratum ? stratumName(stratum) : '',
  ]
}

function targetText(dossier, row) {
  const label = dossier.byKey.get(row.stratum)?.label ?? ''
  return `${lot(row.stratum, row.number)}\n${leafText(targetOf(dossier, row))}\n${label}`
}

function leafCell(leaf) {
  if (leaf === undefined) return '（文件里没有这个号）'
  if (isSealed(leaf)) return { text: SEALED, note: leaf.leaf, quiet: true }
  return named(leaf.name, leaf.id)
}

function leafText(leaf) {
  if (leaf === undefined) return ''
  return isSealed(leaf) ? leaf.leaf : `${leaf.name}\n${leaf.id}`
}

function named(name, id) {
  return { text: clipped(name), note: id, name: true }
}

function stateCell(dossier, row) {
  const { state, short } = fate(dossier, row)
  return { text: short, state }
}

function amendmentCells(dossier, index) {
  const amendment = dossier.content.amendments[index]
  const counts = dossier.counting[index]
  const row = 'number' in amendment ? targetOf(dossier, amendment) : undefined
  return [
    String(index + 1),
    moment(amendment.at),
    {
      text: clipped(amendmentWords(amendment, (id) => personName(dossier, id))),
      note: row && !isSealed(row) ? clipped(row.name) : '',
      struck: !counts && amendment.kind !== 'withdraw',
    },
    clipped(amendment.reason),
    clipped(amendment.by.join('、')),
    amendment.kind === 'withdraw' ? '撤回' : counts ? '有效' : { text: '已撤回', state: 'left' },
  ]
}

function recusalCells(dossier, index) {
  const recusal = dossier.manifest.recusals[index]
  const target = targetOf(dossier, recusal)
  const name = target === undefined || isSealed(target) ? '' : target.name
  return [
    String(index + 1),
    named(personName(dossier, recusal.inspector), recusal.inspector),
    { text: lot(recusal.stratum, recusal.number), note: clipped(name) },
    clipped(recusal.reason),
  ]
}

function stratumCells(dossier, index) {
  const stratum = dossier.strata[index]
  const items = stratum.items.map(
    (code) => dossier.manifest.items.find((item) => item.code === code)?.name ?? code,
  )
  return [
    { text: clipped(stratumName(stratum)), note: clipped(items.join('、')) },
    ruleWords(stratum.rule),
    grouped(stratum.targets.length),
    grouped(stratum.quota),
    grouped(stratum.reserve),
    chanceWords(stratum.quota, stratum.targets.length),
    stratum.slots.length > 0 ? clipped(stratum.slots.map(slotWords).join('、')) : '不派人',
  ]
}

function seatCells(dossier, index) {
  const seat = dossier.manifest.seats[index]
  const digits = dossier.record.contributions[index]
  return [
    `${index + 1} 号`,
    clipped(seat.role),
    clipped(seat.alias),
    digits === undefined ? '（缺）' : digits === null ? '没有公开' : { code: digits },
  ]
}

function peopleOf(dossier) {
  dossier.peopleList ??= [...dossier.people.values()]
  return dossier.peopleList
}

function peopleText(person) {
  return [person.name, person.id, person.dept, ...person.skills].join('\n')
}

function cellText(cell) {
  return typeof cell === 'string' ? cell : [cell.text, cell.note, cell.code].filter(Boolean).join('\n')
}
