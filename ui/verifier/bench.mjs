// Measures the verification of one large file, on the command line and in a browser, and prints one line of JSON:
// node_seconds, chromium_seconds, longest_gap_ms (how long the page at most kept a 50 ms ticker waiting) and peak_mb (the
// most memory the page's process held). `node ui/verifier/bench.mjs [FILE] [--rounds N]`; without a file it makes one of a
// million targets. Of several rounds the least counts. What is fast enough is for others to judge.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { findChromium, peakMemory, startChromium } from './test/chromium.mjs'
import { manyTargets } from './test/million.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const PAGE = join(HERE, '../../assets/verifier/verify.html')
const TARGETS = 1_000_000
const TICK = 50
const PATIENCE = 600_000

/** @param {string} path */
function inNode(path) {
  const begun = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [join(HERE, 'cli.mjs'), path, '--json'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the command line ended with ${status}: ${stderr}`)
  return { node_seconds: seconds(begun) }
}

/**
 * @param {string} program
 * @param {string} path
 */
async function inChromium(program, path) {
  const browser = await startChromium(program)
  try {
    const page = await browser.newPage()
    await page.goto(pathToFileURL(PAGE).href)
    const chooser = await page.$('#files')
    await page.evaluate(watchTicks, TICK)
    const begun = performance.now()
    await chooser.uploadFile(path)
    await page.waitForSelector('.verdict', { timeout: PATIENCE })
    const chromium_seconds = seconds(begun)
    const verdict = await page.$eval('.verdict-word', (element) => element.textContent)
    if (verdict !== '相符') throw new Error(`the page says ${verdict}`)
    const longest_gap_ms = Math.round(await page.evaluate(() => globalThis.longestGap))
    return { chromium_seconds, longest_gap_ms, peak_mb: await peakMemory(browser) }
  } finally {
    await browser.close()
  }
}

/** Runs in the page. */
function watchTicks(every) {
  globalThis.longestGap = 0
  let last = globalThis.performance.now()
  globalThis.setInterval(() => {
    const now = globalThis.performance.now()
    globalThis.longestGap = Math.max(globalThis.longestGap, now - last)
    last = now
  }, every)
}

/** @param {number} begun */
const seconds = (begun) => Math.round(performance.now() - begun) / 1000

/** The round that took least. */
const leastBy = (key, rounds) => rounds.reduce((best, round) => (round[key] < best[key] ? round : best))

async function measure(path, rounds) {
  const told = { node_seconds: null, chromium_seconds: null, longest_gap_ms: null, peak_mb: null }
  const program = findChromium()
  if (!program) {
    process.stderr.write('no Chromium found (SUNLOT_CHROMIUM can name one): only Node is measured\n')
  } else if (!existsSync(PAGE)) {
    throw new Error('assets/verifier/verify.html is not there: run node verifier/build.mjs')
  }
  const [ofNode, ofChromium] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    ofNode.push(inNode(path))
    if (program) ofChromium.push(await inChromium(program, path))
  }
  Object.assign(told, leastBy('node_seconds', ofNode))
  return program ? Object.assign(told, leastBy('chromium_seconds', ofChromium)) : told
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '1' } },
})
const folder = mkdtempSync(join(tmpdir(), 'sunlot-bench-'))
try {
  const path = positionals[0] ? resolve(positionals[0]) : join(folder, 'million.json')
  if (!positionals[0]) writeFileSync(path, manyTargets(TARGETS))
  const told = await measure(path, Math.max(1, Number.parseInt(values.rounds, 10) || 1))
  process.stdout.write(`${JSON.stringify(told)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
