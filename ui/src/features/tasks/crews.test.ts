import { describe, expect, it } from 'vitest'
import type { TaskSave } from '@/ipc/generated/TaskSave'
import type { TaskView } from '@/ipc/generated/TaskView'
import { findBarriers } from '@/testing/accessibility'
import { inspectorAnswers } from '@/testing/inspectors'
import { openConsole, settle, type Desk } from '@/testing/desk'
import { consoleAt, failure, LINA, problem, ZHAO } from '@/testing/samples'
import { registryOf, told } from '@/testing/targets'
import { crewPerson, crewsView, fairnessView, loan, request } from '@/testing/pools'
import { taskAnswers, taskForm, taskLine, taskView } from '@/testing/tasks'

type Answers = Parameters<typeof openConsole>[0]

const LINES = [taskLine(1)]

async function at(tab: string, more: Answers = {}, change: Partial<TaskView> = {}): Promise<Desk> {
  const answers = { ...taskAnswers(LINES, change), console_view: consoleAt('open', LINA), ...more }
  const desk = await openConsole(answers, '/tasks')
  await desk.click('task-1')
  await desk.click(`tab-${tab}`)
  return desk
}

async function key(desk: Desk, id: string, name: string): Promise<void> {
  await desk.see(id).trigger('keydown', { key: name })
  await settle()
}

async function choose(desk: Desk, id: string, value: string): Promise<void> {
  await desk.see(id).setValue(value)
  await settle()
}

async function saved(desk: Desk): Promise<TaskSave | undefined> {
  await desk.type('task.reason', '调整')
  await desk.enter('task.reason')
  return desk.host.requests('task_save').at(-1)
}

describe('a task', () => {
  it('says what it draws and what keeps its list from being sealed, on whichever part one is', async () => {
    const obstacles = [problem('crew', '县市场监督管理局没有一个可以派的检查人员')]
    const desk = await at('crews', {}, { obstacles })
    expect(desk.textOf('task-obstacles'), 'as the pool says it').toContain('没有一个可以派的检查人员')
    expect(desk.textOf('task-parts'), 'strata and crew').toMatch(/A 甲类.*每户至少 2 人/)
  })

  it('shows after its draw which one is told of, and what each was given', async () => {
    const people = [crewPerson(1, { actual: 7 })]
    const burden = [{ times: '没有检查过', before: 6, after: '3', after_thousandths: 3000, drawn: 3 }]
    const about = '抽取 YH-2026-001（2026-11-27 封存）：按封存的名单和抽取结果计算'
    const desk = await at('fairness', { task_fairness: fairnessView({ about, people, burden }) })
    expect(desk.textOf('fairness-about'), 'of which draw').toContain('YH-2026-001')
    expect(desk.textOf('people'), 'beside what was to be expected').toMatch(/抽到户数.*7/)
    expect(desk.textOf('burden-0'), 'and how often they will have been visited').toContain('实际抽后')
  })
})

describe('inspectors who are lent', () => {
  it('are shown with their document, and why one cannot be drawn', async () => {
    const loans = [
      loan(1),
      loan(2, { name: '孙宁', why_not: ['借调到 2026-12-18 为止，早于检查结束'] }),
      loan(3, { withdrawn: true, returned: '对方另有任务' }),
    ]
    const desk = await at('crews', {}, { loans })
    expect(desk.textOf('loan-1'), 'who lends, on what').toMatch(/周海.*冀F1306-0901.*借〔2026〕3号/)
    expect(desk.textOf('loan-2'), 'what stands against it').toMatch(/不能派.*早于检查结束/)
    expect(desk.textOf('loan-3'), 'nothing is forgotten').toMatch(/已送回.*对方另有任务/)
    expect(desk.shows('loan-back-3'), 'whoever is gone cannot go').toBe(false)
  })

  it('are written down with name and certificate, and refused beside the field', async () => {
    const desk = await at('crews', {
      task_borrow: () => {
        throw failure({ problems: [problem('until', '借调到 2026-12-17 为止')] })
      },
    })
    expect(desk.shows('loans-none'), 'nobody yet').toBe(true)
    await desk.click('loan-add')
    await desk.type('task_borrow.name', '周海')
    await desk.type('task_borrow.cert_no', '13060901888')
    await desk.click('loan-save')
    expect(desk.host.requests('task_borrow').at(-1), 'as typed').toMatchObject({
      task: 1,
      values: { name: '周海', cert_no: '13060901888', dept: '' },
    })
    expect(desk.textOf('problem-task_borrow.until'), 'at its place').toContain('2026-12-17')
    expect(await findBarriers(), 'and usable').toEqual([])
    desk.host.answer({ task_borrow: taskView(1, { loans: [loan(1)] }) })
    await desk.click('loan-save')
    expect(desk.shows('loan-save'), 'done').toBe(false)
    expect(desk.textOf('loan-1'), 'and there they are').toContain('周海')
  })

  it('may be of the registry, which knows their certificate', async () => {
    const desk = await at('crews', {
      inspectors_view: inspectorAnswers(12).inspectors_view!,
      task_borrow: taskView(1, { loans: [loan(1, { inspector: 2 })] }),
    })
    await desk.click('loan-add')
    await desk.type('loan-text', '王建国')
    await settle()
    await desk.click('loan-add-2')
    expect(desk.shows('task_borrow.cert_no'), 'nothing to be typed twice').toBe(false)
    await desk.type('task_borrow.office', '区发展和改革局')
    await desk.click('loan-save')
    const sent = desk.host.requests('task_borrow').at(-1)
    expect(sent?.inspector, 'by number').toBe(2)
    expect(sent?.values, 'without a certificate').not.toHaveProperty('cert_no')
  })

  it('are given back with a reason', async () => {
    const desk = await at(
      'crews',
      { task_give_back: taskView(1, { loans: [loan(1, { withdrawn: true })] }) },
      { loans: [loan(1)] },
    )
    await desk.click('loan-back-1')
    await desk.type('why.reason', '对方另有任务')
    await desk.click('reason-go')
    expect(desk.host.requests('task_give_back'), 'by number').toEqual([{ id: 1, reason: '对方另有任务' }])
    expect(desk.textOf('loan-1'), 'and marked').toContain('已送回')
  })

  it('are marked among those who may be drawn', async () => {
    const people = [
      crewPerson(1),
      crewPerson(0, { name: '周海', cert: 'F1', borrowed: '借调自大王店镇人民政府，借〔2026〕3号' }),
    ]
    const desk = await at('crews', { task_crews: crewsView({ people }) })
    expect(desk.textOf('person-F1'), 'everybody sees it').toMatch(/周海.*借调/)
  })
})

describe('requests for recusal', () => {
  it('are shown with what was decided', async () => {
    const requests = [
      request(1),
      request(2, { state: told('refused', '不准予'), decided: '局长王强，2026-11-19：无利害关系' }),
      request(3, { state: told('withdrawn', '已撤回'), withdrawn: '登记错了' }),
    ]
    const desk = await at('crews', {}, { requests })
    expect(desk.textOf('request-1'), 'who, whom, why').toMatch(
      /李娜.*大王店䶮记汽车销售有限公司.*还没有决定.*当事人申请.*与负责人是同学/,
    )
    expect(desk.textOf('request-2'), 'a refused one is kept').toMatch(/不准予.*局长王强/)
    expect(desk.shows('request-decide-2'), 'and not decided again').toBe(false)
    expect(desk.shows('request-back-3'), 'that is final').toBe(false)
    expect(await findBarriers(), 'usable by everybody').toEqual([])
  })

  it('are written down: from whom, of whom, by whom', async () => {
    const desk = await at(
      'crews',
      {
        targets_view: registryOf(3),
        recusal_ask: taskView(1, { requests: [request(1)] }),
      },
      { loans: [loan(4)] },
    )
    await desk.click('request-add')
    expect(desk.see('request-save').attributes('disabled'), 'from whom?').toBeDefined()
    await desk.type('recusal_ask.target', '粮站')
    await key(desk, 'recusal_ask.target', 'Enter')
    await key(desk, 'recusal_ask.target', 'Enter')
    await choose(desk, 'recusal_ask.inspector', 'loan-4')
    await choose(desk, 'recusal_ask.asked_by', 'inspector')
    await desk.type('recusal_ask.asked_on', '2026-11-18')
    await desk.type('recusal_ask.reason', '配偶在该单位任职')
    await desk.click('request-save')
    expect(desk.host.requests('recusal_ask').at(-1), 'whoever is lent by the loan').toEqual({
      task: 1,
      target: 1,
      loan: 4,
      asked_by: 'inspector',
      asked_on: '2026-11-18',
      reason: '配偶在该单位任职',
    })
    expect(desk.shows('request-1'), 'there it is').toBe(true)
  })

  it('are decided by the head of the office', async () => {
    const after = request(1, {
      state: told('granted', '准予'),
      decided: '局长王强，2026-11-19：可能影响公正',
    })
    const desk = await at(
      'crews',
      { recusal_decide: taskView(1, { requests: [after] }) },
      { requests: [request(1)] },
    )
    await desk.click('request-decide-1')
    expect(desk.see('decide-save').attributes('disabled'), 'granted or not?').toBeDefined()
    await choose(desk, 'recusal_decide.decision', 'granted')
    await desk.type('recusal_decide.by', '局长王强')
    await desk.type('recusal_decide.on', '2026-11-19')
    await desk.type('recusal_decide.reason', '可能影响公正')
    await desk.click('decide-save')
    expect(desk.host.requests('recusal_decide'), 'as typed').toEqual([
      { id: 1, granted: true, by: '局长王强', on: '2026-11-19', reason: '可能影响公正' },
    ])
    expect(desk.textOf('request-1'), 'and told').toContain('准予')
  })

  it('are not asked for by whoever only reads', async () => {
    const desk = await at('crews', { console_view: consoleAt('open', ZHAO) }, { requests: [request(1)] })
    expect(desk.shows('request-add'), 'nothing to press').toBe(false)
    expect(desk.shows('loan-add'), 'nor here').toBe(false)
  })
})

describe('places of a crew', () => {
  it('follow from the rules until somebody writes them', async () => {
    const desk = await at('scope')
    await desk.click('strata.0.slots.own')
    await desk.click('strata.0.slots.add')
    await choose(desk, 'strata.0.slots.0.dept', '监管科')
    await choose(desk, 'strata.0.slots.0.skill', '粮食')
    expect((await saved(desk))?.strata[0]?.slots, 'in their order').toEqual([
      { role: 'lead', dept: '监管科', skill: '粮食' },
      { role: 'assist', dept: '', skill: '' },
      { role: 'assist', dept: '', skill: '' },
    ])
  })

  it('leave no trace where they follow from the rules again', async () => {
    const form = taskForm()
    const [first, ...rest] = form.strata
    const slots = [{ role: 'lead', dept: '', skill: '' }]
    const desk = await at('scope', {}, { form: { ...form, strata: [{ ...first!, slots }, ...rest] } })
    await desk.click('strata.0.slots.follow')
    expect((await saved(desk))?.strata[0], 'nothing is said of them').not.toHaveProperty('slots')
  })
})

describe('who takes part', () => {
  it('is named as units or as departments, and never guessed', async () => {
    const desk = await at('scope')
    await choose(desk, 'crew.by', 'unit')
    await choose(desk, 'crew.lead', '区气象局')
    expect((await saved(desk))?.crew, 'said').toMatchObject({ by: 'unit', lead: '区气象局' })
  })

  it('keeps what an older task says, and can be said of it', async () => {
    const form = taskForm({ crew: { ...taskForm().crew, joint: true, lead: '区气象局', partners: [] } })
    const desk = await at('scope', {}, { form })
    expect((desk.see('crew.by').element as HTMLSelectElement).value, 'nobody has said it').toBe('')
    await choose(desk, 'crew.by', 'unit')
    expect((await saved(desk))?.crew, 'the name stays').toMatchObject({ by: 'unit', lead: '区气象局' })
  })

  it('names those who are left out without asking the registry', async () => {
    const crew = { ...taskForm().crew, left_out: [{ inspector: 7, basis: '外出学习' }] }
    const left_out = [
      { inspector: 7, number: 'RY-000007', name: '刘志强', dept: '监管科', basis: '外出学习' },
    ]
    const desk = await at('scope', {}, { form: taskForm({ crew }), left_out })
    expect(desk.textOf('left-out-7'), 'by name').toContain('刘志强')
    expect(desk.host.requests('inspectors_view').length, 'nobody was asked').toBe(0)
  })

  it('is drawn later in a ceremony of its own, which is said plainly', async () => {
    const ceremony = '这次只抽检查对象；检查组在检查当天早上另抽一次，以这次的抽取记录为依据'
    const form = taskForm({ crew: { ...taskForm().crew, later: true } })
    const desk = await at('scope', {}, { form, ceremony })
    expect(desk.textOf('crew-later-note'), 'where it is chosen').toContain('以这次的抽取记录为依据')
    expect(desk.textOf('task-facts'), 'and above').toContain('检查当天早上另抽')
  })
})
