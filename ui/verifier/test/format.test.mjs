// @ts-check
// The format check, word for word: what is noted, where, and in which order.
import { describe, expect, it } from 'vitest'
import { forbiddenCharacter, isPlain, quote } from '../engine/text.mjs'
import { check, formatReason, vector, verify } from './vectors.mjs'

const base = () => vector('01-small.record.json')
const TEXT = JSON.stringify(base())

/**
 * The reason after one piece of the text is put in another's place.
 * @param {string} from
 * @param {string} to
 */
function swapped(from, to) {
  expect(TEXT).toContain(from)
  return formatReason(TEXT.replace(from, () => to))
}

/**
 * The reason after a change to the value.
 * @param {(file: ReturnType<typeof base>) => void} change
 */
function changed(change) {
  const file = base()
  change(file)
  return formatReason(JSON.stringify(file))
}

const AT_TITLE = 'record.manifest.title：'
const TITLE = '"title":"2026年下半年“双随机”抽查"'
const NUMBER = '应为 0 至 9007199254740991 的整数，不带符号、小数和指数'
const STOPPED = '有不成对的代理码，或数大得读不出，读到这里为止'

/** @param {string} value  the text of the office's own object */
const withExt = (value) => swapped(TITLE, `${TITLE},"ext":${value}`)

describe('keys', () => {
  it('may stand once', () => {
    expect(swapped(TITLE, `${TITLE},${TITLE},"title":[[1e999]]`)).toBe(`${AT_TITLE}键重复；${AT_TITLE}键重复`)
  })

  it('have to be known', () => {
    expect(swapped(TITLE, `${TITLE},"x":1e999,"x":["\\ud800"],"a\\u200b":1,"__proto__":{}`)).toBe(
      'record.manifest.x：不认识的键；record.manifest.x：不认识的键；record.manifest["a<U+200B>"]：不认识的键；' +
        'record.manifest["__proto__"]：不认识的键',
    )
  })

  it('have to be there, in the order of the protocol', () => {
    expect(formatReason('{}')).toBe(
      'record：缺少这个键；digest：缺少这个键；amendments：缺少这个键；standing：缺少这个键；signatures：缺少这个键',
    )
    expect(formatReason('{"record":{"manifest":{}}}')).toMatch(
      /^record\.manifest\.protocol：缺少这个键；.*；另有 23 处$/,
    )
  })

  it('of the own kind follow a rule', () => {
    expect(
      withExt('{"1":2,"a b":"\u200b","a":{"__proto__":1,"__proto__":[]},"constructor":1,"toString":2}'),
    ).toBe(
      'record.manifest.ext["1"]：键名只能是字母开头的 1 至 32 位字母和数字；' +
        'record.manifest.ext["a b"]：键名只能是字母开头的 1 至 32 位字母和数字；' +
        'record.manifest.ext["a b"]：第 1 个字符 U+200B 不许出现；' +
        'record.manifest.ext.a["__proto__"]：键名只能是字母开头的 1 至 32 位字母和数字；' +
        'record.manifest.ext.a["__proto__"]：键重复',
    )
  })

  it('of the own kind may be called like anything', () => {
    expect(withExt('{"constructor":1,"hasOwnProperty":2,"leaf":3,"toString":null}')).toBe('')
    expect(withExt('{"constructor":1,"constructor":2}')).toBe('record.manifest.ext.constructor：键重复')
  })

  it('end the reading with a lone surrogate', () => {
    expect(swapped(TITLE, `"x":1,"\\udc00":1,"y":1,${TITLE}`)).toBe(
      `record.manifest.x：不认识的键；record.manifest：${STOPPED}`,
    )
    expect(formatReason('{"\\ud800":1}')).toBe(`文件：${STOPPED}`)
  })
})

describe('values', () => {
  it('are of their kind', () => {
    expect(swapped(TITLE, '"title":[1]')).toBe(`${AT_TITLE}应为字符串，实为数组`)
    expect(changed((file) => (file.record.secret = 7))).toBe('record.secret：应为字符串或 null，实为数')
    expect(changed((file) => (file.record.result = 'x'))).toBe('record.result：应为对象或 null，实为字符串')
    expect(changed((file) => (file.record.manifest.strata[1].rule.max = true))).toBe(
      'record.manifest.strata[1].rule.max：应为数或 null，实为真假值',
    )
    expect(changed((file) => (file.signatures = {}))).toBe('signatures：应为数组，实为对象')
    expect(changed((file) => (file.record.manifest.crew.balance = null))).toBe(
      'record.manifest.crew.balance：应为真假值，实为null',
    )
  })

  it.each(['-1', '-0', '1.0', '1e3', '9007199254740992'])('are plain numbers, unlike %s', (number) => {
    expect(swapped('"sequence":9', `"sequence":${number}`)).toBe(`record.manifest.sequence：${NUMBER}`)
    expect(withExt(`{"a":[${number}]}`)).toBe(`record.manifest.ext.a[0]：${NUMBER}`)
  })

  it('end the reading where they cannot be read', () => {
    expect(swapped('"sequence":9', '"sequence":1e400,"x":1')).toBe(`record.manifest.sequence：${STOPPED}`)
    expect(withExt('{"a":["\\ud83d"],"b c":1}')).toBe(`record.manifest.ext.a[0]：${STOPPED}`)
    expect(swapped(TITLE, '"title":1e400')).toBe(`${AT_TITLE}应为字符串，实为数`)
  })

  it('name the first character that may not be', () => {
    expect(swapped(TITLE, '"title":"\u{20000}\u{20000}\\u0000\u200b"')).toBe(
      `${AT_TITLE}第 3 个字符 U+0000 不许出现`,
    )
    expect(swapped('"task":"〔2026〕1号"', '"task":"\ufeff"')).toBe(
      'record.manifest.task：第 1 个字符 U+FEFF 不许出现',
    )
  })

  it.each(['\u007f', '\u0080', '\u009f', '\u200b', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069'])(
    'may not hold %j',
    (character) => {
      expect(swapped(TITLE, `"title":"${character}"`)).toMatch(/^record\.manifest\.title：第 1 个字符 U\+/)
    },
  )

  it.each(['\u00a0', '\u200a', '\u2010', '\u2028', '\u202f', '\u2065', '\u206a', '\ufefe', '\u{e0001}'])(
    'may hold %j',
    (character) => {
      expect(swapped(TITLE, `"title":"${character}"`)).toBe('')
    },
  )

  it('keep their own form', () => {
    expect(changed((file) => (file.record.manifest.task = ''))).toBe(
      'record.manifest.task：“”不是合规的任务编号',
    )
    expect(changed((file) => (file.record.manifest.createdAt = '昨天'))).toBe(
      'record.manifest.createdAt：“昨天”不是带时区的时间（RFC 3339）',
    )
    expect(changed((file) => (file.digest = file.digest.toUpperCase()))).toBe(
      'digest：应为 64 位小写十六进制数',
    )
    expect(changed((file) => (file.record.protocol = 'sunlot/2'))).toBe(
      'record.protocol：不认识的协议版本“sunlot/2”',
    )
    expect(changed((file) => (file.record.outcome = 'won'))).toBe(
      'record.outcome：只能是 drawn、void，实为“won”',
    )
    expect(changed((file) => (file.record.result.selected[0].crew[0] = 'a'))).toBe(
      'record.result.selected[0].crew[0]：“a”不是合规的编号（1 至 64 位大写字母、数字、“-”或汉字）',
    )
  })

  it('are plain exactly when nothing is wrong with any character of the first plane', () => {
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const text = `a${String.fromCharCode(unit)}汉`
      const isSurrogate = unit >= 0xd800 && unit <= 0xdfff
      if (isPlain(text) !== (!isSurrogate && forbiddenCharacter(text) === null)) expect(text).toBe('')
    }
  })

  it('are quoted so that nothing hides', () => {
    expect(quote('\u200b\ud800x')).toBe('<U+200B><U+D800>x')
    expect(quote('字'.repeat(60))).toBe('字'.repeat(60))
    expect(quote('\u{20000}'.repeat(61))).toBe(`${'\u{20000}'.repeat(60)}…`)
  })
})

describe('depth', () => {
  /** @param {number} levels */
  const nested = (levels) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels)

  it('goes to sixteen levels', () => {
    // The top object, the record and the manifest are three.
    expect(withExt(nested(13))).toBe('')
    expect(withExt(nested(14))).toBe(`record.manifest.ext${'.a'.repeat(13)}：嵌套超过 16 层`)
    expect(withExt(`{"a":${'['.repeat(13)}"\\ud800"${']'.repeat(13)},"b c":1}`)).toMatch(
      /^record\.manifest\.ext\.a(\[0\]){12}：嵌套超过 16 层；record\.manifest\.ext\["b c"\]：/,
    )
  })

  it('does not frighten', () => {
    const deep = 1_000_000
    expect(withExt('{"a":' + '['.repeat(deep) + ']'.repeat(deep) + '}')).toMatch(/：嵌套超过 16 层$/)
    expect(formatReason('['.repeat(deep))).toBe('不是 JSON 文本')
    expect(formatReason(`{"x":${'['.repeat(deep)}${']'.repeat(deep)}}`)).toMatch(/^x：不认识的键；/)
  })
})

describe('rules and amendments', () => {
  it('have the keys of their kind', () => {
    expect(
      changed((file) => (file.record.manifest.strata[0].rule = { n: 1, min: 2, kind: 'rate', bp: 'x' })),
    ).toBe(
      ['bp：应为数，实为字符串', 'n：不认识的键', 'rounding：缺少这个键', 'max：缺少这个键']
        .map((text) => `record.manifest.strata[0].rule.${text}`)
        .join('；'),
    )
    expect(changed((file) => (file.record.manifest.strata[0].rule = { bp: 1 }))).toBe(
      'record.manifest.strata[0].rule.kind：缺少这个键',
    )
    expect(changed((file) => (file.record.manifest.strata[0].rule = { kind: 'toString', n: 1 }))).toBe(
      'record.manifest.strata[0].rule.kind：只能是 rate、count，实为“toString”',
    )
  })

  const why = { reason: '', at: '2026-11-21T00:00:00Z', by: [], digest: '0'.repeat(64) }

  it('name inspectors as their kind asks', () => {
    /** @param {object} amendment */
    const reason = (amendment) => changed((file) => (file.amendments = [{ ...amendment, ...why }]))
    expect(reason({ kind: 'inspector-in', inspector: 'A' })).toBe(
      'amendments[0].inspector：应为对象，实为字符串',
    )
    expect(reason({ kind: 'inspector-out', inspector: {} })).toBe(
      ['id', 'name', 'dept', 'skills'].map((key) => `amendments[0].inspector.${key}：缺少这个键；`).join('') +
        'amendments[0].inspector：应为字符串，实为对象',
    )
    expect(reason({ kind: 'fill', inspector: 'A' })).toBe('amendments[0].inspector：不认识的键')
    expect(reason({ kind: 'recuse', inspector: 3 })).toBe(
      'amendments[0].inspector：应为对象或字符串，实为数；amendments[0].stratum：缺少这个键；amendments[0].number：缺少这个键',
    )
  })
})

describe('leaves and outcomes', () => {
  const sealed = { leaf: '0'.repeat(64) }

  it('are sealed alone, and only some', () => {
    expect(changed((file) => (file.record.manifest.exclusions[0].leaf = 'x'))).toBe(
      'record.manifest.exclusions[0].leaf：应为 64 位小写十六进制数；record.manifest.exclusions[0]：密封的叶只能有 leaf 一个键',
    )
    expect(changed((file) => (file.record.manifest.exclusions[0] = { leaf: sealed.leaf, own: 1 }))).toBe(
      'record.manifest.exclusions[0]：密封的叶只能有 leaf 一个键',
    )
    expect(changed((file) => (file.record.manifest.inspectors[1] = sealed))).toBe(
      'record.manifest.inspectors[1]：这里的叶不得密封',
    )
    expect(changed((file) => (file.record.manifest.exclusions[0] = {}))).toBe(
      ['salt', 'id', 'name', 'reason']
        .map((key) => `record.manifest.exclusions[0].${key}：缺少这个键`)
        .join('；'),
    )
  })

  it('may not be sealed once selected, and all else is still checked', () => {
    const file = base()
    file.record.manifest.strata[0].targets[0] = sealed
    const verdict = verify([file])
    expect(check(verdict, 'format').reason).toBe(
      'record.manifest.strata[0].targets[0]：抽中或曾在列的对象不得密封',
    )
    expect(check(verdict, 'seed').status).toBe('pass')
    expect(verdict.contents[0]).not.toBe(null)
  })

  it('fit the outcome', () => {
    expect(
      changed((file) => {
        file.record.secret = null
        file.record.result = null
        file.record.void = {}
        delete file.record.commitment
      }),
    ).toBe(
      ['reason', 'stage', 'by', 'at'].map((key) => `record.void.${key}：缺少这个键；`).join('') +
        'record.commitment：缺少这个键；record.secret：抽取有效的记录这里不得为 null；' +
        'record.result：抽取有效的记录这里不得为 null；record.void：抽取有效的记录不得有作废说明',
    )
    expect(changed((file) => (file.record.outcome = 'void'))).toBe('record.void：缺少这个键')
  })
})

describe('a byte order mark', () => {
  it('is skipped, and all else is checked', () => {
    const verdict = verify([`\ufeff${TEXT}`])
    expect(check(verdict, 'format').reason).toBe('文件：开头有字节顺序标记')
    expect(check(verdict, 'digest').status).toBe('pass')
    expect(verdict.unreadable).toBe(false)
  })
})

describe('a flood of faults', () => {
  it('is counted, not kept', () => {
    const many = Array.from({ length: 100_000 }, () => '"x":1').join(',')
    expect(formatReason(`{${many}}`)).toMatch(/^(x：不认识的键；){8}另有 99997 处$/)
  })
})
