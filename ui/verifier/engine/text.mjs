// @ts-check
// Rules about single texts: which characters may stand in a string, what an id, a task and hex digits look like, and
// how a text of the file is quoted in a reason. Where such texts stand is for layout.mjs.

/** Code points below the first surrogate that no string may hold, as ranges. */
const FORBIDDEN = [
  [0x0000, 0x001f],
  [0x007f, 0x009f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
]

const QUOTED_CHARACTERS = 60

const KEY = /^[A-Za-z][A-Za-z0-9]{0,31}$/
const ID = /^[A-Z0-9\-\u4e00-\u9fff]{1,64}$/
const TASK = /^[A-Z0-9\-\u4e00-\u9fff〔〕（）]{1,64}$/
const LOWER_HEX = /^[0-9a-f]*$/
const DRAWN_DIGITS = /^[0-9]{6,64}$/

/** @param {string} text */
export const isKey = (text) => KEY.test(text)
/** @param {string} text */
export const isId = (text) => ID.test(text)
/** @param {string} text */
export const isTask = (text) => TASK.test(text)
/** Whether a text is what a witness or the challenge may be: 6 to 64 digits. @param {string} text */
export const isDrawnDigits = (text) => DRAWN_DIGITS.test(text)
/**
 * @param {string} text
 * @param {number} length
 */
export const isLowerHex = (text, length) => text.length === length && LOWER_HEX.test(text)

/** @param {number} unit */
function isForbidden(unit) {
  // Nearly every character is out at the first comparison of each kind.
  if (unit >= 0x20 && unit < 0x7f) return false
  if (unit > 0x2069 && unit !== 0xfeff) return false
  return FORBIDDEN.some(([first, last]) => unit >= first && unit <= last)
}

/** @param {number} unit */
const isHighSurrogate = (unit) => unit >= 0xd800 && unit <= 0xdbff
/** @param {number} unit */
const isLowSurrogate = (unit) => unit >= 0xdc00 && unit <= 0xdfff

/**
 * Whether a text plainly has neither a forbidden character nor a surrogate; if not, it has to be looked at closely. Nearly
 * every text is plain, and this takes one look at each unit.
 * @param {string} text
 */
export function isPlain(text) {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff
    if (isSurrogate || isForbidden(unit)) return false
  }
  return true
}

/** Whether half of a surrogate pair stands alone in a text. @param {string} text */
export function hasLoneSurrogate(text) {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (unit < 0xd800 || unit > 0xdfff) continue
    if (!isHighSurrogate(unit) || !isLowSurrogate(text.charCodeAt(i + 1))) return true
    i += 1
  }
  return false
}

/**
 * The first character that may not stand in a string: its place, from 1 and in characters, and itself.
 * @param {string} text  without lone surrogates
 * @returns {{place: number, point: number} | null}
 */
export function forbiddenCharacter(text) {
  let pairs = 0
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (isLowSurrogate(unit)) pairs += 1
    else if (isForbidden(unit)) return { place: i - pairs + 1, point: unit }
  }
  return null
}

/** A code point as U+200B. @param {number} point */
export const codePoint = (point) => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`

/**
 * A text of the file, made fit to stand in a reason: nothing in it can hide, reorder or flood what is around it.
 * @param {string} text
 */
export function quote(text) {
  let quoted = ''
  let count = 0
  for (const character of text) {
    if (count === QUOTED_CHARACTERS) return `${quoted}…`
    const point = character.codePointAt(0) ?? 0
    const unfit = isForbidden(point) || (point >= 0xd800 && point <= 0xdfff)
    quoted += unfit ? `<${codePoint(point)}>` : character
    count += 1
  }
  return quoted
}

/** How many characters (not units) a text has. @param {string} text */
export function characters(text) {
  let pairs = 0
  for (let i = 0; i < text.length; i += 1) if (isLowSurrogate(text.charCodeAt(i))) pairs += 1
  return text.length - pairs
}

/**
 * Numbers as lots are named: layer, hyphen, number.
 * @param {string} stratum
 * @param {number} number
 */
export const lotName = (stratum, number) => `${quote(stratum)}-${number}`
