import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openConsole, settle, type Desk } from '@/testing/desk'
import { consoleAt, failure } from '@/testing/samples'
import { LOOK_PAUSE, STIR_PAUSE } from './useIdle'

const MINUTE = 60_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
})
afterEach(() => vi.useRealTimers())

async function open(): Promise<Desk> {
  return openConsole({ console_view: consoleAt('open'), account_lock: consoleAt('locked') })
}

async function pass(time: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(time)
  await settle()
}

async function move(): Promise<void> {
  window.dispatchEvent(new Event('pointermove'))
  await pass(0)
}

describe('an absence', () => {
  it('locks the screen after as many minutes as the program said, and not before', async () => {
    const desk = await open()
    await pass(19 * MINUTE)
    expect(desk.host.requests('account_lock'), 'a telephone call is no absence').toEqual([])
    await pass(MINUTE + LOOK_PAUSE)
    expect(desk.host.requests('account_lock').length, 'twenty minutes are').toBe(1)
    expect(desk.asks('lock-screen'), 'and everything is covered').toBe(true)
  })

  it('is measured by another time as soon as that was saved', async () => {
    const permitted = ['idle_save']
    const desk = await openConsole(
      {
        console_view: { ...consoleAt('open'), permitted },
        account_lock: consoleAt('locked'),
        idle_save: { ...consoleAt('open'), permitted, idleMinutes: 5 },
      },
      '/settings/accounts',
    )
    await desk.type('idle.minutes', '5')
    await desk.enter('idle.minutes')
    await pass(4 * MINUTE)
    expect(desk.host.requests('account_lock'), 'not yet').toEqual([])
    await pass(MINUTE + LOOK_PAUSE)
    expect(desk.asks('lock-screen'), 'five minutes, not twenty').toBe(true)
  })

  it('begins anew with every key and every move of the mouse', async () => {
    const desk = await open()
    for (const sign of ['pointermove', 'keydown', 'wheel', 'pointerdown']) {
      await pass(15 * MINUTE)
      window.dispatchEvent(new Event(sign))
    }
    await pass(19 * MINUTE)
    expect(desk.host.requests('account_lock'), 'somebody was here all the time').toEqual([])
  })

  it('is noticed when the PC wakes, before whoever woke it sees anything', async () => {
    const desk = await open()
    vi.setSystemTime(Date.now() + 60 * MINUTE)
    await move()
    expect(desk.host.requests('account_lock').length, 'the timers slept, the clock did not').toBe(1)
    expect(desk.host.requests('console_stir'), 'that move was nobody’s we know').toEqual([])
  })

  it('is tried again when locking failed', async () => {
    let refusals = 0
    const desk = await open()
    desk.host.answer({
      account_lock: () => {
        refusals += 1
        if (refusals === 1) throw failure()
        return consoleAt('locked')
      },
    })
    await pass(20 * MINUTE + 3 * LOOK_PAUSE)
    expect(desk.asks('lock-screen'), 'an open screen is worse than a second try').toBe(true)
  })

  it('begins anew when somebody comes back', async () => {
    const desk = await open()
    desk.host.answer({ account_enter: consoleAt('open') })
    await pass(20 * MINUTE + LOOK_PAUSE)
    await desk.type('enter.password', 'Shuang-suiji26')
    await desk.enter('enter.password')
    await pass(2 * LOOK_PAUSE)
    expect(desk.asks('lock-screen'), 'whoever has just entered is here').toBe(false)
  })

  it('means nothing where nobody has entered', async () => {
    for (const state of ['guests', 'closed'] as const) {
      const desk = await openConsole({ console_view: consoleAt(state) })
      await pass(60 * MINUTE)
      expect(desk.host.requests('account_lock'), `${state}: nobody’s screen`).toEqual([])
      desk.window.unmount()
    }
  })
})

describe('telling the program that somebody is here', () => {
  it('happens at once, and then at most once a minute', async () => {
    const desk = await open()
    for (let second = 0; second < 50; second += 1) {
      await move()
      await pass(1000)
    }
    expect(desk.host.requests('console_stir').length, 'once for fifty moves').toBe(1)
    await pass(STIR_PAUSE)
    expect(desk.host.requests('console_stir').length, 'and once for those of the minute').toBe(2)
    await pass(5 * STIR_PAUSE)
    expect(desk.host.requests('console_stir').length, 'then there is nothing to tell').toBe(2)
  })

  it('never troubles anybody by failing', async () => {
    const desk = await open()
    desk.host.answer({
      console_stir: () => {
        throw failure()
      },
    })
    await move()
    expect(desk.shows('error-page'), 'the next move tells it again').toBe(false)
  })

  it('does not open what is locked', async () => {
    const desk = await openConsole({ console_view: consoleAt('locked') })
    await move()
    await pass(2 * STIR_PAUSE)
    expect(desk.host.requests('console_stir'), 'whoever moves the mouse now may be somebody else').toEqual([])
  })
})
