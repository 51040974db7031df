// The lists of one record side by side: how things stand, what was drawn, reserves, changes, exclusions, the pool, people.
// Which of them there are depends on the record; the rows come from the worker.
import { el, fill } from '../dom.mjs'
import { grouped } from '../words/figures.mjs'
import { listView } from './lists.mjs'
import { voidWords } from '../words/record.mjs'

/**
 * @param {import('../worker/head.mjs').Head} head
 * @param {(wish: object) => Promise<object>} ask
 */
export function resultsView(head, ask) {
  const lists = listsOf(head)
  const holder = el('div')
  const buttons = lists.map((entry) =>
    el(
      'button.pick',
      { type: 'button', 'aria-pressed': 'false', onclick: () => choose(entry) },
      entry.title,
      el('b', {}, grouped(entry.count)),
    ),
  )
  function choose(entry) {
    lists.forEach((each, at) => buttons[at].setAttribute('aria-pressed', String(each === entry)))
    const options = { list: entry.list, label: entry.title, empty: entry.empty, ask }
    fill(holder, entry.note && el('p.list-note', {}, entry.note), listView(options))
  }
  choose(lists[0])
  return el(
    'div',
    {},
    head.outcome === 'void' && voidBox(head),
    el('div.picks', { role: 'group', 'aria-label': '看哪一张表' }, buttons),
    holder,
  )
}

function voidBox(head) {
  return el(
    'div.void-box',
    {},
    el('h2', {}, '这次摇号作废'),
    el('p', {}, voidWords(head)),
    el('p', {}, wouldBe(head)),
  )
}

function wouldBe({ hasResult, lost, void: given }) {
  if (hasResult)
    return '下面“本来的结果”是由密数和见证数算出的、假如没有作废就会抽中的名单，只供查看，不生效。'
  if (lost) return '密数已经遗失，看不到本来的结果。'
  if (given.stage === 'sealed') return '作废时还没有见证数，所以没有结果，也没有人能知道本来会抽中谁。'
  return '有的见证数没有公开，所以算不出本来的结果。'
}

function listsOf(head) {
  const { counts, outcome } = head
  const changed = counts.amendments > 0
  const all = [
    changed && {
      list: 'standing',
      title: '现在在列',
      count: counts.standing,
      empty: standingEmpty(head),
      note: STANDING,
    },
    outcome === 'void'
      ? { list: 'selected', title: '本来的结果', count: counts.selected, empty: '没有结果。', note: '' }
      : {
          list: 'selected',
          title: changed ? '当时抽中' : '抽中',
          count: counts.selected,
          empty: '没有抽中的对象。',
          note: '',
        },
    { list: 'reserves', title: '候补', count: counts.reserves, empty: '没有设候补。', note: RESERVES },
    changed && { list: 'amendments', title: '变更', count: counts.amendments, empty: '', note: '' },
    {
      list: 'exclusions',
      title: '排除',
      count: counts.exclusions,
      empty: '没有被排除的对象。',
      note: EXCLUSIONS,
    },
    { list: 'pool', title: '全部参加对象', count: counts.pool, empty: '没有参加的对象。', note: '' },
    {
      list: 'inspectors',
      title: '检查人员',
      count: counts.inspectors,
      empty: '没有检查人员名单，只抽对象。',
      note: '',
    },
    counts.recusals > 0 && { list: 'recusals', title: '回避', count: counts.recusals, empty: '', note: '' },
  ]
  return all.filter(Boolean)
}

const STANDING = '摇号结果经过历次变更，现在要去检查的就是这些。'
const RESERVES = '对象退出时，本层候补按这里的次序递补，次序在摇号时就已定死。'
const EXCLUSIONS = '属于这次范围、但没有放进抽取池的对象，以及理由。'

function standingEmpty({ cancelled }) {
  return cancelled ? '整个结果已经取消，没有在列的对象。' : '没有在列的对象。'
}
