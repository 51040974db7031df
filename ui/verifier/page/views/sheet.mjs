// The verification sheet: what is printed. One page or more per file, black on white, with room for a name and a date by hand; the long lists
// are not printed.
import { CHECKS, PLAIN, STATUS } from '../words/checks.mjs'
import { WORDS, shownStatus, verdictWords } from '../words/verdict.mjs'
import { fours, grouped, moment, size } from '../words/figures.mjs'
import { el } from '../dom.mjs'
import { isTold } from '../paper.mjs'
import { outcomeWords, voidWords } from '../words/record.mjs'
import { placeWords } from '../words/places.mjs'

/**
 * @param {{file: File, print: string, told: object, head: object|null, hint: object|null, compared: object[], batch: string}} matter
 */
export function printedSheet({ file, print, told, head, hint, compared, batch }) {
  const verdict = verdictWords(told, head, compared, hint)
  return el(
    'section.sheet',
    {},
    el('h1', {}, '摇号结果核验单'),
    el(
      'p.sheet-sub',
      {},
      el('span', {}, head ? `${head.office.name}\u3000${head.title}` : file.name),
      el('span', {}, batch),
    ),
    el('table.sheet-table', {}, el('tbody', {}, fileRows(file, print), head && headRows(head))),
    el(
      'table.sheet-table',
      {},
      el(
        'tbody',
        {},
        row(
          '核验结论',
          el('strong', {}, WORDS[verdict.kind]),
          el('div', {}, verdict.lead),
          el('div', {}, verdict.next),
        ),
      ),
    ),
    checksTable(told),
    el(
      'table.sheet-table',
      {},
      el(
        'tbody',
        {},
        row('对照纸面', paperLines(compared)),
        row('提示', head ? noticeLines(told) : '没有读出内容'),
      ),
    ),
    el(
      'div.sheet-sign',
      {},
      el('span', {}, '核验人：', el('i')),
      el('span', {}, '日期：', el('i.short'), '年', el('i.tiny'), '月', el('i.tiny'), '日'),
    ),
    el(
      'p.sheet-foot',
      {},
      '本单由离线网页 verify.html 按协议 sunlot/1 在核验人的电脑上重新计算得出，以公开文件和纸面原件为准。',
    ),
  )
}

function fileRows(file, print) {
  return [row('文件', `${file.name}（${size(file.size)}）`), row('SHA-256', code(fours(print)))]
}

function headRows(head) {
  const { counts } = head
  const numbers = [
    `参加 ${grouped(counts.pool)}`,
    `排除 ${grouped(counts.exclusions)}`,
    `${head.outcome === 'void' ? '本来抽中' : '抽中'} ${grouped(counts.selected)}`,
    `候补 ${grouped(counts.reserves)}`,
    `变更 ${grouped(counts.amendments)}`,
    `现在在列 ${grouped(counts.standing)}`,
  ]
  return [
    row(
      '次序',
      `第 ${grouped(head.sequence)} 次摇号，本任务（${head.task}）第 ${grouped(head.attempt)} 次抽取${head.rehearsal ? '，彩排' : ''}`,
    ),
    row('封存时间', moment(head.createdAt)),
    row('结局', outcomeWords(head), head.void && el('div', {}, voidWords(head))),
    row('数目', numbers.join('，')),
    row('封存码', code(fours(head.commitment)), el('div', {}, '短码 ', code(head.shortCode))),
    row('记录摘要', code(fours(head.digest))),
    row('本站指纹', code(fours(head.fingerprint))),
  ]
}

function checksTable(told) {
  return el(
    'table.sheet-table.sheet-checks',
    {},
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        ['序', '核验项目', '结论', '说明'].map((title) => el('th', { scope: 'col' }, title)),
      ),
    ),
    el(
      'tbody',
      {},
      told.checks.map((check, index) =>
        el(
          'tr',
          {},
          el('td', {}, index + 1),
          el('td', {}, CHECKS[check.name].title),
          el('td', {}, el(check.status === 'fail' ? 'strong' : 'span', {}, STATUS[shownStatus(check)])),
          el('td', {}, check.faults.length > 0 ? check.faults.map(faultLine) : '—'),
        ),
      ),
    ),
  )
}

function faultLine({ text, path }) {
  const told = PLAIN[text] ? `${text}（${PLAIN[text]}）` : text
  return el('div', {}, path === undefined ? told : `${placeWords(path)}：${told}`)
}

function paperLines(compared) {
  const told = compared.filter(({ result }) => isTold(result))
  if (told.length === 0) return '没有对照纸面'
  return told.map(({ title, typed, result }) =>
    el(
      'div',
      {},
      `${title}\u3000`,
      code(typed.trim()),
      `\u3000${result.state === 'match' ? '一致' : `不一致，${result.text}`}`,
    ),
  )
}

function noticeLines({ notices }) {
  return notices.length === 0 ? '没有' : notices.map(({ text }) => text).join('；')
}

function code(text) {
  return el('code', {}, text)
}

function row(title, ...values) {
  return el('tr', {}, el('th', { scope: 'row' }, title), el('td', {}, values))
}
