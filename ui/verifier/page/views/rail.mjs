// Several files as one chain: in the order of their numbers, how each ended, and whether each takes up the one before. It is
// also where a file is chosen. The engine's own check of the chain is shown with the other checks.
import { STATUS } from '../words/checks.mjs'
import { kindOf, kindWord } from '../words/verdict.mjs'
import { day, ends, grouped } from '../words/figures.mjs'
import { el, mark } from '../dom.mjs'
import { outcomeWords } from '../words/record.mjs'

const MARKS = { match: 'pass', mismatch: 'fail', unreadable: 'unreadable' }

/**
 * @param {{files: File[], report: object, heads: object[], active: number}} state
 * @param {{onOpen: (index: number) => void, onRemove: (index: number) => void}} options
 */
export function railView({ files, report, heads, active }, { onOpen, onRemove }) {
  const order = chainOrder(heads)
  const nodes = order.flatMap((index, place) => {
    const before = place > 0 ? heads[order[place - 1]] : null
    return [
      place > 0 && linkRow(before, heads[index]),
      stopRow(
        { index, file: files[index], told: report.files[index], head: heads[index], active },
        onOpen,
        onRemove,
      ),
    ]
  })
  return el(
    'nav.rail',
    { 'aria-label': '文件' },
    el('h2', {}, '前后相接', el('small', {}, chainStatus(report))),
    el('ol', {}, nodes),
  )
}

/** By sequence; what could not be read comes last, as it was given. */
export function chainOrder(heads) {
  const place = (index) => heads[index]?.sequence ?? Infinity
  return heads.map((_, index) => index).sort((one, other) => compare(place(one), place(other)) || one - other)
}

function compare(one, other) {
  return one === other ? 0 : one < other ? -1 : 1
}

function chainStatus({ files }) {
  return STATUS[files[0].checks.find(({ name }) => name === 'chain').status]
}

function stopRow({ index, file, told, head, active }, onOpen, onRemove) {
  const kind = kindOf(told)
  return el(
    `li.stop.${kind}`,
    {},
    el(
      'button.stop-open',
      {
        type: 'button',
        'aria-current': index === active ? 'true' : false,
        onclick: () => onOpen(index),
        id: `file-${index}`,
      },
      el('span.stop-mark', {}, mark(MARKS[kind])),
      el(
        'span.stop-body',
        {},
        el(
          'strong',
          {},
          head ? `第 ${grouped(head.sequence)} 次摇号` : '没有读出内容',
          el('em', {}, kindWord(told)),
        ),
        head && pair(day(head.createdAt), outcomeWords(head)),
        head && pair(head.task, `本任务第 ${grouped(head.attempt)} 次`),
        head && el('code', {}, `摘要 ${ends(head.digest)}`),
        el('span.stop-file', {}, file.name),
      ),
    ),
    el(
      'button.stop-remove',
      {
        type: 'button',
        onclick: () => onRemove(index),
        'aria-label': `移去 ${file.name}`,
        title: '移去这个文件',
      },
      '×',
    ),
  )
}

/** Two short facts on one line where there is room. */
function pair(one, other) {
  return el('span.stop-line', {}, el('span', {}, one), el('span', {}, other))
}

function linkRow(before, head) {
  const { text, good } = linkWords(before, head)
  return el(`li.link.${good ? 'good' : 'bad'}`, {}, mark(good ? 'pass' : 'fail'), text)
}

function linkWords(before, head) {
  if (!before || !head) return { good: false, text: '没有读出，接不上' }
  if (head.sequence === before.sequence) return { good: false, text: '序号相同' }
  const gap = head.sequence - before.sequence - 1
  if (gap === 1) return { good: false, text: `缺第 ${grouped(before.sequence + 1)} 次` }
  if (gap > 1)
    return { good: false, text: `缺第 ${grouped(before.sequence + 1)} 至 ${grouped(head.sequence - 1)} 次` }
  return head.previous === before.digest
    ? { good: true, text: '摘要相接' }
    : { good: false, text: '摘要接不上' }
}
