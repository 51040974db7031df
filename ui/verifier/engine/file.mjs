// @ts-check
// From bytes to the content of a published file: byte order mark, UTF-8, JSON, an object on top, then the layout. Gives
// what was found wrong on the way, and the content only where all of it could be read.
import { Findings } from './findings.mjs'
import { isJson, skipSpace } from './grammar.mjs'
import { publishedFile } from './layout.mjs'
import { Reader, Stopped } from './shape.mjs'
import * as words from './words.mjs'

/** @typedef {import('./content.mjs').Content} Content */
/** @typedef {{readable: boolean, content: Content | null, findings: Findings}} Reading */
/** @typedef {(done: number, total: number) => void} OnBytes */

const CHUNK = 1 << 20

/** @param {Uint8Array} bytes */
function isUtf8(bytes) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  try {
    // Piece by piece: the text as a whole would be as large again as the file.
    for (let at = 0; at < bytes.length; at += CHUNK) {
      decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true })
    }
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** @param {Uint8Array} bytes */
const markLength = (bytes) =>
  bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0

/**
 * Why a file cannot be read at all, or null.
 * @param {Uint8Array} bytes
 * @param {number} start
 */
function unreadable(bytes, start) {
  if (!isUtf8(bytes)) return words.NOT_UTF8
  if (!isJson(bytes, start)) return words.NOT_JSON
  if (bytes[skipSpace(bytes, start)] !== 0x7b) return words.NOT_OBJECT
  return null
}

/**
 * @param {Uint8Array} bytes
 * @param {OnBytes} onBytes
 * @returns {Reading}
 */
export function readFile(bytes, onBytes) {
  const findings = new Findings()
  const start = markLength(bytes)
  const why = unreadable(bytes, start)
  if (why !== null) {
    findings.add(why)
    return { readable: false, content: null, findings }
  }
  if (start > 0) findings.add(words.BYTE_ORDER_MARK, words.WHOLE_FILE)
  const before = findings.count
  const value = readLayout(bytes, start, findings, onBytes)
  // Without a fault every value is what the layout says, so that the type holds from here on.
  const content = findings.count === before ? /** @type {Content} */ (value) : null
  return { readable: true, content, findings }
}

/**
 * @param {Uint8Array} bytes
 * @param {number} start
 * @param {Findings} findings
 * @param {OnBytes} onBytes
 */
function readLayout(bytes, start, findings, onBytes) {
  const reader = new Reader(bytes, start, findings, (position) => onBytes(position, bytes.length))
  try {
    return publishedFile(reader)
  } catch (error) {
    if (error instanceof Stopped) return null
    throw error
  }
}
