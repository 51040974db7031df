// @ts-check
// The reading of JSON: what is JSON at all, what single values become, and that a hostile text neither stops nor floods it.
import { describe, expect, it } from 'vitest'
import { Cursor, ENDLESS_NUMBER, WRONG_NUMBER } from '../engine/cursor.mjs'
import { isJson } from '../engine/grammar.mjs'
import { bytesOf, formatReason, verify } from './vectors.mjs'

/** @param {string} text */
const json = (text) => isJson(bytesOf(text), 0)

const GOOD = [
  '{}',
  '[]',
  ' [ ] ',
  '[[],{}]',
  '{"a":{"b":[1,2,{"c":null}]}}',
  '"x"',
  '0',
  '-0',
  '-1.5e+10',
  '1E400',
  'true',
  'false',
  'null',
  '"\\u00e9\\n\\"\\\\\\/\\b\\f\\r\\t"',
  '"\\ud800"',
  '"\u007f\u0080\u2028"',
  '\t\n\r {"a" : 1 , "a" : 2}\n',
  '"\u{20000}"',
]

const BAD = [
  '',
  ' ',
  '{',
  '[',
  '}',
  '[}',
  '{]',
  '{"a":1]',
  '{"a"}',
  '{"a":}',
  '{"a":1,}',
  '{,}',
  '[1,]',
  '[,1]',
  '[1 2]',
  '{a:1}',
  "{'a':1}",
  '01',
  '-',
  '+1',
  '1.',
  '.5',
  '1e',
  '1e+',
  '0x1',
  '--1',
  'tru',
  'truex',
  'nul',
  'NaN',
  'Infinity',
  '"',
  '"a',
  '"\\',
  '"\\"',
  '"\\x"',
  '"\\u12"',
  '"\\u12g4"',
  '"a\nb"',
  '"\u0000"',
  '"\u001f"',
  '{}{}',
  '{} x',
  '[]]',
  '\u00a0{}',
  '\ufeff{}',
  '/* */ {}',
]

describe('what is JSON', () => {
  it.each(GOOD)('%j is', (text) => {
    expect(json(text)).toBe(true)
    expect(() => JSON.parse(text)).not.toThrow()
  })

  it.each(BAD)('%j is not', (text) => {
    expect(json(text)).toBe(false)
    expect(() => JSON.parse(text)).toThrow()
  })

  it('agrees with JSON.parse on every beginning of a text', () => {
    const text = '{"a\\u0041":[-1.5e3,true,{"b":null},"\\n"],"c":{}}'
    for (let end = 0; end <= text.length; end += 1) expect(json(text.slice(0, end))).toBe(end === text.length)
  })

  it('answers millions of open brackets', () => {
    const open = '['.repeat(3_000_000)
    expect(json(open)).toBe(false)
    expect(json(open + ']'.repeat(3_000_000))).toBe(true)
    expect(json('{"a":'.repeat(1_000_000) + '1' + '}'.repeat(1_000_000))).toBe(true)
    expect(json('[{"a":'.repeat(1_000_000) + '1' + '}]'.repeat(999_999) + ']}')).toBe(false)
  })
})

/** @param {string} text */
const cursorAt = (text) => new Cursor(bytesOf(text), 0)

describe('single values', () => {
  it.each([
    '"plain"',
    '""',
    '"汉字，〔2026〕"',
    '"\u{20000}é\u07ff\u0800\uffff"',
    '"\\u6c49\\ud840\\udc00\\"\\\\\\/\\b\\f\\n\\r\\t后"',
    '"\\ud800x"',
    `"${'长'.repeat(500)}"`,
    `"${'a\\n\u{20000}é\\u6c49汉ab\\"'.repeat(3000)}"`,
    `"${'\\u0041'.repeat(9000)}"`,
    `"${'a'.repeat(192)}"`,
    `"${'a'.repeat(193)}"`,
  ])('reads %j', (text) => {
    expect(cursorAt(text).string()).toBe(JSON.parse(text))
  })

  it.each([
    ['0', 0],
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', WRONG_NUMBER],
    ['9007199254740993', WRONG_NUMBER],
    ['99999999999999999999', WRONG_NUMBER],
    ['-1', WRONG_NUMBER],
    ['-0', WRONG_NUMBER],
    ['1.0', WRONG_NUMBER],
    ['1e3', WRONG_NUMBER],
    ['1e-400', WRONG_NUMBER],
    ['1.7976931348623157e308', WRONG_NUMBER],
    ['1e400', ENDLESS_NUMBER],
    ['-1e400', ENDLESS_NUMBER],
    ['1' + '0'.repeat(400), ENDLESS_NUMBER],
  ])('reads the number %s', (text, value) => {
    expect(cursorAt(text).number()).toBe(value)
  })

  it.each(['[1,[2,{"a":"]}"}],"\\"]"]', '{"a":{"b":"}"}}', '"\\\\"', '-1.5e3', 'null', 'false', '[]'])(
    'steps over %j',
    (text) => {
      const cursor = cursorAt(`[${text}, 7]`)
      cursor.enter()
      expect(cursor.more()).toBe(true)
      cursor.skip()
      expect(cursor.more()).toBe(true)
      expect(cursor.number()).toBe(7)
      expect(cursor.more()).toBe(false)
    },
  )

  it('tells keys apart that share a place in the table', () => {
    const keys = Array.from({ length: 2000 }, (_, i) => `k${i * 7919}`)
    const cursor = cursorAt(`{${keys.map((key) => `"${key}":1`).join(',')}}`)
    cursor.enter()
    for (const key of keys) {
      expect(cursor.more()).toBe(true)
      expect(cursor.key()).toBe(key)
      cursor.number()
    }
  })
})

describe('files that cannot be read', () => {
  it.each([
    [new Uint8Array([0x7b, 0xff, 0x7d]), '不是 UTF-8 编码的文本'],
    [new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]), '不是 UTF-8 编码的文本'],
    [new Uint8Array([0x22, 0xc0, 0xaf, 0x22]), '不是 UTF-8 编码的文本'],
    [new Uint8Array([0x22, 0xe6, 0xb1]), '不是 UTF-8 编码的文本'],
    [new Uint8Array([]), '不是 JSON 文本'],
    [bytesOf('{"a":1'), '不是 JSON 文本'],
    [bytesOf('[]'), '顶层不是对象'],
    [bytesOf('"\\ud800"'), '顶层不是对象'],
    [bytesOf('\ufeffx'), '不是 JSON 文本'],
  ])('say so', (bytes, reason) => {
    expect(formatReason(bytes)).toBe(reason)
  })

  it('have a full report', () => {
    const { report, unreadable, contents } = verify(['nonsense'], { station: 'ab', sheet: { number: '1' } })
    expect(unreadable).toBe(true)
    expect(contents).toEqual([null])
    expect(report.files[0].notices).toEqual([])
    const [format, ...others] = report.files[0].checks
    expect(format.reason).toBe('不是 JSON 文本')
    const chain = others.pop()
    expect(chain?.reason).toBe('只有一个文件')
    expect(new Set(others.map(({ reason }) => reason))).toEqual(new Set(['读不出来，无从重算']))
  })
})
