// @ts-check
// Where the worked cases lie, and short ways to read and verify them. The tests themselves are in the files beside.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { verifyFiles } from '../engine/index.mjs'

/** @typedef {import('../engine/report.mjs').CheckName} CheckName */
/** @typedef {import('../engine/verify.mjs').Options} Options */

const PLACES = ['../../../tests/vectors/draw/', '../../../../shared/spec/vectors/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)
const folder = PLACES.find((path) => existsSync(path)) ?? PLACES[0]

/** The names of all cases that match. @param {RegExp} pattern */
export const vectorNames = (pattern) =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()

/** @param {string} name */
export const vectorBytes = (name) => new Uint8Array(readFileSync(folder + name))

/** @param {string} name */
export const vectorText = (name) => readFileSync(folder + name, 'utf8')

/** @param {string} name */
export const vector = (name) => JSON.parse(vectorText(name))

/** @param {string} text */
export const bytesOf = (text) => new TextEncoder().encode(text)

/**
 * The verdict on files given as texts, bytes or values.
 * @param {(string | Uint8Array | object)[]} files
 * @param {Options} [options]
 */
export function verify(files, options) {
  const given = files.map((file, i) => {
    if (file instanceof Uint8Array) return { name: `${i}.json`, bytes: file }
    return { name: `${i}.json`, bytes: bytesOf(typeof file === 'string' ? file : JSON.stringify(file)) }
  })
  return verifyFiles(given, options)
}

/**
 * What one check says of the first file.
 * @param {ReturnType<typeof verify>} verdict
 * @param {CheckName} name
 */
export function check({ report }, name) {
  const found = report.files[0].checks.find((entry) => entry.name === name)
  if (!found) throw new Error(`no check ${name}`)
  return found
}

/**
 * What the format check says of one text.
 * @param {string | Uint8Array} text
 */
export const formatReason = (text) => check(verify([text]), 'format').reason
