// @ts-check
// Files made to break a reader: too deep, too long, too many, cut off, not text. Each ends in a clear report, in good time
// and within a bound of memory: four times the file, and what Node takes for itself.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { bytesOf, vectorText } from './vectors.mjs'

const MEGABYTE = 1 << 20
/** What Node, the engine and its libraries take with a file of nothing. */
const NODE_ITSELF = 160
const TIMES_THE_FILE = 4
const SECONDS = 60

const program = join(dirname(fileURLToPath(import.meta.url)), 'bounded.mjs')
const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const RECORD = JSON.stringify(JSON.parse(vectorText('01-small.record.json')))
const TITLE = '"title":"2026年下半年“双随机”抽查"'

/**
 * The good record with something else in the place of its title.
 * @param {string} from
 * @param {...string} to  in pieces
 */
function swapped(from, ...to) {
  const [before, after] = RECORD.split(from)
  expect(after).toBeDefined()
  return [before, ...to, after]
}

/** @param {string} value */
const titled = (...value) => swapped(TITLE, '"title":', ...value)
/** @param {string} value */
const withExt = (...value) => swapped(TITLE, `${TITLE},"ext":`, ...value)

/** So many different keys. @param {number} count @param {(i: number) => string} key */
const keys = (count, key) => Array.from({ length: count }, (_, i) => `${key(i)}:1`).join(',')

/**
 * Judges a file under the bound.
 * @param {(string | Uint8Array)[]} pieces
 */
async function judge(...pieces) {
  const parts = pieces.map((piece) => (typeof piece === 'string' ? bytesOf(piece) : piece))
  const size = parts.reduce((sum, { length }) => sum + length, 0)
  const bound = Math.ceil((size / MEGABYTE) * TIMES_THE_FILE) + NODE_ITSELF
  const path = join(folder, 'file.json')
  writeFileSync(path, '')
  for (const part of parts) writeFileSync(path, part, { flag: 'a' })
  const { status, out, err } = await run([`--max-old-space-size=${bound}`, program, path, '--json'])
  const peak = Number(/^peak (\d+)$/m.exec(err)?.[1])
  expect(err.replace(/^peak \d+\n/m, '')).toBe('')
  expect(peak).toBeLessThan(bound)
  const [{ checks }] = JSON.parse(out).files
  expect(out.length).toBeLessThan(10_000)
  return { status, reason: checks[0].reason }
}

/**
 * @param {string[]} given
 * @returns {Promise<{status: number | null, out: string, err: string}>}
 */
function run(given) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, given)
    const told = { out: '', err: '' }
    child.stdout.on('data', (data) => (told.out += data))
    child.stderr.on('data', (data) => (told.err += data))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, ...told }))
  })
}

/** @type {[string, () => (string | Uint8Array)[], number, RegExp][]} */
const CASES = [
  ['an empty file', () => [''], 2, /^不是 JSON 文本$/],
  ['a million NULs', () => [new Uint8Array(1_000_000)], 2, /^不是 JSON 文本$/],
  ['UTF-16', () => [utf16(`\ufeff${RECORD}`)], 2, /^不是 UTF-8 编码的文本$/],
  ['UTF-16 without a mark', () => [utf16(RECORD)], 2, /^不是 (UTF-8 编码的|JSON )文本$/],
  ['a file cut off', () => [RECORD.slice(0, -100)], 2, /^不是 JSON 文本$/],
  ['a file cut off inside a character', () => [bytesOf('{"a":"汉').slice(0, -1)], 2, /^不是 UTF-8/],
  ['a million open brackets', () => ['['.repeat(1_000_000)], 2, /^不是 JSON 文本$/],
  ['a million objects, open', () => ['{"a":'.repeat(1_000_000)], 2, /^不是 JSON 文本$/],
  [
    'a million brackets, closed',
    () => withExt('['.repeat(1_000_000), ']'.repeat(1_000_000)),
    1,
    /ext：应为对象，实为数组$/,
  ],
  [
    'a million brackets in an object',
    () => withExt('{"a":', '['.repeat(1_000_000), ']'.repeat(1_000_000), '}'),
    1,
    /：嵌套超过 16 层$/,
  ],
  ['a string of 100 MB', () => titled('"', 'x'.repeat(100_000_000), '"'), 1, /^$/],
  ['a string of 100 MB in Chinese', () => titled('"', '汉'.repeat(33_000_000), '"'), 1, /^$/],
  [
    'a string of 100 MB that is no id',
    () => swapped('"task":"', '"task":"', 'x'.repeat(100_000_000)),
    1,
    /task：“x{60}…/,
  ],
  ['an open string of 100 MB', () => ['{"a":"', 'x'.repeat(100_000_000)], 2, /^不是 JSON 文本$/],
  ['24 MB of escapes', () => titled('"', '\\u6c49'.repeat(4_000_000), '"'), 1, /^$/],
  ['escapes between letters', () => titled('"', 'ab\\"汉'.repeat(2_000_000), '"'), 1, /^$/],
  ['a number of a million digits', () => titled('1'.repeat(1_000_000)), 1, /应为字符串，实为数$/],
  [
    'an endless number',
    () => swapped('"sequence":9', `"sequence":1${'0'.repeat(1_000_000)}`),
    1,
    /读到这里为止$/,
  ],
  [
    'a long number',
    () => swapped('"sequence":9', `"sequence":0.${'1'.repeat(1_000_000)}`),
    1,
    /不带符号、小数和指数$/,
  ],
  ['a lone surrogate', () => titled('"\\ud800"'), 1, /title：有不成对的代理码/],
  ['a lone surrogate as bytes', () => ['{"a":"', Uint8Array.of(0xed, 0xa0, 0x80), '"}'], 2, /^不是 UTF-8/],
  ['a key of a lone surrogate', () => titled('"", "\\udfff": 1'), 1, /manifest：有不成对的代理码/],
  [
    'a million lone surrogates',
    () => titled(`"${'\\udc00'.repeat(1_000_000)}"`),
    1,
    /title：有不成对的代理码/,
  ],
  [
    'a million equal keys',
    () =>
      titled(
        '"",',
        keys(1_000_000, () => '"task"'),
      ),
    1,
    /^(record\.manifest\.task：键重复；){8}另有 999992 处$/,
  ],
  [
    'a million unknown keys',
    () =>
      titled(
        '"",',
        keys(1_000_000, (i) => `"k${i}"`),
      ),
    1,
    /^(record\.manifest\.k\d：不认识的键；){8}另有 999992 处$/,
  ],
  [
    'a million unknown keys of one word',
    () =>
      titled(
        '"",',
        keys(1_000_000, () => '"x"'),
      ),
    1,
    /不认识的键；另有 999992 处$/,
  ],
  [
    'a million bad keys of their own',
    () =>
      withExt(
        '{',
        keys(1_000_000, (i) => `"${i}"`),
        '}',
      ),
    1,
    /另有 999992 处$/,
  ],
  [
    'half a million good keys of their own',
    () =>
      withExt(
        '{',
        keys(500_000, (i) => `"k${i}"`),
        '}',
      ),
    1,
    /^$/,
  ],
  ['a key of 20 MB', () => titled(`"", "${'k'.repeat(20_000_000)}": 1`), 1, /\["k{60}…"\]：不认识的键$/],
  [
    'five million faults',
    () => titled('[', '-1,'.repeat(5_000_000), '1]'),
    1,
    /title：应为字符串，实为数组$/,
  ],
  [
    'five million values of a wrong kind',
    () => swapped('"amendments":[', '"amendments":[', `${'0,'.repeat(4_999_999)}0`),
    1,
    /另有 4999992 处$/,
  ],
]

/** @param {string} text */
function utf16(text) {
  const units = Uint16Array.from(text, (character) => character.charCodeAt(0))
  return new Uint8Array(units.buffer)
}

describe('a hostile file', () => {
  it.each(CASES)('%s', { timeout: SECONDS * 1000 }, async (_, pieces, status, reason) => {
    const told = await judge(...pieces())
    expect(told.reason).toMatch(reason)
    expect(told.status).toBe(status)
  })
})
