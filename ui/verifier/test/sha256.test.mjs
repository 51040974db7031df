// @ts-check
// Our own SHA-256 against two others: for every length around the edges of blocks, in pieces, with a common beginning.
import { sha256 } from '@noble/hashes/sha2.js'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { toHex } from '../engine/hash.mjs'
import { Prefixed, Sha256 } from '../engine/sha256.mjs'

/** Bytes that are never the same twice in a row. @param {number} length */
const bytesOf = (length) => Uint8Array.from({ length }, (_, i) => (i * 167 + (i >> 8) * 31 + length) & 255)

/** @param {Uint8Array} bytes */
const theirs = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** @param {...Uint8Array} pieces */
function ours(...pieces) {
  const hasher = new Sha256()
  for (const piece of pieces) hasher.update(piece)
  return toHex(hasher.digest())
}

describe('our SHA-256', () => {
  it('knows the examples of the standard', () => {
    const text = new TextEncoder()
    expect(ours()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(ours(text.encode('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(ours(text.encode('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    )
    expect(ours(new Uint8Array(1_000_000).fill(0x61))).toBe(
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    )
  })

  it('agrees with the library and with Node for every length up to 600', () => {
    for (let length = 0; length <= 600; length += 1) {
      const bytes = bytesOf(length)
      expect(ours(bytes)).toBe(theirs(bytes))
      expect(ours(bytes)).toBe(toHex(sha256(bytes)))
    }
  })

  it('takes any pieces, also from the middle of a buffer', () => {
    const bytes = bytesOf(1000).subarray(3, 903)
    for (let at = 0; at <= bytes.length; at += 7) {
      const middle = Math.min(bytes.length, at + (at % 200))
      const pieces = [bytes.subarray(0, at), bytes.subarray(at, middle), bytes.subarray(middle)]
      expect(ours(...pieces)).toBe(theirs(bytes))
    }
    expect(ours(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toBe(theirs(bytes))
  })

  it('writes lengths beyond 32 bits', { timeout: 60_000 }, () => {
    const piece = bytesOf(1 << 20)
    const hasher = new Sha256()
    const other = createHash('sha256')
    for (let i = 0; i < 513; i += 1) {
      hasher.update(piece)
      other.update(piece)
    }
    expect(toHex(hasher.digest())).toBe(other.digest('hex'))
  })
})

describe('hashes that begin alike', () => {
  it('agree for every beginning and message', () => {
    const message = bytesOf(300)
    for (let length = 0; length <= 200; length += 1) {
      const beginning = bytesOf(length)
      const prefixed = new Prefixed(beginning)
      for (const end of [0, 1, length % 67, 54, 55, 56, 63, 64, 65, 119, 120, 300]) {
        const whole = new Uint8Array([...beginning, ...message.subarray(0, end)])
        expect(toHex(prefixed.digest(message.subarray(0, end)))).toBe(theirs(whole))
      }
    }
  })

  it('can begin anew, in pieces and with long messages', () => {
    const prefixed = new Prefixed()
    for (const length of [5, 64, 1000, 100_000, 0, 63]) {
      const [one, other, message] = [bytesOf(length), bytesOf(length + 1), bytesOf(length * 3)]
      prefixed.restart(one, other)
      expect(toHex(prefixed.digest(message))).toBe(theirs(new Uint8Array([...one, ...other, ...message])))
      expect(toHex(prefixed.digest(new Uint8Array(0)))).toBe(theirs(new Uint8Array([...one, ...other])))
    }
  })
})
