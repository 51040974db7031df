// Drives the built page in a real Chromium, from the disk and without a network, and holds what a person sees against what
// the engine says. `node verifier/test/browser.mjs [--pictures DIR] [--only WORDS]`; pictures of every scene are made in
// three sizes, and the printed sheets as PDF. With FILES behind it, these are given to the page and must be found good. Without a browser it fails: a test that cannot look has seen nothing.
import { mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { ASKING } from './browser/asking.mjs'
import { openPage } from './browser/page.mjs'
import { READING, allGood } from './browser/reading.mjs'
import { findChromium, startChromium } from './chromium.mjs'

const SIZES = [
  [1366, 768],
  [1920, 1080],
  [390, 844],
]

const { values, positionals } = parseArgs({
  options: { pictures: { type: 'string' }, only: { type: 'string' } },
  allowPositionals: true,
})
/** The files that were named, each by a name of its own: those of published folders are all called the same. */
const named = positionals.map((path, at) => ({
  name: `${at + 1}-${basename(path)}`,
  bytes: readFileSync(path),
}))
const SCENES = named.length > 0 ? { 'the files that were named': allGood(named) } : { ...READING, ...ASKING }
const folder = values.pictures
if (folder) mkdirSync(folder, { recursive: true })

const say = (line) => process.stdout.write(`${line}\n`)

/** What a scene gets besides the page: ways to keep what it looks like. */
function toolsFor(verifier) {
  const { page } = verifier
  async function picture(name) {
    if (!folder) return
    for (const [width, height] of SIZES) {
      await page.setViewport({ width, height })
      await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
    }
    await page.setViewport({ width: SIZES[0][0], height: SIZES[0][1] })
  }
  async function print(name) {
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      ...(folder && { path: join(folder, `${name}.pdf`) }),
    })
    if (bytes.length < 1000) throw new Error('the printed sheet is empty')
  }
  return { verifier, picture, print }
}

/** @returns {Promise<string>} what went wrong, or nothing */
async function play(browser, scene) {
  const verifier = await openPage(browser)
  try {
    await scene(toolsFor(verifier))
    return verifier.trespasses.join('; ')
  } catch (error) {
    return [error.stack, ...verifier.trespasses].join('\n')
  } finally {
    await verifier.close()
  }
}

async function main() {
  const program = findChromium()
  if (!program) throw new Error('no Chromium found: install one, or name it in SUNLOT_CHROMIUM')
  const browser = await startChromium(program)
  let failed = 0
  let passed = 0
  try {
    for (const [name, scene] of Object.entries(SCENES)) {
      if (values.only && !name.includes(values.only)) continue
      const trouble = await play(browser, scene)
      say(`${trouble ? 'FAILED' : 'ok'}  ${name}${trouble ? `\n${trouble}` : ''}`)
      if (trouble) failed += 1
      else passed += 1
    }
  } finally {
    await browser.close()
  }
  say(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0 ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
