// @ts-check
// Walks over bytes that grammar.mjs has found to be JSON and hands out their keys, strings and numbers one at a time.
// What is allowed to stand where is for shape.mjs. Strings are decoded one by one, because a large file as a single
// string would not fit into a browser.
import { skipSpace } from './grammar.mjs'

/** @typedef {'object' | 'array' | 'string' | 'number' | 'boolean' | 'null'} Kind */

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
const COMMA = 0x2c

/** Up to here a string is put together by hand: for short ones that is far quicker than a decoder. */
const SHORT = 192
/** Longer strings go through a decoder; the bytes have been found to be UTF-8 before. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** What a letter after a backslash stands for, as a unit. */
const ESCAPES = new Uint8Array(128)
for (const [letter, unit] of ['""', '\\\\', '//', 'b\b', 'f\f', 'n\n', 'r\r', 't\t']) {
  ESCAPES[letter.charCodeAt(0)] = unit.charCodeAt(0)
}

/** What a number token is: one that may stand in a file, one that is written wrongly, or one beyond every double. */
export const WRONG_NUMBER = -1
export const ENDLESS_NUMBER = -2

export class Cursor {
  /** @type {Uint8Array} */
  #bytes
  #at
  #units = new Uint16Array(SHORT)
  /** For every length of a short text a list to hand its units over in: making one for each text is slow. */
  #lists = Array.from({ length: SHORT + 1 }, (_, length) => new Array(length).fill(0))
  /** Keys seen, by a cheap hash: the same few words open every one of a million objects. @type {string[]} */
  #keys = new Array(512).fill('')

  /**
   * @param {Uint8Array} bytes  one JSON text
   * @param {number} start
   */
  constructor(bytes, start) {
    this.#bytes = bytes
    this.#at = skipSpace(bytes, start)
  }

  /** How far the reading has come, in bytes. */
  get position() {
    return this.#at
  }

  /** What kind of value comes next. @returns {Kind} */
  kind() {
    switch (this.#bytes[this.#at]) {
      case 0x7b:
        return 'object'
      case 0x5b:
        return 'array'
      case QUOTE:
        return 'string'
      case 0x74:
      case 0x66:
        return 'boolean'
      case 0x6e:
        return 'null'
      default:
        return 'number'
    }
  }

  /** Steps into the container that comes next. */
  enter() {
    this.#at = skipSpace(this.#bytes, this.#at + 1)
  }

  /** Whether another member or element follows; steps over the comma before it, or out of the container. */
  more() {
    const c = this.#bytes[this.#at]
    if (c === COMMA) {
      this.#at = skipSpace(this.#bytes, this.#at + 1)
      return true
    }
    if (c !== 0x7d && c !== 0x5d) return true
    this.#step(this.#at + 1)
    return false
  }

  /** Reads a key and stands before its value. @returns {string} */
  key() {
    const key = this.#shortKey() ?? this.string()
    if (this.#bytes[this.#at] === COLON) this.#at = skipSpace(this.#bytes, this.#at + 1)
    return key
  }

  /** A key of plain letters is taken from the table of those seen. @returns {string | null} */
  #shortKey() {
    const bytes = this.#bytes
    const start = this.#at + 1
    let hash = 0
    let at = start
    for (; bytes[at] !== QUOTE; at += 1) {
      const c = bytes[at]
      if (c >= 0x80 || c === BACKSLASH || at - start === 32) return null
      hash = (hash * 31 + c) & 511
    }
    this.#step(at + 1)
    const known = this.#keys[hash]
    if (known.length === at - start && matches(bytes, start, known)) return known
    const key = asciiText(bytes, start, at)
    this.#keys[hash] = key
    return key
  }

  /** Reads a string. Escapes are resolved, so that lone surrogates can come out. @returns {string} */
  string() {
    const bytes = this.#bytes
    const start = this.#at + 1
    let end = start
    let escaped = false
    for (let c = bytes[end]; c !== QUOTE; c = bytes[end]) {
      if (c === BACKSLASH) {
        escaped = true
        end += 1
      }
      end += 1
    }
    this.#step(end + 1)
    if (escaped) return unescaped(bytes, start, end)
    return end - start <= SHORT ? this.#shortText(start, end) : decoder.decode(bytes.subarray(start, end))
  }

  /**
   * @param {number} at
   * @param {number} end
   */
  #shortText(at, end) {
    const bytes = this.#bytes
    const units = this.#units
    let n = 0
    while (at < end) {
      const c = bytes[at]
      if (c < 0x80) {
        units[n++] = c
        at += 1
      } else if (c < 0xe0) {
        units[n++] = ((c & 0x1f) << 6) | (bytes[at + 1] & 0x3f)
        at += 2
      } else if (c < 0xf0) {
        units[n++] = ((c & 0x0f) << 12) | ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f)
        at += 3
      } else {
        const high = ((c & 0x07) << 18) | ((bytes[at + 1] & 0x3f) << 12)
        const point = (high | ((bytes[at + 2] & 0x3f) << 6) | (bytes[at + 3] & 0x3f)) - 0x10000
        units[n++] = 0xd800 | (point >>> 10)
        units[n++] = 0xdc00 | (point & 0x3ff)
        at += 4
      }
    }
    const list = this.#lists[n]
    for (let i = 0; i < n; i += 1) list[i] = units[i]
    return String.fromCharCode.apply(null, list)
  }

  /** Reads a number: its value, or WRONG_NUMBER or ENDLESS_NUMBER. */
  number() {
    const bytes = this.#bytes
    const start = this.#at
    let value = 0
    let plain = true
    let at = start
    for (; at < bytes.length; at += 1) {
      const c = bytes[at]
      if (c >= 0x30 && c <= 0x39) value = value * 10 + (c - 0x30)
      else if (c === 0x2d || c === 0x2b || c === 0x2e || c === 0x65 || c === 0x45) plain = false
      else break
    }
    this.#step(at)
    // Sixteen digits are summed without loss as long as the sum is in the range at all.
    if (plain && at - start <= 16 && value <= Number.MAX_SAFE_INTEGER) return value
    const double = Number(decoder.decode(bytes.subarray(start, at)))
    return Number.isFinite(double) ? WRONG_NUMBER : ENDLESS_NUMBER
  }

  /** Reads true or false. @returns {boolean} */
  boolean() {
    const value = this.#bytes[this.#at] === 0x74
    this.#step(this.#at + (value ? 4 : 5))
    return value
  }

  /** Steps over a null. */
  nothing() {
    this.#step(this.#at + 4)
  }

  /** Steps over the value that comes next, however deep it is. */
  skip() {
    const bytes = this.#bytes
    let depth = 0
    let at = this.#at
    for (;;) {
      const c = bytes[at]
      if (c === 0x7b || c === 0x5b) depth += 1
      else if (c === 0x7d || c === 0x5d) depth -= 1
      else if (c === QUOTE) at = closingQuote(bytes, at + 1)
      else if (depth === 0) at = scalarEnd(bytes, at)
      at += 1
      if (depth === 0) break
    }
    this.#step(at)
  }

  /** @param {number} at  the place after what was read */
  #step(at) {
    this.#at = skipSpace(this.#bytes, at)
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function closingQuote(bytes, at) {
  for (; bytes[at] !== QUOTE; at += 1) if (bytes[at] === BACKSLASH) at += 1
  return at
}

/**
 * The last byte of a number or word.
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function scalarEnd(bytes, at) {
  for (; at + 1 < bytes.length; at += 1) {
    const c = bytes[at + 1]
    if (c === COMMA || c === 0x7d || c === 0x5d || c <= 0x20) break
  }
  return at
}

/**
 * @param {Uint8Array} bytes
 * @param {number} start
 * @param {string} word
 */
function matches(bytes, start, word) {
  for (let i = 0; i < word.length; i += 1) if (bytes[start + i] !== word.charCodeAt(i)) return false
  return true
}

/**
 * @param {Uint8Array} bytes
 * @param {number} start
 * @param {number} end
 */
function asciiText(bytes, start, end) {
  let text = ''
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at])
  return text
}

/** Units of a text that is being put together, and what of it is done: a list of pieces would take many times its room. */
class Units {
  #units = new Uint16Array(4096)
  #length = 0
  #text = ''

  /** @param {number} unit */
  add(unit) {
    if (this.#length === this.#units.length) this.#flush()
    this.#units[this.#length++] = unit
  }

  /** @param {number} point  a character beyond the first plane is two units */
  addPoint(point) {
    if (point < 0x10000) return this.add(point)
    this.add(0xd800 | ((point - 0x10000) >>> 10))
    this.add(0xdc00 | (point & 0x3ff))
  }

  #flush() {
    this.#text += String.fromCharCode.apply(null, /** @type {any} */ (this.#units.subarray(0, this.#length)))
    this.#length = 0
  }

  text() {
    this.#flush()
    return this.#text
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 * @param {number} end
 */
function unescaped(bytes, at, end) {
  const units = new Units()
  while (at < end) {
    const c = bytes[at]
    if (c !== BACKSLASH) {
      const point = pointAt(bytes, at)
      units.addPoint(point)
      at += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
    } else if (bytes[at + 1] === 0x75) {
      units.add(Number.parseInt(asciiText(bytes, at + 2, at + 6), 16))
      at += 6
    } else {
      units.add(ESCAPES[bytes[at + 1]])
      at += 2
    }
  }
  return units.text()
}

/**
 * The character whose bytes begin here.
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function pointAt(bytes, at) {
  const c = bytes[at]
  if (c < 0x80) return c
  const next = bytes[at + 1] & 0x3f
  if (c < 0xe0) return ((c & 0x1f) << 6) | next
  const third = bytes[at + 2] & 0x3f
  if (c < 0xf0) return ((c & 0x0f) << 12) | (next << 6) | third
  return ((c & 0x07) << 18) | (next << 12) | (third << 6) | (bytes[at + 3] & 0x3f)
}
