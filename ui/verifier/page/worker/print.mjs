// The SHA-256 of a whole file, for the printed sheet. A browser lends its own only to some pages, so it is computed here, in
// pieces, to be able to say how far it is.
import { sha256 } from '@noble/hashes/sha2.js'
import { toHex } from '../../engine/hash.mjs'

const PIECE = 4 * 1024 * 1024

/**
 * @param {Uint8Array} bytes
 * @param {(done: number) => void} onProgress
 */
export function printOf(bytes, onProgress) {
  const hasher = sha256.create()
  for (let start = 0; start < bytes.length; start += PIECE) {
    hasher.update(bytes.subarray(start, start + PIECE))
    onProgress(Math.min(bytes.length, start + PIECE))
  }
  return toHex(hasher.digest())
}
