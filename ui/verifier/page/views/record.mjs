// The record itself: its head, seats, strata and whatever the office added. The lists of targets and people stand in the
// results.
import { fours, grouped, moment } from '../words/figures.mjs'
import { copyButton } from './copy.mjs'
import { el } from '../dom.mjs'
import { listView } from './lists.mjs'
import { outcomeWords } from '../words/record.mjs'

/** The strip under the verdict: which draw this is, at one look. */
export function headStrip(head, fileName) {
  return el(
    'div.head-strip',
    {},
    el('div.head-title', {}, el('h1', {}, head.title), el('div.badges', {}, badges(head))),
    el('p.head-office', {}, `${head.office.name}\u3000${head.task}`),
    el(
      'dl.head-facts',
      {},
      fact('次序', `第 ${grouped(head.sequence)} 次摇号，本任务第 ${grouped(head.attempt)} 次抽取`),
      fact('封存时间', moment(head.createdAt)),
      fact('短码', el('code', {}, head.shortCode)),
      fact('文件', el('span.file-name', {}, fileName)),
    ),
  )
}

function badges(head) {
  const { counts } = head
  return [
    head.outcome === 'void' && el('span.badge.red', {}, '作废'),
    head.cancelled && el('span.badge.red', {}, '已取消'),
    head.lost && el('span.badge.red', {}, '密数遗失 LOST'),
    head.rehearsal && el('span.badge.gold', {}, '彩排'),
    head.attempt > 1 && el('span.badge.gold', {}, `第 ${head.attempt} 次抽取`),
    counts.sealed > 0 && el('span.badge', {}, `密封 ${grouped(counts.sealed)} 条`),
    counts.amendments > 0 && el('span.badge', {}, `变更 ${grouped(counts.amendments)} 条`),
  ]
}

/** @param {(wish: object) => Promise<object>} ask */
export function recordView(head, print, ask) {
  return el(
    'div',
    {},
    el('h2', {}, '各层与规则'),
    listView({
      list: 'strata',
      label: '各层与规则',
      empty: '没有分层。',
      ask,
      filter: head.counts.strata > 20,
    }),
    el('h2', {}, '见证席位'),
    head.counts.seats > 0
      ? listView({ list: 'seats', label: '见证席位', empty: '', ask, filter: false })
      : el('p.soft', {}, '没有见证席位。'),
    el('h2', {}, '记录'),
    el('dl.record', {}, recordFacts(head, print)),
    head.extras.length > 0 && [
      el('h2', {}, '单位附注与现场情况', el('small', {}, '单位自己写的，本页只照录')),
      el(
        'dl.record.extras',
        {},
        head.extras.map(([path, value]) => fact(path, value)),
      ),
      head.extrasCut && el('p.soft', {}, `太多，只列前 ${head.extras.length} 项；全部在文件里。`),
    ],
  )
}

function recordFacts(head, print) {
  return [
    fact('结局', outcomeWords(head)),
    fact('单位', `${head.office.name}（${head.office.code}）`),
    fact('任务', head.task),
    fact('抽查事项', head.items.join('、') || '没有列出'),
    fact('记录编号', head.drawId),
    fact('派人', crewRule(head)),
    fact('质询数', head.challenge === '' ? '没有' : el('code', {}, head.challenge)),
    codeFact('封存码', head.commitment),
    fact('短码', [
      el('code', {}, head.shortCode),
      copyButton(head.shortCode, { title: '复制', about: '短码' }),
    ]),
    head.secret === null ? fact('电脑的密数', '已遗失') : codeFact('电脑的密数', head.secret),
    head.seed === null ? fact('种子', '没有') : codeFact('种子', head.seed),
    codeFact('记录摘要', head.digest),
    head.sequence === 1 ? fact('上一次的摘要', '没有，这是第一次') : codeFact('上一次的摘要', head.previous),
    head.basis !== null && codeFact('为这份记录派人', head.basis),
    codeFact('本站公钥', head.station),
    codeFact('本站指纹', head.fingerprint),
    codeFact('文件的 SHA-256', print),
  ]
}

function crewRule({ crew, mannedLater }) {
  if (mannedLater) return '这次只抽对象，不派人'
  const cap = crew.cap === 0 ? '每人不限户数' : `每人最多 ${grouped(crew.cap)} 户`
  return crew.balance ? `${cap}，先派手上最少的人` : cap
}

/** Hex digits: shown in groups of four, copied without. */
function codeFact(title, digits) {
  return fact(title, [el('code', {}, fours(digits)), copyButton(digits, { title: '复制', about: title })])
}

function fact(title, value) {
  return el('div', {}, el('dt', {}, title), el('dd', {}, value))
}
