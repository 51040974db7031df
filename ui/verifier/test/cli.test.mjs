// @ts-check
// The command line: exit status, output, and how it takes what was typed from paper.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { vector, vectorText } from './vectors.mjs'

// Not as new URL(…, import.meta.url), which Vite takes for a file of the page.
const CLI = join(dirname(fileURLToPath(import.meta.url)), '..', 'cli.mjs')
const folder = mkdtempSync(join(tmpdir(), 'verifier-'))

/**
 * @param {string} name
 * @param {string} text
 */
function file(name, text) {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** @param {...string} given */
function run(...given) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...given], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

const good = file('good.json', vectorText('01-small.record.json'))
const bad = file('bad.json', vectorText('01-small.bad-15-digest.json'))
const broken = file('broken.json', '{')
const { challenge } = vector('01-small.record.json').record.manifest

describe('the command line', () => {
  it('tells valid, not valid and unreadable apart', () => {
    expect(run(good).status).toBe(0)
    expect(run(bad).status).toBe(1)
    const unread = run(broken, '--json')
    expect(unread.status).toBe(2)
    expect(JSON.parse(unread.stdout).files[0].checks[0].reason).toBe('不是 JSON 文本')
  })

  it('prints the report as JSON', () => {
    const { stdout } = run(good, '--json')
    const report = JSON.parse(stdout)
    expect(stdout).toBe(`${JSON.stringify(report, null, 2)}\n`)
    expect(report.files[0].file).toBe(good)
    expect(Object.keys(report.files[0])).toEqual(['file', 'valid', 'checks', 'notices'])
  })

  it('takes paper as figures and as a file', () => {
    expect(run(good, '--sheet', `challenge=${challenge}`, 'seat=1', '--json').status).toBe(0)
    expect(run('--sheet', 'challenge=1', good).status).toBe(1)
    expect(run(good, '--sheet', 'seat=1', '--sheet', 'number=1').status).toBe(1)
    const paper = file('paper.json', JSON.stringify({ challenge, seat: 9, number: '1' }))
    const { status, stdout } = run(good, '--sheet', paper, '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout).files[0].checks[10].reason).toBe('没有 9 号席位')
  })

  it('refuses misuse', () => {
    for (const given of [
      [],
      ['--json'],
      [join(folder, 'none.json')],
      [good, '--what'],
      [good, '--station'],
      [good, '--sheet'],
      [good, '--sheet', 'colour=1'],
      [good, '--sheet', 'seat=one'],
      [good, '--sheet', 'seat=1', 'number=1', 'seat=2', 'number=2'],
      [good, good, '--sheet', 'challenge=1'],
    ]) {
      const { status, stdout, stderr } = run(...given)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toContain('用法')
    }
  })
})
