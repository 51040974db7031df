// @ts-check
// The door of the engine: what the page and the command line use. Everything else in this folder is its own affair.
export { verifyFiles } from './verify.mjs'
export { CHECK_NAMES } from './report.mjs'
export { fingerprint, shortCode } from './digests.mjs'
export { leafDigest, readOwnLeaf } from './own-leaf.mjs'
export { brokenAt } from './grammar.mjs'
export { NOT_UTF8, UNREADABLE } from './words.mjs'
