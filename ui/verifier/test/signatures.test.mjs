// @ts-check
// Ed25519 by the strict reading: good signatures hold, and those that other readings let through do not.
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { describe, expect, it } from 'vitest'
import { fromHex, H, toHex } from '../engine/hash.mjs'
import { isSignature } from '../engine/signatures.mjs'
import { vector } from './vectors.mjs'

const { Point } = ed25519
const ORDER = Point.Fn.ORDER
const [{ publicKey, of, sig }] = vector('01-small.signed.json').signatures

/** @param {bigint} value */
function littleEndian(value) {
  const bytes = new Uint8Array(32)
  for (let i = 0; i < 32; i += 1, value >>= 8n) bytes[i] = Number(value & 255n)
  return bytes
}

/** @param {Uint8Array} bytes */
const fromLittleEndian = (bytes) => bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n)

/**
 * A signature with points of one's own choosing.
 * @param {bigint} secret
 * @param {InstanceType<typeof Point>} key  what is published as the key
 * @param {InstanceType<typeof Point>} nonce  what is published as R, of the scalar 5
 */
function forged(secret, key, nonce) {
  const R = nonce.toBytes()
  const message = H('signature', fromHex(of))
  const hasher = sha512.create().update(R).update(key.toBytes()).update(message)
  const k = fromLittleEndian(hasher.digest()) % ORDER
  const S = littleEndian((5n + k * secret) % ORDER)
  return { publicKey: key.toHex(), sig: toHex(R) + toHex(S) }
}

const torsion = Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a')

describe('signatures', () => {
  it('hold when made as RFC 8032 says', () => {
    expect(isSignature(publicKey, of, sig)).toBe(true)
    const key = fromHex('00'.repeat(31) + '07')
    const made = toHex(ed25519.sign(H('signature', fromHex(of)), key))
    expect(isSignature(toHex(ed25519.getPublicKey(key)), of, made)).toBe(true)
    const { publicKey: own, sig: forgedSig } = forged(9n, Point.BASE.multiply(9n), Point.BASE.multiply(5n))
    expect(isSignature(own, of, forgedSig)).toBe(true)
  })

  it('fail with any bit turned', () => {
    for (let i = 0; i < 128; i += 9) {
      const digit = (Number.parseInt(sig[i], 16) ^ 1).toString(16)
      expect(isSignature(publicKey, of, sig.slice(0, i) + digit + sig.slice(i + 1))).toBe(false)
    }
    expect(isSignature(publicKey, '0'.repeat(64), sig)).toBe(false)
  })

  it('fail with an S beyond the order', () => {
    const S = fromLittleEndian(fromHex(sig.slice(64)))
    expect(isSignature(publicKey, of, sig.slice(0, 64) + toHex(littleEndian(S + ORDER)))).toBe(false)
  })

  it('fail where only the cofactor would make them good', () => {
    const { publicKey: key, sig: made } = forged(
      9n,
      Point.BASE.multiply(9n),
      Point.BASE.multiply(5n).add(torsion),
    )
    expect(ed25519.verify(fromHex(made), H('signature', fromHex(of)), fromHex(key))).toBe(true)
    expect(isSignature(key, of, made)).toBe(false)
  })

  it('fail with points of small order', () => {
    let point = torsion
    for (let i = 0; i < 8; i += 1, point = point.add(torsion)) {
      const zero = `${point.toHex()}${'0'.repeat(64)}`
      expect(isSignature(point.toHex(), of, zero)).toBe(false)
      expect(isSignature(publicKey, of, zero)).toBe(false)
    }
  })

  it('fail with encodings that are not the proper ones', () => {
    // y = p + 1 and y = 2^255 − 1 stand for small values; x = 0 has no sign.
    for (const bytes of [
      'ee' + 'ff'.repeat(30) + '7f',
      'ff'.repeat(31) + '7f',
      '01' + '00'.repeat(30) + '80',
    ]) {
      expect(isSignature(bytes, of, sig)).toBe(false)
      expect(isSignature(publicKey, of, bytes + sig.slice(64))).toBe(false)
    }
  })
})
