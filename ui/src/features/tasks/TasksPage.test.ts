import { describe, expect, it } from 'vitest'
import type { TaskView } from '@/ipc/generated/TaskView'
import { findBarriers } from '@/testing/accessibility'
import { later, openConsole, settle, type Desk } from '@/testing/desk'
import { consoleAt, failure, problem, ZHAO } from '@/testing/samples'
import { LONG_NAME, told } from '@/testing/targets'
import {
  approvedLine,
  restStratum,
  taskAnswers,
  taskChoices,
  taskForm,
  taskItem,
  taskLine,
  taskView,
} from '@/testing/tasks'

type Answers = Parameters<typeof openConsole>[0]

const LINES = [taskLine(3), approvedLine(2), taskLine(1)]
const open = (more: Answers = {}, lines = LINES) => openConsole({ ...taskAnswers(lines), ...more }, '/tasks')

async function opened(more: Answers = {}, change: Partial<TaskView> = {}): Promise<Desk> {
  const desk = await open({ ...taskAnswers(LINES, change), ...more })
  await desk.click('task-1')
  return desk
}

async function choose(desk: Desk, id: string, value: string): Promise<void> {
  await desk.see(id).setValue(value)
  await settle()
}

async function key(desk: Desk, id: string, name: string): Promise<void> {
  await desk.see(id).trigger('keydown', { key: name })
  await settle()
}

describe('the tasks', () => {
  it('stand with their number, their time and how far they have come', async () => {
    const desk = await open()
    expect(desk.textOf('task-2'), 'the number it was given').toContain('徐气抽查〔2026〕2号')
    expect(desk.textOf('task-2'), 'said in words').toContain('已批准')
    expect(desk.textOf('task-3'), 'before that the program’s own').toMatch(/RW-0003.*草拟/)
    expect(desk.textOf('task-3'), 'when').toContain('2026-12-01 至 2026-12-20')
  })

  it('are explained to whoever has none', async () => {
    const desk = await open({}, [])
    expect(desk.textOf('tasks-empty'), 'from a plan').toContain('抽查计划的一行')
    expect(desk.textOf('tasks-empty'), 'or without one').toContain('临时任务')
    await desk.click('task-new')
    expect(desk.shows('task-form'), 'and here one begins').toBe(true)
    expect(desk.shows('tab-pool'), 'what is not saved has no pool').toBe(false)
  })

  it('are walked with the keys, and one of them is reached by Tab', async () => {
    const desk = await open()
    const stops = () => LINES.filter(({ id }) => desk.see(`task-${id}`).attributes('tabindex') === '0')
    expect(
      stops().map(({ id }) => id),
      'a long list is one stop',
    ).toEqual([3])
    await key(desk, 'task-3', 'ArrowDown')
    expect(document.activeElement, 'the next').toBe(desk.see('task-2').element)
    await key(desk, 'task-2', 'End')
    expect(document.activeElement, 'the last').toBe(desk.see('task-1').element)
  })

  it('are found by a few signs where there are many', async () => {
    const many = Array.from({ length: 30 }, (_, at) => taskLine(at + 1))
    const desk = await open({}, many)
    await desk.press({ key: '/', code: 'Slash' })
    expect(document.activeElement?.closest('.search'), 'the stroke leads there').not.toBe(null)
    await desk.type('task-text', 'RW-0017')
    await settle()
    expect(desk.shows('task-17'), 'that one').toBe(true)
    expect(desk.shows('task-1'), 'and no other').toBe(false)
  })

  it('can be asked for again when they cannot be read', async () => {
    const desk = await open({
      tasks_view: () => {
        throw failure()
      },
    })
    desk.host.answer({ tasks_view: { lines: LINES } })
    await desk.click('tasks-retry')
    expect(desk.shows('task-1'), 'there they are').toBe(true)
  })

  it('are only looked at by whoever may only look', async () => {
    const desk = await opened({ console_view: consoleAt('open', ZHAO) })
    const acts = ['task-new', 'task-approve', 'task-cancel', 'task-save']
    expect(acts.filter(desk.shows), 'a button that is always refused is a trap').toEqual([])
    expect(desk.see('task-form').attributes('disabled'), 'nothing can be typed').toBeDefined()
  })

  it('that were given up are only read', async () => {
    const desk = await opened({}, { line: taskLine(1, { state: told('cancelled', '已取消') }), next: [] })
    expect(desk.see('task-form').attributes('disabled'), 'nothing can be typed').toBeDefined()
    expect(desk.shows('task-cancel'), 'nor given up twice').toBe(false)
  })
})

describe('a new task', () => {
  it('is taken from a line of a plan, and nothing typed is lost unasked', async () => {
    const desk = await open()
    await desk.click('task-new')
    await desk.type('task.title', '临时起的名字')
    await choose(desk, 'task.line', '7.3')
    expect(desk.asks('line-keep'), 'what is typed is different').toBe(true)
    await desk.click('line-keep')
    expect(desk.valueOf('task.title'), 'kept').toBe('临时起的名字')
    expect(desk.valueOf('task.to'), 'what was empty is filled').toBe('2026-12-31')
    expect(desk.textOf('task-items-chosen'), 'the items too').toBe('已选 1 项')
    await choose(desk, 'task.line', '')
    await choose(desk, 'task.line', '7.3')
    await desk.click('line-over')
    expect(desk.valueOf('task.title'), 'or in its place').toBe('粮食流通随机抽查')
  })

  it('draws what its line of the plan says, until somebody divides it otherwise', async () => {
    const desk = await open()
    await desk.click('task-new')
    await choose(desk, 'task.line', '7.3')
    expect(desk.textOf('line-amount'), 'the page says what the plan says').toContain('抽查比例 10%')
    await desk.click('tab-scope')
    expect(desk.valueOf('strata.0.share'), 'and begins with it').toBe('10%')
    expect(desk.textOf('strata-planned'), 'here too').toContain('抽查数量 24 户')
    await desk.click('pattern-credit')
    await desk.click('pattern-take')
    expect(desk.valueOf('strata.0.share'), 'another way').toBe('20%')
    await desk.click('pattern-plan')
    await desk.click('pattern-take')
    expect(desk.valueOf('strata.0.share'), 'and back').toBe('10%')
    await desk.click('tab-task')
    await choose(desk, 'task.line', '')
    await desk.click('tab-scope')
    expect(desk.shows('pattern-plan'), 'of no plan: nothing to follow').toBe(false)
  })

  it('is inspected by those who inspect together by its line', async () => {
    const desk = await open({ task_save: taskView(4) })
    await desk.click('task-new')
    await choose(desk, 'task.line', '7.3')
    await desk.type('task.reason', '年度安排')
    await desk.enter('task.reason')
    expect(desk.host.requests('task_save')[0]?.crew, 'N-12: whom the plan names').toMatchObject({
      joint: true,
      lead: '区发展和改革局',
      partners: ['区气象局'],
    })
  })

  it('begins with no less than its items ask for', async () => {
    const whole = {
      name: 'whole',
      label: '全库',
      about: '不分层，全部候选一起抽。',
      strata: [restStratum({ label: '甲类', share: '10%' })],
    }
    const items = [taskItem(1, { bounded: 1 }), taskItem(2)]
    const desk = await open({ task_choices: taskChoices({ items, bounded: [[whole]] }) })
    await desk.click('task-new')
    await desk.see('task-item-1').setValue(true)
    await desk.click('tab-scope')
    await desk.click('pattern-whole')
    expect(desk.valueOf('strata.0.share'), 'N-09: the program’s own figure').toBe('10%')
  })

  it('is sent as it was typed, without a number', async () => {
    const desk = await open({ task_save: taskView(4) })
    await desk.click('task-new')
    expect(document.activeElement, 'ready to type').toBe(desk.see('task.title').element)
    await desk.type('task.title', '散煤抽查')
    await choose(desk, 'task.kind', 'directed')
    await desk.see('task.modes-onsite').setValue(true)
    await desk.see('task-item-2').setValue(true)
    await choose(desk, 'task.rules', '2')
    await desk.click('tab-scope')
    await desk.click('pattern-whole')
    await desk.type('task.reason', '市局部署')
    await desk.enter('task.reason')
    const sent = desk.host.requests('task_save')[0]
    expect(sent, 'a new one').not.toHaveProperty('id')
    expect(sent, 'of no plan').not.toHaveProperty('plan')
    expect(sent, 'everything').toMatchObject({
      values: { title: '散煤抽查', kind: 'directed', modes: 'onsite' },
      rules: 2,
      items: [2],
      reason: '市局部署',
    })
    expect(sent?.strata, 'the pattern, as the program has it').toEqual([
      restStratum({ label: '甲类', meaning: '全部候选', share: '5%' }),
    ])
    expect(desk.shows('tab-pool'), 'and it stands').toBe(true)
    expect(document.activeElement?.id, 'the cursor stays with it').toBe('task-part')
  })

  it('cannot inspect what may not be inspected, and says why', async () => {
    const desk = await open()
    await desk.click('task-new')
    expect(desk.see('task-item-3').attributes('disabled'), 'no legal basis, no inspection').toBeDefined()
    expect(desk.textOf('task-item-why-3'), 'the program’s reason').toContain('没有法律依据')
    await desk.type('task-items-text', '气象')
    await settle()
    expect(desk.shows('task-item-1'), 'they are found by tags').toBe(false)
  })

  it('says so where there are no items', async () => {
    const desk = await open({ task_choices: taskChoices({ items: [], edition: '' }) })
    await desk.click('task-new')
    expect(desk.textOf('task-items-none'), 'and where they come from').toContain('抽查事项清单')
  })
})

describe('a task that is changed', () => {
  it('is saved with the version that was opened and a reason, by key too', async () => {
    const desk = await opened({ task_save: taskView(1, { version: 5 }) })
    expect(desk.shows('task-save'), 'nothing is different yet').toBe(false)
    await desk.type('task.person', '王建国')
    await settle()
    await desk.type('task.reason', '换人')
    await desk.press({ code: 'KeyS', ctrlKey: true })
    expect(desk.host.requests('task_save')[0], 'once').toMatchObject({
      id: 1,
      version: 4,
      plan: 7,
      line: 3,
      values: { person: '王建国' },
      reason: '换人',
    })
    expect(desk.shows('task-save'), 'saved').toBe(false)
  })

  it('hears what is wrong as a field is left; of the others nobody has asked', async () => {
    const desk = await opened({
      task_check: { problems: [problem('to', '结束早于开始'), problem('title', '请写名称')] },
    })
    await desk.type('task.to', '2026-11-01')
    await desk.leave('task.to')
    expect(desk.textOf('problem-task.to'), 'there').toContain('结束早于开始')
    expect(desk.shows('problem-task.title'), 'not yet').toBe(false)
  })

  it('is led to what is wrong, on whichever part it stands', async () => {
    const desk = await opened({
      task_save: () => {
        throw failure({ problems: [problem('strata.1', '比例读不懂'), problem('pool', '别处的事')] })
      },
    })
    await desk.type('task.person', '王建国')
    await settle()
    await desk.click('task-save')
    await desk.enter('task.reason')
    expect(desk.textOf('problem-task.strata.1'), 'at its stratum').toContain('比例读不懂')
    expect(document.activeElement, 'the cursor with it').toBe(desk.see('strata.1.label').element)
    expect(desk.textOf('failure-problems'), 'what has no place stands by the button').toContain('别处的事')
    expect(desk.textOf('tab-scope'), 'the tab says how much').toContain('1 处要改')
    await desk.type('strata.1.share', '5%')
    await settle()
    expect(desk.textOf('tab-scope'), 'until it is touched').toBe('范围与分层')
    await desk.click('tab-task')
    expect(desk.valueOf('task.person'), 'nothing typed is lost').toBe('王建国')
  })

  it('keeps what was typed while it was saved', async () => {
    const answer = later<TaskView>()
    const desk = await opened({ task_save: () => answer.promise })
    await desk.type('task.person', '王')
    await settle()
    await desk.enter('task.reason')
    await desk.type('task.unit', '执法二股')
    await answer.arrive(taskView(1, { version: 5 }))
    expect(desk.valueOf('task.unit'), 'still there').toBe('执法二股')
    expect(desk.shows('task-save'), 'and still to be saved').toBe(true)
  })

  it('is not left unasked, neither for another task nor for another page', async () => {
    const desk = await opened()
    await desk.type('task.person', '王建国')
    await settle()
    void desk.see('task-2').trigger('click')
    await settle()
    expect(desk.asks('unsaved-stay'), 'asked').toBe(true)
    await desk.click('unsaved-stay')
    expect(
      desk.host.requests('task_open').map(({ id }) => id),
      'still here',
    ).toEqual([1])
    void desk.router.push('/trail')
    await settle()
    await desk.click('unsaved-drop')
    expect(desk.router.currentRoute.value.path, 'by choice').toBe('/trail')
  })

  it('goes back to what was saved', async () => {
    const desk = await opened()
    await desk.type('task.person', '王建国')
    await settle()
    await desk.click('task-discard')
    await desk.click('discard-drop')
    expect(desk.valueOf('task.person'), 'as it was').toBe('李娜')
    expect(desk.shows('task-save'), 'nothing to be saved').toBe(false)
  })

  it('is approved with a day and a name, but not over unsaved text', async () => {
    const desk = await opened({
      task_approve: taskView(1, {
        line: approvedLine(1),
        approval: '王建国，2026-11-20',
        next: ['change', 'cancel', 'announce'],
      }),
    })
    await desk.type('task.person', '王建国')
    await settle()
    expect(
      desk.see('task-approve').attributes('disabled'),
      'what is approved is what was saved',
    ).toBeDefined()
    await desk.type('task.person', '李娜')
    await settle()
    await desk.click('task-approve')
    await desk.type('approve.by', '副局长 王建国')
    await desk.type('approve.on', '2026-11-20')
    await desk.enter('approve.on')
    expect(desk.host.requests('task_approve'), 'once').toEqual([
      { id: 1, version: 4, on: '2026-11-20', by: '副局长 王建国', reason: '' },
    ])
    expect(desk.textOf('task-state'), 'said').toBe('已批准')
    expect(desk.shows('task-approve'), 'once is enough').toBe(false)
  })

  it('says before saving that a change takes the approval with it', async () => {
    const desk = await opened({}, { line: approvedLine(1), next: ['change', 'cancel', 'announce'] })
    await desk.type('task.person', '王建国')
    await settle()
    expect(desk.textOf('task-reopens'), 'before it happens').toContain('退回草拟')
  })

  it('says nothing of the kind of a draft', async () => {
    const desk = await opened()
    await desk.type('task.person', '王建国')
    await settle()
    expect(desk.shows('task-reopens'), 'it has no approval to lose').toBe(false)
  })

  it.each([
    { plan: undefined, line: undefined, asked: false, why: 'there is nothing to differ from' },
    { plan: 1, line: 1, asked: true, why: 'a line binds' },
  ])('asks why it differs from its plan: $asked', async ({ asked, why, ...of }) => {
    const { fields, form } = taskView(1)
    const beyond = { ...fields[0]!, field: 'beyond_why', label: '与计划不同的说明', value: '', shown: '' }
    const desk = await opened({}, { fields: [...fields, beyond], form: { ...form, ...of } })
    expect(desk.shows('task.beyond_why'), why).toBe(asked)
  })

  it('is given up after being asked twice', async () => {
    const line = taskLine(1, { state: told('cancelled', '已取消') })
    const desk = await opened({ task_cancel: taskView(1, { line }) })
    await desk.click('task-cancel')
    await desk.type('why.reason', '上级取消')
    await desk.enter('why.reason')
    expect(desk.host.requests('task_cancel'), 'not at the first press').toEqual([])
    await desk.enter('why.reason')
    expect(desk.host.requests('task_cancel')[0], 'with the reason').toMatchObject({
      id: 1,
      reason: '上级取消',
    })
    expect(desk.textOf('task-state'), 'it stays in the list').toBe('已取消')
  })
})

describe('accessibility', () => {
  it('finds nothing wrong before the first task and with a new one', async () => {
    const desk = await open({}, [])
    expect(await findBarriers(), 'empty').toEqual([])
    await desk.click('task-new')
    expect(await findBarriers(), 'the form').toEqual([])
    await desk.click('tab-scope')
    await desk.click('pattern-credit')
    await desk.click('scope.clauses.add')
    await desk.click('scope.clauses.0.values')
    expect(await findBarriers(), 'the strata').toEqual([])
  })

  it('finds nothing wrong with a task, its form and its story', async () => {
    const desk = await opened({}, { form: taskForm({ values: { ...taskForm().values, title: LONG_NAME } }) })
    for (const part of ['task', 'scope', 'story']) {
      await desk.click(`tab-${part}`)
      expect(await findBarriers(), `${part} can be used by everybody`).toEqual([])
    }
    await desk.click('task-approve')
    expect(await findBarriers(), 'a dialog too').toEqual([])
  })
})
