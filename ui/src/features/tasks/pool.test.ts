import { describe, expect, it } from 'vitest'
import type { TaskView } from '@/ipc/generated/TaskView'
import { findBarriers } from '@/testing/accessibility'
import { openConsole, settle, type Desk } from '@/testing/desk'
import { account, accountsView, consoleAt, failure, LINA, problem, WANG, ZHAO } from '@/testing/samples'
import { LONG_NAME, told } from '@/testing/targets'
import {
  crewsView,
  exclusion,
  explained,
  fairnessView,
  notice,
  poolRowsOf,
  poolView,
  stratumView,
} from '@/testing/pools'
import { taskAnswers, taskLine, taskView } from '@/testing/tasks'

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

/** The second person types the own password. */
async function join(desk: Desk): Promise<void> {
  await desk.type('second.password', 'geheim-1')
  await desk.enter('second.password')
}

const twoAccounts = accountsView({ accounts: [account(LINA, { you: true }), account(WANG)] })
const alone = failure({ code: 'second_missing', message: '这件事要两个人办' })

describe('the pool', () => {
  it('says of each stratum how many, by which rule, with what chance and for what', async () => {
    const desk = await at('pool')
    const row = desk.textOf('pool-stratum-A')
    expect(row, 'outside and inside').toMatch(/A 甲类.*信用不良.*信用类别是不良/)
    expect(row, 'how many of how many').toMatch(/18.*20%，四舍五入，至少 1 户.*4.*5.*22.22%（2\/9）/)
    expect(row, 'for what, by whom').toMatch(/粮食收购企业检查、粮食库存检查.*主办 1 人；协办 1 人/)
    expect(desk.textOf('pool-stratum-B'), 'what is to be said').toContain('想留 40 户递补')
  })

  it('says what keeps it from being sealed, else that nothing does', async () => {
    const desk = await at('pool')
    expect(desk.shows('pool-clear'), 'nothing').toBe(true)
    expect(desk.textOf('pool-remarks'), 'but a remark').toContain('12 户今年已经检查过')
    expect(desk.shows('pool-overlapping'), 'and no list of other tasks').toBe(false)
    desk.host.answer({ task_pool: poolView({ obstacles: [problem('strata', '低于下限 3%')], remarks: [] }) })
    await desk.click('tab-crews')
    await desk.click('tab-pool')
    expect(desk.textOf('pool-obstacles'), 'in the program’s words').toMatch(/不能封存：.*低于下限 3%/)
    expect(desk.shows('pool-clear'), 'not both').toBe(false)
    await desk.click('pool-mend-0')
    expect(desk.shows('scope-form'), 'and leads to where it is mended').toBe(true)
  })

  it('keeps a long list of tasks that overlap for whoever asks', async () => {
    const others = ['RW-0002', 'RW-0003', 'RW-0004', 'RW-0005'].map((task) => `${task} 收购检查（有 4 户）`)
    const desk = await at('pool', { task_pool: poolView({ overlapping: others }) })
    expect(desk.textOf('pool-overlapping'), 'the remark names three, this names all').toMatch(
      /全部 4 项任务.*RW-0005/,
    )
  })

  it('counts everybody, and each number leads to those it counts', async () => {
    const desk = await at('pool')
    expect(desk.textOf('pool-excluded'), 'the sum and its parts').toMatch(/排除 50 户.*登记状态不是存续 30/)
    expect(desk.textOf('pool-scope'), 'the rule in words').toContain('乡镇街道不是安肃镇')
    expect(desk.textOf('pool-outside'), 'beside the scope’s rule').toMatch(/不符合：乡镇街道不是安肃镇 200/)
    await desk.click('pool-sum-clause.0')
    expect(desk.host.requests('task_pool_rows'), 'by the reason’s name').toEqual([
      { id: 1, of: 'clause.0', text: '', from: 0, limit: 100 },
    ])
    await desk.click('pool-back')
    expect(document.activeElement, 'back where one was').toBe(desk.see('pool-sum-clause.0').element)
    await desk.click('pool-sum-B')
    expect(desk.host.requests('task_pool_rows').at(-1)?.of, 'a stratum by its key').toBe('B')
    await key(desk, 'pool-rows', 'Escape')
    await desk.click('pool-sum-in_scope')
    expect(desk.host.requests('task_pool_rows').at(-1)?.of, 'everybody').toBe('')
  })

  it('lists a million, a part at a time', async () => {
    const desk = await at('pool', { task_pool_rows: poolRowsOf(1_000_000) })
    await desk.click('pool-sum-in_scope')
    expect(desk.textOf('pool-rows-found'), 'how many').toBe('共 1\u2009000\u2009000 户'.replace(/\s/g, ' '))
    expect(
      document.querySelectorAll('[data-testid^="pool-row-"]').length,
      'only what is in sight',
    ).toBeLessThan(60)
    await key(desk, 'pool-row-table', 'End')
    await settle()
    expect(desk.host.requests('task_pool_rows').at(-1)?.from, 'the last part').toBe(999_900)
    expect(desk.shows('pool-row-1000000'), 'and the last of them').toBe(true)
  })

  it('finds one in a list by a few signs', async () => {
    const desk = await at('pool')
    await desk.click('pool-sum-inactive')
    await desk.press({ key: '/', code: 'Slash' })
    expect(document.activeElement, 'the stroke leads there').toBe(desk.see('pool-text').element)
    await desk.type('pool-text', '加油站')
    await key(desk, 'pool-text', 'Enter')
    expect(desk.host.requests('task_pool_rows').at(-1), 'within the reason').toMatchObject({
      of: 'inactive',
      text: '加油站',
    })
    expect(desk.textOf('pool-rows-found'), 'how many').toBe('找到 4 户')
  })

  it('writes what was looked for into a file', async () => {
    const desk = await at('pool', { task_pool_export: { path: '/srv/outbox/对象池.csv', rows: 4 } })
    await desk.click('pool-sum-inactive')
    await desk.type('pool-text', '加油站')
    await key(desk, 'pool-text', 'Enter')
    await desk.type('pool-text', '加油站乙')
    await desk.click('pool-export')
    expect(desk.textOf('export-dialog'), 'what it is, and what it does not tell').toMatch(
      /登记状态不是存续，含“加油站”，共 4 户.*不写层的含义/,
    )
    await desk.click('format-csv')
    await desk.click('export-go')
    expect(desk.host.requests('task_pool_export'), 'what is shown, not what is being typed').toEqual([
      { id: 1, of: 'inactive', text: '加油站', format: 'csv', path: null, overwrite: false },
    ])
    expect(desk.textOf('export-written'), 'where it lies').toContain('/srv/outbox/对象池.csv')
  })

  it('can be made again when it cannot be read', async () => {
    const desk = await at('pool', {
      task_pool: () => {
        throw failure()
      },
    })
    desk.host.answer({ task_pool: poolView() })
    await desk.click('pool-retry')
    expect(desk.shows('pool-stratum-A'), 'there it is').toBe(true)
  })

  it('says that it is of what was saved, while something is not', async () => {
    const desk = await at('task')
    await desk.type('task.person', '王建国')
    await settle()
    await desk.click('tab-pool')
    expect(desk.textOf('task-stale'), 'plainly').toContain('还没有保存')
  })

  it('is worked out anew after the task was saved', async () => {
    const desk = await at('pool', { task_save: taskView(1, { version: 5 }) })
    await desk.click('tab-task')
    await desk.type('task.person', '王建国')
    await settle()
    await desk.click('tab-pool')
    const before = desk.host.requests('task_pool').length
    await desk.enter('task.reason')
    expect(desk.host.requests('task_pool').length, 'once more').toBe(before + 1)
  })

  it('stands without strata and with an empty registry', async () => {
    const none = { registry: 0, in_scope: 0, size: 0, quota: 0 }
    const view = poolView({ ...none, strata: [], excluded: [], outside: [], exceptions: [], remarks: [] })
    const desk = await at('pool', { task_pool: view })
    expect(desk.shows('pool-strata-none'), 'said').toBe(true)
    expect(desk.see('pool-sum-in_scope').attributes('disabled'), 'there is nobody to list').toBeDefined()
  })

  it('holds twenty-six strata with long names', async () => {
    const keys = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
    const strata = keys.map((key) => stratumView(key, { label: LONG_NAME }))
    const desk = await at('pool', { task_pool: poolView({ strata }) })
    expect(desk.textOf('pool-stratum-Z'), 'whole').toContain(LONG_NAME)
  })
})

describe('one target', () => {
  async function explain(more: Answers = {}, change: Partial<TaskView> = {}): Promise<Desk> {
    const desk = await at('pool', more, change)
    await desk.click('pool-sum-A')
    await desk.click('pool-row-5')
    return desk
  }

  it('is explained: where, why, and which visits count', async () => {
    const desk = await explain()
    expect(desk.host.requests('task_explain'), 'of this task').toEqual([{ task: 1, target: 5 }])
    expect(desk.textOf('explain-place'), 'where').toBe('A 甲类')
    expect(desk.textOf('explain-sentences'), 'why').toContain('这一层 18 户抽 4 户')
    expect(desk.textOf('explain-visit-0'), 'counted').toContain('计入次数')
    expect(desk.textOf('explain-visit-1'), 'or not, and why').toContain('上级部署，按细则配置不计')
    await key(desk, 'explain-close', 'Escape')
    expect(desk.shows('explain'), 'closed').toBe(false)
    expect(desk.shows('pool-rows'), 'the list stays').toBe(true)
  })

  it('is left out by two people, with what that rests on', async () => {
    const after = taskView(1, { exclusions: [exclusion(9)] })
    const desk = await explain({
      accounts_view: twoAccounts,
      target_exclude: ({ second }) => {
        if (!second) throw alone
        return after
      },
    })
    await desk.click('explain-exclude')
    await desk.see('exclude-kind').setValue('restricted')
    await desk.type('exclude-basis', '徐保密〔2026〕2 号')
    await desk.see('two-next').trigger('submit')
    await settle()
    expect(desk.textOf('second-happens'), 'the second reads what is done').toMatch(
      /安肃臧记.*徐保密〔2026〕2 号/,
    )
    const pools = desk.host.requests('task_explain').length
    desk.host.answer({ task_explain: explained({ may_exclude: false }) })
    await join(desk)
    expect(desk.host.requests('target_exclude').at(-1), 'both').toEqual({
      task: 1,
      target: 5,
      kind: 'restricted',
      basis: '徐保密〔2026〕2 号',
      second: { login: 'wang', password: 'geheim-1' },
    })
    expect(desk.shows('two-person-act'), 'done').toBe(false)
    expect(desk.host.requests('task_explain').length, 'explained anew').toBe(pools + 1)
    expect(desk.shows('explain-exclude'), 'one decision is enough').toBe(false)
  })

  it('can be left out while something else is typed, which stays', async () => {
    const desk = await at('task', { target_exclude: taskView(1, { exclusions: [exclusion(9)] }) })
    await desk.type('task.person', '王建国')
    await settle()
    await desk.click('tab-pool')
    await desk.click('pool-sum-A')
    await desk.click('pool-row-5')
    await desk.click('explain-exclude')
    await desk.see('two-next').trigger('submit')
    await settle()
    expect(desk.shows('two-person-act'), 'done').toBe(false)
    await desk.click('tab-task')
    expect(desk.valueOf('task.person'), 'still there').toBe('王建国')
  })

  it('is not left out without a basis; the program says so before anybody is called', async () => {
    const desk = await explain({
      accounts_view: twoAccounts,
      target_exclude: () => {
        throw failure({ problems: [problem('basis', '请写依据')] })
      },
    })
    await desk.click('explain-exclude')
    await desk.see('two-next').trigger('submit')
    await settle()
    expect(desk.textOf('problem-target_exclude.basis'), 'beside the field').toContain('请写依据')
    expect(desk.asks('second-confirm'), 'nobody is called').toBe(false)
  })

  it('outside the scope there is nothing to decide', async () => {
    const outside = explained({ place: told('outside', '不在抽取范围'), may_exclude: false, visits: [] })
    const desk = await explain({ task_explain: outside })
    expect(desk.shows('explain-exclude'), 'it is not in').toBe(false)
    expect(desk.textOf('explain-no-visits'), 'and was never visited').toContain('没有登记过检查')
  })

  it('is taken in again by two people', async () => {
    const exclusions = [exclusion(9), exclusion(8, { withdrawn: true, may_include: false })]
    const desk = await at(
      'pool',
      {
        accounts_view: twoAccounts,
        target_include: ({ second }) => {
          if (!second) throw alone
          return taskView(1, { exclusions: [exclusion(9, { withdrawn: true, may_include: false })] })
        },
      },
      { exclusions },
    )
    expect(desk.textOf('exclusion-8'), 'those taken back stay in sight').toContain('已撤销')
    expect(desk.shows('exclusion-include-8'), 'once').toBe(false)
    await desk.click('exclusion-include-9')
    await desk.see('two-next').trigger('submit')
    await settle()
    await join(desk)
    expect(desk.host.requests('target_include').at(-1)?.id, 'this one').toBe(9)
    expect(desk.shows('exclusion-include-9'), 'done').toBe(false)
  })

  it('of an exclusion is explained with one press', async () => {
    const desk = await at('pool', {}, { exclusions: [exclusion(9)] })
    await desk.click('exclusion-explain-9')
    expect(desk.host.requests('task_explain'), 'that target').toEqual([{ task: 1, target: 5 }])
  })

  it('is only read by whoever may only look', async () => {
    const desk = await explain({ console_view: consoleAt('open', ZHAO) })
    expect(desk.shows('explain-exclude'), 'a button that is always refused is a trap').toBe(false)
  })
})

describe('the crews', () => {
  it('are judged before the ceremony, with what would help', async () => {
    const desk = await at('crews')
    expect(desk.textOf('crews-verdict'), 'in a word').toBe('派得齐，但人选太少')
    expect(desk.textOf('crews-sentences'), 'and sentences').toContain('可选仅 2 人，随机性不足')
    expect(desk.textOf('crews-help'), 'what would help').toContain('借调')
    expect(desk.textOf('crews-demand'), 'what is missing').toMatch(/持证人员.*76.*2.*40.*36/)
    expect(desk.textOf('crews-gaps'), 'where').toMatch(/只有两人可选 38 户.*遂城王记加油站/)
    expect(desk.textOf('person-2'), 'the load').toMatch(/王建国.*2\.4.*3/)
    expect(desk.textOf('crews-out-6'), 'every reason').toContain('执法证已过期；申请回避')
    expect(desk.textOf('crews-recusals-more'), 'that there are more').toContain('只列出前 1 对')
  })

  it('draws the loads as bars of one measure', async () => {
    const desk = await at('crews')
    const width = (id: string) => desk.see(id).find('.fill').attributes('style')
    expect(width('person-2'), 'the most').toContain('100%')
    expect(width('person-1'), 'and its part of that').toContain('58.3%')
  })

  it('says so where nobody can be drawn', async () => {
    const nobody = crewsView({
      people: [],
      left_out: [],
      slots: [],
      demand: [],
      gaps: [],
      help: [],
      recusals_total: 0,
    })
    const desk = await at('crews', { task_crews: nobody })
    expect(desk.shows('people-none'), 'said').toBe(true)
    expect(await findBarriers(), 'and usable').toEqual([])
  })
})

describe('how even a draw is', () => {
  it('is shown as numbers and as bars', async () => {
    const desk = await at('fairness')
    expect(desk.textOf('fairness-sentences'), 'in words').toContain('机会完全相同')
    expect(desk.textOf('chances'), 'exactly').toMatch(/A 甲类.*18.*4.*22.22%（2\/9）.*27.78%/)
    expect(desk.see('chances').find('.fill').attributes('style'), 'of the whole').toContain('22.2%')
    expect(desk.textOf('burden-0'), 'before and after').toMatch(/0 次.*抽前.*1 000.*预计抽后.*965\.5/)
    const [before, after] = desk.see('burden-1').findAll('.fill')
    expect(before?.attributes('style'), 'against the tallest').toContain('15%')
    expect(after?.attributes('style'), 'of both').toContain('18.5%')
  })

  it('stands without anything to show', async () => {
    const desk = await at('fairness', {
      task_fairness: fairnessView({ strata: [], people: [], burden: [], sentences: [] }),
    })
    expect(desk.shows('burden'), 'nothing').toBe(false)
  })
})

describe('the announcements', () => {
  const two = [
    notice(2, {
      replaces: 1,
      replaces_told: '代替第 1 号预公告（2026-11-18 公告，摘要 9f3c…）：候选由 1148 户变为 1150 户。',
      reason: '名录新增 2 户',
    }),
    notice(1, { holds: told('replaced', '已被第 2 号预公告替代（2026-11-20 公告）') }),
  ]

  it('stand with their digest, and whether the list is still the same', async () => {
    const desk = await at('notices', {}, { notices: two })
    expect(desk.textOf('notice-2'), 'in groups of four').toContain('9f3c 71a0 5be2 d448')
    expect(desk.textOf('notice-replaces-2'), 'what it took the place of').toMatch(
      /代替第 1 号预公告（2026-11-18 公告.*1148 户变为 1150 户.*名录新增 2 户/,
    )
    expect(desk.textOf('notice-holds-1'), 'in words').toBe('已被第 2 号预公告替代（2026-11-20 公告）')
  })

  it('are not offered for a draft, and that is said', async () => {
    const next: TaskView['next'] = ['change', 'approve', 'cancel']
    const desk = await at('notices', {}, { next })
    expect(desk.shows('notice-announce'), 'it may still change').toBe(false)
    expect(desk.textOf('notices-draft'), 'what comes first').toContain('批准以后')
  })

  it('begin with a day and where; a reason is asked for where one stands already', async () => {
    const desk = await at('notices', { task_announce: taskView(1, { notices: [notice(1)] }) })
    expect(desk.textOf('notices-none'), 'what it is for').toContain('摘要')
    await desk.click('notice-announce')
    expect(desk.shows('announce.reason'), 'the first needs none').toBe(false)
    await desk.type('announce.draw_on', '2026-11-27')
    await desk.type('announce.channels', '公示栏')
    await desk.enter('announce.channels')
    expect(desk.host.requests('task_announce'), 'once').toEqual([
      { id: 1, draw_on: '2026-11-27', channels: '公示栏', reason: '' },
    ])
    expect(desk.shows('notice-1'), 'there it is').toBe(true)
    desk.host.answer({
      task_announce: () => {
        throw failure({ code: 'pool_not_ready', problems: [problem('draw_on', '日期已过')] })
      },
    })
    await desk.click('notice-announce')
    expect(desk.shows('announce.reason'), 'why another').toBe(true)
    await desk.enter('announce.reason')
    expect(desk.textOf('problem-announce.draw_on'), 'refused in place').toContain('日期已过')
  })

  it('are printed', async () => {
    const made = { pages: 2, file: null, job: '7', remarks: [] }
    const desk = await at('notices', { notice_paper: made }, { notices: two })
    await desk.click('notice-print-1')
    await desk.click('paper-go')
    expect(desk.host.requests('notice_paper')[0], 'this one').toMatchObject({
      notice: 1,
      way: { way: 'print' },
    })
    expect(desk.shows('paper-made'), 'done').toBe(true)
  })

  it('come with the file that would be sealed', async () => {
    const desk = await at('notices', {
      file_choose: { path: '/srv/outbox/清单.json', replaces: true },
      task_manifest: { path: '/srv/outbox/清单.json', rows: 1150 },
    })
    await desk.click('task-manifest')
    expect(desk.host.requests('task_manifest'), 'where it was asked for').toEqual([
      { id: 1, path: '/srv/outbox/清单.json', overwrite: true },
    ])
    expect(desk.textOf('manifest-written'), 'where it lies').toContain('/srv/outbox/清单.json')
  })
})

describe('accessibility', () => {
  it.each(['pool', 'crews', 'fairness', 'notices'])('finds nothing wrong with %s', async (tab) => {
    const exclusions = [exclusion(9), exclusion(8, { withdrawn: true })]
    const desk = await at(tab, {}, { exclusions, notices: [notice(2), notice(1)] })
    expect(desk.shows(`tab-${tab}`), 'it stands').toBe(true)
    expect(await findBarriers(), 'everybody can use it, screen readers included').toEqual([])
  })

  it('finds nothing wrong with a list of the pool, an explanation and an act', async () => {
    const desk = await at('pool', { accounts_view: twoAccounts })
    await desk.click('pool-sum-A')
    await desk.click('pool-row-5')
    expect(await findBarriers(), 'the list and what stands beside it').toEqual([])
    await desk.click('explain-exclude')
    expect(await findBarriers(), 'the act').toEqual([])
  })

  it('finds nothing wrong with announcing', async () => {
    const desk = await at('notices', {}, { notices: [notice(1)] })
    await desk.click('notice-announce')
    expect(await findBarriers(), 'a dialog too').toEqual([])
  })
})
