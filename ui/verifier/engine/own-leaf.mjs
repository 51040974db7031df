// @ts-check
// One leaf by itself, as an office hands it to the enterprise it is about: read as strictly as a file, and its digest.
// Where that digest stands in a file is for the page to look up.
import { canonicalBytes } from './canonical.mjs'
import { Findings } from './findings.mjs'
import { isJson, skipSpace } from './grammar.mjs'
import { H, toHex, utf8 } from './hash.mjs'
import { freeObject, Reader, Stopped } from './shape.mjs'
import { hasLoneSurrogate, isId, isLowerHex } from './text.mjs'

/** Nothing that an office hands out comes near it. */
const LONGEST = 65_536

/** @typedef {{salt: string, id: string, name: string, reason?: unknown}} OwnLeaf */
/** @typedef {'empty' | 'long' | 'json' | 'format' | 'leaf'} Trouble */

/**
 * Reads a pasted leaf.
 * @param {string} text
 * @returns {{leaf: OwnLeaf, digest: string} | {trouble: Trouble}}
 */
export function readOwnLeaf(text) {
  // Whoever copies one line out of a list takes the comma along.
  const bare = text.trim().replace(/,$/, '')
  if (bare === '') return { trouble: 'empty' }
  if (bare.length > LONGEST) return { trouble: 'long' }
  if (hasLoneSurrogate(bare)) return { trouble: 'json' }
  const bytes = utf8(bare)
  if (!isJson(bytes, 0) || bytes[skipSpace(bytes, 0)] !== 0x7b) return { trouble: 'json' }
  const value = readStrictly(bytes)
  if (value === null) return { trouble: 'format' }
  return isOpenLeaf(value) ? { leaf: value, digest: leafDigest(value) } : { trouble: 'leaf' }
}

/** The digest of an open leaf. @param {object} leaf */
export const leafDigest = (leaf) => toHex(H('leaf', canonicalBytes(leaf)))

/** @param {Uint8Array} bytes  a JSON object */
function readStrictly(bytes) {
  const findings = new Findings()
  try {
    const value = freeObject(new Reader(bytes, 0, findings, () => undefined))
    return findings.count === 0 ? /** @type {{[key: string]: unknown}} */ (value) : null
  } catch (error) {
    if (error instanceof Stopped) return null
    throw error
  }
}

/**
 * @param {object} value
 * @returns {value is OwnLeaf}
 */
function isOpenLeaf(value) {
  const { salt, id, name } = /** @type {{[key: string]: unknown}} */ (value)
  if (typeof salt !== 'string' || typeof id !== 'string' || typeof name !== 'string') return false
  return isLowerHex(salt, 32) && isId(id) && !('leaf' in value)
}
