// @ts-check
// H(tag, …) of the protocol over SHA-256, and hex. What is hashed, and in which form, is for canonical.mjs and the checks.
import { sha256 } from '@noble/hashes/sha2.js'
import { Sha256 } from './sha256.mjs'

export { DIGEST_BYTES, Prefixed } from './sha256.mjs'
const encoder = new TextEncoder()

/** @param {string} text */
export const utf8 = (text) => encoder.encode(text)

/**
 * How a hash begins: the tag, and these parts.
 * @param {string} tag
 * @param {...Uint8Array} parts
 */
export function opening(tag, ...parts) {
  const pieces = [utf8(`sunlot/1 ${tag}\0`), ...parts]
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/**
 * @param {string} tag
 * @param {...Uint8Array} parts
 */
export const H = (tag, ...parts) => sha256(opening(tag, ...parts))

/**
 * The same for a message that comes in many pieces.
 * @param {string} tag
 */
export const hasherFor = (tag) => new Sha256().update(opening(tag))

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
