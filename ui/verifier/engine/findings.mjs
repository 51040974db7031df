// @ts-check
// What one check has found wrong, in the order found, and how that becomes its reason. A hostile file can hold millions
// of faults, so that only those are kept which the reason lists. The wording of each fault is in words.mjs.
import { isKey, quote } from './text.mjs'
import { furtherFaults, WHOLE_FILE } from './words.mjs'

const LISTED = 8

/** @typedef {(string | number)[]} Path  keys, and places in lists from 0 */
/** One thing wrong, and where, if it has a place. @typedef {{text: string, path?: string}} Fault */

export class Findings {
  /** @type {Fault[]} */
  #listed = []
  count = 0

  /**
   * @param {string} text
   * @param {string} [path]  where it is; left out when the fault has no place
   */
  add(text, path) {
    this.count += 1
    if (this.#listed.length < LISTED) this.#listed.push(path === undefined ? { text } : { text, path })
  }

  /** Whether a further fault would still be listed; if not, its text need not be made. */
  get listing() {
    return this.#listed.length < LISTED
  }

  /** Counts a fault that would not be listed any more. */
  addUnlisted() {
    this.count += 1
  }

  /** What the reason lists, one by one; at its end how many more there are. */
  get faults() {
    const further = this.count - this.#listed.length
    return further > 0 ? [...this.#listed, { text: furtherFaults(further) }] : this.#listed
  }

  /** @returns {string} */
  reason() {
    return this.faults.map(({ text, path }) => (path === undefined ? text : `${path}：${text}`)).join('；')
  }
}

/**
 * A path as a reason shows it.
 * @param {Path} path
 */
export function pathText(path) {
  if (path.length === 0) return WHOLE_FILE
  let text = ''
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`
    else if (!isKey(part)) text += `["${quote(part)}"]`
    else text += text === '' ? part : `.${part}`
  }
  return text
}
