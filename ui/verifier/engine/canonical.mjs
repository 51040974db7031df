// @ts-check
// RFC 8785 canonical JSON as bytes, written piece by piece into a hasher, because the manifest of a large draw is longer
// than one wants to hold twice. Leaves become digests here too. Which digest is made of what is for digests.mjs.

const BUFFER = 1 << 16
/** The longest that one UTF-16 unit can become: \u001f. A surrogate pair takes four bytes. */
const LONGEST = 6
/** Longer texts are written in pieces, each of which fits into the buffer. */
const PIECE = 1 << 12
const HEX_DIGITS = '0123456789abcdef'

/** @typedef {{update(bytes: Uint8Array): unknown}} Receiver */

/** Escapes that have a letter; the other control characters are written as \u00xx. */
const LETTERS = new Map([
  [0x08, 'b'],
  [0x09, 't'],
  [0x0a, 'n'],
  [0x0c, 'f'],
  [0x0d, 'r'],
  [0x22, '"'],
  [0x5c, '\\'],
])

/** Collects bytes, and passes them on whenever there are many. */
export class ByteWriter {
  #bytes = new Uint8Array(BUFFER)
  #length = 0

  /** @param {Receiver | null} receiver  without one, the buffer grows instead */
  constructor(receiver) {
    this.receiver = receiver
  }

  /** Makes room for `n` bytes. @param {number} n  at most the size of the buffer */
  #room(n) {
    if (this.#length + n <= this.#bytes.length) return
    if (this.receiver) {
      this.flush()
      return
    }
    const larger = new Uint8Array(this.#bytes.length * 2)
    larger.set(this.#bytes)
    this.#bytes = larger
  }

  /** Hands what is there to the receiver. */
  flush() {
    this.receiver?.update(this.#bytes.subarray(0, this.#length))
    this.#length = 0
  }

  /** What has been written since the last call, valid until the next write. */
  take() {
    const taken = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return taken
  }

  /** @param {string} text  ASCII */
  ascii(text) {
    for (let from = 0; from < text.length; from += PIECE) {
      const to = Math.min(from + PIECE, text.length)
      this.#room(to - from)
      const bytes = this.#bytes
      let at = this.#length
      for (let i = from; i < to; i += 1) bytes[at++] = text.charCodeAt(i)
      this.#length = at
    }
  }

  /** @param {Uint8Array} digest  written as hex */
  hex(digest) {
    this.#room(digest.length * 2)
    const bytes = this.#bytes
    let at = this.#length
    for (let i = 0; i < digest.length; i += 1) {
      bytes[at++] = HEX_DIGITS.charCodeAt(digest[i] >>> 4)
      bytes[at++] = HEX_DIGITS.charCodeAt(digest[i] & 15)
    }
    this.#length = at
  }

  /** @param {string} text  written as a JSON string; without lone surrogates */
  quoted(text) {
    this.ascii('"')
    let i = 0
    while (i < text.length) {
      i = this.#plain(text, i)
      if (i === text.length) break
      this.#room(LONGEST)
      const unit = text.charCodeAt(i)
      if (unit >= 0x80) i += this.#wide(text, i, unit)
      else this.#escape(unit)
      i += 1
    }
    this.ascii('"')
  }

  /**
   * Writes what stands for itself, from a place on; gives the place of the first character that does not.
   * @param {string} text
   * @param {number} from
   */
  #plain(text, from) {
    const to = Math.min(from + PIECE, text.length)
    this.#room(to - from)
    const bytes = this.#bytes
    let at = this.#length
    let i = from
    for (; i < to; i += 1) {
      const unit = text.charCodeAt(i)
      if (unit >= 0x80 || unit < 0x20 || unit === 0x22 || unit === 0x5c) break
      bytes[at++] = unit
    }
    this.#length = at
    return i
  }

  /** @param {number} unit */
  #escape(unit) {
    const letter = LETTERS.get(unit)
    this.ascii(letter ? `\\${letter}` : `\\u${unit.toString(16).padStart(4, '0')}`)
  }

  /**
   * Writes a character beyond ASCII; gives how many further units it took.
   * @param {string} text
   * @param {number} i
   * @param {number} unit
   */
  #wide(text, i, unit) {
    const bytes = this.#bytes
    let at = this.#length
    let taken = 0
    if (unit < 0x800) {
      bytes[at++] = 0xc0 | (unit >>> 6)
    } else if (unit < 0xd800 || unit > 0xdfff) {
      bytes[at++] = 0xe0 | (unit >>> 12)
      bytes[at++] = 0x80 | ((unit >>> 6) & 0x3f)
    } else {
      const point = 0x10000 + ((unit & 0x3ff) << 10) + (text.charCodeAt(i + 1) & 0x3ff)
      bytes[at++] = 0xf0 | (point >>> 18)
      bytes[at++] = 0x80 | ((point >>> 12) & 0x3f)
      bytes[at++] = 0x80 | ((point >>> 6) & 0x3f)
      unit = point
      taken = 1
    }
    bytes[at++] = 0x80 | (unit & 0x3f)
    this.#length = at
    return taken
  }
}

/** A list of leaves that is written as the list of their digests. */
export class LeafDigests {
  /**
   * @param {readonly object[]} leaves
   * @param {(leaf: object) => Uint8Array} digestOf  may give the same bytes over and over, with other contents
   */
  constructor(leaves, digestOf) {
    this.leaves = leaves
    this.digestOf = digestOf
  }
}

/** The keys of the object written last, as they stood and sorted: a million leaves have the same. */
const lastKeys = { given: [''], sorted: [''] }

/**
 * The keys of an object in the order of RFC 8785, which like JavaScript sorts by UTF-16 units.
 * @param {object} value
 */
function sortedKeys(value) {
  const keys = Object.keys(value)
  const { given, sorted } = lastKeys
  if (keys.length === given.length && keys.every((key, i) => key === given[i])) return sorted
  lastKeys.given = keys
  lastKeys.sorted = keys.slice().sort()
  return lastKeys.sorted
}

/**
 * Writes a value. Its depth is bounded by the format: sixteen levels.
 * @param {ByteWriter} writer
 * @param {unknown} value
 */
export function writeCanonical(writer, value) {
  if (typeof value === 'string') writer.quoted(value)
  else if (value instanceof LeafDigests) writeLeaves(writer, value)
  else if (Array.isArray(value)) writeList(writer, value)
  else if (typeof value === 'object' && value !== null) writeObject(writer, value)
  // Numbers are plain integers here, which JavaScript writes as RFC 8785 wants them.
  else writer.ascii(String(value))
}

/**
 * @param {ByteWriter} writer
 * @param {unknown[]} values
 */
function writeList(writer, values) {
  let before = '['
  for (const value of values) {
    writer.ascii(before)
    writeCanonical(writer, value)
    before = ','
  }
  writer.ascii(values.length === 0 ? '[]' : ']')
}

/**
 * @param {ByteWriter} writer
 * @param {object} value
 */
function writeObject(writer, value) {
  const members = /** @type {{[key: string]: unknown}} */ (value)
  const keys = sortedKeys(members)
  let before = '{'
  for (const key of keys) {
    writer.ascii(before)
    writer.quoted(key)
    writer.ascii(':')
    writeCanonical(writer, members[key])
    before = ','
  }
  writer.ascii(keys.length === 0 ? '{}' : '}')
}

/**
 * @param {ByteWriter} writer
 * @param {LeafDigests} list
 */
function writeLeaves(writer, { leaves, digestOf }) {
  let before = '["'
  for (const leaf of leaves) {
    writer.ascii(before)
    writer.hex(digestOf(leaf))
    before = '","'
  }
  writer.ascii(leaves.length === 0 ? '[]' : '"]')
}

/**
 * The canonical form as one piece, for small values.
 * @param {unknown} value
 */
export function canonicalBytes(value) {
  const writer = new ByteWriter(null)
  writeCanonical(writer, value)
  return writer.take()
}
