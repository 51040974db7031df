// What somebody typed from paper against what the file says, while it is being typed. It only guides the hand; the answer
// that counts comes from the engine, which is given the same words.
import { tidy } from '../engine/sheet.mjs'

/**
 * @typedef {{state: 'empty'|'partial'|'match'|'differs', text: string, ours?: string, at?: number}} Comparison
 * @typedef {{code: string, challenge: string, seat: string, number: string}} Sheet
 */

/** @returns {Sheet} */
export function emptySheet() {
  return { code: '', challenge: '', seat: '', number: '' }
}

/** Short code or 64 digits; letters that look like digits are read as those. */
export function compareCode(typed, head) {
  const plain = tidy(typed)
  if (plain === '') return { state: 'empty', text: '' }
  const hex = plain.toLowerCase()
  if (plain.length > 32 || (head.commitment.startsWith(hex) && !isShortStart(plain, head)))
    return against(hex, head.commitment)
  return against(asShort(plain), head.shortCode.replaceAll('-', ''), 4)
}

export function compareChallenge(typed, head) {
  return against(tidy(typed), head.challenge)
}

export function compareStation(typed, head) {
  return against(tidy(typed).toLowerCase(), head.fingerprint)
}

/** Own digits against the seat that was named, or against every seat. */
export function compareNumber(typed, seat, head) {
  const plain = tidy(typed)
  if (plain === '') return { state: 'empty', text: '' }
  if (seat !== '') return againstSeat(plain, head.contributions[Number(seat) - 1])
  const found = head.contributions.indexOf(plain)
  if (found >= 0) return { state: 'match', text: `与 ${found + 1} 号席位的见证数一致` }
  if (head.contributions.some((digits) => digits?.startsWith(plain)))
    return { state: 'partial', text: '还没有写完' }
  return { state: 'differs', text: '没有一个席位的见证数是它' }
}

/** What the engine is to be told: only what is written in full, or is wrong already. */
export function sheetFor(sheet, head) {
  const said = {}
  if (isTold(compareCode(sheet.code, head))) said.commitment = sheet.code
  if (isTold(compareChallenge(sheet.challenge, head))) said.challenge = sheet.challenge
  if (isTold(compareNumber(sheet.number, sheet.seat, head))) {
    said.number = sheet.number
    if (sheet.seat !== '') said.seat = Number(sheet.seat)
  }
  return Object.keys(said).length > 0 ? said : undefined
}

/** Which parts of the paper were compared, for the words of the verdict and for the printed sheet. */
export function comparedParts(sheet, station, head) {
  const seat = sheet.seat === '' ? '见证数' : `${sheet.seat} 号席位的见证数`
  return [
    { title: '封存码', typed: sheet.code, result: compareCode(sheet.code, head) },
    { title: '质询数', typed: sheet.challenge, result: compareChallenge(sheet.challenge, head) },
    { title: '本站指纹', typed: station, result: compareStation(station, head) },
    { title: seat, typed: sheet.number, result: compareNumber(sheet.number, sheet.seat, head) },
  ].filter(({ result }) => isTold(result))
}

export function isTold({ state }) {
  return state === 'match' || state === 'differs'
}

function againstSeat(plain, digits) {
  if (digits === undefined) return { state: 'differs', text: '文件里没有这个席位' }
  if (digits === null) return { state: 'differs', text: '文件里没有公开这个席位的见证数' }
  return against(plain, digits)
}

function against(typed, ours, group = 0) {
  if (typed === '') return { state: 'empty', text: '' }
  if (ours === '') return { state: 'differs', text: '文件里这一项是空的' }
  if (typed === ours) return { state: 'match', text: '一致' }
  if (ours.startsWith(typed))
    return { state: 'partial', text: `前 ${typed.length} 位一致，还差 ${ours.length - typed.length} 位` }
  const at = firstDifference(typed, ours)
  if (at === ours.length)
    return { state: 'differs', text: `前面一致，但多写了 ${typed.length - at} 位`, ours, at, group }
  return { state: 'differs', text: `第 ${at + 1} 位起不同`, ours, at, group }
}

function firstDifference(one, other) {
  let at = 0
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1
  return at
}

function isShortStart(plain, head) {
  return head.shortCode.replaceAll('-', '').startsWith(asShort(plain))
}

function asShort(plain) {
  return plain.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
}
