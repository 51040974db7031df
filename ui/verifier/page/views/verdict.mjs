// The verdict, large, with the sentence that keeps it honest. What is right is the engine's to say, how it is put the
// words'.
import { el, mark } from '../dom.mjs'
import { WORDS, kindOfAll, kindWord } from '../words/verdict.mjs'

const MARKS = { match: 'pass', mismatch: 'fail', unreadable: 'unreadable' }

/**
 * @param {{kind: string, lead: string, next: string}} verdict
 * @param {Node|null} action where the reader should go next
 */
export function verdictBand(verdict, action) {
  return el(
    `div.verdict.${verdict.kind}`,
    {},
    el('div.verdict-word', {}, mark(MARKS[verdict.kind]), el('strong', {}, WORDS[verdict.kind])),
    el('div.verdict-say', {}, el('p.lead', {}, verdict.lead), el('p', {}, verdict.next), action),
  )
}

/** One line for a whole batch, above the files one by one. */
export function batchBand(report) {
  const words = report.files.map(kindWord)
  const counts = [...new Set(words)].map(
    (word) => `${words.filter((each) => each === word).length} 个${word}`,
  )
  const kind = kindOfAll(report)
  return el(
    `div.batch.${kind}`,
    {},
    el('div.verdict-word', {}, mark(MARKS[kind]), el('strong', {}, WORDS[kind])),
    el('p.lead', {}, `一共 ${words.length} 个文件：${counts.join('；')}。`, chainSentence(report)),
  )
}

function chainSentence({ files }) {
  const chain = files[0].checks.find(({ name }) => name === 'chain')
  if (chain.status === 'pass') return '它们一次接一次，没有缺漏。'
  return chain.status === 'skipped' ? '前后能核的都接得上。' : `前后接不上：${chain.reason}。`
}
