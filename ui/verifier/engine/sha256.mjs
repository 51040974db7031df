// @ts-check
// SHA-256 for the places where a file asks for millions of hashes: leaves, tickets, the long list of leaf digests. The
// bundled library does everything else; it takes twice as long for a block, and makes several objects for every hash.
// Which bytes are hashed, and under which tag, is for hash.mjs.
import { compress, START } from './sha256-block.mjs'

const BLOCK = 64
/** What comes after a message at least: one byte, and eight of its length. */
const PADDING = 9
export const DIGEST_BYTES = 32

/** A hash of a message that comes in pieces. */
export class Sha256 {
  #state = START.slice()
  #block = new Uint8Array(BLOCK)
  #view = new DataView(this.#block.buffer)
  #filled = 0
  #length = 0

  /** @param {Uint8Array} bytes */
  update(bytes) {
    const { length } = bytes
    this.#length += length
    let at = 0
    if (this.#filled > 0) {
      at = Math.min(BLOCK - this.#filled, length)
      this.#block.set(bytes.subarray(0, at), this.#filled)
      this.#filled += at
      if (this.#filled < BLOCK) return this
      compress(this.#state, this.#view, 0, 1)
    }
    const blocks = Math.floor((length - at) / BLOCK)
    if (blocks > 0) compress(this.#state, new DataView(bytes.buffer, bytes.byteOffset, length), at, blocks)
    const rest = bytes.subarray(at + blocks * BLOCK)
    this.#block.set(rest)
    this.#filled = rest.length
    return this
  }

  /** The digest of what has been taken in; the end of the hash. */
  digest() {
    const end = new Uint8Array(2 * BLOCK)
    end.set(this.#block.subarray(0, this.#filled))
    const view = new DataView(end.buffer)
    compress(this.#state, view, 0, pad(end, view, this.#filled, this.#length))
    for (let i = 0; i < 8; i += 1) view.setInt32(i * 4, this.#state[i])
    return end.slice(0, DIGEST_BYTES)
  }
}

/** Hashes of many messages that begin alike, without an object made or a block of the beginning taken in twice. */
export class Prefixed {
  /** The state after the whole blocks of the beginning; the rest of it opens the buffer. */
  #start = START.slice()
  #state = START.slice()
  #bytes = new Uint8Array(256)
  #view = new DataView(this.#bytes.buffer)
  #rest = 0
  #before = 0
  #out = new Uint8Array(DIGEST_BYTES)
  #outView = new DataView(this.#out.buffer)

  /** @param {...Uint8Array} beginning  in pieces */
  constructor(...beginning) {
    this.restart(...beginning)
  }

  /** Takes another beginning. @param {...Uint8Array} beginning */
  restart(...beginning) {
    let length = 0
    for (const piece of beginning) {
      this.#room(length + piece.length)
      this.#bytes.set(piece, length)
      length += piece.length
    }
    const blocks = Math.floor(length / BLOCK)
    this.#start.set(START)
    compress(this.#start, this.#view, 0, blocks)
    this.#before = blocks * BLOCK
    this.#rest = length - this.#before
    this.#bytes.copyWithin(0, this.#before, length)
  }

  /** Makes the buffer hold so many bytes and what pads them. @param {number} length */
  #room(length) {
    if (length + BLOCK + PADDING <= this.#bytes.length) return
    const larger = new Uint8Array((length + BLOCK) * 2)
    larger.set(this.#bytes)
    this.#bytes = larger
    this.#view = new DataView(larger.buffer)
  }

  /**
   * The digest of the beginning and these bytes. The next call overwrites it.
   * @param {Uint8Array} bytes
   */
  digest(bytes) {
    const length = this.#rest + bytes.length
    this.#room(length)
    this.#bytes.set(bytes, this.#rest)
    const blocks = pad(this.#bytes, this.#view, length, this.#before + length)
    this.#state.set(this.#start)
    compress(this.#state, this.#view, 0, blocks)
    for (let i = 0; i < 8; i += 1) this.#outView.setInt32(i * 4, this.#state[i])
    return this.#out
  }
}

/**
 * Ends a message: a one bit, zeros up to the end of a block, the length in bits. Gives how many blocks there are.
 * @param {Uint8Array} bytes
 * @param {DataView} view  of the same bytes
 * @param {number} at  where the message ends
 * @param {number} length  of the message altogether
 */
function pad(bytes, view, at, length) {
  const end = Math.ceil((at + PADDING) / BLOCK) * BLOCK
  bytes[at] = 0x80
  // For a few zeros a loop is quicker than fill().
  for (let i = at + 1; i < end - 8; i += 1) bytes[i] = 0
  view.setUint32(end - 8, Math.floor(length / 2 ** 29))
  view.setUint32(end - 4, (length << 3) >>> 0)
  return end / BLOCK
}
