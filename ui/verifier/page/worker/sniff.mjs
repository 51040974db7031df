// What a file that is no published file seems to be instead: another kind of file, another encoding, cut off, or changed at
// some place. It guesses for the reader's sake and judges nothing; the words for it are in words/unread.mjs.
import { brokenAt } from '../../engine/index.mjs'
import { TextDecoder } from '../browser.mjs'

/** First bytes by which other kinds of files are known. */
const KINDS = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['utf16', [0xff, 0xfe]],
  ['utf16', [0xfe, 0xff]],
]
const MARK = [0xef, 0xbb, 0xbf]
const TOP_KEYS = ['record', 'digest', 'amendments', 'standing', 'signatures']
/** Larger files are not read once more only to say what they are. */
const SMALL = 1_000_000
const NEARBY = 2000

/** @typedef {{kind: string, line?: number, column?: number}} Hint */

/**
 * @param {Uint8Array} bytes
 * @param {{isReadable: boolean, isText: boolean}} known whether it is a JSON object, and whether it is UTF-8 at all
 * @returns {Hint|null}
 */
export function sniff(bytes, { isReadable, isText }) {
  if (isReadable) return otherJson(bytes)
  if (bytes.length === 0) return { kind: 'empty' }
  const known = KINDS.find(([, signature]) => opensWith(bytes, signature))
  if (known) return { kind: known[0] }
  const start = opensWith(bytes, MARK) ? MARK.length : 0
  const first = bytes.subarray(start).find((byte) => byte > 0x20)
  if (first === 0x3c) return { kind: 'html' }
  if (first === 0x5b) return { kind: 'list' }
  if (first !== 0x7b) return { kind: bytes.every((byte) => byte === 0) ? 'zeros' : 'other' }
  if (!isText) return { kind: 'encoding' }
  const at = brokenAt(bytes, start)
  const kind = lastByte(bytes) === 0x7d ? 'edited' : 'cut'
  return { kind, ...placeOf(bytes.subarray(start), at - start) }
}

function opensWith(bytes, signature) {
  return signature.every((byte, at) => bytes[at] === byte)
}

function lastByte(bytes) {
  let at = bytes.length - 1
  while (at > 0 && bytes[at] <= 0x20) at -= 1
  return bytes[at]
}

/** Line and character as an editor counts them; the characters only where the line is of a human length. */
function placeOf(bytes, at) {
  let line = 1
  let begun = 0
  for (let i = 0; i < at; i += 1) {
    if (bytes[i] !== 0x0a) continue
    line += 1
    begun = i + 1
  }
  if (at - begun > NEARBY) return { line }
  return { line, column: Array.from(new TextDecoder().decode(bytes.subarray(begun, at))).length + 1 }
}

/** A JSON object that is something else: nothing of what a published file begins with stands in it. */
function otherJson(bytes) {
  const value = bytes.length < SMALL ? parsed(bytes) : null
  if (value === null || TOP_KEYS.some((key) => key in value)) return null
  if ('salt' in value && 'id' in value) return { kind: 'leaf' }
  if ('manifest' in value && 'contributions' in value) return { kind: 'case' }
  if ('files' in value && 'valid' in value) return { kind: 'report' }
  return { kind: 'json' }
}

function parsed(bytes) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
