// The conclusion on one file as plain text, for an e-mail or an article: what was verified, by what, and every check.
import { CHECKS, STATUS } from './checks.mjs'
import { WORDS, shownStatus, verdictWords } from './verdict.mjs'
import { fours, moment } from './figures.mjs'
import { placeWords } from './places.mjs'

/**
 * @param {{name: string, print: string, told: object, head: object|null, hint: object|null, compared: object[]}} matter
 */
export function conclusionText({ name, print, told, head, hint, compared }) {
  const verdict = verdictWords(told, head, compared, hint)
  return [
    `摇号结果核验：${WORDS[verdict.kind]}`,
    ...(head ? headLines(head) : []),
    `文件：${name}`,
    `SHA-256：${fours(print)}`,
    '',
    verdict.lead,
    verdict.next,
    '',
    ...told.checks.flatMap(checkLines),
    '',
    ...told.notices.map(({ text }) => `提示：${text}`),
    '由离线网页 verify.html 按协议 sunlot/1 重新计算得出。',
  ].join('\n')
}

function headLines(head) {
  return [
    `${head.office.name} ${head.title}（${head.task}）`,
    `第 ${head.sequence} 次摇号，本任务第 ${head.attempt} 次抽取，${moment(head.createdAt)} 封存`,
    `短码：${head.shortCode}`,
  ]
}

function checkLines(check, index) {
  const line = `${index + 1}. ${CHECKS[check.name].title}：${STATUS[shownStatus(check)]}`
  return [line, ...check.faults.map(({ text, path }) => `   ${path ? `${placeWords(path)}：` : ''}${text}`)]
}
