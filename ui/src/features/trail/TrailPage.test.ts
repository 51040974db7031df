import { describe, expect, it } from 'vitest'
import type { TrailVerdict } from '@/ipc/generated/TrailVerdict'
import type { TrailView } from '@/ipc/generated/TrailView'
import { inFours } from '@/shared/format'
import { later, openConsole, settle } from '@/testing/desk'
import { CONSOLE, entry, failure, trailOf } from '@/testing/samples'
import { PAGE } from './useTrail'

const open = (answers: Parameters<typeof openConsole>[0]) => openConsole(answers, '/trail')

describe('the list', () => {
  it('shows what the trail hangs on', async () => {
    const desk = await open({ trail_view: trailOf(3) })
    expect(desk.textOf('trail-head'), 'four signs at a time, to compare with paper').toBe(
      inFours(entry(3).hash),
    )
    expect(desk.textOf('office-folder'), 'where it lies').toBe(CONSOLE.officeFolder)
    expect(desk.textOf('software'), 'what wrote it').toBe(CONSOLE.software)
  })

  it('brings older entries by key, without gap or repetition, until there are no more', async () => {
    const total = PAGE * 2 + 7
    const desk = await open({ trail_view: trailOf(total) })
    await desk.click('trail-more')
    await desk.click('trail-more')
    const shown = [...document.querySelectorAll('tbody tr')].map((row) => row.getAttribute('data-testid'))
    const expected = Array.from({ length: total }, (_, index) => `trail-entry-${total - index}`)
    expect(shown, 'newest first, each once').toEqual(expected)
    const keys = desk.host.requests('trail_view').map(({ before }) => before)
    expect(keys, 'asked by the smallest number seen').toEqual([null, total - PAGE + 1, total - PAGE * 2 + 1])
    expect(desk.shows('trail-more'), 'the end is the end').toBe(false)
  })

  it('asks once while a page is under way', async () => {
    const answer = later<TrailView>()
    const desk = await open({ trail_view: trailOf(PAGE + 1) })
    desk.host.answer({ trail_view: () => answer.promise })
    void desk.see('trail-more').trigger('click')
    void desk.see('trail-more').trigger('click')
    await settle()
    expect(desk.host.requests('trail_view').length, 'the first page and one more').toBe(2)
  })

  it('says so when it is empty, and while it is read', async () => {
    const answer = later<TrailView>()
    const desk = await open({ trail_view: () => answer.promise })
    expect(desk.shows('trail-loading'), 'waiting is not emptiness').toBe(true)
    await answer.arrive({ entries: [], total: 0, head: null })
    expect(desk.shows('trail-empty'), 'emptiness says what comes next').toBe(true)
  })

  it('keeps what it has when the next page fails, and can try again', async () => {
    const desk = await open({ trail_view: trailOf(PAGE + 1) })
    desk.host.answer({
      trail_view: () => {
        throw failure()
      },
    })
    await desk.click('trail-more')
    expect(desk.textOf('failure-message'), 'the reason stands on the page').toBe(failure().message)
    expect(desk.shows(`trail-entry-${PAGE + 1}`), 'the entries stay').toBe(true)
    desk.host.answer({ trail_view: trailOf(PAGE + 1) })
    await desk.click('trail-retry')
    expect(desk.shows('trail-entry-1'), 'the rest has arrived').toBe(true)
  })

  it('is walked with the arrow keys', async () => {
    const desk = await open({ trail_view: trailOf(3) })
    await desk.see('trail-entry-3').trigger('keydown', { key: 'ArrowDown' })
    await settle()
    expect(document.activeElement, 'one row down').toBe(desk.see('trail-entry-2').element)
    await desk.see('trail-entry-2').trigger('keydown', { key: 'End' })
    await settle()
    expect(document.activeElement, 'to the last row').toBe(desk.see('trail-entry-1').element)
    expect(document.querySelectorAll('tbody tr[tabindex="0"]').length, 'one stop for the Tab key').toBe(1)
  })
})

describe('the verdict', () => {
  const good: TrailVerdict = { valid: true, events: 1406, rows: 52110, head: null, faults: [] }

  it('says in one sentence that all is well', async () => {
    const desk = await open({ trail_view: trailOf(1), trail_verify: good })
    await desk.click('trail-verify')
    expect(desk.textOf('trail-verdict'), 'with the numbers that were checked').toBe(
      '核对无误，1 406 条留痕、52 110 行数据',
    )
  })

  it('shows the first fault in full and the others behind it', async () => {
    const faults = [
      failure({ code: 'trail_broken', message: '第 2 条不符', detail: '应为 aa' }),
      failure({ code: 'trail_broken', message: '第 3 条接不上' }),
    ]
    const desk = await open({ trail_view: trailOf(3), trail_verify: { ...good, valid: false, faults } })
    await desk.click('trail-verify')
    expect(desk.textOf('failure-message'), 'the cause comes first').toBe('第 2 条不符')
    expect(desk.shows('failure-detail'), 'technical particulars wait to be asked for').toBe(false)
    await desk.click('failure-expand')
    expect(desk.textOf('failure-detail'), 'and are all there').toBe('应为 aa')
    expect(desk.textOf('trail-other-faults'), 'nothing is left out').toContain('第 3 条接不上')
  })

  it('never looks good when the program says it is not', async () => {
    const desk = await open({ trail_view: trailOf(1), trail_verify: { ...good, valid: false } })
    await desk.click('trail-verify')
    expect(desk.textOf('trail-verdict'), 'even without a fault to show').not.toContain('核对无误')
    expect(desk.textOf('trail-verdict'), 'an empty space could pass for good news').toBe('核对未通过')
  })

  it('shows a check that could not be made as a failure, not as a verdict', async () => {
    const desk = await open({
      trail_view: trailOf(1),
      trail_verify: () => {
        throw failure()
      },
    })
    await desk.click('trail-verify')
    expect(desk.shows('trail-verdict'), 'nothing was judged').toBe(false)
    expect(desk.textOf('failure-message'), 'here is why').toBe(failure().message)
  })
})
