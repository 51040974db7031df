// The SHA-256 of a whole file, for the printed sheet: by the browser, beside the other work, where it lends its own (a page
// from a disk gets it); else here, in pieces, to be able to say how far it is.
import { Sha256 } from '../../engine/sha256.mjs'
import { crypto } from '../browser.mjs'
import { toHex } from '../../engine/hash.mjs'

const PIECE = 4 * 1024 * 1024

/**
 * @param {Uint8Array} bytes
 * @param {(done: number) => void} onProgress
 * @returns {Promise<string>}
 */
export async function printOf(bytes, onProgress) {
  const lent = await lentDigest(bytes)
  if (lent) return toHex(new Uint8Array(lent))
  const hasher = new Sha256()
  for (let start = 0; start < bytes.length; start += PIECE) {
    hasher.update(bytes.subarray(start, start + PIECE))
    onProgress(Math.min(bytes.length, start + PIECE))
  }
  return toHex(hasher.digest())
}

/** The browser copies what it is given, and may find it too much. */
async function lentDigest(bytes) {
  try {
    return await crypto.subtle.digest('SHA-256', bytes)
  } catch {
    return null
  }
}
