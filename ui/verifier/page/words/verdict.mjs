// The verdict in words, for one file and for all of them together. It reads the engine's report and promises no more than
// that does: a file that fits itself may still not be the one of the room.
import { CHECKS } from './checks.mjs'
import { unreadWords } from './unread.mjs'

const UNREAD = '读不出来，无从重算'
/** How the engine ends the reason of a check that an earlier failure left nothing to compute with. */
const NOTHING_TO_COMPUTE = '无从重算'
export const WORDS = { match: '相符', mismatch: '不相符', unreadable: '读不出来' }

const KEPT = '名单、规则、席位和人员，自算出这个封存码以后没有改过。'
const FROM_NUMBERS = '抽中谁、派谁，由电脑的密数和见证数算出，谁也没有另外挑选。'
const FROM_CHANGES = '事后的每一条变更都写在文件里，现在在列的名单正是由它们得来。'
const VOIDED = '这次封存已经作废，什么时候、为什么作废都写在文件里，没有生效的结果。'

/** What a good file shows. @param {import('../worker/head.mjs').Head} head */
export function shown(head) {
  const kept = head.lost ? [] : [KEPT]
  if (head.outcome === 'void') return [...kept, VOIDED]
  return [...kept, FROM_NUMBERS, ...(head.counts.amendments > 0 ? [FROM_CHANGES] : [])]
}

/** What no file can show by itself. */
export const NOT_SHOWN = [
  '名单本身是否齐全、属实：请看排除的对象和理由，查一查自己单位。',
  '这就是现场那一次：要与封存单、见证卡、张贴的指纹对照。',
  '没有另外摇过别的：把前后几次的文件一起放进来，看是否一次接一次。',
]

/** @returns {'match'|'mismatch'|'unreadable'} */
export function kindOf(file) {
  if (file.valid) return 'match'
  const manifest = file.checks.find(({ name }) => name === 'manifest')
  return manifest.reason === UNREAD ? 'unreadable' : 'mismatch'
}

/** For a batch: one file that is no record spoils no other, beyond the chain that cannot be followed. */
export function kindOfAll(report) {
  if (report.valid) return 'match'
  const kinds = report.files.map(kindOf)
  const spoilt = report.files.some(
    (file, index) => kinds[index] === 'mismatch' && !failsOnly(file, ['chain']),
  )
  return !spoilt && kinds.includes('unreadable') ? 'unreadable' : 'mismatch'
}

/**
 * @param {object} file its report
 * @param {import('../worker/head.mjs').Head|null} head
 * @param {{title: string, result: {state: string}}[]} compared
 * @param {import('../worker/sniff.mjs').Hint|null} hint what a file without content seems to be
 * @returns {{kind: string, lead: string, next: string}}
 */
export function verdictWords(file, head, compared, hint) {
  const kind = kindOf(file)
  if (hint) return { kind, lead: unreadWords(hint), next: UNREADABLE_NEXT }
  if (kind === 'unreadable') return { kind, lead: reasonOf(file, 'format'), next: UNREADABLE_NEXT }
  if (kind === 'mismatch') return { kind, ...mismatchWords(file) }
  return { kind, lead: matchLead(file, head), next: matchNext(head, compared) }
}

const UNREADABLE_NEXT = '这份文件没有读出内容，所以什么也没有核验。公开文件以 .json 结尾，由办理单位发布。'

function mismatchWords(file) {
  if (failsOnly(file, ['chain']))
    return {
      lead: '这份文件单独看各项相符，但与一起放进来的其他文件接不上。',
      next: reasonOf(file, 'chain'),
    }
  if (failsOnly(file, ['sheet', 'station', 'chain']))
    return {
      lead: '这份文件单独看各项相符，但与您填写的纸面内容不符。',
      next: '先看是否抄错。确实不同，就不是纸面所说的那一次，以纸面为准，请向办理单位核实。',
    }
  const failed = file.checks.filter((check) => shownStatus(check) === 'fail')
  const stuck = file.checks.filter((check) => shownStatus(check) === 'stuck').length
  const titles = failed.map(({ name }) => CHECKS[name].title)
  const rest = stuck > 0 ? `，另有 ${stuck} 项因此无从重算` : ''
  return {
    lead: `${titles.length} 项不符：${titles.join('、')}${rest}。${CHECKS[failed[0].name].failed}`,
    next: '请留住这份文件，向办理单位核实。先从发布的地方重新拷一份，排除拷贝时损坏。',
  }
}

function matchLead(file, head) {
  const start = caveat(head)
  const left = file.checks.filter(({ name, status }) => status === 'skipped' && RECOMPUTED.includes(name))
  if (left.length > 0)
    return `${start}能核的都相符；${left.map(({ name }) => CHECKS[name].title).join('、')}因密数遗失或名单密封无从核验。`
  const what = head.hasResult ? '封存码、种子、抽取结果、检查组和变更' : '封存码和记录'
  return `${start}这台电脑把${what}都重新算了一遍，与文件写的一致。`
}

/** What must be said before anything good is. */
function caveat(head) {
  const rehearsal = head.rehearsal ? '这是彩排，不是正式抽取。' : ''
  if (head.outcome === 'void') return `${rehearsal}这是一份作废的记录，没有生效的结果。`
  return head.cancelled ? `${rehearsal}这次的结果后来已经全部取消。` : rehearsal
}

const RECOMPUTED = ['format', 'manifest', 'commitment', 'seed', 'selection', 'crews', 'digest', 'amendments']

function matchNext(head, compared) {
  const titles = compared.filter(({ result }) => result.state === 'match').map(({ title }) => title)
  if (titles.length === 0)
    return '“相符”只说明文件自己前后一致，还不能说明它就是现场那一次：别处也能做出一份自身相符的文件。请把封存单、见证卡上的内容填进“对照纸面”。'
  return `与您手里的纸面也一致（${titles.join('、')}）。${proofWords(titles, head)}`
}

/** What the paper proves so far, and what it does not yet. */
function proofWords(titles, head) {
  if (!titles.includes('封存码')) return '要认定是现场封存的那一份，还要对照封存码。'
  const ownNumber = titles.some((title) => title.endsWith('见证数'))
  const sealed = '名单和规则就是现场封存的那一份'
  if (ownNumber) return `${sealed}，您的见证数也算在内。`
  return head.seats.length > 0 ? `${sealed}。结果还取决于见证数，做过见证的请再对照自己的数。` : `${sealed}。`
}

/** Three states are the engine's; the fourth says of a failure that it only follows from another. */
export function shownStatus({ status, reason }) {
  return status === 'fail' && reason.endsWith(NOTHING_TO_COMPUTE) ? 'stuck' : status
}

/** For a place with little room: a good file in bad company is told apart. */
export function kindWord(file) {
  const kind = kindOf(file)
  return kind === 'mismatch' && failsOnly(file, ['chain']) ? '自身相符但接不上' : WORDS[kind]
}

/** Whether a file has no fault but of these kinds. */
export function failsOnly(file, names) {
  return file.checks.every(({ name, status }) => status !== 'fail' || names.includes(name))
}

function reasonOf(file, name) {
  return `${file.checks.find((check) => check.name === name).reason}。`
}
