// @ts-check
// The checks that the worked cases do not reach word for word: amendments, paper, chain, notices.
import { describe, expect, it } from 'vitest'
import { fingerprint, shortCode } from '../engine/digests.mjs'
import { amend, drawn } from './making.mjs'
import { check, vector, verify } from './vectors.mjs'

/** @param {ReturnType<typeof verify>} verdict */
const codes = ({ report }) => report.files[0].notices.map(({ code }) => code)

/**
 * @param {ReturnType<typeof verify>} verdict
 * @param {string} code
 */
const notice = ({ report }, code) => report.files[0].notices.find((entry) => entry.code === code)?.text

describe('amendments', () => {
  const file = drawn('01-small')
  const [first, ...others] = file.record.result?.selected ?? []
  const reserves = (file.record.result?.reserves ?? []).filter(({ stratum }) => stratum === 'A')
  const [X, Y] = file.record.manifest.inspectors
  const drop = { kind: 'drop-target', stratum: 'A', number: first.number, replace: true }
  const borrowed = { id: '借-1', name: '借', dept: '气象局', skills: [] }
  const recuse = { kind: 'recuse', inspector: X.id, stratum: 'A', number: first.number }

  /** @param {object[]} amendments */
  const reason = (...amendments) => check(verify([amend(file, amendments)]), 'amendments').reason

  it('hold as the office makes them', () => {
    expect(
      reason(drop, { kind: 'inspector-out', inspector: X.id }, { kind: 'inspector-in', inspector: borrowed }),
    ).toBe('')
    expect(reason({ kind: 'cancel' }, { kind: 'withdraw', of: 1 }, { ...drop, replace: false })).toBe('')
  })

  it('put reserves in the place of what leaves', () => {
    const [one, two] = reserves
    const again = { ...drop, number: one.number }
    expect(amend(file, [drop]).standing[0]).toMatchObject(one)
    expect(amend(file, [drop, again]).standing[0]).toMatchObject(two)
    expect(amend(file, [drop, { ...again, replace: false }]).standing).toEqual(others)
    expect(reason(drop, again, { ...drop, number: two.number })).toBe(
      'amendments[2]：不予受理：A 层没有候补了',
    )
  })

  it.each([
    [[{ ...drop, number: 99 }], '[0]：不予受理：A-99 不在列'],
    [[drop, drop], `[1]：不予受理：A-${first.number} 不在列`],
    [[{ kind: 'inspector-out', inspector: '谁' }], '[0]：不予受理：“谁”不在岗'],
    [[{ kind: 'inspector-in', inspector: { ...borrowed, id: X.id } }], `[0]：不予受理：“${X.id}”已在岗`],
    [
      [
        { kind: 'inspector-out', inspector: X.id },
        {
          kind: 'inspector-in',
          inspector: { id: X.id, name: X.name, dept: X.dept, skills: [...X.skills, 'x'] },
        },
      ],
      `[1]：不予受理：“${X.id}”与已登记的姓名、部门或技能不同`,
    ],
    [[{ ...recuse, inspector: '谁' }], '[0]：不予受理：没有检查人员“谁”'],
    [[{ ...recuse, number: 0 }], '[0]：不予受理：没有 A-0'],
    [[{ ...recuse, stratum: 'Z' }], `[0]：不予受理：没有 Z-${first.number}`],
    [[recuse, recuse], `[1]：不予受理：“${X.id}”对 A-${first.number} 已经回避`],
    [[{ kind: 'withdraw', of: 0 }], '[0]：不予受理：没有第 0 条变更'],
    [[{ kind: 'withdraw', of: 1 }], '[0]：不予受理：没有第 1 条变更'],
    [
      [{ kind: 'fill' }, { kind: 'withdraw', of: 1 }, { kind: 'withdraw', of: 2 }],
      '[2]：不予受理：第 2 条本身是撤回',
    ],
    [
      [{ kind: 'fill' }, { kind: 'withdraw', of: 1 }, { kind: 'withdraw', of: 1 }],
      '[2]：不予受理：第 1 条已经撤回',
    ],
    [
      [drop, { ...drop, number: reserves[0].number }, { kind: 'withdraw', of: 1 }],
      '[2]：不予受理：撤回后第 2 条不能成立',
    ],
    [[{ kind: 'cancel' }, { kind: 'fill' }], '[1]：不予受理：已经取消，只能撤回'],
    [[{ kind: 'fill' }, { kind: 'fill', at: '2020-01-01T00:00:00Z' }], '[1]：不予受理：时间早于前一条'],
  ])('are refused: %#', (amendments, text) => {
    expect(reason(...amendments)).toBe(`amendments${text}`)
  })

  it('bring back whom they let go, and count once whoever is borrowed', () => {
    const out = { kind: 'inspector-out', inspector: borrowed.id }
    const back = { kind: 'inspector-in', inspector: borrowed }
    const verdict = verify([
      amend(file, [back, out, back, recuse, { kind: 'inspector-out', inspector: Y.id }]),
    ])
    expect(check(verdict, 'amendments').status).toBe('pass')
    expect(notice(verdict, 'borrowed')).toBe('从名单外借调 1 人')
    expect(notice(verdict, 'recused')).toBe('抽中的对象涉及回避 1 处')
    expect(notice(verdict, 'amended')).toBe('有 5 条变更')
  })

  it('keep reserves open that once stood', () => {
    const sealed = amend(file, [drop, { kind: 'withdraw', of: 1 }])
    const [one, two] = reserves
    sealed.record.manifest.strata[0].targets[one.number - 1] = { leaf: '0'.repeat(64) }
    sealed.record.manifest.strata[0].targets[two.number - 1] = { leaf: '0'.repeat(64) }
    expect(check(verify([sealed]), 'format').reason).toBe(
      `record.manifest.strata[0].targets[${one.number - 1}]：抽中或曾在列的对象不得密封`,
    )
  })

  it('are none on a void record', () => {
    const voided = vector('08-void-after-cards.record.json')
    voided.amendments = amend(file, [{ kind: 'fill' }]).amendments
    voided.standing = [{ stratum: 'A', number: 1, crew: [] }]
    expect(check(verify([voided]), 'amendments').reason).toBe(
      '作废的记录不得有变更；作废的记录不得有在列的行',
    )
  })
})

describe('ids in reasons', () => {
  const LONG = '长'.repeat(64)
  const SHOWN = '短'.repeat(64)

  it('are whole, up to all their 64 characters', () => {
    const file = drawn('01-small', ({ strata, exclusions, inspectors, recusals }) => {
      const [first] = strata[0].targets
      Object.assign(first, { id: LONG })
      exclusions.push({ ...first, reason: '' })
      exclusions.push({ ...first, id: SHOWN, reason: '' }, { ...first, id: SHOWN, reason: '' })
      inspectors.unshift({ ...inspectors[0], id: LONG })
      recusals.push({ salt: first.salt, inspector: SHOWN, stratum: 'A', number: 1, reason: '' })
    })
    const [, second] = file.record.manifest.strata[0].targets
    const [, inspector] = file.record.manifest.inspectors
    const { exclusions, recusals } = file.record.manifest
    const at = (/** @type {string} */ list, /** @type {number} */ i) => `record.manifest.${list}[${i}]`
    expect(check(verify([file]), 'manifest').reason).toBe(
      [
        `${at('strata', 0)}.targets[1].id：“${'id' in second && second.id}”应排在“${LONG}”之前`,
        `${at('exclusions', exclusions.length - 3)}.id：“${LONG}”也在抽取对象中`,
        `${at('exclusions', exclusions.length - 1)}.id：“${SHOWN}”重复`,
        `${at('inspectors', 1)}.id：“${inspector.id}”应排在“${LONG}”之前`,
        `${at('recusals', recusals.length - 1)}.inspector：没有检查人员“${SHOWN}”`,
      ].join('；'),
    )
  })

  it('are whole where an amendment is refused', () => {
    const file = drawn('01-small')
    const borrowed = { id: LONG, name: '借', dept: '气象局', skills: [] }
    const recuse = { kind: 'recuse', inspector: LONG, stratum: 'A', number: 1 }
    /** @param {object[]} amendments */
    const reason = (...amendments) => check(verify([amend(file, amendments)]), 'amendments').reason
    expect(reason({ kind: 'inspector-out', inspector: LONG })).toContain(`“${LONG}”不在岗`)
    expect(reason(recuse)).toContain(`没有检查人员“${LONG}”`)
    const comes = { kind: 'inspector-in', inspector: borrowed }
    expect(reason(comes, comes)).toContain(`“${LONG}”已在岗`)
    expect(reason(comes, recuse, recuse)).toContain(`“${LONG}”对 A-1 已经回避`)
    const otherwise = { kind: 'inspector-in', inspector: { ...borrowed, name: '他' } }
    expect(reason(comes, { kind: 'inspector-out', inspector: LONG }, otherwise)).toContain(
      `“${LONG}”与已登记的姓名、部门或技能不同`,
    )
  })

  it('are whole in crews', () => {
    const file = drawn('01-small')
    const [row] = file.record.result?.selected ?? []
    const [before] = row.crew
    row.crew[0] = LONG
    const rest = row.crew.slice(1).join('、')
    expect(check(verify([file]), 'crews').reason).toBe(
      `record.result.selected[0].crew：应为 ${before}、${rest}，文件写的是 ${LONG}、${rest}`,
    )
  })

  it('are quoted, and cut, where they are malformed', () => {
    const file = drawn('01-small')
    const [row] = file.record.result?.selected ?? []
    row.crew[0] = '长'.repeat(65)
    expect(check(verify([file]), 'format').reason).toBe(
      `record.result.selected[0].crew[0]：“${'长'.repeat(60)}…”不是合规的编号（1 至 64 位大写字母、数字、“-”或汉字）`,
    )
  })
})

describe('the paper', () => {
  const file = vector('01-small.signed.json')
  const { commitment, contributions, manifest } = file.record
  const code = shortCode(commitment)
  const print = fingerprint(manifest.station)

  /** @param {import('../engine/sheet.mjs').Sheet} sheet */
  const said = (sheet) => check(verify([file], { sheet }), 'sheet').reason

  it('agrees however it is typed', () => {
    const wide = [...code]
      .map((c) => (c === '-' ? '－' : String.fromCharCode(c.charCodeAt(0) + 0xfee0)))
      .join(' ')
    for (const typed of [code, code.toLowerCase(), code.replace(/-/g, ''), wide, commitment.toUpperCase()]) {
      expect(said({ commitment: typed })).toBe('')
    }
    expect(said({ commitment: code.replace(/0/g, 'o').replace(/1/g, 'l') })).toBe('')
    expect(
      said({ challenge: '868 751', station: print.toUpperCase(), seat: 2, number: contributions[1] }),
    ).toBe('')
    expect(said({ number: contributions[2] })).toBe('')
  })

  it('says what differs', () => {
    expect(said({ commitment: '0'.repeat(32), challenge: '1', station: 'AB', seat: 3, number: '1' })).toBe(
      `封存码与纸面不符：纸面 0000-0000-0000-0000-0000-0000-0000-0000，文件 ${code}；质询数与纸面不符：纸面 1，文件 868751；` +
        `本站指纹与纸面不符：纸面 ab，文件 ${print}；3 号席位的见证数与纸面不符：纸面 1，文件 ${contributions[2]}`,
    )
    expect(said({ commitment: 'A'.repeat(64) })).toBe(
      `封存码与纸面不符：纸面 ${'a'.repeat(64)}，文件 ${commitment}`,
    )
    expect(said({ commitment: ' Hi-! ' })).toBe(`封存码与纸面不符：纸面 Hi!，文件 ${code}`)
    expect(said({ number: '1' })).toBe('没有一个席位的见证数是 1')
    expect(said({ seat: 4, number: '1' })).toBe('没有 4 号席位')
  })

  it('is skipped when blank', () => {
    expect(check(verify([file], { sheet: { number: ' ' } }), 'sheet').reason).toBe('没有给出纸面上的内容')
  })

  it('pins the station', () => {
    expect(codes(verify([file]))).toContain('unpinned-station')
    expect(codes(verify([file], { sheet: { station: print } }))).not.toContain('unpinned-station')
    const verdict = verify([file], { station: print.match(/.{4}/g)?.join('-') })
    expect(check(verdict, 'station').status).toBe('pass')
    expect(codes(verdict)).not.toContain('unpinned-station')
    expect(check(verify([file], { station: 'xy' }), 'station').reason).toBe(`应为 xy，文件里是 ${print}`)
  })
})

describe('a chain by basis', () => {
  const base = drawn('01-small', (manifest) => {
    manifest.sequence = 1
    manifest.previous = '0'.repeat(64)
    manifest.attempt = 1
  })

  /**
   * The second record, which mans the targets of the first.
   * @param {(manifest: import('../engine/content.mjs').Manifest) => void} [change]
   */
  const second = (change = () => undefined) =>
    drawn('01-small', (manifest) => {
      Object.assign(manifest, {
        sequence: 2,
        previous: base.digest,
        attempt: 2,
        drawId: 'b',
        basis: base.digest,
      })
      for (const stratum of manifest.strata) {
        const rows = base.standing.filter((row) => row.stratum === stratum.key)
        const numbers = rows.map(({ number }) => number).sort((a, b) => a - b)
        stratum.targets = numbers.map((number) => stratum.targets[number - 1])
        Object.assign(stratum, {
          rule: { kind: 'count', n: numbers.length },
          quota: numbers.length,
          reserve: 0,
        })
      }
      change(manifest)
    })

  it('has the very targets', () => {
    const verdict = verify([base, second()])
    expect(check(verdict, 'chain')).toMatchObject({ status: 'pass', reason: '' })
    expect(verdict.report.valid).toBe(true)
  })

  it('shows one too few', () => {
    const fewer = second((manifest) => {
      const stratum = manifest.strata[2]
      stratum.targets.pop()
      Object.assign(stratum, { rule: { kind: 'count', n: 1 }, quota: 1 })
    })
    expect(check(verify([base, fewer]), 'chain').reason).toBe('第 2 号记录的对象与第 1 号在列的不一致')
  })

  it('shows a basis that is not there', () => {
    const lost = second((manifest) => (manifest.basis = 'a'.repeat(64)))
    expect(check(verify([base, lost]), 'chain').reason).toBe('第 2 号记录所依据的记录不存在')
  })

  it('leaves open what is sealed', () => {
    const sealed = second()
    sealed.record.manifest.strata[2].targets[0] = { leaf: 'b'.repeat(64) }
    expect(check(verify([base, sealed]), 'chain')).toMatchObject({
      status: 'skipped',
      reason: '第 2 号记录有密封的对象，与第 1 号未能全核',
    })
  })
})

describe('notices', () => {
  it('count what is small', () => {
    const file = drawn('01-small', (manifest) => {
      manifest.ext = { rehearsal: true }
      manifest.inspectors.pop()
    })
    const verdict = verify([file])
    expect(notice(verdict, 'rehearsal')).toBe('这是彩排，不是正式抽取')
    expect(notice(verdict, 'tiny-pool')).toMatch(
      /^候选太少，随机余地很小：A-\d 第 1 席 2 人、(.*、){6}C-\d 第 2 席 2 人等 9 处$/,
    )
    expect(notice(verdict, 'unfilled-slots')).toBe('在列的检查组有 3 个空缺')
    expect(verdict.report.valid).toBe(true)
  })
})
