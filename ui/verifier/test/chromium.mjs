// Finds a Chromium on this computer and starts it without a network, for the browser test and the measurement. What is
// done in it is up to them.
import { accessSync, constants, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import puppeteer from 'puppeteer-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const ENDLESS = 600_000

/** The program to start: named by SUNLOT_CHROMIUM, or whatever of the usual names is there; null without any. */
export function findChromium() {
  const named = process.env.SUNLOT_CHROMIUM
  if (named) {
    if (!isProgram(named)) throw new Error(`SUNLOT_CHROMIUM names ${named}, which is no program`)
    return named
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']
  const usual = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...usual, ...PLACES].find(isProgram) ?? null
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @param {string} program */
export function startChromium(program) {
  return puppeteer.launch({
    executablePath: program,
    headless: true,
    protocolTimeout: ENDLESS,
    // Without a sandbox it also starts for root, as on a build server; only our own page is opened.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb', '--hide-scrollbars'],
  })
}

/** The most memory that the processes of the pages have held so far, in MB; null where the system does not tell. */
export async function peakMemory(browser) {
  const session = await browser.target().createCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id))
  return peaks.some((peak) => peak === null) ? null : Math.round(Math.max(0, ...peaks))
}

function peakOf(id) {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8')
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024
  } catch {
    return null
  }
}
