// @ts-check
// The heart of SHA-256 (FIPS 180-4): what one block of 64 bytes does to a state. Everything is a local number, and sixteen
// rounds are written out, so that the letters change their parts without being copied. Functions for the pieces of a round
// would read better, but an engine does not inline so many calls, and half of the speed would be gone. How a message
// becomes blocks is in sha256.mjs.

/** The first 32 bits of the fractions of the roots that the standard takes its constants from. */
export const START = Int32Array.of(
  ...[0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
)
const K = Int32Array.of(
  ...[0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5],
  ...[0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174],
  ...[0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da],
  ...[0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967],
  ...[0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85],
  ...[0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070],
  ...[0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3],
  ...[0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2],
)

/**
 * Takes whole blocks into a state.
 * @param {Int32Array} state
 * @param {DataView} view
 * @param {number} at  where the first block begins
 * @param {number} blocks
 */
export function compress(state, view, at, blocks) {
  let s0 = state[0]
  let s1 = state[1]
  let s2 = state[2]
  let s3 = state[3]
  let s4 = state[4]
  let s5 = state[5]
  let s6 = state[6]
  let s7 = state[7]
  for (; blocks > 0; blocks -= 1, at += 64) {
    let w0 = view.getInt32(at)
    let w1 = view.getInt32(at + 4)
    let w2 = view.getInt32(at + 8)
    let w3 = view.getInt32(at + 12)
    let w4 = view.getInt32(at + 16)
    let w5 = view.getInt32(at + 20)
    let w6 = view.getInt32(at + 24)
    let w7 = view.getInt32(at + 28)
    let w8 = view.getInt32(at + 32)
    let w9 = view.getInt32(at + 36)
    let w10 = view.getInt32(at + 40)
    let w11 = view.getInt32(at + 44)
    let w12 = view.getInt32(at + 48)
    let w13 = view.getInt32(at + 52)
    let w14 = view.getInt32(at + 56)
    let w15 = view.getInt32(at + 60)
    let a = s0
    let b = s1
    let c = s2
    let d = s3
    let e = s4
    let f = s5
    let g = s6
    let h = s7
    for (let i = 0; ; i += 16) {
      let t = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
      h = (h + t + (g ^ (e & (f ^ g))) + K[i] + w0) | 0
      d = (d + h) | 0
      t = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
      h = (h + t + (b ^ ((a ^ b) & (b ^ c)))) | 0

      t = ((d >>> 6) | (d << 26)) ^ ((d >>> 11) | (d << 21)) ^ ((d >>> 25) | (d << 7))
      g = (g + t + (f ^ (d & (e ^ f))) + K[i + 1] + w1) | 0
      c = (c + g) | 0
      t = ((h >>> 2) | (h << 30)) ^ ((h >>> 13) | (h << 19)) ^ ((h >>> 22) | (h << 10))
      g = (g + t + (a ^ ((h ^ a) & (a ^ b)))) | 0

      t = ((c >>> 6) | (c << 26)) ^ ((c >>> 11) | (c << 21)) ^ ((c >>> 25) | (c << 7))
      f = (f + t + (e ^ (c & (d ^ e))) + K[i + 2] + w2) | 0
      b = (b + f) | 0
      t = ((g >>> 2) | (g << 30)) ^ ((g >>> 13) | (g << 19)) ^ ((g >>> 22) | (g << 10))
      f = (f + t + (h ^ ((g ^ h) & (h ^ a)))) | 0

      t = ((b >>> 6) | (b << 26)) ^ ((b >>> 11) | (b << 21)) ^ ((b >>> 25) | (b << 7))
      e = (e + t + (d ^ (b & (c ^ d))) + K[i + 3] + w3) | 0
      a = (a + e) | 0
      t = ((f >>> 2) | (f << 30)) ^ ((f >>> 13) | (f << 19)) ^ ((f >>> 22) | (f << 10))
      e = (e + t + (g ^ ((f ^ g) & (g ^ h)))) | 0

      t = ((a >>> 6) | (a << 26)) ^ ((a >>> 11) | (a << 21)) ^ ((a >>> 25) | (a << 7))
      d = (d + t + (c ^ (a & (b ^ c))) + K[i + 4] + w4) | 0
      h = (h + d) | 0
      t = ((e >>> 2) | (e << 30)) ^ ((e >>> 13) | (e << 19)) ^ ((e >>> 22) | (e << 10))
      d = (d + t + (f ^ ((e ^ f) & (f ^ g)))) | 0

      t = ((h >>> 6) | (h << 26)) ^ ((h >>> 11) | (h << 21)) ^ ((h >>> 25) | (h << 7))
      c = (c + t + (b ^ (h & (a ^ b))) + K[i + 5] + w5) | 0
      g = (g + c) | 0
      t = ((d >>> 2) | (d << 30)) ^ ((d >>> 13) | (d << 19)) ^ ((d >>> 22) | (d << 10))
      c = (c + t + (e ^ ((d ^ e) & (e ^ f)))) | 0

      t = ((g >>> 6) | (g << 26)) ^ ((g >>> 11) | (g << 21)) ^ ((g >>> 25) | (g << 7))
      b = (b + t + (a ^ (g & (h ^ a))) + K[i + 6] + w6) | 0
      f = (f + b) | 0
      t = ((c >>> 2) | (c << 30)) ^ ((c >>> 13) | (c << 19)) ^ ((c >>> 22) | (c << 10))
      b = (b + t + (d ^ ((c ^ d) & (d ^ e)))) | 0

      t = ((f >>> 6) | (f << 26)) ^ ((f >>> 11) | (f << 21)) ^ ((f >>> 25) | (f << 7))
      a = (a + t + (h ^ (f & (g ^ h))) + K[i + 7] + w7) | 0
      e = (e + a) | 0
      t = ((b >>> 2) | (b << 30)) ^ ((b >>> 13) | (b << 19)) ^ ((b >>> 22) | (b << 10))
      a = (a + t + (c ^ ((b ^ c) & (c ^ d)))) | 0

      t = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
      h = (h + t + (g ^ (e & (f ^ g))) + K[i + 8] + w8) | 0
      d = (d + h) | 0
      t = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
      h = (h + t + (b ^ ((a ^ b) & (b ^ c)))) | 0

      t = ((d >>> 6) | (d << 26)) ^ ((d >>> 11) | (d << 21)) ^ ((d >>> 25) | (d << 7))
      g = (g + t + (f ^ (d & (e ^ f))) + K[i + 9] + w9) | 0
      c = (c + g) | 0
      t = ((h >>> 2) | (h << 30)) ^ ((h >>> 13) | (h << 19)) ^ ((h >>> 22) | (h << 10))
      g = (g + t + (a ^ ((h ^ a) & (a ^ b)))) | 0

      t = ((c >>> 6) | (c << 26)) ^ ((c >>> 11) | (c << 21)) ^ ((c >>> 25) | (c << 7))
      f = (f + t + (e ^ (c & (d ^ e))) + K[i + 10] + w10) | 0
      b = (b + f) | 0
      t = ((g >>> 2) | (g << 30)) ^ ((g >>> 13) | (g << 19)) ^ ((g >>> 22) | (g << 10))
      f = (f + t + (h ^ ((g ^ h) & (h ^ a)))) | 0

      t = ((b >>> 6) | (b << 26)) ^ ((b >>> 11) | (b << 21)) ^ ((b >>> 25) | (b << 7))
      e = (e + t + (d ^ (b & (c ^ d))) + K[i + 11] + w11) | 0
      a = (a + e) | 0
      t = ((f >>> 2) | (f << 30)) ^ ((f >>> 13) | (f << 19)) ^ ((f >>> 22) | (f << 10))
      e = (e + t + (g ^ ((f ^ g) & (g ^ h)))) | 0

      t = ((a >>> 6) | (a << 26)) ^ ((a >>> 11) | (a << 21)) ^ ((a >>> 25) | (a << 7))
      d = (d + t + (c ^ (a & (b ^ c))) + K[i + 12] + w12) | 0
      h = (h + d) | 0
      t = ((e >>> 2) | (e << 30)) ^ ((e >>> 13) | (e << 19)) ^ ((e >>> 22) | (e << 10))
      d = (d + t + (f ^ ((e ^ f) & (f ^ g)))) | 0

      t = ((h >>> 6) | (h << 26)) ^ ((h >>> 11) | (h << 21)) ^ ((h >>> 25) | (h << 7))
      c = (c + t + (b ^ (h & (a ^ b))) + K[i + 13] + w13) | 0
      g = (g + c) | 0
      t = ((d >>> 2) | (d << 30)) ^ ((d >>> 13) | (d << 19)) ^ ((d >>> 22) | (d << 10))
      c = (c + t + (e ^ ((d ^ e) & (e ^ f)))) | 0

      t = ((g >>> 6) | (g << 26)) ^ ((g >>> 11) | (g << 21)) ^ ((g >>> 25) | (g << 7))
      b = (b + t + (a ^ (g & (h ^ a))) + K[i + 14] + w14) | 0
      f = (f + b) | 0
      t = ((c >>> 2) | (c << 30)) ^ ((c >>> 13) | (c << 19)) ^ ((c >>> 22) | (c << 10))
      b = (b + t + (d ^ ((c ^ d) & (d ^ e)))) | 0

      t = ((f >>> 6) | (f << 26)) ^ ((f >>> 11) | (f << 21)) ^ ((f >>> 25) | (f << 7))
      a = (a + t + (h ^ (f & (g ^ h))) + K[i + 15] + w15) | 0
      e = (e + a) | 0
      t = ((b >>> 2) | (b << 30)) ^ ((b >>> 13) | (b << 19)) ^ ((b >>> 22) | (b << 10))
      a = (a + t + (c ^ ((b ^ c) & (c ^ d)))) | 0

      if (i === 48) break
      // The words of the next sixteen rounds, each in the place of the one sixteen before it.
      t = ((w1 >>> 7) | (w1 << 25)) ^ ((w1 >>> 18) | (w1 << 14)) ^ (w1 >>> 3)
      let u = ((w14 >>> 17) | (w14 << 15)) ^ ((w14 >>> 19) | (w14 << 13)) ^ (w14 >>> 10)
      w0 = (w0 + t + w9 + u) | 0
      t = ((w2 >>> 7) | (w2 << 25)) ^ ((w2 >>> 18) | (w2 << 14)) ^ (w2 >>> 3)
      u = ((w15 >>> 17) | (w15 << 15)) ^ ((w15 >>> 19) | (w15 << 13)) ^ (w15 >>> 10)
      w1 = (w1 + t + w10 + u) | 0
      t = ((w3 >>> 7) | (w3 << 25)) ^ ((w3 >>> 18) | (w3 << 14)) ^ (w3 >>> 3)
      u = ((w0 >>> 17) | (w0 << 15)) ^ ((w0 >>> 19) | (w0 << 13)) ^ (w0 >>> 10)
      w2 = (w2 + t + w11 + u) | 0
      t = ((w4 >>> 7) | (w4 << 25)) ^ ((w4 >>> 18) | (w4 << 14)) ^ (w4 >>> 3)
      u = ((w1 >>> 17) | (w1 << 15)) ^ ((w1 >>> 19) | (w1 << 13)) ^ (w1 >>> 10)
      w3 = (w3 + t + w12 + u) | 0
      t = ((w5 >>> 7) | (w5 << 25)) ^ ((w5 >>> 18) | (w5 << 14)) ^ (w5 >>> 3)
      u = ((w2 >>> 17) | (w2 << 15)) ^ ((w2 >>> 19) | (w2 << 13)) ^ (w2 >>> 10)
      w4 = (w4 + t + w13 + u) | 0
      t = ((w6 >>> 7) | (w6 << 25)) ^ ((w6 >>> 18) | (w6 << 14)) ^ (w6 >>> 3)
      u = ((w3 >>> 17) | (w3 << 15)) ^ ((w3 >>> 19) | (w3 << 13)) ^ (w3 >>> 10)
      w5 = (w5 + t + w14 + u) | 0
      t = ((w7 >>> 7) | (w7 << 25)) ^ ((w7 >>> 18) | (w7 << 14)) ^ (w7 >>> 3)
      u = ((w4 >>> 17) | (w4 << 15)) ^ ((w4 >>> 19) | (w4 << 13)) ^ (w4 >>> 10)
      w6 = (w6 + t + w15 + u) | 0
      t = ((w8 >>> 7) | (w8 << 25)) ^ ((w8 >>> 18) | (w8 << 14)) ^ (w8 >>> 3)
      u = ((w5 >>> 17) | (w5 << 15)) ^ ((w5 >>> 19) | (w5 << 13)) ^ (w5 >>> 10)
      w7 = (w7 + t + w0 + u) | 0
      t = ((w9 >>> 7) | (w9 << 25)) ^ ((w9 >>> 18) | (w9 << 14)) ^ (w9 >>> 3)
      u = ((w6 >>> 17) | (w6 << 15)) ^ ((w6 >>> 19) | (w6 << 13)) ^ (w6 >>> 10)
      w8 = (w8 + t + w1 + u) | 0
      t = ((w10 >>> 7) | (w10 << 25)) ^ ((w10 >>> 18) | (w10 << 14)) ^ (w10 >>> 3)
      u = ((w7 >>> 17) | (w7 << 15)) ^ ((w7 >>> 19) | (w7 << 13)) ^ (w7 >>> 10)
      w9 = (w9 + t + w2 + u) | 0
      t = ((w11 >>> 7) | (w11 << 25)) ^ ((w11 >>> 18) | (w11 << 14)) ^ (w11 >>> 3)
      u = ((w8 >>> 17) | (w8 << 15)) ^ ((w8 >>> 19) | (w8 << 13)) ^ (w8 >>> 10)
      w10 = (w10 + t + w3 + u) | 0
      t = ((w12 >>> 7) | (w12 << 25)) ^ ((w12 >>> 18) | (w12 << 14)) ^ (w12 >>> 3)
      u = ((w9 >>> 17) | (w9 << 15)) ^ ((w9 >>> 19) | (w9 << 13)) ^ (w9 >>> 10)
      w11 = (w11 + t + w4 + u) | 0
      t = ((w13 >>> 7) | (w13 << 25)) ^ ((w13 >>> 18) | (w13 << 14)) ^ (w13 >>> 3)
      u = ((w10 >>> 17) | (w10 << 15)) ^ ((w10 >>> 19) | (w10 << 13)) ^ (w10 >>> 10)
      w12 = (w12 + t + w5 + u) | 0
      t = ((w14 >>> 7) | (w14 << 25)) ^ ((w14 >>> 18) | (w14 << 14)) ^ (w14 >>> 3)
      u = ((w11 >>> 17) | (w11 << 15)) ^ ((w11 >>> 19) | (w11 << 13)) ^ (w11 >>> 10)
      w13 = (w13 + t + w6 + u) | 0
      t = ((w15 >>> 7) | (w15 << 25)) ^ ((w15 >>> 18) | (w15 << 14)) ^ (w15 >>> 3)
      u = ((w12 >>> 17) | (w12 << 15)) ^ ((w12 >>> 19) | (w12 << 13)) ^ (w12 >>> 10)
      w14 = (w14 + t + w7 + u) | 0
      t = ((w0 >>> 7) | (w0 << 25)) ^ ((w0 >>> 18) | (w0 << 14)) ^ (w0 >>> 3)
      u = ((w13 >>> 17) | (w13 << 15)) ^ ((w13 >>> 19) | (w13 << 13)) ^ (w13 >>> 10)
      w15 = (w15 + t + w8 + u) | 0
    }
    s0 = (s0 + a) | 0
    s1 = (s1 + b) | 0
    s2 = (s2 + c) | 0
    s3 = (s3 + d) | 0
    s4 = (s4 + e) | 0
    s5 = (s5 + f) | 0
    s6 = (s6 + g) | 0
    s7 = (s7 + h) | 0
  }
  state[0] = s0
  state[1] = s1
  state[2] = s2
  state[3] = s3
  state[4] = s4
  state[5] = s5
  state[6] = s6
  state[7] = s7
}
