import { beforeEach, describe, expect, it } from 'vitest'
import type { TrailDetail } from '@/ipc/generated/TrailDetail'
import type { TrailFound } from '@/ipc/generated/TrailFound'
import type { TrailVerdict } from '@/ipc/generated/TrailVerdict'
import { inFours } from '@/shared/format'
import { forgetVerification } from '@/shared/verification'
import { later, openConsole, settle } from '@/testing/desk'
import { CONSOLE, entry, failure, foundAll, trailOf, verdict } from '@/testing/samples'
import { PAGE } from './useTrail'

type Answers = Parameters<typeof openConsole>[0]

const open = (answers: Answers) => openConsole(answers, '/trail')
const withTrail = (total: number, more: Answers = {}) =>
  open({ trail_find: foundAll(total), trail_view: trailOf(total), ...more })

beforeEach(forgetVerification)

describe('the list', () => {
  it('shows what the trail hangs on', async () => {
    const desk = await withTrail(3)
    expect(desk.textOf('trail-head'), 'four signs at a time, to compare with paper').toBe(
      inFours(entry(3).hash),
    )
    expect(desk.textOf('office-folder'), 'where it lies').toBe(CONSOLE.officeFolder)
    expect(desk.textOf('trail-total'), 'how many there are').toBe('共 3 条，只增不改')
  })

  it('has every name in full, should its two lines not do', async () => {
    const actor = 'root（命令行，未设账户）'
    const whole = { ...entry(1), actor, second: '欧阳建国（ouyang.jianguo）' }
    const head = whole.hash
    const desk = await withTrail(1, { trail_view: { entries: [whole], total: 1, head } })
    const cell = desk.see('trail-entry-1').find('.actor')
    expect(cell.text(), 'both of them').toBe('root（命令行，未设账户）、欧阳建国（ouyang.jianguo）')
    expect(cell.attributes('title'), 'the whole text').toBe(cell.text())
  })

  it('draws only what is in sight of a million, and asks for its page by the number', async () => {
    const desk = await withTrail(1_000_000)
    expect(desk.shows('trail-entry-1000000'), 'newest first').toBe(true)
    expect(document.querySelectorAll('[data-index]').length, 'a screenful and a few').toBeLessThan(60)
    expect(desk.host.requests('trail_view')[0], 'one page').toEqual({
      filter: { person: null, kinds: [], object: null, from: null, to: null, text: null },
      before: 1_000_001,
      limit: PAGE,
    })
  })

  it('is walked with the arrow keys, and End leads to the very first event', async () => {
    const desk = await withTrail(1_000_000)
    await desk.see('trail-entry-1000000').trigger('keydown', { key: 'ArrowDown' })
    await settle()
    expect(document.activeElement, 'one row down').toBe(desk.see('trail-entry-999999').element)
    expect(document.querySelectorAll('[data-index][tabindex="0"]').length, 'one stop for the Tab key').toBe(1)
  })

  it('says so when it is empty, and while it is read', async () => {
    const answer = later<TrailFound>()
    const desk = await open({ trail_find: () => answer.promise })
    expect(desk.shows('trail-loading'), 'waiting is not emptiness').toBe(true)
    await answer.arrive(foundAll(0))
    expect(desk.shows('trail-empty'), 'emptiness says what comes next').toBe(true)
  })

  it('says so when nothing fits, which is not emptiness', async () => {
    const none = await open({ trail_find: { ...foundAll(0), total: 9, heading: '经手人：张三' } })
    expect(none.shows('trail-nothing'), 'a filter that finds nothing is no empty trail').toBe(true)
    expect(none.textOf('trail-total'), 'and says what was asked').toBe('经手人：张三：找到 0 条，全部 9 条')
  })

  it('can try again when the search fails', async () => {
    const desk = await open({
      trail_find: () => {
        throw failure()
      },
    })
    expect(desk.textOf('failure-message'), 'the reason stands on the page').toBe(failure().message)
    desk.host.answer({ trail_find: foundAll(2), trail_view: trailOf(2) })
    await desk.click('trail-retry')
    expect(desk.shows('trail-entry-1'), 'the entries have arrived').toBe(true)
  })
})

describe('the filter', () => {
  it('asks anew for words, shows them as a chip, and takes them away again', async () => {
    const desk = await withTrail(3)
    await desk.type('filter-text', '地址')
    await desk.see('filter-text').trigger('keydown', { key: 'Enter' })
    await settle()
    expect(desk.host.requests('trail_find').at(-1)?.text, 'the words travel as typed').toBe('地址')
    expect(desk.textOf('chip-text'), 'what is asked can be seen').toBe('内容含：地址')
    await desk.click('chip-text-away')
    expect(desk.host.requests('trail_find').at(-1)?.text, 'one by one').toBe(null)
    await desk.type('filter-text', '电话')
    await desk.see('filter-text').trigger('keydown', { key: 'Enter' })
    await settle()
    await desk.click('filter-clear')
    expect(desk.host.requests('trail_find').at(-1)?.text, 'or all at once').toBe(null)
    expect(desk.shows('filter-chips'), 'without a condition there is no chip').toBe(false)
  })
})

describe('an event', () => {
  const detail: TrailDetail = {
    entry: entry(2),
    facts: [{ label: '版本', value: '2' }],
    objects: [{ object: { kind: 'account', id: 'lina' }, label: '账户 李娜（lina）' }],
    previous: entry(1).hash,
    fits: true,
  }

  it('is opened by Enter with everything that belongs to it', async () => {
    const desk = await withTrail(3, { trail_entry: detail })
    await desk.see('trail-entry-2').trigger('keydown', { key: 'Enter' })
    await settle()
    expect(desk.textOf('trail-detail'), 'in plain words').toContain('版本')
    expect(desk.textOf('detail-verdict'), 'verified by itself').toBe('这一条与校验值相符')
    await desk.click('detail-story')
    expect(desk.host.requests('trail_find').at(-1)?.object, 'its story is the trail of the thing').toEqual({
      kind: 'account',
      id: 'lina',
    })
  })

  it('is put away by Escape, and the cursor goes back to its row', async () => {
    const desk = await withTrail(3, { trail_entry: detail })
    await desk.see('trail-entry-2').trigger('keydown', { key: 'ArrowUp' })
    await desk.click('trail-entry-2')
    await desk.see('detail-close').trigger('keydown', { key: 'Escape' })
    await settle()
    expect(desk.shows('trail-detail'), 'gone').toBe(false)
    expect(document.activeElement, 'one goes on from there').toBe(desk.see('trail-entry-2').element)
  })

  it('never looks good when its content does not give its hash', async () => {
    const desk = await withTrail(3, { trail_entry: { ...detail, fits: false } })
    await desk.click('trail-entry-2')
    expect(desk.textOf('detail-verdict'), 'it says so').toBe('这一条与校验值不符')
  })
})

describe('the verdict', () => {
  it('says in one sentence that all is well', async () => {
    const desk = await withTrail(1, { trail_verify: verdict({ events: 1406, rows: 52110 }) })
    await desk.click('trail-verify')
    expect(desk.textOf('trail-verdict'), 'with the numbers that were checked').toBe(
      '核对无误，1 406 条留痕、52 110 行数据',
    )
  })

  it('shows the first fault in full, the others behind it, and marks the events', async () => {
    const faults = [
      failure({ code: 'trail_broken', message: '第 2 条不符', detail: '应为 aa' }),
      failure({ code: 'trail_broken', message: '第 3 条接不上' }),
    ]
    const broken = verdict({ valid: false, faults, faulty: [2] })
    const desk = await withTrail(3, { trail_verify: broken })
    await desk.click('trail-verify')
    expect(desk.textOf('failure-message'), 'the cause comes first').toBe('第 2 条不符')
    expect(desk.textOf('trail-other-faults'), 'nothing is left out').toContain('第 3 条接不上')
    expect(desk.textOf('trail-entry-2'), 'the row itself says so, in a word').toContain('不符')
    await desk.router.push('/settings/office')
    await settle()
    await desk.router.push('/trail')
    await settle()
    expect(desk.shows('trail-verdict'), 'it is kept while one looks elsewhere').toBe(true)
  })

  it('never looks good when the program says it is not, or when it was stopped', async () => {
    const desk = await withTrail(1, { trail_verify: verdict({ valid: false }) })
    await desk.click('trail-verify')
    expect(desk.textOf('trail-verdict'), 'an empty space could pass for good news').toBe('核对未通过')
    desk.host.answer({ trail_verify: verdict({ valid: false, stopped: true, events: 2 }) })
    await desk.click('trail-verify')
    expect(desk.textOf('trail-verdict'), 'half a look is no verdict').toBe(
      '核对中途停止，已核对 2 条，没有结论',
    )
  })

  it('can be stopped while it runs', async () => {
    const answer = later<TrailVerdict>()
    const desk = await withTrail(1, { trail_verify: () => answer.promise, trail_stop: null })
    await desk.click('trail-verify')
    expect(desk.shows('trail-progress'), 'one sees that it is under way').toBe(true)
    await desk.click('trail-stop')
    expect(desk.host.requests('trail_stop').length, 'the program is told').toBe(1)
    await answer.arrive(verdict({ stopped: true, valid: false }))
    expect(desk.shows('trail-progress'), 'and then it is over').toBe(false)
  })

  it('shows a check that could not be made as a failure, not as a verdict', async () => {
    const desk = await withTrail(1, {
      trail_verify: () => {
        throw failure()
      },
    })
    await desk.click('trail-verify')
    expect(desk.shows('trail-verdict'), 'nothing was judged').toBe(false)
    expect(desk.textOf('failure-message'), 'here is why').toBe(failure().message)
  })
})

it('exports what is shown and says where', async () => {
  const desk = await withTrail(3, {
    trail_export: { file: '/srv/留痕.xlsx', rows: 3 },
    file_choose: { path: '/srv/留痕.xlsx', replaces: false },
  })
  await desk.click('trail-export')
  expect(desk.textOf('made-file'), 'a file that cannot be found is none').toBe('/srv/留痕.xlsx')
  expect(desk.shows('copy-path'), 'and nobody types that').toBe(true)
})
