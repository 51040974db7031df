// The twelve checks in their fixed order and the notices beside them. Failures are told once more on top, so that nobody has
// to look for them.
import { CHECKS, NOTICES, STATUS } from '../words/checks.mjs'
import { el, mark } from '../dom.mjs'
import { shownStatus } from '../words/verdict.mjs'

/** @param {object} file its report */
export function checksView(file) {
  const failed = file.checks.filter((check) => shownStatus(check) === 'fail')
  return el(
    'div.columns',
    {},
    el(
      'div.column-main',
      {},
      isFarDown(file.checks) && failureList(failed),
      el('h2', {}, '逐项核验', el('small', {}, tally(file.checks))),
      el('ol.checks', {}, file.checks.map(checkRow)),
    ),
    el(
      'aside.column-side',
      { 'aria-label': '提示' },
      el('h2', {}, '提示', el('small', {}, noticeTally(file))),
      noticeList(file),
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
  const { name, reason } = check
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
      el('p', {}, does),
      status === 'fail' && el('p.check-failed', {}, failed),
      reason !== '' && reasonText(reason),
      status === 'skipped' && skipped && el('p.soft', {}, skipped),
    ),
    el(`span.chip.${status}`, {}, mark(status), STATUS[status]),
  )
}

/** Several findings stand behind each other; each gets its own line. */
function reasonText(reason) {
  const findings = reason.split(/(?<=；)/)
  return el(
    'div.reason',
    {},
    findings.map((finding) => el('div', {}, finding)),
  )
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
