// The worker: reads the files, has the engine verify them, and keeps what was read, so that the page stays light and alive
// however large a file is. It answers five questions: verify, compare (with the paper), rows, lookUp, findOwn. What to ask
// and how to show it is the page's business.
import { fingerprint, NOT_UTF8, shortCode, UNREADABLE, verifyFiles } from '../../engine/index.mjs'
import { clipped } from '../words/figures.mjs'
import { findOwn } from './own.mjs'
import { headOf } from './head.mjs'
import { lookUp } from './lookup.mjs'
import { openDossier } from './dossier.mjs'
import { pageOf } from './tables.mjs'
import { printOf } from './print.mjs'
import { self } from '../browser.mjs'
import { sniff } from './sniff.mjs'

const PAUSE = 80
/** Nobody publishes more: a million targets take a fifth of it. */
const LARGEST = 2 ** 30
const LONGEST_FAULT = 1000
const LONGEST_REASON = 8000
/** Up to this size bytes are kept: somebody may pull the stick out before the paper is compared. */
const KEPT = 8 * 1024 * 1024
/** @type {File[]} */
let files = []
/** @type {(Uint8Array|null)[]} */
let kept = []
/** @type {(import('./dossier.mjs').Dossier|null)[]} */
let dossiers = []
/** Each file's check against the others: it needs them all, a comparison with paper only one. */
let chainChecks = []

const ANSWERS = {
  verify,
  compare,
  rows: ({ index, ...wish }) => pageOf(dossiers[index], wish),
  lookUp: ({ index, asked }) => lookUp(dossiers[index], asked),
  findOwn: ({ index, text }) => findOwn(dossiers[index], text),
}

self.onmessage = async ({ data: { id, question, wish } }) => {
  try {
    self.postMessage({ id, value: await ANSWERS[question](wish) })
  } catch (error) {
    self.postMessage({ id, error: explain(error) })
  }
}

async function verify(wish) {
  files = wish.files
  kept = []
  const prints = []
  const read = []
  for (const [index, file] of files.entries()) {
    tell('open', index, files.length, file.name)
    const bytes = await bytesOf(file)
    const progress = throttled()
    prints.push(printOf(bytes, (done) => progress('hash', done, bytes.length)))
    read.push({ name: file.name, bytes })
    kept.push(bytes.length <= KEPT ? bytes : null)
  }
  const told = verifyFiles(read, { station: wish.station || undefined, progress: throttled() })
  const report = withFaults(told)
  chainChecks = report.files.map(chainOf)
  dossiers = told.contents.map((content) => (content ? openDossier(content) : null))
  const heads = dossiers.map((dossier) => (dossier ? headOf(dossier, marksOf(dossier)) : null))
  const hints = report.files.map((file, index) => hintOf(file, read[index].bytes, heads[index]))
  return { report, heads, hints, prints: await Promise.all(prints) }
}

/** The report, and in every check what is wrong one by one: there is room for more than a reason. */
function withFaults({ report, faults }) {
  const files = report.files.map((file, index) => ({
    ...file,
    checks: file.checks.map((check) => ({
      ...check,
      reason: clipped(check.reason, LONGEST_REASON),
      faults: faults[index].get(check.name).map(shortFault),
    })),
  }))
  return { ...report, files }
}

/** A reason may quote a crew of a million; nobody reads so far, and no page shows it in good time. */
function shortFault({ text, path }) {
  return { text: clipped(text, LONGEST_FAULT), path }
}

function hintOf({ checks }, bytes, head) {
  if (head) return null
  const isReadable = checks.every(({ reason }) => reason !== UNREADABLE)
  const isText = checks.every(({ reason }) => !reason.endsWith(NOT_UTF8))
  return sniff(bytes, { isReadable, isText })
}

/** The same file once more, with what stands on paper; the answer of the whole batch about the chain stays. */
async function compare({ index, station, sheet }) {
  const file = files[index]
  tell('open', 0, 1, file.name)
  const read = [{ name: file.name, bytes: kept[index] ?? (await bytesOf(file)) }]
  const options = { station: station || undefined, sheet, progress: throttled() }
  const [told] = withFaults(verifyFiles(read, options)).files
  const checks = told.checks.map((check) => (check.name === 'chain' ? chainChecks[index] : check))
  return { ...told, checks, valid: checks.every(({ status }) => status !== 'fail') }
}

function chainOf(file) {
  return file.checks.find(({ name }) => name === 'chain')
}

function marksOf({ record, manifest }) {
  return { shortCode: shortCode(record.commitment), fingerprint: fingerprint(manifest.station) }
}

async function bytesOf(file) {
  if (file.size > LARGEST) throw new Error(`文件“${file.name}”超过 1 GB，不会是公开文件。请移去它再核验。`)
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    throw new Error(`文件“${file.name}”读不了：可能太大，也可能已被移走、改名或改动。请重新选择。`)
  }
}

/** The engine may report often; the page wants a few times a second. */
function throttled() {
  let last = 0
  let stageBefore = ''
  return (stage, done, total) => {
    const now = Date.now()
    if (stage === stageBefore && now - last < PAUSE) return
    last = now
    stageBefore = stage
    tell(stage, done, total, '')
  }
}

function tell(stage, done, total, name) {
  self.postMessage({ progress: { stage, done, total, name } })
}

function explain(error) {
  return error instanceof Error ? error.message : String(error)
}
