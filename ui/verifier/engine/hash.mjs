// @ts-check
// H(tag, …) of the protocol over SHA-256, and hex. What is hashed, and in which form, is for canonical.mjs and the checks.
import { sha256 } from '@noble/hashes/sha2.js'

export const DIGEST_BYTES = 32
const encoder = new TextEncoder()

/** @typedef {ReturnType<typeof sha256.create>} Hasher */

/** @param {string} text */
export const utf8 = (text) => encoder.encode(text)

/**
 * A hasher that has taken in the tag.
 * @param {string} tag
 */
export const hasherFor = (tag) => sha256.create().update(utf8(`sunlot/1 ${tag}\0`))

/**
 * @param {string} tag
 * @param {...Uint8Array} parts
 */
export function H(tag, ...parts) {
  const hasher = hasherFor(tag)
  for (const part of parts) hasher.update(part)
  return hasher.digest()
}

/**
 * Many hashes with one beginning: a million leaves are hashed without making a million hashers.
 */
export class Prefixed {
  #out = new Uint8Array(DIGEST_BYTES)

  /** @param {Hasher} start  has taken in what all have in common; not used by others any more */
  constructor(start) {
    this.start = start
    this.work = start.clone()
  }

  /**
   * Takes another beginning: these bytes after what a hasher has taken in.
   * @param {Hasher} hasher
   * @param {Uint8Array} bytes
   */
  restart(hasher, bytes) {
    hasher._cloneInto(this.start)
    this.start.update(bytes)
  }

  /**
   * The digest of the beginning and these bytes. The next call overwrites it.
   * @param {Uint8Array} bytes
   */
  digest(bytes) {
    this.start._cloneInto(this.work)
    this.work.update(bytes)
    this.work.digestInto(this.#out)
    return this.#out
  }
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** @param {Uint8Array} bytes */
export function toHex(bytes) {
  let hex = ''
  for (const byte of bytes) hex += HEX[byte]
  return hex
}

/** @param {string} hex  of even length */
export function fromHex(hex) {
  const bytes = new Uint8Array(hex.length / 2)
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16)
  return bytes
}
