// The lists of a record as a table with a filter and pages. The worker holds the rows and makes the cells; this only lays
// out the page that is looked at.
import { clearTimeout, setTimeout } from '../browser.mjs'
import { el, fill } from '../dom.mjs'
import { grouped } from '../words/figures.mjs'

const NARROW = { 序: true, 抽签号: true, 条: true, 席位: true }

/**
 * @param {{list: string, label: string, empty: string, ask: (wish: object) => Promise<object>, filter?: boolean}} options
 */
export function listView({ list, label, empty, ask, filter = true }) {
  const holder = el('div.table-holder', { tabindex: '0', role: 'region', 'aria-label': label })
  const foot = el('div.table-foot')
  const state = { filter: '', page: 0, turn: 0 }
  let timer = 0
  const field = el('input', {
    type: 'search',
    placeholder: '名称、代码、抽签号、人员',
    'aria-label': `在${label}里筛选`,
    oninput: () => {
      clearTimeout(timer)
      timer = setTimeout(() => turnTo(0), 250)
    },
  })

  const tools = filter && el('div.list-tools', {}, field)

  async function turnTo(page) {
    state.turn += 1
    const turn = state.turn
    state.filter = field.value.trim()
    try {
      const told = await ask({ list, filter: state.filter, page })
      if (turn === state.turn) show(told)
    } catch (error) {
      if (turn === state.turn) fill(holder, el('p.empty', {}, `这张表没能列出来：${error.message}`))
    }
  }

  function show(told) {
    fill(
      holder,
      told.rows.length > 0
        ? table(told, label)
        : el('p.empty', {}, told.total === 0 ? empty : '没有符合的行。'),
    )
    holder.scrollTop = 0
    if (tools) tools.hidden = told.total === 0
    fill(foot, footWords(told, state.filter), told.pages > 1 && pager(told, turnTo))
  }

  turnTo(0)
  return el('div.list', {}, tools, holder, foot)
}

function footWords({ total, matched, page, rows }, filter) {
  if (total === 0) return null
  const from = page * 100 + 1
  const range =
    rows.length > 0 && matched > rows.length
      ? `第 ${grouped(from)}–${grouped(from + rows.length - 1)} 行，`
      : ''
  const all =
    filter === '' ? `共 ${grouped(total)} 行` : `筛得 ${grouped(matched)} 行，共 ${grouped(total)} 行`
  return el('span.soft', { role: 'status' }, range + all)
}

function pager({ page, pages }, turnTo) {
  const to = (target, title) =>
    el(
      'button',
      {
        type: 'button',
        disabled: target < 0 || target >= pages || target === page,
        onclick: () => turnTo(target),
      },
      title,
    )
  const jump = el('input.page-number', {
    type: 'text',
    inputmode: 'numeric',
    value: String(page + 1),
    'aria-label': '页码',
    onchange: (event) => turnTo((Number.parseInt(event.target.value, 10) || 1) - 1),
  })
  return el(
    'div.pager',
    {},
    to(0, '首页'),
    to(page - 1, '上一页'),
    el('span', {}, '第 ', jump, ` / ${grouped(pages)} 页`),
    to(page + 1, '下一页'),
    to(pages - 1, '末页'),
  )
}

function table({ columns, rows }, label) {
  return el(
    'table',
    { 'aria-label': label },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        columns.map((title) => el(NARROW[title] ? 'th.narrow' : 'th', { scope: 'col' }, title)),
      ),
    ),
    el(
      'tbody',
      {},
      rows.map((cells) =>
        el(
          'tr',
          {},
          cells.map((cell, at) => cellOf(cell, columns[at])),
        ),
      ),
    ),
  )
}

function cellOf(cell, column) {
  const traits = { 'data-column': column }
  if (typeof cell === 'string') return el(NARROW[column] ? 'td.narrow' : 'td', traits, cell)
  if (cell.code !== undefined) return el('td.code', traits, cell.code)
  if (cell.crew) return el('td.crew', traits, crewWords(cell.crew))
  if (cell.state) return el('td', traits, el(`span.state.${cell.state}`, {}, cell.text))
  return el(
    cell.name ? 'td.named' : 'td',
    traits,
    el(cell.struck ? 's' : cell.quiet ? 'span.soft' : 'span', {}, cell.text),
    cell.note && el('span.note', {}, cell.note),
  )
}

/** @param {{role: string, name: string}[]} crew */
export function crewWords(crew) {
  if (crew.length === 0) return el('span.soft', {}, '不派人')
  return crew.map(({ role, name }) =>
    el('span.post', {}, el('span.soft', {}, role), ' ', name === '' ? el('em.vacant', {}, '空缺') : name),
  )
}
