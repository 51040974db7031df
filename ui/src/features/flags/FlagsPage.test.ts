import { describe, expect, it } from 'vitest'
import type { FlagsView } from '@/ipc/generated/FlagsView'
import { openConsole } from '@/testing/desk'
import { CONSOLE, entry, failure } from '@/testing/samples'

const view: FlagsView = {
  counts: [
    { flag: 'clock_set_back', label: '时钟倒退', why: '……', count: 1, unseen: 1 },
    { flag: 'password_reset', label: '重设密码', why: '……', count: 1, unseen: 0 },
    { flag: 'unlocked', label: '解锁账户', why: '……', count: 0, unseen: 0 },
  ],
  entries: [
    { entry: entry(9), flags: ['时钟倒退'], seen: null },
    {
      entry: entry(5),
      flags: ['重设密码'],
      seen: { by: '王建国（wang）', at: '2026-11-20T10:05:00+08:00' },
    },
  ],
  total: 2,
  unseen: 1,
}
const supervisor = { ...CONSOLE, permitted: ['flags_seen'] }

describe('the red flags', () => {
  it('are listed with who has seen them', async () => {
    const desk = await openConsole({ trail_flags: view }, '/flags')
    expect(desk.textOf('flags-total'), 'how many, and how many are new').toBe('2 条，监督员未看 1 条')
    expect(desk.textOf('flagged-9'), 'new ones say so').toContain('未看')
    expect(desk.textOf('flagged-5'), 'seen ones say by whom').toContain('王建国（wang）')
    expect(desk.shows('flags-mark'), 'nobody but the supervisor marks them').toBe(false)
  })

  it('are marked as seen by the supervisor, those that are listed and new', async () => {
    const desk = await openConsole(
      { console_view: supervisor, trail_flags: view, flags_seen: { ...view, unseen: 0 } },
      '/flags',
    )
    await desk.click('flags-mark')
    expect(desk.host.requests('flags_seen'), 'not the old ones again').toEqual([
      { events: [9], period: { from: null, to: null } },
    ])
    expect(desk.textOf('flags-total'), 'the answer is the new view').toContain('未看 0 条')
  })

  it('can be narrowed to one sort', async () => {
    const desk = await openConsole({ trail_flags: view }, '/flags')
    await desk.click('flag-password_reset')
    expect(desk.shows('flagged-9'), 'only the chosen sort').toBe(false)
    expect(desk.shows('flagged-5'), 'is listed').toBe(true)
  })

  it('keep the sorts that have none folded away', async () => {
    const desk = await openConsole({ trail_flags: view }, '/flags')
    const others = () => desk.see('flags-others')
    expect(desk.textOf('flags-others-fold'), 'so many are quiet').toBe('其余 1 类没有')
    expect(others().attributes('open'), 'noughts do not drown what matters').toBeUndefined()
    expect(others().element.contains(desk.see('flag-unlocked').element), 'this one has none').toBe(true)
    expect(others().element.contains(desk.see('flag-password_reset').element), 'this one has some').toBe(
      false,
    )
    expect(desk.see('flags-others-fold').element.tagName, 'which the keyboard opens').toBe('SUMMARY')
  })

  it('unfold a sort that narrows the list, though it has none left', async () => {
    const desk = await openConsole({ trail_flags: view }, '/flags')
    await desk.click('flag-unlocked')
    expect(desk.see('flags-others').attributes('open'), 'why the list is empty').toBeDefined()
    await desk.click('flag-unlocked')
    expect(desk.see('flags-others').attributes('open'), 'it does not shut by itself').toBeDefined()
  })

  it('say that no sort has any', async () => {
    const counts = view.counts.map((count) => ({ ...count, count: 0, unseen: 0 }))
    const desk = await openConsole({ trail_flags: { ...view, counts, entries: [], total: 0 } }, '/flags')
    expect(desk.textOf('flags-others-fold'), 'there are no others than these').toBe('3 类没有')
  })

  it('say when there are none', async () => {
    const none = await openConsole({ trail_flags: { ...view, entries: [], total: 0 } }, '/flags')
    expect(none.shows('flags-empty'), 'emptiness says what would stand here').toBe(true)
  })

  it('say when a narrowed list is empty, and lead back to all', async () => {
    const desk = await openConsole({ trail_flags: view }, '/flags')
    await desk.click('flag-unlocked')
    expect(desk.shows('flags-nothing'), 'which is not the same as none').toBe(true)
    await desk.click('flags-all')
    expect(desk.shows('flagged-9') && desk.shows('flagged-5'), 'everything again').toBe(true)
  })

  it('say why they cannot be read, and try again', async () => {
    const desk = await openConsole(
      {
        trail_flags: () => {
          throw failure()
        },
      },
      '/flags',
    )
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe(failure().message)
    expect(desk.shows('flags-empty'), 'no answer is not good news').toBe(false)
    desk.host.answer({ trail_flags: view })
    await desk.click('flags-retry')
    expect(desk.shows('flagged-9'), 'here they are').toBe(true)
  })

  it('keep the list where marking is refused', async () => {
    const desk = await openConsole(
      {
        console_view: supervisor,
        trail_flags: view,
        flags_seen: () => {
          throw failure()
        },
      },
      '/flags',
    )
    await desk.click('flags-mark')
    expect(desk.textOf('failure-message'), 'here is why').toBe(failure().message)
    expect(desk.textOf('flagged-9'), 'it counts as new all the same').toContain('未看')
  })
})
