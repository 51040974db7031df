import { describe, expect, it } from 'vitest'
import { formatCount, formatDay, formatMoment, formatSize, inFours } from './format'

describe('formatMoment', () => {
  it('keeps the clock of the office, whatever the zone of this PC', () => {
    expect(formatMoment('2026-11-20T10:05:33.120+08:00'), 'the written hour is the office’s hour').toBe(
      '2026年11月20日 10:05',
    )
    expect(formatMoment('2026-01-02T00:00:00-05:00'), 'no leading zeros in month and day').toBe(
      '2026年1月2日 00:00',
    )
  })

  it('shows a moment in universal time on the clock of this PC', () => {
    const local = new Date('2026-11-20T02:05:00Z')
    expect(formatMoment('2026-11-20T02:05:00Z'), 'Z says nothing about the office').toContain(
      `${local.getHours()}`.padStart(2, '0') + ':05',
    )
  })

  it('shows what it cannot read as it is', () => {
    expect(formatMoment('昨天'), 'a wrong date must not look like a right one').toBe('昨天')
  })
})

describe('formatDay', () => {
  it('leaves the hour out, and what it cannot read as it is', () => {
    expect(formatDay('2056-11-20T10:05:00+08:00'), 'a certificate ends on a day').toBe('2056年11月20日')
    expect(formatDay('昨天'), 'not half a date').toBe('昨天')
  })
})

describe('formatSize', () => {
  it.each([
    [0, '0 字节'],
    [1023, '1023 字节'],
    [1024, '1.0 KB'],
    [52_300, '51 KB'],
    [1_048_576, '1.0 MB'],
  ])('%i bytes as %s', (bytes, said) => {
    expect(formatSize(bytes), 'as people say it').toBe(said)
  })
})

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1406, '1\u2009406'],
    [1000000, '1\u2009000\u2009000'],
  ])('writes %i with thin spaces', (count, text) => {
    expect(formatCount(count), 'thousands are set apart, and only thousands').toBe(text)
  })
})

describe('inFours', () => {
  it.each([
    ['9f3c71a05be2', '9f3c 71a0 5be2'],
    ['9f3c7', '9f3c 7'],
    ['', ''],
    ['DX-000012', 'DX-000012'],
  ])('groups %s', (code, text) => {
    expect(inFours(code), 'groups of four, no space at the end').toBe(text)
  })
})
