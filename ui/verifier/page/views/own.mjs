// The own leaf: an enterprise pastes the leaf that the office gave it, and hears whether it stands in the sealed file,
// where, and what became of it. Finding is done in the worker.
import { el, fill, mark } from '../dom.mjs'
import { grouped } from '../words/figures.mjs'
import { hitCard } from './hits.mjs'

const LARGEST = 65_536

/** @param {(text: string) => Promise<object>} ask */
export function ownView(ask) {
  const answer = el('div.answers', { 'aria-live': 'polite' })
  const field = el('textarea.code', {
    id: 'own-leaf',
    rows: '4',
    spellcheck: 'false',
    autocomplete: 'off',
    placeholder: '{"id": "…", "name": "…", "salt": "…"}',
    'aria-describedby': 'own-hint',
    ondragover: (event) => event.preventDefault(),
    ondrop: takeDropped,
  })

  async function takeDropped(event) {
    const [file] = event.dataTransfer.files
    if (!file) return
    // Who has prevented the default has taken the file: the page leaves it alone.
    event.preventDefault()
    field.value = file.size <= LARGEST ? await file.text() : ''
    await find()
  }

  async function find(event) {
    event?.preventDefault()
    try {
      fill(answer, ownAnswer(await ask(field.value)))
    } catch (error) {
      fill(answer, el('p.empty', {}, `没能核对：${error.message}`))
    }
  }

  return el(
    'section.own',
    {},
    el('h2', {}, '用自己的那一条核对'),
    el(
      'p.soft',
      { id: 'own-hint' },
      '密封的名单看不到名字。向办理单位要到贵单位的那一条（以“{”开头、“}”结尾的一小段，含代码、名称和随机盐），原样贴在这里，或把文件拖进框里：它的摘要应当就在这份文件里。',
    ),
    el(
      'form',
      { onsubmit: find },
      el('label', { for: 'own-leaf' }, '办理单位给的那一条'),
      field,
      el('div.buttons', {}, el('button.primary', { type: 'submit' }, '核对')),
    ),
    answer,
  )
}

const TROUBLE = {
  empty: '请先把那一条贴进来。',
  long: '太长了：一条名单只有几行。请只贴贵单位自己的那一条。',
  json: '读不出来。请从“{”到“}”原样贴全，引号、逗号都不能改，也不要用输入法重打。',
  format: '读得出来，但写法不合规定（键重复、有看不见的字符，或数的写法不对），请向办理单位重新要一份。',
  leaf: '这不是一条名单：里面应当有代码（id）、名称（name）和 32 位的随机盐（salt）。',
}

function ownAnswer(told) {
  if (told.state === 'trouble') return el('p.empty', {}, TROUBLE[told.trouble])
  if (told.state === 'pool') return [foundLine('这一条在参加抽取的名单里', told), hitCard(told.hit)]
  if (told.state === 'excluded') return [foundLine('这一条在排除名单里', told), excludedCard(told)]
  return el(
    'div.answer.not-found',
    {},
    absentWords(told),
    el('p.soft', {}, '摘要 ', el('code', {}, told.digest)),
  )
}

function foundLine(words, { wasSealed, digest }) {
  const where = wasSealed ? '文件里密封的摘要，正是由它算出来的' : '与文件里写明的一字不差'
  return el(
    'div.own-found',
    {},
    el('p.lead', {}, mark('pass'), words),
    el('p.soft', {}, `${where}：`, el('code', {}, digest)),
  )
}

function excludedCard({ name, id, reason }) {
  return hitCard({ state: 'excluded', short: '不参加抽取', name, id, reason })
}

function absentWords({ state, name, id, sealed }) {
  if (state === 'other')
    return [
      el('h3', {}, '与文件写的不一致'),
      el('p', {}, `文件里有代码 ${id}，但那一条的内容与您贴的不同。以文件为准，请向办理单位问明。`),
    ]
  return [
    el('h3', {}, '文件里没有这一条'),
    el(
      'p',
      {},
      `由“${name}”（${id}）这一条算出的摘要，不在文件的 ${grouped(sealed)} 条密封名单里，也不在写明的名单里。请先看是否贴全、是不是这一次的；确实无误，请向办理单位问明。`,
    ),
  ]
}
