import { describe, expect, it } from 'vitest'
import type { TaskView } from '@/ipc/generated/TaskView'
import { openConsole, settle, type Desk } from '@/testing/desk'
import { failure, problem } from '@/testing/samples'
import { LONG_NAME } from '@/testing/targets'
import { restStratum, stratum, taskAnswers, taskForm, taskLine, taskView } from '@/testing/tasks'

type Answers = Parameters<typeof openConsole>[0]

const LINES = [taskLine(1)]

async function opened(more: Answers, change: Partial<TaskView>): Promise<Desk> {
  const desk = await openConsole({ ...taskAnswers(LINES, change), ...more }, '/tasks')
  await desk.click('task-1')
  return desk
}

async function choose(desk: Desk, id: string, value: string): Promise<void> {
  await desk.see(id).setValue(value)
  await settle()
}

describe('scope and strata', () => {
  async function scope(form = taskForm(), more: Answers = {}): Promise<Desk> {
    const desk = await opened({ task_save: taskView(1), ...more }, { form })
    await desk.click('tab-scope')
    return desk
  }
  async function saved(desk: Desk) {
    await desk.type('task.reason', '调整')
    await desk.enter('task.reason')
    return desk.host.requests('task_save')[0]
  }

  it('asks who is in scope: a field, is or is not, several values', async () => {
    const desk = await scope()
    expect(desk.textOf('scope.clauses.0.values'), 'in words').toBe('安肃镇')
    await desk.click('scope.clauses.0.values')
    await desk.see('scope.clauses.0.values-遂城镇').setValue(true)
    await choose(desk, 'scope.clauses.0.not', 'is')
    await desk.click('scope.clauses.add')
    await choose(desk, 'scope.clauses.1.field', 'industry')
    await desk.click('scope.clauses.1.values')
    await desk.type('scope.clauses.1.values-look', '粮')
    await desk.click('scope.clauses.1.values-word')
    expect((await saved(desk))?.scope, 'both hold').toEqual([
      { field: 'township', any_of: ['安肃镇', '遂城镇'], not: false },
      { field: 'industry', any_of: ['粮'], not: false },
    ])
  })

  it('forgets the values with the field they were of', async () => {
    const desk = await scope()
    await choose(desk, 'scope.clauses.0.field', 'credit')
    expect(desk.textOf('scope.clauses.0.values'), 'a township is no credit class').toBe('选择…')
    await desk.click('scope.clauses.0.remove')
    expect((await saved(desk))?.scope, 'everybody').toEqual([])
  })

  it('takes a pattern after asking, as what stood there is lost', async () => {
    const desk = await scope()
    await desk.click('pattern-credit')
    await desk.click('pattern-keep')
    expect(desk.shows('stratum-row-2'), 'as it was').toBe(false)
    await desk.click('pattern-credit')
    await desk.click('pattern-take')
    expect(desk.valueOf('strata.2.label'), 'three of them').toBe('丙类')
  })

  it('adds before the rest, moves and removes; what was said goes with nobody else', async () => {
    const desk = await scope(taskForm(), {
      task_check: { problems: [problem('strata.1', '没有写名称')] },
    })
    expect(desk.textOf('strata.1.rest'), 'the last one takes the rest').toContain('其余全部')
    await desk.click('stratum-add')
    expect(document.activeElement, 'ready to type').toBe(desk.see('strata.1.label').element)
    await desk.leave('strata.1.label')
    expect(desk.textOf('problem-task.strata.1'), 'at its place').toContain('没有写名称')
    await desk.type('strata.1.label', '丁类')
    await choose(desk, 'strata.1.quota', 'count')
    await desk.type('strata.1.count', '30')
    await desk.click('strata.1.up')
    expect(desk.shows('problem-task.strata.1'), 'another one stands there now').toBe(false)
    await desk.click('strata.1.remove')
    const sent = await saved(desk)
    expect(
      sent?.strata.map(({ label, quota, count }) => [label, quota, count]),
      'in their order',
    ).toEqual([
      ['丁类', 'count', '30'],
      ['乙类', 'rate', ''],
    ])
    expect(sent?.strata[0], 'the wire knows no keys').not.toHaveProperty('key')
  })

  it('names the items of a stratum by number', async () => {
    const desk = await scope()
    await desk.see('strata.0.items-2').setValue(true)
    expect((await saved(desk))?.strata[0]?.items, 'one of those of the task').toEqual([2])
  })

  it('draws all without asking how many', async () => {
    const desk = await scope()
    await choose(desk, 'strata.0.quota', 'all')
    expect(desk.shows('strata.0.share'), 'no share').toBe(false)
    expect(desk.shows('strata.0.reserve'), 'and nobody stands by').toBe(false)
  })

  it('holds twenty-six strata', async () => {
    const strata = [
      ...Array.from({ length: 25 }, (_, at) => stratum({ label: `${at + 1}类` })),
      restStratum({ label: LONG_NAME }),
    ]
    const desk = await scope(taskForm({ strata }))
    expect(desk.valueOf('strata.25.label'), 'the last').toBe(LONG_NAME)
  })

  it('says who inspects', async () => {
    const desk = await scope()
    await desk.see('crew.joint').setValue(true)
    await choose(desk, 'crew.lead', '区气象局')
    expect(desk.shows('crew.partners-区气象局'), 'who leads does not follow').toBe(false)
    await desk.see('crew.partners-区发展和改革局').setValue(true)
    await desk.see('crew.later').setValue(true)
    await desk.type('crew.size', '3')
    await desk.type('crew.cap', '20')
    expect((await saved(desk))?.crew, 'together').toEqual({
      later: true,
      joint: true,
      lead: '区气象局',
      partners: ['区发展和改革局'],
      size: '3',
      cap: '20',
      left_out: [],
      by: 'unit',
    })
  })

  it('leaves an inspector out, with what that rests on', async () => {
    const desk = await scope(taskForm(), {
      inspectors_view: (await import('@/testing/inspectors')).inspectorAnswers(12).inspectors_view!,
    })
    await desk.type('left-out-text', '王建国')
    await settle()
    await desk.click('left-out-add-2')
    await desk.type('left-out-basis-2', '申请回避')
    expect((await saved(desk))?.crew.left_out, 'by number').toEqual([{ inspector: 2, basis: '申请回避' }])
  })

  it('shows what the program says of scope and crew at their place', async () => {
    const desk = await scope(taskForm(), {
      task_save: () => {
        throw failure({ problems: [problem('scope', '条件没有选值'), problem('crew', '牵头没有选')] })
      },
    })
    await desk.type('crew.size', '3')
    await settle()
    await desk.enter('task.reason')
    expect(desk.textOf('problem-task.scope'), 'here').toContain('条件没有选值')
    expect(desk.textOf('problem-task.crew'), 'and there').toContain('牵头没有选')
    expect(document.activeElement?.closest('#control-task-scope'), 'the cursor at the first').not.toBe(null)
  })
})
