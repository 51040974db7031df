// @ts-check
// The digests of a draw: leaf, manifest, commitment, seed, record, amendment, and the short form of a commitment. Whether
// they are the ones that a file names is for verify.mjs.
import { ByteWriter, canonicalBytes, LeafDigests, writeCanonical } from './canonical.mjs'
import { fromHex, H, hasherFor, opening, Prefixed, toHex } from './hash.mjs'

/** @typedef {import('./content.mjs').Manifest} Manifest */
/** @typedef {import('./content.mjs').DrawRecord} DrawRecord */
/** @typedef {import('./content.mjs').Amendment} Amendment */
/** @typedef {import('./content.mjs').SealedLeaf} SealedLeaf */

/** Crockford's digits: without I, L, O and U. */
export const SHORT_CODE_DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const SHORT_CODE_LENGTH = 32

/**
 * @param {object} leaf
 * @returns {leaf is SealedLeaf}
 */
export const isSealed = (leaf) => 'leaf' in leaf

/**
 * Something that gives the digest of leaf after leaf, and counts them.
 * @param {(count: number) => void} onLeaf
 */
function leafDigester(onLeaf) {
  const leaves = new Prefixed(opening('leaf'))
  const writer = new ByteWriter(null)
  let count = 0
  /** @param {object} leaf */
  return (leaf) => {
    count += 1
    onLeaf(count)
    if (isSealed(leaf)) return fromHex(leaf.leaf)
    writeCanonical(writer, leaf)
    return leaves.digest(writer.take())
  }
}

/**
 * M: the digest of the manifest with every leaf replaced by its own.
 * @param {Manifest} manifest
 * @param {(count: number) => void} onLeaf
 */
export function manifestDigest(manifest, onLeaf) {
  const digestOf = leafDigester(onLeaf)
  const hasher = hasherFor('manifest')
  const writer = new ByteWriter(hasher)
  writeCanonical(writer, {
    ...manifest,
    strata: manifest.strata.map((stratum) => ({
      ...stratum,
      targets: new LeafDigests(stratum.targets, digestOf),
    })),
    exclusions: new LeafDigests(manifest.exclusions, digestOf),
    inspectors: new LeafDigests(manifest.inspectors, digestOf),
    recusals: new LeafDigests(manifest.recusals, digestOf),
  })
  writer.flush()
  return hasher.digest()
}

/**
 * @param {Uint8Array} manifest  its digest
 * @param {string} secret
 */
export const commitmentOf = (manifest, secret) => toHex(H('commitment', manifest, fromHex(secret)))

/**
 * @param {string} commitment
 * @param {string} secret
 * @param {(string | null)[]} contributions
 */
export const seedOf = (commitment, secret, contributions) =>
  toHex(H('seed', fromHex(commitment), fromHex(secret), canonicalBytes(contributions)))

/**
 * @param {DrawRecord} record
 * @param {Uint8Array} manifest  its digest
 */
export function recordDigest(record, manifest) {
  const hasher = hasherFor('record')
  const writer = new ByteWriter(hasher)
  writeCanonical(writer, { ...record, manifest: toHex(manifest) })
  writer.flush()
  return toHex(hasher.digest())
}

/**
 * @param {string} before  the digest before it
 * @param {Amendment} amendment
 */
export function amendmentDigest(before, amendment) {
  const bare = Object.fromEntries(Object.entries(amendment).filter(([key]) => key !== 'digest'))
  return toHex(H('amendment', fromHex(before), canonicalBytes(bare)))
}

/** The fingerprint of a station. @param {string} publicKey */
export const fingerprint = (publicKey) => toHex(H('key', fromHex(publicKey))).slice(0, 32)

/**
 * Digits of a short code in groups of four.
 * @param {string} digits
 */
export const groupShortCode = (digits) => (digits.match(/.{1,4}/g) ?? []).join('-')

/** The short code of a commitment: its first 160 bits. @param {string} commitment */
export function shortCode(commitment) {
  let digits = ''
  let value = 0
  let bits = 0
  for (const byte of fromHex(commitment.slice(0, 40))) {
    value = (value << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) digits += SHORT_CODE_DIGITS[(value >>> (bits - 5)) & 31]
    value &= (1 << bits) - 1
  }
  return groupShortCode(digits)
}
