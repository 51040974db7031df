// @ts-check
// The stream of numbers that a seed and a label give: ChaCha20 words, and below(n) without bias. What is drawn with them
// is in selection.mjs.
import { chacha20orig } from '@noble/ciphers/chacha.js'
import { fromHex, H, utf8 } from './hash.mjs'

const BLOCK = 64
const BLOCKS_AT_ONCE = 64
const WORDS = 2 ** 32
const NONCE = new Uint8Array(8)

export class Stream {
  #key
  #blocks = new Uint8Array(0)
  #view = new DataView(this.#blocks.buffer)
  #at = 0
  #counter = 0

  /**
   * @param {string} seed
   * @param {string} label
   */
  constructor(seed, label) {
    this.#key = H('stream', fromHex(seed), utf8(label))
  }

  #word() {
    if (this.#at === this.#blocks.length) this.#refill()
    const word = this.#view.getUint32(this.#at, true)
    this.#at += 4
    return word
  }

  #refill() {
    // The keystream is what the cipher makes of zeros.
    const zeros = new Uint8Array(BLOCK * BLOCKS_AT_ONCE)
    this.#blocks = chacha20orig(this.#key, NONCE, zeros, undefined, this.#counter)
    this.#view = new DataView(this.#blocks.buffer, this.#blocks.byteOffset, this.#blocks.length)
    this.#counter += BLOCKS_AT_ONCE
    this.#at = 0
  }

  /**
   * A number below n, each as likely as the others.
   * @param {number} n  1 to 2^32 − 1
   */
  below(n) {
    const limit = WORDS - (WORDS % n)
    let word = this.#word()
    while (word >= limit) word = this.#word()
    return word % n
  }
}
