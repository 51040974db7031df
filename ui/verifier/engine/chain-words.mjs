// @ts-check
// The words of the report for what lies between several files and for the notices: the second half of words.mjs.
import { quote } from './text.mjs'

export const ONE_FILE = '只有一个文件'
/** @param {number} n */
export const unreadFiles = (n) => `${n} 个文件没有读出，连不成链`
/**
 * @param {number} n
 * @param {number} first
 */
export const otherStation = (n, first) => `第 ${n} 号记录的签章公钥与第 ${first} 号不同`
/**
 * @param {number} n
 * @param {number} first
 */
export const otherOffice = (n, first) => `第 ${n} 号记录的单位代码与第 ${first} 号不同`
/** @param {number} n */
export const twice = (n) => `有两份第 ${n} 号记录`
/**
 * @param {number} a
 * @param {number} b
 */
export const missing = (a, b) => (a === b ? `缺第 ${a} 号记录` : `缺第 ${a} 至 ${b} 号记录`)
/**
 * @param {number} n
 * @param {number} m
 */
export const previousDiffers = (n, m) => `第 ${n} 号记录所接的摘要不是第 ${m} 号的`
/**
 * @param {number} n
 * @param {number} m
 */
export const clockBack = (n, m) => `第 ${n} 号记录的时间早于第 ${m} 号`
/**
 * @param {number} n
 * @param {number} s
 */
export const amendedDropped = (n, s) => `第 ${n} 号记录不再提到第 ${s} 号的变更`
/**
 * @param {number} n
 * @param {number} s
 */
export const amendedBack = (n, s) => `第 ${n} 号记录所指的第 ${s} 号变更倒退了`
/**
 * @param {number} n
 * @param {number} m
 */
export const sameDrawId = (n, m) => `第 ${n} 号与第 ${m} 号记录的编号相同`
/**
 * @param {number} n
 * @param {number} k
 * @param {number} a
 */
export const wrongAttempt = (n, k, a) => `第 ${n} 号记录应是本任务第 ${k} 次，写的是第 ${a} 次`
/**
 * @param {number} n
 * @param {number} s
 */
export const amendedUnknown = (n, s) => `第 ${n} 号记录提到的第 ${s} 号变更不存在`
/**
 * @param {number} n
 * @param {number} s
 */
export const amendedUnnamed = (n, s) => `第 ${n} 号记录没有提到第 ${s} 号此前的变更`
/**
 * @param {number} n
 * @param {number} s
 */
export const basisVoid = (n, s) => `第 ${n} 号记录所依据的第 ${s} 号是作废的`
/**
 * @param {number} n
 * @param {number} s
 */
export const basisDiffers = (n, s) => `第 ${n} 号记录的对象与第 ${s} 号在列的不一致`
/** @param {number} n */
export const basisMissing = (n) => `第 ${n} 号记录所依据的记录不存在`
/**
 * @param {number} n
 * @param {number} s
 */
export const basisSealed = (n, s) => `第 ${n} 号记录有密封的对象，与第 ${s} 号未能全核`

// notices
export const NO_WITNESS = '没有见证席位：结果只取决于本机的密数'
/** @param {number} n */
export const fewDigits = (n) => `见证数共 ${n} 位，少于 20 位`
export const LOST_SECRET = '密数已遗失（LOST）：无法重算这次封存'
export const HIDDEN_RESULT = '作废时见证数不全，看不到本来的结果'
export const UNSIGNED = '没有电子签名'
export const UNPINNED_STATION = '没有对照张贴的本站指纹，不能认定出自本站'
/** @param {number} n */
export const sealedLeaves = (n) => `密封了 ${n} 条名单`
/** @param {number} n */
export const unfilledSlots = (n) => `在列的检查组有 ${n} 个空缺`
/** @param {number} n */
export const amended = (n) => `有 ${n} 条变更`
/** @param {number} n */
export const borrowed = (n) => `从名单外借调 ${n} 人`
/** @param {number} n */
export const recused = (n) => `抽中的对象涉及回避 ${n} 处`
/** @param {number} n */
export const attempt = (n) => `这是本任务第 ${n} 次抽取`
/**
 * @param {string} key
 * @param {number} n
 */
export const tinyStratum = (key, n) => `${quote(key)} 层 ${n} 个对象`
/**
 * @param {string} lot
 * @param {number} slot
 * @param {number} n
 */
export const tinySlot = (lot, slot, n) => `${lot} 第 ${slot} 席 ${n} 人`
/**
 * @param {string[]} listed
 * @param {number} total
 */
export const tinyPool = (listed, total) =>
  `候选太少，随机余地很小：${listed.join('、')}${total > listed.length ? `等 ${total} 处` : ''}`
export const REHEARSAL = '这是彩排，不是正式抽取'
