// @ts-check
// Every object of a published file: its keys in the order of the protocol, and what each of them is. How values are read
// and faults noted is in shape.mjs; what the values mean to each other is for the checks.
import { isId, isLowerHex, isTask } from './text.mjs'
import { parseTime } from './time.mjs'
import * as words from './words.mjs'
import {
  boolean,
  byKind,
  freeObject,
  has,
  leaf,
  list,
  number,
  numberOrNull,
  object,
  string,
} from './shape.mjs'

/** @typedef {import('./shape.mjs').Shape} Shape */
/** @typedef {import('./shape.mjs').Reader} Reader */
/** @typedef {import('./shape.mjs').Members} Members */

const PROTOCOL = 'sunlot/1'

const text = string()
const textOrNull = string(() => null, { nullable: true })

/**
 * @param {number} length
 * @param {{nullable?: boolean}} [options]
 */
const hex = (length, options) =>
  string((digits) => (isLowerHex(digits, length) ? null : words.badHex(length)), options)
const digest = hex(64)
const digestOrNull = hex(64, { nullable: true })

/** @param {string} value */
const idFault = (value) => (isId(value) ? null : words.badId(value))
const id = string(idFault)
const idOrNull = string(idFault, { nullable: true })
const task = string((value) => (isTask(value) ? null : words.badTask(value)))
const time = string((value) => (parseTime(value) ? null : words.badTime(value)))
const protocol = string((value) => (value === PROTOCOL ? null : words.badProtocol(value)))

/** @param {readonly string[]} choices */
const oneOf = (choices) => string((value) => (choices.includes(value) ? null : words.badWord(choices, value)))

const RULE_KEYS = { rate: ['bp', 'rounding', 'min', 'max'], count: ['n'] }
const rule = byKind(
  {
    kind: oneOf(Object.keys(RULE_KEYS)),
    bp: number,
    rounding: oneOf(['up', 'half-up', 'down']),
    min: number,
    max: numberOrNull,
    n: number,
  },
  RULE_KEYS,
)

const salt = hex(32)
const target = leaf({ salt, id, name: text }, digest, true)
const exclusion = leaf({ salt, id, name: text, reason: text }, digest, true)
const inspector = leaf({ salt, id, name: text, dept: text, skills: list(text) }, digest, false)
const recusal = leaf({ salt, inspector: id, stratum: text, number, reason: text }, digest, false)

const slot = object({ role: text, dept: textOrNull, skill: textOrNull }, { optional: ['dept', 'skill'] })
const stratum = object({
  key: text,
  label: text,
  items: list(text),
  rule,
  quota: number,
  reserve: number,
  slots: list(slot),
  targets: list(target),
})

const manifest = object(
  {
    protocol,
    drawId: text,
    task,
    sequence: number,
    previous: digest,
    attempt: number,
    basis: digestOrNull,
    amended: list(object({ sequence: number, digest })),
    station: digest,
    office: object({ code: text, name: text }),
    title: text,
    createdAt: time,
    seats: list(object({ role: text, alias: text })),
    challenge: text,
    items: list(object({ code: text, name: text })),
    strata: list(stratum),
    exclusions: list(exclusion),
    inspectors: list(inspector),
    recusals: list(recusal),
    crew: object({ cap: number, balance: boolean }),
    ext: freeObject,
  },
  { optional: ['ext'] },
)

const row = object({ stratum: text, number, crew: list(idOrNull) })
const result = object(
  { selected: list(row), reserves: list(object({ stratum: text, number })) },
  { nullable: true },
)
const voiding = object({ reason: text, stage: oneOf(['sealed', 'cards']), by: list(text), at: time })

const record = object(
  {
    protocol,
    outcome: oneOf(['drawn', 'void']),
    manifest,
    commitment: digest,
    secret: digestOrNull,
    contributions: list(textOrNull),
    seed: digestOrNull,
    result,
    void: voiding,
    ceremony: freeObject,
  },
  { optional: ['void', 'ceremony'], after: outcomeHolds },
)

/**
 * What the outcome asks of the other members.
 * @param {Reader} reader
 * @param {Members} value
 */
function outcomeHolds(reader, value) {
  const isVoided = has(value, 'void')
  if (value.outcome === 'void' && !isVoided) reader.faultAt('void', words.MISSING_KEY)
  if (value.outcome !== 'drawn') return
  for (const key of ['secret', 'seed', 'result']) {
    if (value[key] === null) reader.faultAt(key, words.DRAWN_WITH_NULL)
  }
  if (isVoided) reader.faultAt('void', words.DRAWN_WITH_VOID)
}

const WHY = ['reason', 'at', 'by', 'digest']
const AMENDMENT_KEYS = {
  'drop-target': ['stratum', 'number', 'replace', ...WHY],
  'inspector-out': ['inspector', ...WHY],
  'inspector-in': ['inspector', ...WHY],
  recuse: ['inspector', 'stratum', 'number', ...WHY],
  fill: WHY,
  cancel: WHY,
  withdraw: ['of', ...WHY],
}
const person = object({ id, name: text, dept: text, skills: list(text) })

/** An inspector by id or in full: which of the two it has to be shows only when the kind is known. */
class Named {
  /**
   * @param {'object' | 'string'} kind
   * @param {unknown} value
   */
  constructor(kind, value) {
    this.kind = kind
    this.value = value
  }
}

/** @type {Shape} */
const named = (reader) => {
  const kind = reader.cursor.kind()
  if (kind === 'object') return new Named(kind, person(reader))
  if (kind === 'string') return new Named(kind, id(reader))
  return reader.wrongKind(['object', 'string'])
}

const amendment = byKind(
  {
    kind: oneOf(Object.keys(AMENDMENT_KEYS)),
    stratum: text,
    number,
    replace: boolean,
    inspector: named,
    of: number,
    reason: text,
    at: time,
    by: list(text),
    digest,
  },
  AMENDMENT_KEYS,
  settleInspector,
)

/**
 * @param {Reader} reader
 * @param {Members} value
 */
function settleInspector(reader, value) {
  const inspector = value.inspector
  if (!(inspector instanceof Named)) return
  value.inspector = inspector.value
  if (value.kind !== 'inspector-in' && value.kind !== 'inspector-out' && value.kind !== 'recuse') return
  const wanted = value.kind === 'inspector-in' ? 'object' : 'string'
  if (inspector.kind !== wanted) reader.faultAt('inspector', words.wrongKind([wanted], inspector.kind))
}

const signature = object({ alg: oneOf(['ed25519']), publicKey: digest, of: digest, sig: hex(128) })

/** The file as a whole. */
export const publishedFile = object({
  record,
  digest,
  amendments: list(amendment),
  standing: list(row),
  signatures: list(signature),
})
