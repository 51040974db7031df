// @ts-check
// The parts that a description of a file is put together from: each reads one value from the cursor, notes every fault
// of it in the order of the text, and gives the value, or undefined where it could not be used. Which objects a
// published file has is said in layout.mjs; here is only how objects, lists, strings and numbers are read at all.
import { Cursor, ENDLESS_NUMBER, WRONG_NUMBER } from './cursor.mjs'
import { pathText } from './findings.mjs'
import { forbiddenCharacter, hasLoneSurrogate, isKey, isPlain } from './text.mjs'
import * as words from './words.mjs'

/** @typedef {import('./cursor.mjs').Kind} Kind */
/** @typedef {import('./findings.mjs').Findings} Findings */
/** @typedef {(reader: Reader) => unknown} Shape */
/** @typedef {{[key: string]: unknown}} Members */

const MAX_DEPTH = 16
const TICK = 8192

/**
 * @param {object} value
 * @param {string} key
 */
export const has = (value, key) => Object.prototype.hasOwnProperty.call(value, key)

/** Thrown where the reading cannot go on: what stands there has no value that could be carried further. */
export class Stopped extends Error {}

/** The cursor, and where it is. */
export class Reader {
  /** @type {(string | number)[]} */
  path = []
  depth = 0
  #ticks = 0

  /**
   * @param {Uint8Array} bytes  one JSON text
   * @param {number} start
   * @param {Findings} findings
   * @param {(position: number) => void} onProgress
   */
  constructor(bytes, start, findings, onProgress) {
    this.cursor = new Cursor(bytes, start)
    this.findings = findings
    this.onProgress = onProgress
  }

  /** Notes a fault of the value being read. @param {string} text */
  fault(text) {
    if (this.findings.listing) this.findings.add(text, pathText(this.path))
    else this.findings.addUnlisted()
  }

  /**
   * Notes a fault of one member of the object being read.
   * @param {string} key
   * @param {string} text
   */
  faultAt(key, text) {
    this.path.push(key)
    this.fault(text)
    this.path.pop()
  }

  /** @returns {never} */
  stop() {
    this.fault(words.STOPPED)
    throw new Stopped()
  }

  /**
   * Notes that the value is of a kind that is not wanted, and steps over it.
   * @param {Kind[]} wanted
   */
  wrongKind(wanted) {
    this.fault(words.wrongKind(wanted, this.cursor.kind()))
    this.cursor.skip()
  }

  /**
   * Goes through the members of an object; `read` is called before each value and has to read or skip it.
   * @param {(key: string) => void} read
   */
  members(read) {
    this.cursor.enter()
    this.depth += 1
    while (this.cursor.more()) {
      const key = this.cursor.key()
      if (hasLoneSurrogate(key)) this.stop()
      this.path.push(key)
      read(key)
      this.path.pop()
    }
    this.depth -= 1
  }

  /**
   * Goes through the elements of a list.
   * @param {Shape} shape
   */
  elements(shape) {
    /** @type {unknown[]} */
    const values = []
    this.cursor.enter()
    this.depth += 1
    while (this.cursor.more()) {
      this.path.push(values.length)
      values.push(shape(this))
      this.path.pop()
      this.#tick()
    }
    this.depth -= 1
    return values
  }

  #tick() {
    this.#ticks += 1
    if (this.#ticks % TICK === 0) this.onProgress(this.cursor.position)
  }

  /** Notes a fault of the member being read, and steps over its value. @param {string} text */
  skipWith(text) {
    this.fault(text)
    this.cursor.skip()
  }
}

/**
 * A value of one kind, or null as well.
 * @param {Kind} kind
 * @param {Shape} read
 * @param {boolean} nullable
 * @returns {Shape}
 */
function ofKind(kind, read, nullable) {
  /** @type {Kind[]} */
  const wanted = nullable ? [kind, 'null'] : [kind]
  const isContainer = kind === 'object' || kind === 'array'
  return (reader) => {
    const found = reader.cursor.kind()
    if (nullable && found === 'null') {
      reader.cursor.nothing()
      return null
    }
    if (found !== kind) return reader.wrongKind(wanted)
    if (isContainer && reader.depth === MAX_DEPTH) return reader.skipWith(words.TOO_DEEP)
    return read(reader)
  }
}

/** @param {Reader} reader */
function readText(reader) {
  const text = reader.cursor.string()
  if (isPlain(text)) return text
  if (hasLoneSurrogate(text)) reader.stop()
  const bad = forbiddenCharacter(text)
  if (!bad) return text
  reader.fault(words.forbidden(bad))
  return undefined
}

/** @param {Reader} reader */
function readNumber(reader) {
  const value = reader.cursor.number()
  if (value === ENDLESS_NUMBER) reader.stop()
  if (value !== WRONG_NUMBER) return value
  reader.fault(words.BAD_NUMBER)
  return undefined
}

/** @type {Shape} */
export const number = ofKind('number', readNumber, false)
/** @type {Shape} */
export const numberOrNull = ofKind('number', readNumber, true)
/** @type {Shape} */
export const boolean = ofKind('boolean', (reader) => reader.cursor.boolean(), false)

/**
 * A string; `faultOf` gives what is wrong with its text, or null.
 * @param {(text: string) => string | null} [faultOf]
 * @param {{nullable?: boolean}} [options]
 */
export function string(faultOf = () => null, { nullable = false } = {}) {
  /** @type {Shape} */
  const read = (reader) => {
    const text = readText(reader)
    if (text === undefined) return undefined
    const fault = faultOf(text)
    if (fault === null) return text
    reader.fault(fault)
    return undefined
  }
  return ofKind('string', read, nullable)
}

/**
 * @param {Shape} shape
 * @returns {Shape}
 */
export const list = (shape) => ofKind('array', (reader) => reader.elements(shape), false)

/**
 * Reads the members that are known into `value`, and hands all others on.
 * @param {Reader} reader
 * @param {Members} value
 * @param {Map<string, Shape>} known
 * @param {(key: string) => void} other
 */
function readMembers(reader, value, known, other) {
  reader.members((key) => {
    const shape = known.get(key)
    if (!shape) other(key)
    else if (has(value, key)) reader.skipWith(words.DUPLICATE_KEY)
    else value[key] = shape(reader)
  })
}

/**
 * Notes the keys that an object lacks.
 * @param {Reader} reader
 * @param {Members} value
 * @param {readonly string[]} required
 */
function requireKeys(reader, value, required) {
  for (const key of required) if (!has(value, key)) reader.faultAt(key, words.MISSING_KEY)
}

/**
 * An object of known keys.
 * @param {{[key: string]: Shape}} fields
 * @param {object} [options]
 * @param {readonly string[]} [options.optional]  keys that may be left out
 * @param {boolean} [options.nullable]
 * @param {(reader: Reader, value: Members) => void} [options.after]  looks at the whole once all is read
 */
export function object(fields, { optional = [], nullable = false, after } = {}) {
  const known = new Map(Object.entries(fields))
  const required = Object.keys(fields).filter((key) => !optional.includes(key))
  /** @type {Shape} */
  const read = (reader) => {
    /** @type {Members} */
    const value = {}
    readMembers(reader, value, known, () => reader.skipWith(words.UNKNOWN_KEY))
    requireKeys(reader, value, required)
    after?.(reader, value)
    return value
  }
  return ofKind('object', read, nullable)
}

/**
 * An object whose `kind` says which keys it has: all that any kind has are read, and judged when the kind is known.
 * @param {{[key: string]: Shape}} fields  of all kinds together; `kind` among them
 * @param {{[kind: string]: readonly string[]}} keysOf  the keys of each kind, in the order of the protocol
 * @param {(reader: Reader, value: Members) => void} [after]  called when the kind is known
 */
export function byKind(fields, keysOf, after) {
  const known = new Map(Object.entries(fields))
  /** @type {Shape} */
  const read = (reader) => {
    /** @type {Members} */
    const value = {}
    readMembers(reader, value, known, () => reader.skipWith(words.UNKNOWN_KEY))
    const kind = value.kind
    if (!has(value, 'kind')) reader.faultAt('kind', words.MISSING_KEY)
    if (typeof kind !== 'string') return value
    const keys = keysOf[kind]
    for (const key of Object.keys(value)) {
      if (key !== 'kind' && !keys.includes(key)) reader.faultAt(key, words.UNKNOWN_KEY)
    }
    requireKeys(reader, value, keys)
    after?.(reader, value)
    return value
  }
  return ofKind('object', read, false)
}

/** The keys of an office's own members, and the values, of which everything is allowed that Notation allows. */
class FreeMembers {
  /**
   * Names that may not be; kept apart, for `__proto__` would not even become a member. Few objects have any.
   * @type {Set<string> | null}
   */
  #badKeys = null

  /**
   * @param {Reader} reader
   * @param {Members} value
   */
  constructor(reader, value) {
    this.reader = reader
    this.value = value
  }

  /** @param {string} key */
  read(key) {
    const { reader, value } = this
    if (isKey(key)) {
      if (has(value, key)) reader.skipWith(words.DUPLICATE_KEY)
      else value[key] = free(reader)
    } else if (this.#badKeys?.has(key)) {
      reader.skipWith(words.DUPLICATE_KEY)
    } else {
      this.#badKeys = (this.#badKeys ?? new Set()).add(key)
      reader.fault(words.BAD_KEY)
      free(reader)
    }
  }
}

/** @type {Shape} */
const freeObjectMembers = (reader) => {
  /** @type {Members} */
  const value = {}
  const members = new FreeMembers(reader, value)
  reader.members((key) => members.read(key))
  return value
}

/** An object of the office's own. */
export const freeObject = ofKind('object', freeObjectMembers, false)
const freeList = ofKind('array', (reader) => reader.elements(free), false)

/** @type {Shape} */
function free(reader) {
  switch (reader.cursor.kind()) {
    case 'object':
      return freeObject(reader)
    case 'array':
      return freeList(reader)
    case 'string':
      return readText(reader)
    case 'number':
      return readNumber(reader)
    case 'boolean':
      return reader.cursor.boolean()
    default:
      reader.cursor.nothing()
      return null
  }
}

/**
 * A leaf: its fields and any of the office's own, or sealed with its digest alone.
 * @param {{[key: string]: Shape}} fields
 * @param {Shape} digest
 * @param {boolean} sealable
 */
export function leaf(fields, digest, sealable) {
  const known = new Map(Object.entries({ ...fields, leaf: digest }))
  const required = Object.keys(fields)
  /** @type {Shape} */
  const read = (reader) => {
    /** @type {Members} */
    const value = {}
    let others = 0
    const members = new FreeMembers(reader, value)
    readMembers(reader, value, known, (key) => {
      others += 1
      members.read(key)
    })
    if (!has(value, 'leaf')) requireKeys(reader, value, required)
    else if (others > 0 || Object.keys(value).length > 1) reader.fault(words.LEAF_NOT_ALONE)
    else if (!sealable) reader.fault(words.LEAF_NOT_SEALABLE)
    return value
  }
  return ofKind('object', read, false)
}
