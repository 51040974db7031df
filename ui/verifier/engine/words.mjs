// @ts-check
// Every word of the report (docs/verify-report.md), so that its wording can be held against that text in one place.
// The other implementation must print the very same characters. Ids stand there whole: no longer text is let through as
// one, and no character that could hide; all other texts of a file are quoted.
import { codePoint, quote } from './text.mjs'

export const WHOLE_FILE = '文件'
/** @param {number} n */
export const furtherFaults = (n) => `另有 ${n} 处`

// Files that cannot be read.
export const NOT_UTF8 = '不是 UTF-8 编码的文本'
export const NOT_JSON = '不是 JSON 文本'
export const NOT_OBJECT = '顶层不是对象'
export const UNREADABLE = '读不出来，无从重算'
export const BAD_FORMAT = '格式不合，无从重算'

// format
export const BYTE_ORDER_MARK = '开头有字节顺序标记'
export const DUPLICATE_KEY = '键重复'
export const UNKNOWN_KEY = '不认识的键'
export const MISSING_KEY = '缺少这个键'
export const BAD_KEY = '键名只能是字母开头的 1 至 32 位字母和数字'
export const TOO_DEEP = '嵌套超过 16 层'
export const BAD_NUMBER = '应为 0 至 9007199254740991 的整数，不带符号、小数和指数'
export const STOPPED = '有不成对的代理码，或数大得读不出，读到这里为止'
export const LEAF_NOT_ALONE = '密封的叶只能有 leaf 一个键'
export const LEAF_NOT_SEALABLE = '这里的叶不得密封'
export const LEAF_WAS_SELECTED = '抽中或曾在列的对象不得密封'
export const DRAWN_WITH_VOID = '抽取有效的记录不得有作废说明'
export const DRAWN_WITH_NULL = '抽取有效的记录这里不得为 null'

/** What kinds of values are called. */
export const KIND_NAMES = {
  object: '对象',
  array: '数组',
  string: '字符串',
  number: '数',
  boolean: '真假值',
  null: 'null',
}

/**
 * @param {(keyof typeof KIND_NAMES)[]} wanted
 * @param {keyof typeof KIND_NAMES} found
 */
export const wrongKind = (wanted, found) =>
  `应为${wanted.map(wantedKind).join('或')}，实为${KIND_NAMES[found]}`
/** After the word for “or” the Latin word stands off from the Chinese. @param {keyof typeof KIND_NAMES} kind */
const wantedKind = (kind) => (kind === 'null' ? ' null' : KIND_NAMES[kind])
/** @param {{place: number, point: number}} character */
export const forbidden = ({ place, point }) => `第 ${place} 个字符 ${codePoint(point)} 不许出现`
/** @param {string} text */
export const badId = (text) => `“${quote(text)}”不是合规的编号（1 至 64 位大写字母、数字、“-”或汉字）`
/** @param {string} text */
export const badTask = (text) => `“${quote(text)}”不是合规的任务编号`
/** @param {number} length */
export const badHex = (length) => `应为 ${length} 位小写十六进制数`
/** @param {string} text */
export const badTime = (text) => `“${quote(text)}”不是带时区的时间（RFC 3339）`
/** @param {string} text */
export const badProtocol = (text) => `不认识的协议版本“${quote(text)}”`
/**
 * @param {readonly string[]} words
 * @param {string} text
 */
export const badWord = (words, text) => `只能是 ${words.join('、')}，实为“${quote(text)}”`

// manifest
export const SEQUENCE_FROM_1 = '序号从 1 起'
export const FIRST_PREVIOUS = '序号为 1 时应为 64 个 0'
export const LATER_PREVIOUS = '序号大于 1 时不得为 64 个 0'
/**
 * @param {number} sequence
 * @param {number} attempt
 */
export const badAttempt = (sequence, attempt) => `应为 1 至 ${sequence}，实为 ${attempt}`
/**
 * @param {number} sequence
 * @param {number} n
 */
export const badAmended = (sequence, n) => `应从 1 起、依次增大且小于本次序号 ${sequence}，实为 ${n}`
export const CHALLENGE_DIGITS = '有见证席位时应为 6 至 64 位数字'
export const CHALLENGE_EMPTY = '没有见证席位时应为空'
export const NO_STRATUM = '至少要有一层'
/** @param {string} key */
export const duplicateStratum = (key) => `层号“${quote(key)}”重复`
/** @param {number} bp */
export const badRate = (bp) => `不得超过 10000，实为 ${bp}`
/**
 * @param {number} targets
 * @param {number} n
 * @param {number} quota
 */
export const badQuota = (targets, n, quota) => `${targets} 个对象按规则应抽 ${n} 个，实写 ${quota} 个`
/**
 * @param {number} quota
 * @param {number} reserve
 * @param {number} targets
 */
export const badReserve = (quota, reserve, targets) =>
  `抽取 ${quota} 个加候补 ${reserve} 个，超过对象数 ${targets}`
/** @param {string} id */
export const duplicateId = (id) => `“${id}”重复`
/**
 * @param {string} id
 * @param {string} before
 */
export const unsortedId = (id, before) => `“${id}”应排在“${before}”之前`
/** @param {string} id */
export const alsoTarget = (id) => `“${id}”也在抽取对象中`
/** @param {string} id */
export const noInspector = (id) => `没有检查人员“${id}”`
/** @param {string} key */
export const noStratum = (key) => `没有“${quote(key)}”层`
/** @param {string} lot */
export const noLot = (lot) => `没有 ${lot}`
/**
 * @param {number} seats
 * @param {number} contributions
 */
export const seatCount = (seats, contributions) => `席位 ${seats} 个，见证数 ${contributions} 个`
export const CONTRIBUTION_DIGITS = '应为 6 至 64 位数字'
export const ONLY_VOID_NULL = '只有作废的记录才可为 null'
export const SEALED_STAGE_NULL = '封存阶段作废时应为 null'

// The links that are recomputed.
/**
 * @param {string | null} wanted
 * @param {string | null} found
 */
export const differs = (wanted, found) => `应为 ${wanted}，文件写的是 ${found}`
export const SECRET_LOST = '密数已遗失，无从计算'
export const RESULT_WITHOUT_SEED = '没有种子，不应有结果'
export const SEED_WITHOUT_RESULT = '有种子，应有结果'
export const SEED_WRONG = '种子不对，无从重算'
export const LIST_WRONG = '名单不合规则，无从重算'
/**
 * @param {number} wanted
 * @param {number} found
 */
export const rowCount = (wanted, found) => `应有 ${wanted} 行，文件有 ${found} 行`
/** @param {string} key */
export const noStratumToStaff = (key) => `${noStratum(key)}，无从派人`
/** More slots than anybody reads. */
const TOLD_SLOTS = 20

/** @param {(string | null)[]} crew */
export function crewText(crew) {
  if (crew.length === 0) return '无'
  const told = crew.slice(0, TOLD_SLOTS).map((id) => id ?? '空')
  return told.join('、') + (crew.length > TOLD_SLOTS ? `等 ${crew.length} 席` : '')
}

// amendments
export const VOID_WITH_AMENDMENTS = '作废的记录不得有变更'
export const VOID_WITH_STANDING = '作废的记录不得有在列的行'
export const NO_SEED = '没有种子，无从重算'
/** @param {string} why */
export const refused = (why) => `不予受理：${why}`
export const EARLIER = '时间早于前一条'
export const CANCELLED = '已经取消，只能撤回'
/** @param {string} lot */
export const notStanding = (lot) => `${lot} 不在列`
/** @param {string} key */
export const noReserve = (key) => `${quote(key)} 层没有候补了`
/** @param {string} id */
export const notInForce = (id) => `“${id}”不在岗`
/** @param {string} id */
export const inForce = (id) => `“${id}”已在岗`
/** @param {string} id */
export const knownOtherwise = (id) => `“${id}”与已登记的姓名、部门或技能不同`
/**
 * @param {string} id
 * @param {string} lot
 */
export const alreadyRecused = (id, lot) => `“${id}”对 ${lot} 已经回避`
/** @param {number} of */
export const noAmendment = (of) => `没有第 ${of} 条变更`
/** @param {number} of */
export const isWithdrawal = (of) => `第 ${of} 条本身是撤回`
/** @param {number} of */
export const alreadyWithdrawn = (of) => `第 ${of} 条已经撤回`
/** @param {number} j */
export const wouldFail = (j) => `撤回后第 ${j} 条不能成立`

// signatures and station
export const NO_SIGNATURE = '没有签名'
export const FOREIGN_DIGEST = '不是本文件里的摘要'
export const BAD_SIGNATURE = '签名不成立'
export const RECORD_UNSIGNED = '本站没有签记录'
/** @param {number} k */
export const amendmentUnsigned = (k) => `本站没有签第 ${k} 条变更`
export const NO_FINGERPRINT = '没有给出本站指纹'
/**
 * @param {string} given
 * @param {string} found
 */
export const fingerprintDiffers = (given, found) => `应为 ${given}，文件里是 ${found}`

// sheet
export const NO_SHEET = '没有给出纸面上的内容'
/**
 * @param {string} given
 * @param {string | null} found
 */
const onPaper = (given, found) => `与纸面不符：纸面 ${given}，文件 ${found}`
/**
 * @param {string} given
 * @param {string} found
 */
export const sheetCommitment = (given, found) => `封存码${onPaper(given, found)}`
/**
 * @param {string} given
 * @param {string} found
 */
export const sheetChallenge = (given, found) => `质询数${onPaper(given, quote(found))}`
/**
 * @param {string} given
 * @param {string} found
 */
export const sheetStation = (given, found) => `本站指纹${onPaper(given, found)}`
/**
 * @param {number} seat
 * @param {string} given
 * @param {string | null} found
 */
export const sheetNumber = (seat, given, found) =>
  `${seat} 号席位的见证数${onPaper(given, found === null ? null : quote(found))}`
/** @param {string} given */
export const sheetNoSuchNumber = (given) => `没有一个席位的见证数是 ${given}`
/** @param {number} seat */
export const sheetNoSeat = (seat) => `没有 ${seat} 号席位`
