// Conflicts of interest and the rule of rotation: on the page of inspectors, and in the register of all.
import { beforeEach, describe, expect, it } from 'vitest'
import { openConsole, settle, type Desk } from '@/testing/desk'
import { conflict, inspectorAnswers, inspectorView } from '@/testing/inspectors'
import { failure, problem } from '@/testing/samples'
import { LONG_NAME, registryOf, targetLine } from '@/testing/targets'

type Answers = Parameters<typeof openConsole>[0]

const open = (total: number, more: Answers = {}) =>
  openConsole({ ...inspectorAnswers(total), ...more }, '/inspectors')
async function key(desk: Desk, id: string, name: string): Promise<void> {
  await desk.see(id).trigger('keydown', { key: name })
  await settle()
}

beforeEach(() => window.localStorage.clear())

describe('conflicts of interest', () => {
  async function adding(more: Answers = {}): Promise<Desk> {
    const desk = await open(18, { targets_view: registryOf(3), ...more })
    await desk.click('inspector-1')
    await desk.click('act-conflict')
    return desk
  }

  async function looked(desk: Desk, text = '饲料'): Promise<void> {
    await desk.type('conflict.target', text)
    await key(desk, 'conflict.target', 'Enter')
  }

  it('are entered with a target that is found by its name', async () => {
    const desk = await adding({ conflict_add: inspectorView(1) })
    expect(desk.see('conflict-save').attributes('disabled'), 'without a target there is none').toBeDefined()
    expect(desk.textOf('conflict-choose-first'), 'and that is said').toContain('先在上面找到')
    await looked(desk)
    expect(desk.host.requests('targets_view').at(-1)?.filter, 'by words').toEqual({
      text: '饲料',
      values: {},
    })
    await key(desk, 'conflict.target', 'Enter')
    expect(desk.textOf('conflict.target-chosen'), 'one sees whom').toContain(targetLine(1).name)
    expect(document.activeElement, 'and goes on').toBe(desk.see('conflict.relation').element)
    await desk.see('conflict.relation').setValue('kinship')
    await desk.type('conflict.told_by', '本人申报')
    await desk.enter('conflict.told_by')
    expect(desk.host.requests('conflict_add'), 'as it was typed').toEqual([
      {
        inspector: 1,
        target: 1,
        relation: 'kinship',
        detail: '',
        told_by: '本人申报',
        since: '',
        until: '',
      },
    ])
    expect(desk.shows('conflict-1'), 'and shown where it stands').toBe(true)
  })

  it('walk the targets that were found with the arrow keys', async () => {
    const desk = await adding({ targets_view: registryOf(1406) })
    await looked(desk)
    await key(desk, 'conflict.target', 'ArrowDown')
    await key(desk, 'conflict.target', 'Enter')
    expect(desk.textOf('conflict.target-chosen'), 'the second one').toContain('DX-000002')
    await desk.click('conflict.target-again')
    expect(document.activeElement, 'the wrong one is put away, and one looks again').toBe(
      desk.see('conflict.target').element,
    )
  })

  it('say when no target is found, and ask nothing for a single sign', async () => {
    const desk = await adding({ targets_view: registryOf(0) })
    const before = desk.host.requests('targets_view').length
    await looked(desk, '饲')
    expect(desk.host.requests('targets_view').length, 'half the registry has it').toBe(before)
    await looked(desk, '没有这家')
    expect(desk.textOf('conflict.target-said'), 'said, not silent').toBe('没有找到这样的检查对象')
  })

  it('put a list of targets away with Escape, not the dialog', async () => {
    const desk = await adding()
    await looked(desk)
    await key(desk, 'conflict.target', 'Escape')
    expect(desk.shows('conflict.target-1'), 'the list is away').toBe(false)
    expect(desk.asks('conflict.target'), 'the dialog is not').toBe(true)
  })

  it('show a refusal beside its field and lose nothing', async () => {
    const desk = await adding({
      conflict_add: () => {
        throw failure({ problems: [problem('told_by', '请写是谁说的')] })
      },
    })
    await looked(desk)
    await key(desk, 'conflict.target', 'Enter')
    await desk.type('conflict.detail', '配偶为股东')
    await desk.enter('conflict.detail')
    expect(desk.textOf('problem-conflict.told_by'), 'where it is to be mended').toContain('请写是谁说的')
    expect(desk.textOf('conflict.target-chosen'), 'the target is still there').toContain('DX-000001')
    expect(desk.valueOf('conflict.detail'), 'and the words').toBe('配偶为股东')
  })

  it('end on a day, or are withdrawn as a mistake after one more question', async () => {
    const desk = await open(18, { conflict_end: inspectorView(1) })
    await desk.click('inspector-1')
    await desk.click('tab-conflicts')
    expect(desk.textOf('conflict-2'), 'what was withdrawn stays visible').toContain('已撤回')
    expect(desk.shows('conflict-end-2'), 'but nothing more is done with it').toBe(false)
    await desk.click('conflict-end-1')
    await desk.type('end.until', '2026-11-30')
    await desk.type('end.reason', '已转让股份')
    await desk.enter('end.reason')
    await desk.click('conflict-mistake-1')
    await desk.type('why.reason', '登记错了人')
    await desk.enter('why.reason')
    expect(desk.textOf('reason-sure'), 'it cannot be taken back').toContain('不能再改回来')
    await desk.enter('why.reason')
    expect(desk.host.requests('conflict_end'), 'a day, or none').toEqual([
      { id: 1, until: '2026-11-30', reason: '已转让股份' },
      { id: 1, until: '', reason: '登记错了人' },
    ])
  })

  it('stand in one register, those in force first', async () => {
    const all = [
      conflict(1),
      conflict(3, { inspector: 2, inspectorName: '王建国', targetName: LONG_NAME, detail: '' }),
      conflict(2, { inForce: false, withdrawn: true }),
    ]
    const desk = await open(18, { conflicts_view: { conflicts: all } })
    await desk.click('tab-register')
    expect(desk.textOf('conflicts-total'), 'how many').toBe('生效 2 项，共登记过 3 项')
    expect(desk.shows('conflict-2'), 'only those in force').toBe(false)
    await desk.see('conflicts-in-force').setValue(false)
    expect(desk.shows('conflict-2'), 'all of them on request').toBe(true)
    await desk.type('conflicts-text', '王建国')
    await settle()
    expect(desk.shows('conflict-1'), 'found by name').toBe(false)
    await desk.click('conflict-whose-3')
    expect(desk.host.requests('inspector_open'), 'and one goes on to the person').toEqual([{ id: 2 }])
    expect(desk.see('tab-conflicts').attributes('aria-selected'), 'where the conflicts stand').toBe('true')
  })

  it('say what to register while there is none, and why they cannot be read', async () => {
    const desk = await open(18)
    await desk.click('tab-register')
    expect(desk.textOf('conflicts-none'), 'what belongs there').toContain('亲属、持股')
    desk.host.answer({
      conflicts_view: () => {
        throw failure()
      },
    })
    await desk.click('tab-list')
    await desk.click('tab-register')
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe(failure().message)
    desk.host.answer({ conflicts_view: { conflicts: [conflict(1)] } })
    await desk.click('conflicts-retry')
    expect(desk.shows('conflict-1'), 'once more').toBe(true)
  })
})

describe('the rule of rotation', () => {
  it('is said on the page, and changed with a reason', async () => {
    const rule = { months: 0, told: '没有轮换规则' }
    const desk = await open(18, { rotation_save: rule })
    expect(desk.textOf('rotation-told'), 'one need not look for it').toContain('隔 12 个月')
    await desk.click('rotation-edit')
    expect(desk.textOf('rotation-says'), 'who uses it').toContain('派人时')
    expect(desk.valueOf('rotation.months'), 'as it stands').toBe('12')
    await desk.type('rotation.months', '一年')
    expect(desk.see('rotation-save').attributes('disabled'), 'that is no number').toBeDefined()
    expect(desk.textOf('rotation-unread'), 'and it is said').toContain('写成数字')
    await desk.type('rotation.months', '0')
    await desk.type('rotation.reason', '人手太少')
    await desk.enter('rotation.reason')
    expect(desk.host.requests('rotation_save'), 'a number').toEqual([{ months: 0, reason: '人手太少' }])
  })
})
