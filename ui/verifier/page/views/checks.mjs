// The twelve checks in their fixed order and the notices beside them. Failures are told once more on top, so that nobody has
// to look for them.
import { CHECKS, NOTICES, PLAIN, STATUS } from '../words/checks.mjs'
import { el, mark } from '../dom.mjs'
import { copyButton } from './copy.mjs'
import { placeWords } from '../words/places.mjs'
import { fours } from '../words/figures.mjs'
import { NOT_SHOWN, shown, shownStatus } from '../words/verdict.mjs'

/** The path of a fault that concerns the file as a whole. */
const WHOLE_FILE = '文件'
const DIGESTS = /^应为 ([0-9a-f]{64}|null)，文件写的是 ([0-9a-f]{64}|null)$/

/**
 * @param {object} file its report
 * @param {import('../worker/head.mjs').Head|null} head
 * @param {() => string} conclusion all of it as a text to copy
 */
export function checksView(file, head, conclusion) {
  const failed = file.checks.filter((check) => shownStatus(check) === 'fail')
  return el(
    'div.columns',
    {},
    el(
      'div.column-main',
      {},
      isFarDown(file.checks) && failureList(failed),
      el(
        'div.heading',
        {},
        el('h2', {}, '逐项核验', el('small', {}, tally(file.checks))),
        copyButton(conclusion, { title: '复制结论' }),
      ),
      el('ol.checks', {}, file.checks.map(checkRow)),
    ),
    el(
      'aside.column-side',
      { 'aria-label': '提示' },
      el('h2', {}, '提示', el('small', {}, noticeTally(file))),
      noticeList(file),
      file.valid && meaning(head),
    ),
  )
}

function meaning(head) {
  return el(
    'section.meaning-of',
    {},
    el('h2', {}, '“相符”说明什么'),
    el(
      'ul.does',
      {},
      shown(head).map((text) => el('li', {}, mark('pass'), el('span', {}, text))),
    ),
    el('h3', {}, '不说明什么'),
    el(
      'ul.does-not',
      {},
      NOT_SHOWN.map((text) => el('li', {}, mark('skipped'), el('span', {}, text))),
    ),
  )
}

/** A single failure at the top of the list is seen anyway, and the verdict has named it. */
function isFarDown(checks) {
  const places = checks.flatMap((check, place) => (shownStatus(check) === 'fail' ? [place] : []))
  return places.length > 1 || places.some((place) => place > 3)
}

function failureList(failed) {
  const jump = (name) => (event) => {
    event.preventDefault()
    const row = event.currentTarget.getRootNode().getElementById(`check-${name}`)
    row.scrollIntoView({ block: 'center' })
    row.focus({ preventScroll: true })
  }
  return el(
    'div.failures',
    {},
    el('h2', {}, `有 ${failed.length} 项不符`),
    el(
      'ul',
      {},
      failed.map(({ name }) =>
        el(
          'li',
          {},
          el('a', { href: `#check-${name}`, onclick: jump(name) }, CHECKS[name].title),
          `\u3000${CHECKS[name].failed}`,
        ),
      ),
    ),
  )
}

function checkRow(check, index) {
  const { name, faults } = check
  const status = shownStatus(check)
  const { title, does, failed, skipped } = CHECKS[name]
  return el(
    `li.check.${status}`,
    { id: `check-${name}`, tabindex: '-1' },
    el('span.check-number', { 'aria-hidden': 'true' }, index + 1),
    el(
      'div.check-body',
      {},
      el('h3', {}, title),
      status !== 'stuck' && el('p', {}, does),
      status === 'fail' && el('p.check-failed', {}, failed),
      faults.length > 0 && faultLines(faults),
      status === 'skipped' && skipped && el('p.soft', {}, skipped),
    ),
    el(`span.chip.${status}`, {}, mark(status), STATUS[status]),
  )
}

/** Each fault on its own line: where, in words; what; and the path for whoever looks into the file. */
function faultLines(faults) {
  return el('div.reason', {}, faults.map(faultLine))
}

function faultLine({ text, path }) {
  if (path === undefined) return el('div', {}, faultWords(text))
  return el(
    'div',
    {},
    el('b', {}, placeWords(path)),
    '：',
    faultWords(text),
    PLAIN[text] && el('span.soft', {}, `（${PLAIN[text]}）`),
    path !== WHOLE_FILE && el('code.path', { title: '在文件里的位置' }, path),
  )
}

/** Two long digests are compared best one under the other. */
function faultWords(text) {
  const [, wanted, found] = DIGESTS.exec(text) ?? []
  if (wanted === undefined) return text
  return [line('应为', wanted), line('文件写的是', found)]
}

function line(title, digest) {
  return el('span.digest-line', {}, el('span', {}, title), ' ', el('code', {}, fours(digest)))
}

function tally(checks) {
  const count = (status) => checks.filter((check) => shownStatus(check) === status).length
  return ['pass', 'fail', 'stuck', 'skipped']
    .filter((status) => count(status) > 0)
    .map((status) => `${count(status)} 项${STATUS[status]}`)
    .join('，')
}

function noticeTally({ notices }) {
  return notices.length > 0 ? `${notices.length} 条，请留意` : ''
}

function noticeList({ notices, checks }) {
  if (notices.length > 0) return el('ul.notices', {}, notices.map(noticeRow))
  const unread = checks.some(({ name, status }) => name === 'format' && status === 'fail')
  return el('p.soft', {}, unread ? '内容没有读出来，没有提示。' : '没有需要留意的地方。')
}

function noticeRow({ code, text }) {
  return el('li', {}, el('h3', {}, text), NOTICES[code] && el('p', {}, NOTICES[code]))
}
