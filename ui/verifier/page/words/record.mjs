// A record in words: its outcome, its rules, its amendments and the chance of a target. Reads plain objects of the file;
// whether they are right is left to the engine.
import { clipped, grouped, moment, percent } from './figures.mjs'

const LONGEST_KEY = 40

/** Number 37 of stratum A, as it is called out in the room. */
export function lot(stratum, number) {
  return `${clipped(stratum, LONGEST_KEY)}-${number}`
}

/** The label, and behind it the key in brackets, unless the label says it already. */
export function stratumName({ key, label }) {
  const [name, letter] = [clipped(label), clipped(key, LONGEST_KEY)]
  if (name === '') return letter
  return name.includes(letter) ? name : `${name}（${letter}）`
}

/** @param {{outcome: string, void?: {stage: string}, cancelled?: boolean, lost?: boolean}} head */
export function outcomeWords(head) {
  if (head.outcome === 'void') return head.void?.stage === 'cards' ? '作废（开卡以后）' : '作废（开卡以前）'
  return head.cancelled ? '抽取有效，后已全部取消' : '抽取有效'
}

const ROUNDING = { up: '进一取整', 'half-up': '四舍五入', down: '舍去尾数' }

export function ruleWords(rule) {
  if (rule.kind === 'count' && rule.n === 0) return '不抽'
  if (rule.kind === 'count') return `抽 ${grouped(rule.n)} 户，不足时全抽`
  const parts = [`按 ${Number((rule.bp / 100).toFixed(2))}% 抽，${ROUNDING[rule.rounding] ?? rule.rounding}`]
  if (rule.min > 0) parts.push(`不少于 ${grouped(rule.min)} 户`)
  if (rule.max !== null) parts.push(`不多于 ${grouped(rule.max)} 户`)
  return parts.join('，')
}

export function slotWords(slot) {
  const wants = [slot.dept, slot.skill].filter(
    (value) => value !== null && value !== undefined && value !== '',
  )
  return wants.length > 0 ? `${slot.role}（${wants.join('、')}）` : slot.role
}

/** Said the way a person would ask it: how many of how many, and what that comes to. */
export function chanceWords(quota, count) {
  if (quota === 0) return `本层 ${grouped(count)} 户，不抽`
  if (quota === count) return `本层 ${grouped(count)} 户全部抽中，摇号只排定次序`
  return `${grouped(count)} 户中抽 ${grouped(quota)} 户，${percent(quota, count)}`
}

/** @param {(id: string) => string} nameOf */
export function amendmentWords(amendment, nameOf) {
  const row = 'number' in amendment ? lot(amendment.stratum, amendment.number) : ''
  switch (amendment.kind) {
    case 'drop-target':
      return `${row} 退出，${amendment.replace ? '由下一个候补递补' : '不递补'}`
    case 'inspector-out':
      return `检查人员 ${nameOf(amendment.inspector)} 离岗`
    case 'inspector-in':
      return `检查人员 ${amendment.inspector.name}（${amendment.inspector.dept}）到岗`
    case 'recuse':
      return `${nameOf(amendment.inspector)} 对 ${row} 回避`
    case 'fill':
      return '当时空缺的席位也安排补人'
    case 'cancel':
      return '整个结果取消，不再有在列的对象'
    case 'withdraw':
      return `撤回第 ${amendment.of} 条变更`
    default:
      return amendment.kind
  }
}

export function voidWords(head) {
  const { reason, stage, by, at } = head.void
  const when = stage === 'cards' ? '见证卡翻开以后' : '见证卡放齐以前'
  return `理由：${reason}。${when}作废，${moment(at)}，经手：${by.join('、') || '未写'}。`
}
