import { beforeEach, describe, expect, it } from 'vitest'
import { findBarriers } from '@/testing/accessibility'
import { ceremonyAnswers, ceremonyView, stageView, stageWindow } from '@/testing/ceremony'
import { later, openConsole, type Desk } from '@/testing/desk'
import { consoleAt, failure, LINA } from '@/testing/samples'
import type { StageWindow } from '@/ipc/generated/StageWindow'

type Answers = Parameters<typeof openConsole>[0]

beforeEach(() => window.localStorage.clear())

const open = (more: Answers = {}, state = 'sealed'): Promise<Desk> =>
  openConsole(
    { console_view: consoleAt('open', LINA), ...ceremonyAnswers(ceremonyView(state)), ...more },
    '/ceremony',
  )
const alone = (change: Partial<StageWindow> = {}) =>
  stageWindow({ monitor: 'LAPTOP', monitors: stageWindow().monitors.slice(0, 1), ...change })
const asked = (desk: Desk) => desk.host.requests('stage_open').map((request) => request.open)

describe('the window of the stage', () => {
  it('is opened and closed by one button', async () => {
    const desk = await open()
    await desk.click('stage-toggle')
    expect(desk.textOf('stage-toggle'), 'what the button does now').toContain('关闭大屏')
    await desk.click('stage-toggle')
    expect(asked(desk), 'looked at first').toEqual([null, true, false])
  })

  it('is opened and closed by F11, once however long it is held', async () => {
    const desk = await open()
    await desk.press({ code: 'F11', key: 'F11' })
    await desk.press({ code: 'F11', key: 'F11', repeat: true })
    expect(asked(desk), 'opened').toEqual([null, true])
    await desk.press({ code: 'F11', key: 'F11' })
    expect(asked(desk).at(-1), 'and closed').toBe(false)
  })

  it('is moved once, whatever is pressed meanwhile', async () => {
    const answer = later<StageWindow>()
    const desk = await open()
    desk.host.answer({ stage_open: () => answer.promise })
    await desk.press({ code: 'F11', key: 'F11' })
    await desk.press({ code: 'F11', key: 'F11' })
    await answer.arrive(stageWindow({ open: true }))
    expect(asked(desk), 'the second press did not call it back').toEqual([null, true])
  })

  it('can be opened before there is a ceremony', async () => {
    const desk = await openConsole(
      { console_view: consoleAt('open', LINA), ...ceremonyAnswers() },
      '/ceremony',
    )
    await desk.click('stage-toggle')
    expect(asked(desk).at(-1), 'the hall sees whose it is').toBe(true)
  })

  it('stands on the monitor that was chosen, which is remembered by its name', async () => {
    const desk = await open()
    await desk.click('stage-toggle')
    await desk.see('stage-monitor').setValue('LAPTOP')
    expect(desk.host.requests('stage_open').at(-1), 'it goes there at once').toEqual({
      open: true,
      monitor: 'LAPTOP',
    })
    desk.window.unmount()
    const next = await open()
    expect(next.host.requests('stage_open')[0], 'and tomorrow too').toEqual({
      open: null,
      monitor: 'LAPTOP',
    })
  })

  it('says before that it will cover the only monitor, and how to get back', async () => {
    const desk = await open({ stage_open: alone() })
    expect(desk.textOf('stage-covers'), 'the way back').toContain('F11')
    expect(desk.shows('stage-monitor'), 'nothing to choose').toBe(false)
  })

  it('does not stay over the only monitor when its page is left', async () => {
    const desk = await open({ stage_open: ({ open }) => alone({ open: open ?? false }) })
    await desk.click('stage-toggle')
    await desk.router.push('/settings/office')
    expect(asked(desk).at(-1), 'nobody would find the key').toBe(false)
  })

  it('stays on a monitor of its own when its page is left', async () => {
    const desk = await open()
    await desk.click('stage-toggle')
    await desk.router.push('/settings/office')
    expect(asked(desk), 'the hall goes on seeing it').toEqual([null, true])
  })

  it('is said to be closed by another hand, and comes back by one press', async () => {
    const desk = await open()
    await desk.click('stage-toggle')
    desk.host.answer({
      stage_open: ({ open }) => stageWindow(open === null ? { closed: true } : { open: true }),
    })
    desk.host.stageMoves()
    await expect.poll(() => desk.shows('stage-lost'), { message: 'said at once' }).toBe(true)
    expect(desk.textOf('stage-lost'), 'what happened').toContain('被关掉了')
    await desk.click('stage-again')
    expect(asked(desk).at(-1), 'opened anew').toBe(true)
    expect(desk.shows('stage-lost'), 'and nothing is wrong').toBe(false)
  })

  it('is said to be out of sight while its monitor is gone', async () => {
    const desk = await open({ stage_open: alone({ open: true, away: true }) })
    expect(desk.textOf('stage-lost'), 'what to do').toContain('断开了')
    await desk.click('stage-again')
    expect(asked(desk).at(-1), 'on a monitor that is there').toBe(true)
  })

  it('says why it could not be opened, and holds up nothing', async () => {
    const desk = await open()
    desk.host.answer({
      stage_open: () => {
        throw failure({ message: '窗口打不开。' })
      },
    })
    await desk.click('stage-toggle')
    expect(desk.textOf('failure-message'), 'the reason').toBe('窗口打不开。')
    expect(desk.shows('card-1'), 'the ceremony goes on').toBe(true)
  })

  it('is bright or dark as the console says', async () => {
    const desk = await open()
    await desk.click('stage-theme-light')
    expect(window.localStorage.getItem('sunlot.stage.theme'), 'where the stage looks').toBe('"light"')
  })

  it('has no barriers', async () => {
    await open({ stage_open: alone({ closed: true }) })
    expect(await findBarriers(), 'everybody can use it').toEqual([])
  })
})

describe('the small picture', () => {
  it('follows whatever moves the large one', async () => {
    const desk = await open()
    const before = desk.host.requests('stage_view').length
    desk.host.stageChanges()
    expect(desk.host.requests('stage_view').length, 'looked at anew').toBe(before + 1)
  })
})

describe('what is only prepared', () => {
  it('is put on the stage where another draw still stands there', async () => {
    const desk = await open({ stage_view: stageView({ ceremony: 7, step: 'void' }) }, 'prepared')
    expect(desk.textOf('stage-elsewhere'), 'said').toContain('另一次抽取')
    await desk.click('stage-bring')
    expect(desk.host.requests('stage_show'), 'this one').toEqual([{ id: 1, step: '', place: 0, pace: 0 }])
    expect(desk.shows('stage-elsewhere'), 'and it stands there').toBe(false)
  })
})

describe('a draw that was played', () => {
  it('can be played from its beginning, where nothing has fallen', async () => {
    const desk = await open({ stage_view: stageView({ place: 42 }) }, 'drawn')
    await desk.click('ceremony-1')
    await desk.click('play-first')
    expect(desk.host.requests('stage_show'), 'the first row will roll').toEqual([
      { id: 1, step: 'draw', place: 0, pace: 0 },
    ])
  })
})

describe('half-typed text', () => {
  it.each([
    ['void', 'void.reason', 'void-cancel'],
    ['note', 'note.words', 'note-cancel'],
  ])('of the %s form is not lost by a slip', async (name, field, cancel) => {
    const desk = await open()
    await desk.click(`${name}-open`)
    await desk.type(field, '停电')
    await desk.click(cancel)
    expect(desk.asks('unsaved-question'), 'asked first').toBe(true)
    await desk.click('unsaved-stay')
    expect(desk.valueOf(field), 'still there').toBe('停电')
    void desk.host.close()
    await expect.poll(() => desk.asks('unsaved-question'), { message: 'the window asks too' }).toBe(true)
    await desk.click('unsaved-drop')
    await desk.click(cancel)
    await desk.click('unsaved-drop')
    expect(desk.shows(`${name}-dialog`), 'gone once that was meant').toBe(false)
  })

  it('that is none is given up without a question', async () => {
    const desk = await open()
    await desk.click('void-open')
    await desk.click('void-cancel')
    expect(desk.shows('void-dialog'), 'closed at once').toBe(false)
  })
})
