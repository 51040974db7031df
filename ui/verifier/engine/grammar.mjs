// @ts-check
// Whether some bytes are one JSON text as RFC 8259 has it, and nothing more. What the text says, and whether that is
// allowed here, is for cursor.mjs and shape.mjs. JSON.parse would hide duplicate keys and round numbers, and needs the
// whole file as one string; this walks over the bytes and keeps one bit for every open bracket, so that a file of
// nothing but brackets is answered like any other.

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const COMMA = 0x2c
const COLON = 0x3a

/** Which containers are open, innermost last: one bit each, set for an object. */
class Nesting {
  #bits = new Uint8Array(64)
  depth = 0

  /** @param {boolean} isObject */
  push(isObject) {
    const at = this.depth >>> 3
    if (at === this.#bits.length) {
      const larger = new Uint8Array(at * 2)
      larger.set(this.#bits)
      this.#bits = larger
    }
    const bit = 1 << (this.depth & 7)
    if (isObject) this.#bits[at] |= bit
    else this.#bits[at] &= ~bit
    this.depth += 1
  }

  /** Whether the innermost container is an object. */
  inObject() {
    const last = this.depth - 1
    return (this.#bits[last >>> 3] & (1 << (last & 7))) !== 0
  }
}

/** @param {number} c */
const isDigit = (c) => c >= 0x30 && c <= 0x39

/** @param {number} c */
const isHexDigit = (c) => isDigit(c) || (c >= 0x41 && c <= 0x46) || (c >= 0x61 && c <= 0x66)

/**
 * The place of the first byte from `at` on that is not white space.
 * @param {Uint8Array} bytes
 * @param {number} at
 */
export function skipSpace(bytes, at) {
  const end = bytes.length
  while (at < end) {
    const c = bytes[at]
    if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) break
    at += 1
  }
  return at
}

/**
 * The place after the string whose first quote stands at `at`, or −1.
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function afterString(bytes, at) {
  const end = bytes.length
  if (at >= end || bytes[at] !== QUOTE) return -1
  for (at += 1; at < end; at += 1) {
    const c = bytes[at]
    if (c === QUOTE) return at + 1
    if (c < 0x20) return -1
    if (c === BACKSLASH) {
      at += 1
      const length = escapeLength(bytes, at)
      if (length === 0) return -1
      at += length - 1
    }
  }
  return -1
}

/**
 * How many bytes after its backslash an escape takes; 0 when it is none.
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function escapeLength(bytes, at) {
  if (at >= bytes.length) return 0
  switch (bytes[at]) {
    case QUOTE:
    case BACKSLASH:
    case 0x2f: // solidus
    case 0x62: // b
    case 0x66: // f
    case 0x6e: // n
    case 0x72: // r
    case 0x74: // t
      return 1
    case 0x75: // u
      if (at + 4 >= bytes.length) return 0
      for (let i = 1; i <= 4; i += 1) if (!isHexDigit(bytes[at + i])) return 0
      return 5
    default:
      return 0
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function afterDigits(bytes, at) {
  const end = bytes.length
  const start = at
  while (at < end && isDigit(bytes[at])) at += 1
  return at === start ? -1 : at
}

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function afterNumber(bytes, at) {
  const end = bytes.length
  if (bytes[at] === 0x2d) at += 1
  if (at < end && bytes[at] === 0x30) at += 1
  else {
    at = afterDigits(bytes, at)
    if (at < 0) return -1
  }
  if (at < end && bytes[at] === 0x2e) {
    at = afterDigits(bytes, at + 1)
    if (at < 0) return -1
  }
  if (at < end && (bytes[at] === 0x65 || bytes[at] === 0x45)) {
    at += 1
    if (at < end && (bytes[at] === 0x2b || bytes[at] === 0x2d)) at += 1
    at = afterDigits(bytes, at)
  }
  return at
}

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 * @param {string} word
 */
function afterWord(bytes, at, word) {
  if (at + word.length > bytes.length) return -1
  for (let i = 0; i < word.length; i += 1) if (bytes[at + i] !== word.charCodeAt(i)) return -1
  return at + word.length
}

/**
 * The place after a value that holds no others, or −1.
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function afterScalar(bytes, at) {
  if (at >= bytes.length) return -1
  switch (bytes[at]) {
    case QUOTE:
      return afterString(bytes, at)
    case 0x74:
      return afterWord(bytes, at, 'true')
    case 0x66:
      return afterWord(bytes, at, 'false')
    case 0x6e:
      return afterWord(bytes, at, 'null')
    default:
      return afterNumber(bytes, at)
  }
}

/**
 * The place of the value that belongs to the key at `at`, or −1.
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function afterKey(bytes, at) {
  at = afterString(bytes, at)
  if (at < 0) return -1
  at = skipSpace(bytes, at)
  if (at >= bytes.length || bytes[at] !== COLON) return -1
  return skipSpace(bytes, at + 1)
}

/**
 * After a value: closes what ends here. Gives the place of the next value, `bytes.length` when all is closed; where the text
 * breaks, the complement of that place.
 * @param {Uint8Array} bytes
 * @param {number} at
 * @param {Nesting} nesting
 */
function nextValue(bytes, at, nesting) {
  for (;;) {
    at = skipSpace(bytes, at)
    if (nesting.depth === 0) return at === bytes.length ? at : ~at
    if (at >= bytes.length) return ~at
    const c = bytes[at]
    const inObject = nesting.inObject()
    if (c === COMMA) {
      at = skipSpace(bytes, at + 1)
      if (!inObject) return at
      const value = afterKey(bytes, at)
      return value < 0 ? ~at : value
    }
    if (c !== (inObject ? CLOSE_OBJECT : CLOSE_ARRAY)) return ~at
    nesting.depth -= 1
    at += 1
  }
}

/**
 * Where the bytes from `start` on stop being one JSON text: the beginning of what cannot be read, or −1 when all is well.
 * @param {Uint8Array} bytes
 * @param {number} start
 * @returns {number}
 */
export function brokenAt(bytes, start) {
  const nesting = new Nesting()
  let at = skipSpace(bytes, start)
  for (;;) {
    if (at >= bytes.length) return bytes.length
    let from = at
    const c = bytes[at]
    if (c === OPEN_OBJECT || c === OPEN_ARRAY) {
      const isObject = c === OPEN_OBJECT
      nesting.push(isObject)
      at = skipSpace(bytes, at + 1)
      const empty = at < bytes.length && bytes[at] === (isObject ? CLOSE_OBJECT : CLOSE_ARRAY)
      if (!empty) {
        from = at
        if (isObject) at = afterKey(bytes, at)
        if (at < 0) return from
        continue
      }
    } else {
      at = afterScalar(bytes, at)
      if (at < 0) return from
    }
    at = nextValue(bytes, at, nesting)
    if (at < 0) return ~at
    if (nesting.depth === 0) return -1
  }
}

/**
 * Whether the bytes from `start` on are one JSON text.
 * @param {Uint8Array} bytes
 * @param {number} start
 */
export const isJson = (bytes, start) => brokenAt(bytes, start) < 0
