import { describe, expect, it } from 'vitest'
import { findBarriers } from '@/testing/accessibility'
import { openConsole, settle } from '@/testing/desk'
import { planAnswers, planLine, plansView, planSummary, planView, remark } from '@/testing/plans'
import { failure, problem } from '@/testing/samples'
import { LONG_NAME, told } from '@/testing/targets'

type Answers = Parameters<typeof openConsole>[0]
const open = (lines: number | null, more: Answers = {}) =>
  openConsole({ ...planAnswers(lines), ...more }, '/plans')

describe('the plans', () => {
  it('lead a newcomer on', async () => {
    const desk = await open(null)
    expect(desk.textOf('plans-empty'), 'what a plan is').toContain('还没有抽查计划')
    expect(desk.textOf('empty-begin'), 'the one that it is time for').toBe('编制 2027 上半年计划')
    await desk.click('empty-begin')
    expect(desk.textOf('plan-pane'), 'a draft that nobody saved').toContain('还没有保存')
    expect(desk.host.requests('plan_save'), 'and nothing was written').toEqual([])
  })

  it('are not called by another period than their own', async () => {
    const desk = await open(null)
    await desk.click('empty-begin')
    await desk.click('tab-fields')
    expect(desk.valueOf('plan.title'), 'as the program proposes').toContain('上半年')
    await desk.see('plan.period').setValue('annual')
    expect(desk.valueOf('plan.title'), 'left empty, it is called as usual').toBe('')
    await desk.type('plan.title', '本局的计划')
    await desk.see('plan.period').setValue('h2')
    expect(desk.valueOf('plan.title'), 'what somebody typed stays').toBe('本局的计划')
  })

  it('say what is due, and lead to it', async () => {
    const reminder = {
      due: '2027-01-10',
      left: 20,
      tone: 'near' as const,
      sentence: '2027 上半年抽查计划还没有报送',
      told: '还有 20 天',
      plan: 1,
      lacks: 'submitted',
      year: 2027,
      period: 'h1',
    }
    const late = {
      ...reminder,
      tone: 'overdue' as const,
      told: '已过 2 天',
      plan: null,
      sentence: '2026 年度抽查计划还没有编制',
    }
    const desk = await open(2, {
      plans_view: plansView([planSummary(1)], { reminders: [late, reminder, reminder, reminder] }),
    })
    expect(desk.textOf('plan-due'), 'in words, not by colour alone').toContain('已过 2 天')
    expect(desk.textOf('due-more'), 'the rest on request').toBe('还有 1 件')
    await desk.click('due-0')
    expect(desk.textOf('plan-pane'), 'one that is not there yet is begun').toContain('还没有保存')
  })

  it('show lines with what they come to and what is wrong with them', async () => {
    const lines = [planLine(1), planLine(2, { remarks: [remark('unit', 'error', '承办机构没有填写。')] })]
    const desk = await open(2, { plan_open: planView(1, 2, { lines }) })
    expect(desk.textOf('line-1'), 'how many, and how that was reckoned').toContain(
      '100 × 5% = 5 户（四舍五入）',
    )
    expect(desk.textOf('line-2'), 'in a word').toContain('必须改正 1')
    expect(desk.see('line-2').find('[title="承办机构没有填写。"]').exists(), 'and whole on request').toBe(
      true,
    )
  })

  it('show a hundred lines and a long name', async () => {
    const lines = Array.from({ length: 100 }, (_, index) => planLine(index + 1))
    const first = planLine(1)
    lines[0] = { ...first, shown: { ...first.shown, name: LONG_NAME } }
    const desk = await open(100, { plan_open: planView(1, 100, { lines }) })
    expect(desk.shows('line-100'), 'all of them').toBe(true)
    expect(desk.textOf('line-1'), 'nothing is cut off').toContain(LONG_NAME)
  })

  it('say why they cannot be read', async () => {
    const desk = await openConsole(
      { ...planAnswers(1), plans_view: () => Promise.reject(failure({ code: 'office_damaged' })) },
      '/plans',
    )
    expect(desk.shows('plans-retry'), 'and offer to try again').toBe(true)
  })

  it('can be read by everybody', async () => {
    await open(2)
    expect(await findBarriers(), 'no barrier').toEqual([])
  })
})

describe('a line', () => {
  it('says while it is typed what it comes to, and goes into the draft only', async () => {
    const desk = await open(2)
    await desk.click('plan-add-line')
    await desk.type('line.name', '防雷抽查')
    await desk.type('line.base', '8654')
    await desk.leave('line.base')
    expect(desk.textOf('line-comes-to'), 'the program reckons').toBe('8654 × 1% = 87 户（四舍五入）')
    await desk.click('line-put')
    expect(desk.textOf('line-3'), 'it stands in the table').toContain('防雷抽查')
    expect(desk.host.requests('plan_save'), 'and nowhere else').toEqual([])
    await desk.click('plan-save')
    await desk.type('save.reason', '编制计划')
    desk.host.answer({ plan_save: planView(1, 3, { version: 2 }) })
    await desk.click('save-go')
    const [sent] = desk.host.requests('plan_save')
    expect(sent?.version, 'about the version that was opened').toBe(1)
    expect(
      sent?.lines?.map(({ line }) => line),
      'those that were there keep their numbers',
    ).toEqual([1, 2, null])
    expect(desk.shows('plan-save'), 'now it is saved').toBe(false)
  })

  it('stays open where something cannot stand so', async () => {
    const desk = await open(1)
    await desk.click('open-line-1')
    await desk.type('line.ratio', '多一些')
    await desk.click('line-put')
    expect(desk.asks('line-dialog'), 'it is to be mended').toBe(true)
    expect(desk.textOf('line-dialog'), 'beside the field').toContain('不是一个比例。')
  })

  it('has its base counted in the registry', async () => {
    const desk = await open(1)
    await desk.click('open-line-1')
    await desk.click('line-count')
    expect(desk.valueOf('line.base'), 'as many as are marked so').toBe('18')
    expect(desk.host.requests('plan_base')[0]?.items, 'by the items of the line').toEqual(['SX-000001'])
  })

  it('takes items from the list alone', async () => {
    const desk = await open(1)
    await desk.click('plan-add-line')
    await settle()
    expect(desk.textOf('line-dialog'), 'an empty list says so').toContain('清单里没有找到')
  })
})

describe('the way of a plan', () => {
  it('is told, and the next step asked for with its papers', async () => {
    const desk = await open(2)
    await desk.click('plan-step-approve')
    expect(desk.valueOf('step.on'), 'today').toBe('2026-11-20')
    await desk.type('step.who', '局长')
    desk.host.answer({
      plan_move: () =>
        Promise.reject(
          failure({
            code: 'plan_not_ready',
            problems: [problem('lines.0.unit', '第 1 行的承办机构没有填写。')],
          }),
        ),
    })
    await desk.click('step-go')
    expect(desk.textOf('step-dialog'), 'what stands in the way').toContain('第 1 行的承办机构没有填写。')
    const approved = planView(1, 2, {
      version: 2,
      editable: false,
      head: planSummary(1, { state: told('approved', '已审批') }),
      course: [
        {
          step: told('approve', '审批'),
          on: '2026-11-20',
          who: '局长',
          no: '3号',
          reason: '',
          sentence: '2026-11-20 局长审批，3号',
          late: 0,
        },
      ],
    })
    desk.host.answer({ plan_move: approved })
    await desk.click('step-go')
    expect(desk.textOf('plan-course'), 'who, when, by which paper').toContain('2026-11-20 局长审批，3号')
    expect(desk.shows('plan-add-line'), 'and its lines stand').toBe(false)
  })

  it('waits until what was typed is saved', async () => {
    const desk = await open(2)
    await desk.click('tab-milestones')
    await desk.see('done-1').setValue(true)
    await settle()
    expect(
      desk.see('plan-step-approve').attributes('disabled'),
      'a step is about what was saved',
    ).toBeDefined()
    await desk.click('plan-undo')
    expect(desk.see('plan-step-approve').attributes('disabled'), 'nothing waits').toBeUndefined()
  })
})

describe('what was typed', () => {
  it('is not lost by going elsewhere', async () => {
    const desk = await open(1)
    await desk.click('open-line-1')
    await desk.type('line.name', '别的')
    await desk.click('line-put')
    void desk.router.push('/items')
    await settle()
    expect(desk.asks('unsaved-question'), 'a question first').toBe(true)
    await desk.click('unsaved-stay')
    expect(desk.router.currentRoute.value.path, 'still here').toBe('/plans')
  })
})

describe('a plan out of a file', () => {
  it('shows what was read and what could not be, then goes into the draft', async () => {
    const line = planLine(1)
    const desk = await open(1, {
      file_choose: { path: '/srv/市局计划.xlsx', replaces: false },
      plan_read: {
        file: '市局计划.xlsx',
        sheet: 'Sheet1',
        sheets: ['Sheet1'],
        year: 2027,
        columns: [
          { heading: '抽查任务名称', label: '抽查任务名称' },
          { heading: '附件', label: '' },
        ],
        lines: [
          {
            row: 3,
            values: line.values,
            shown: line.shown,
            notes: [remark('ratio', 'warning', '抽查比例“3%-5%”留有余地，请在范围内定一个数。')],
          },
        ],
        notices: [],
      },
    })
    await desk.click('plan-read')
    await desk.click('read-pick')
    expect(desk.textOf('read-sums'), 'how much, and what was left out').toContain('没有读的列：附件')
    expect(desk.textOf('read-3'), 'cell by cell').toContain('3%-5%')
    await desk.click('read-go')
    expect(desk.shows('line-2'), 'it is a line of the draft').toBe(true)
    expect(desk.host.requests('plan_save'), 'that nobody saved yet').toEqual([])
  })
})
