// @ts-check
// Every worked case of the protocol: good records are valid and recompute to the byte, bad ones fail the check they name.
import { describe, expect, it } from 'vitest'
import { commitmentOf, manifestDigest, recordDigest, seedOf, shortCode } from '../engine/digests.mjs'
import { CHECK_NAMES } from '../engine/report.mjs'
import { Stream } from '../engine/stream.mjs'
import { check, vector, vectorBytes, vectorNames, verify } from './vectors.mjs'

const GOOD = vectorNames(/\.(record|signed|sealed-edition)\.json$/)
const BAD = vectorNames(/^0.*\.bad-.*\.json$/)
const BROKEN_CHAINS = vectorNames(/\.bad-\d+-chain\.json$/)

describe('the worked cases', () => {
  it('are there', () => {
    expect(GOOD.length).toBeGreaterThan(15)
    expect(BAD.length).toBeGreaterThan(70)
    expect(BROKEN_CHAINS.length).toBeGreaterThan(8)
  })

  it.each(GOOD)('%s is valid', (name) => {
    const { report, unreadable, contents } = verify([vectorBytes(name)])
    const failed = report.files[0].checks.filter(({ status }) => status === 'fail')
    expect(failed).toEqual([])
    expect(report.valid).toBe(true)
    expect(unreadable).toBe(false)
    expect(contents[0]).toEqual(vector(name))
    expect(report.files[0].checks.map((entry) => entry.name)).toEqual([...CHECK_NAMES])
  })

  it.each(GOOD)('%s recomputes to the byte', (name) => {
    const { record, digest } = vector(name)
    const manifest = manifestDigest(record.manifest, () => undefined)
    expect(commitmentOf(manifest, record.secret)).toBe(record.commitment)
    expect(recordDigest(record, manifest)).toBe(digest)
    if (record.seed === null) return
    expect(seedOf(record.commitment, record.secret, record.contributions)).toBe(record.seed)
  })

  it.each(BAD)('%s fails what it names', (name) => {
    const named = /** @type {import('../engine/report.mjs').CheckName} */ (
      /-([a-z]+)\.json$/.exec(name)?.[1] ?? 'format'
    )
    const verdict = verify([vectorBytes(name)])
    expect(check(verdict, named).status).toBe('fail')
    expect(verdict.report.valid).toBe(false)
    for (const { status, reason } of verdict.report.files[0].checks) {
      expect(reason === '').toBe(status === 'pass')
    }
  })
})

describe('the chains', () => {
  it('holds in any order of the files', () => {
    const names = vectorNames(/^10-chain-\d\.record\.json$/)
    for (const order of [names, [...names].reverse()]) {
      const verdict = verify(order.map(vectorBytes))
      expect(check(verdict, 'chain')).toEqual({ name: 'chain', status: 'pass', reason: '' })
      expect(verdict.report.valid).toBe(true)
    }
  })

  it.each(BROKEN_CHAINS)('%s fails', (name) => {
    const verdict = verify(vector(name).files)
    expect(check(verdict, 'chain').status).toBe('fail')
    for (const { checks } of verdict.report.files) expect(checks[11]).toEqual(check(verdict, 'chain'))
  })

  it('says what is wrong with each', () => {
    const reasons = BROKEN_CHAINS.map((name) => check(verify(vector(name).files), 'chain').reason)
    expect(reasons).toEqual([
      '缺第 2 号记录',
      '有两份第 2 号记录',
      '第 2 号记录所接的摘要不是第 1 号的；第 3 号记录提到的第 1 号变更不存在',
      '第 2 号记录应是本任务第 2 次，写的是第 1 次',
      '第 3 号记录没有提到第 1 号此前的变更',
      '第 3 号记录提到的第 1 号变更不存在',
      '第 3 号记录的时间早于第 2 号',
      '第 3 号记录的签章公钥与第 1 号不同',
      '第 2 号与第 1 号记录的编号相同',
    ])
  })

  it('is not answered while a file is unread', () => {
    const verdict = verify([vectorBytes('10-chain-1.record.json'), '[]'])
    expect(check(verdict, 'chain').reason).toBe('1 个文件没有读出，连不成链')
    expect(verdict.unreadable).toBe(true)
  })
})

describe('the small parts', () => {
  it('draws the numbers of streams.json', () => {
    for (const { seed, label, n, below } of vector('streams.json')) {
      const stream = new Stream(seed, label)
      expect(Array.from({ length: below.length }, () => stream.below(n))).toEqual(below)
    }
  })

  it('writes the codes of short-codes.json', () => {
    for (const [name, code] of Object.entries(vector('short-codes.json'))) {
      expect(shortCode(vector(`${name}.record.json`).record.commitment)).toBe(code)
    }
  })
})
