// @ts-check
// Whether one Ed25519 signature holds, by the strict reading of RFC 8032. Who had to sign what is in verify.mjs. The
// library's own verify() multiplies by the cofactor, which lets through signatures that others refuse: so its points are
// used, and the equation is written out here.
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { fromHex, H } from './hash.mjs'

const { Point } = ed25519
const ORDER = Point.Fn.ORDER

/** @param {Uint8Array} bytes  least byte first */
function toNumber(bytes) {
  let value = 0n
  for (let i = bytes.length - 1; i >= 0; i -= 1) value = (value << 8n) | BigInt(bytes[i])
  return value
}

/**
 * The point that some bytes are the one proper encoding of, unless it is of small order.
 * @param {Uint8Array} bytes
 */
function strictPoint(bytes) {
  try {
    const point = Point.fromBytes(bytes)
    const again = point.toBytes()
    const isProper = again.every((byte, i) => byte === bytes[i]) && !point.isSmallOrder()
    return isProper ? point : null
  } catch {
    return null
  }
}

/**
 * @param {string} publicKey
 * @param {string} of  the digest that is signed
 * @param {string} sig
 */
export function isSignature(publicKey, of, sig) {
  const key = fromHex(publicKey)
  const bytes = fromHex(sig)
  const S = toNumber(bytes.subarray(32))
  if (S >= ORDER) return false
  const A = strictPoint(key)
  const R = strictPoint(bytes.subarray(0, 32))
  if (!A || !R) return false
  const hasher = sha512.create().update(bytes.subarray(0, 32)).update(key)
  const k = toNumber(hasher.update(H('signature', fromHex(of))).digest()) % ORDER
  return Point.BASE.multiplyUnsafe(S).equals(R.add(A.multiplyUnsafe(k)))
}
