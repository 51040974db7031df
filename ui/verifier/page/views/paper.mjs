// The paper: a form for what stands on the sealing sheet and the witness's card. Each field answers while it is typed; the
// engine is asked again by the caller.
import { compareChallenge, compareCode, compareNumber, compareStation } from '../paper.mjs'
import { el, fill, mark } from '../dom.mjs'

/**
 * @param {import('../worker/head.mjs').Head} head
 * @param {{sheet: import('../paper.mjs').Sheet, station: string}} typed changed in place
 * @param {{onChange: () => void, onAgain: (() => void)|null}} options
 */
export function paperView(head, typed, { onChange, onAgain }) {
  const renewals = []
  const changed = () => {
    for (const renew of renewals) renew()
    onChange()
  }
  const code = entry('封存码', '短码（八组，每组四个）或 64 位全码，空格、横线、大小写都不要紧', {
    value: typed.sheet.code,
    set: (value) => (typed.sheet.code = value),
    compare: () => compareCode(typed.sheet.code, head),
  })
  const challenge = entry('质询数', '封存前见证人当场报的数', {
    value: typed.sheet.challenge,
    set: (value) => (typed.sheet.challenge = value),
    compare: () => compareChallenge(typed.sheet.challenge, head),
    numeric: true,
  })
  const number = entry('见证数', '您写在见证卡上的数', {
    value: typed.sheet.number,
    set: (value) => (typed.sheet.number = value),
    compare: () => compareNumber(typed.sheet.number, typed.sheet.seat, head),
    numeric: true,
    before: seatChoice(head, typed.sheet, () => changed()),
  })
  const station = entry('本站指纹', '32 位，单位张贴在公告栏或网站上', {
    value: typed.station,
    set: (value) => (typed.station = value),
    compare: () => compareStation(typed.station, head),
  })
  const shown = [code, head.challenge !== '' && challenge, head.seats.length > 0 && number, station].filter(
    Boolean,
  )
  for (const { input, set, renew } of shown) {
    renewals.push(renew)
    input.addEventListener('input', () => {
      set(input.value)
      changed()
    })
    renew()
  }
  return el(
    'div.columns.paper',
    {},
    el(
      'div.column-main',
      {},
      el('h2', {}, '对照纸面'),
      el('p.soft', {}, '照着手里的封存单、见证卡和张贴的指纹填，有哪样填哪样。请看着纸填，不要从文件里抄。'),
      el(
        'form',
        { onsubmit: (event) => (event.preventDefault(), onAgain?.()) },
        shown.map(({ row }) => row),
        onAgain && againLine(),
      ),
      head.seats.length === 0 && el('p.soft', {}, '这次没有见证席位，所以没有质询数和见证数可以对照。'),
    ),
    el('aside.column-side', { 'aria-label': '一致说明什么' }, el('h2', {}, '一致说明什么'), meaning()),
  )
}

function entry(title, hint, { value, set, compare, numeric = false, before = null }) {
  const id = `paper-${title}`
  const answer = el('div.paper-answer', { role: 'status', id: `${id}-answer` })
  const input = el('input.code', {
    id,
    type: 'text',
    value,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    maxlength: '200',
    inputmode: numeric ? 'numeric' : 'text',
    'aria-describedby': `${id}-hint ${id}-answer`,
  })
  const row = el(
    'div.paper-row',
    {},
    el('label', { for: id }, title),
    el(
      'div.paper-field',
      {},
      el('div.paper-inputs', {}, before, input),
      el('p.hint', { id: `${id}-hint` }, hint),
      answer,
    ),
  )
  const renew = () => {
    const result = compare()
    answer.className = `paper-answer ${result.state}`
    fill(answer, answerWords(result))
  }
  return { row, input, set, renew }
}

function answerWords(result) {
  if (result.state === 'empty') return []
  if (result.state === 'match')
    return [mark('pass'), el('b', {}, '一致'), result.text === '一致' ? null : `\u3000${result.text}`]
  if (result.state === 'partial') return [mark('waiting'), result.text]
  return [mark('fail'), el('b', {}, '不一致'), `\u3000${result.text}`, result.ours && oursLine(result)]
}

/** The file's value with the first different place marked, for reading off against the paper. */
function oursLine({ ours, at, group = 0 }) {
  const letters = Array.from(ours).flatMap((letter, place) => [
    group > 0 && place > 0 && place % group === 0 ? '-' : null,
    place === at ? el('mark', {}, letter) : letter,
  ])
  return el('div.ours', {}, el('span.soft', {}, '文件写的是 '), el('code', {}, letters))
}

function seatChoice(head, sheet, onChange) {
  const seats = head.seats.map((role, index) =>
    el('option', { value: String(index + 1) }, `${index + 1} 号 ${role}`),
  )
  const select = el(
    'select',
    { 'aria-label': '席位号', onchange: (event) => ((sheet.seat = event.target.value), onChange()) },
    el('option', { value: '' }, '席位不限'),
    seats,
  )
  select.value = sheet.seat
  return select
}

function againLine() {
  return el(
    'div.paper-again',
    {},
    el('button.primary', { type: 'submit' }, '按纸面重新核验'),
    el('span.soft', {}, '文件较大，填好以后按这里，结论才会更新。'),
  )
}

function meaning() {
  return el(
    'dl.meaning',
    {},
    el('dt', {}, '封存码一致'),
    el('dd', {}, '名单、排除、规则、人员和席位，就是您在现场看到封存码时的那一份，一个字没有换。'),
    el('dt', {}, '质询数一致'),
    el('dd', {}, '封存码是现场才做出来的，不是事先备好的。'),
    el('dt', {}, '见证数一致'),
    el('dd', {}, '您的数真的参加了计算。只要有一位见证人的数是随意写的，谁也左右不了结果。'),
    el('dt', {}, '本站指纹一致'),
    el('dd', {}, '签名出自张贴指纹的那台电脑。'),
  )
}
