#!/usr/bin/env node
// @ts-check
// The verifier on the command line: reads the files and the paper's figures, calls the engine, prints the report. Exit
// status 0 valid, 1 not valid, 2 unreadable file or misuse.
import { readFileSync, statSync } from 'node:fs'
import process from 'node:process'
import { verifyFiles } from './engine/index.mjs'

/** @typedef {import('./engine/sheet.mjs').Sheet} Sheet */
/** @typedef {import('./engine/report.mjs').Report} Report */
/** @typedef {{files: string[], station?: string, sheet?: Sheet, json: boolean}} Arguments */

const USAGE =
  '用法：node ui/verifier/cli.mjs 文件… [--station 本站指纹] [--sheet 文件|commitment=…|challenge=…|station=…|seat=…|number=…]… [--json]'
const STATUS = { pass: '通过', fail: '不通过', skipped: '略过' }
const SHEET_KEYS = ['commitment', 'challenge', 'station', 'seat', 'number']

/** Nobody publishes more: a million targets take a fifth of it. */
const LARGEST = 2 ** 30

/** Something wrong with how the program was called. */
class Misuse extends Error {}

/**
 * Puts one figure from paper in its place.
 * @param {Sheet} sheet
 * @param {string} key
 * @param {unknown} value
 */
function setFigure(sheet, key, value) {
  if (!SHEET_KEYS.includes(key)) throw new Misuse(`纸面没有“${key}”这一项`)
  if (typeof value !== 'string' && typeof value !== 'number') throw new Misuse(`纸面的“${key}”应为字符串`)
  if (Object.hasOwn(sheet, key)) throw new Misuse(`纸面的“${key}”给了两次，一次只能对照一个席位`)
  if (key === 'seat') {
    const seat = Number(value)
    if (!Number.isSafeInteger(seat) || seat < 0 || value === '') throw new Misuse('席位应为从 1 起的整数')
    sheet.seat = seat
  } else {
    Object.assign(sheet, { [key]: String(value) })
  }
}

/**
 * @param {Sheet} sheet
 * @param {string} path
 */
function readSheet(sheet, path) {
  let value
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new Misuse(`读不出纸面文件 ${path}`)
  }
  if (typeof value !== 'object' || value === null) throw new Misuse(`纸面文件 ${path} 的顶层不是对象`)
  for (const [key, figure] of Object.entries(value)) {
    if (figure !== null) setFigure(sheet, key, figure)
  }
}

/**
 * Takes the figures after --sheet: a file, or as many key=value as follow.
 * @param {Sheet} sheet
 * @param {string[]} rest  emptied as far as used
 */
function takeSheet(sheet, rest) {
  const first = rest[0]
  if (first === undefined || first.startsWith('--')) throw new Misuse('--sheet 之后应有文件或 键=值')
  if (!first.includes('=')) {
    readSheet(sheet, first)
    rest.shift()
    return
  }
  while (rest.length > 0 && SHEET_KEYS.some((key) => rest[0].startsWith(`${key}=`))) takeFigure(sheet, rest)
  if (rest[0] === first) throw new Misuse(`纸面没有这一项：${first}`)
}

/**
 * @param {Sheet} sheet
 * @param {string[]} rest
 */
function takeFigure(sheet, rest) {
  const figure = rest.shift() ?? ''
  const at = figure.indexOf('=')
  setFigure(sheet, figure.slice(0, at), figure.slice(at + 1))
}

/**
 * @param {string[]} given
 * @returns {Arguments}
 */
function readArguments(given) {
  const rest = [...given]
  /** @type {Arguments} */
  const read = { files: [], json: false }
  while (rest.length > 0) {
    const argument = rest.shift() ?? ''
    if (argument === '--json') read.json = true
    else if (argument === '--station') {
      const station = rest.shift()
      if (station === undefined) throw new Misuse('--station 之后应有本站指纹')
      read.station = station
    } else if (argument === '--sheet') {
      read.sheet ??= {}
      takeSheet(read.sheet, rest)
    } else if (argument.startsWith('--')) throw new Misuse(`没有 ${argument} 这个选项`)
    else read.files.push(argument)
  }
  if (read.files.length === 0) throw new Misuse('没有给出文件')
  if (read.sheet && read.files.length > 1) throw new Misuse('对照纸面时一次只能核验一个文件')
  return read
}

/** @param {string} name */
function readBytes(name) {
  try {
    if (statSync(name).size > LARGEST) throw new Error('超过 1 GB，不会是公布文件')
    return readFileSync(name)
  } catch (error) {
    throw new Misuse(`打不开 ${name}：${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * The report for a person to read.
 * @param {Report} report
 */
function listing(report) {
  const lines = report.files.flatMap(({ file, valid, checks, notices }) => [
    `${file}：${valid ? '有效' : '无效'}`,
    ...checks.map(({ name, status, reason }) =>
      `  ${STATUS[status].padEnd(3, '　')} ${name.padEnd(11)} ${reason}`.trimEnd(),
    ),
    ...notices.map(({ code, text }) => `  提示 ${code}：${text}`),
    '',
  ])
  return `${lines.join('\n')}${report.valid ? '核验有效' : '核验无效'}\n`
}

/** @returns {number} the exit status */
function main() {
  try {
    const { files, station, sheet, json } = readArguments(process.argv.slice(2))
    const given = files.map((name) => ({ name, bytes: readBytes(name) }))
    const { report, unreadable } = verifyFiles(given, { station, sheet })
    process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : listing(report))
    if (unreadable) return 2
    return report.valid ? 0 : 1
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    process.stderr.write(`${error.message}\n${USAGE}\n`)
    return 2
  }
}

process.exitCode = main()
