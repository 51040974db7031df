import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CeremonyNumber } from '@/ipc/generated/CeremonyNumber'
import type { CeremonyView } from '@/ipc/generated/CeremonyView'
import type { SeatView } from '@/ipc/generated/SeatView'
import { findBarriers } from '@/testing/accessibility'
import { ceremonyAnswers, ceremonyForm, ceremonyView, seatView } from '@/testing/ceremony'
import { later, openConsole, settle, type Desk } from '@/testing/desk'
import { consoleAt, failure, LINA, WANG } from '@/testing/samples'
import { REST } from './useRest'

type Answers = Parameters<typeof openConsole>[0]
type Changes = Record<number, Partial<SeatView>>

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => vi.useRealTimers())

const rest = () => vi.advanceTimersByTime(REST)

const cards = (changes: Changes = {}, change: Partial<CeremonyView> = {}) =>
  ceremonyView('cards', {
    seats: [1, 2, 3].map((seat) => seatView(seat, { card: true, ...changes[seat] })),
    ...change,
  })

const entry = (digits: string, stands = true) => ({ digits, at: '2026-11-27T09:50:00+08:00', stands })
const typed = (digits: string): Partial<SeatView> => ({ digits, entries: [entry(digits)] })
const confirmed = (digits: string): Partial<SeatView> => ({ ...typed(digits), confirmed: true })

async function open(view: CeremonyView, more: Answers = {}): Promise<Desk> {
  const desk = await openConsole(
    { console_view: consoleAt('open', LINA), ...ceremonyAnswers(view), ...more },
    '/ceremony',
  )
  rest()
  return desk
}

async function key(desk: Desk, id: string, code: string, more: KeyboardEventInit = {}): Promise<void> {
  await desk.see(id).trigger('keydown', { code, key: code === 'Space' ? ' ' : code, ...more })
  await settle()
}

describe('a number', () => {
  it('is typed, shown on the stage, entered by one key and confirmed by another', async () => {
    const desk = await open(cards(), {
      ceremony_number: ({ digits }: CeremonyNumber) => cards({ 1: typed(digits) }),
      ceremony_confirm: cards({ 1: confirmed('3852017') }),
    })
    expect(document.activeElement, 'ready to type').toBe(desk.see('number').element)
    await desk.type('number', '385 2017')
    await settle()
    expect(desk.host.requests('stage_typing').at(-1), 'the stage shows it').toEqual({
      id: 1,
      seat: 1,
      digits: '3852017',
    })
    await key(desk, 'number', 'Enter')
    expect(desk.host.requests('ceremony_number'), 'entered').toEqual([{ id: 1, seat: 1, digits: '3852017' }])
    expect(desk.textOf('primary'), 'then the seat is asked').toContain('第 1 席确认')
    rest()
    await desk.press({ code: 'Space', key: ' ' })
    expect(desk.host.requests('ceremony_confirm'), 'what was seen').toEqual([
      { id: 1, seat: 1, digits: '3852017' },
    ])
    expect(desk.textOf('primary'), 'the next seat').toContain('录入第 2 席')
    expect(document.activeElement, 'ready again').toBe(desk.see('number').element)
  })

  it('is entered once however often the key is pressed or held', async () => {
    const answer = later<CeremonyView>()
    const desk = await open(cards(), { ceremony_number: () => answer.promise })
    await desk.type('number', '3852017')
    await key(desk, 'number', 'Enter')
    await key(desk, 'number', 'Enter')
    await key(desk, 'number', 'Enter', { repeat: true })
    await answer.arrive(cards({ 1: typed('3852017') }))
    await desk.press({ code: 'Enter', key: 'Enter' })
    await desk.press({ code: 'Space', key: ' ' })
    expect(desk.host.requests('ceremony_number').length, 'once').toBe(1)
    expect(desk.host.requests('ceremony_confirm'), 'nor confirmed in the same breath').toEqual([])
  })

  it('stays in its box when entering fails', async () => {
    const desk = await open(cards(), {
      ceremony_number: () => {
        throw failure({ message: '号码至少 7 位。' })
      },
    })
    await desk.type('number', '385')
    await key(desk, 'number', 'Enter')
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe('号码至少 7 位。')
    expect(desk.valueOf('number'), 'to be gone on with').toBe('385')
  })

  it('is corrected before it is confirmed, and the first entry stays in sight', async () => {
    const desk = await open(cards({ 1: typed('3852010') }), {
      ceremony_number: cards({
        1: { digits: '3852017', entries: [entry('3852010', false), entry('3852017')] },
      }),
    })
    await desk.click('number-correct')
    expect(desk.textOf('number-earlier'), 'what stands so far').toContain('3852010')
    await desk.type('number', '3852017')
    rest()
    await key(desk, 'number', 'Enter')
    expect(desk.textOf('number-earlier'), 'struck out, not gone').toContain('3852010')
    expect(desk.textOf('seat-number-1'), 'in the list too').toContain('3852010')
  })

  it('that looks odd is pointed out, and entered all the same', async () => {
    const desk = await open(cards({ 1: { ...typed('0000000'), warnings: ['每一位都相同，不像摸出来的'] } }))
    expect(desk.textOf('number-warning'), 'in the program’s words').toContain('每一位都相同')
    expect(desk.see('primary').attributes('disabled'), 'nobody is kept from it').toBeUndefined()
  })

  it('of another seat keeps what stands in this box', async () => {
    const desk = await open(cards())
    await desk.type('number', '385')
    await desk.click('seat-number-2')
    expect(desk.valueOf('number'), 'another box').toBe('')
    await desk.click('seat-number-1')
    expect(desk.valueOf('number'), 'nothing typed is lost').toBe('385')
  })

  it('that is not entered is asked for before one leaves', async () => {
    const desk = await open(cards())
    await desk.type('number', '385')
    await desk.click('room-leave')
    expect(desk.shows('unsaved-stay'), 'asked').toBe(true)
    expect(desk.shows('unsaved-save'), 'half a number cannot be saved').toBe(false)
  })
})

describe('the seats', () => {
  it('count their digits, and the last one is announced', async () => {
    const desk = await open(
      cards(
        { 1: confirmed('3852017'), 2: confirmed('9077641'), 3: typed('5190622') },
        {
          digits_told: '共 14 位，还差 6 位到 20 位',
        },
      ),
    )
    expect(desk.textOf('numbers-left'), 'in the program’s words').toContain('还差 6 位')
    expect(desk.textOf('numbers-left'), 'what the press will do').toContain('这是最后一席')
  })

  it('end the draw with the last yes; a second press starts nothing', async () => {
    const answer = later<CeremonyView>()
    const desk = await open(
      cards({ 1: confirmed('3852017'), 2: confirmed('9077641'), 3: typed('5190622') }),
      {
        ceremony_confirm: () => answer.promise,
      },
    )
    await desk.press({ code: 'Space', key: ' ' })
    expect(desk.textOf('numbers-left'), 'it is worked out').toContain('正在计算')
    await desk.press({ code: 'Space', key: ' ' })
    await answer.arrive(ceremonyView('drawn'))
    await desk.press({ code: 'Space', key: ' ' })
    expect(desk.host.requests('ceremony_confirm').length, 'once').toBe(1)
    expect(desk.shows('stage-play'), 'decided').toBe(true)
    expect(desk.host.requests('stage_show'), 'the stage is moved there and does not roll yet').toEqual([
      { id: 1, step: '', place: 0, pace: 0 },
    ])
  })

  it('that do not open their card are noted after a question', async () => {
    const desk = await open(cards(), {
      ceremony_number: cards({ 1: { refused: true, entries: [entry('')] } }),
    })
    await desk.click('number-refuse')
    await desk.click('refuse-keep')
    expect(desk.host.requests('ceremony_number'), 'asked first').toEqual([])
    await desk.click('number-refuse')
    await desk.click('refuse-go')
    expect(desk.host.requests('ceremony_number'), 'without digits').toEqual([{ id: 1, seat: 1, digits: '' }])
    expect(desk.textOf('refused'), 'and what is to be done').toContain('作废')
    expect(desk.see('primary').attributes('disabled'), 'there is nothing to confirm').toBeDefined()
    await desk.click('void-open')
    expect(desk.valueOf('void.code'), 'the reason is at hand').toBe('card_refused')
  })

  it('are only looked at by the supervisor', async () => {
    const desk = await open(cards(), { console_view: consoleAt('open', WANG) })
    expect(['primary', 'number', 'number-refuse'].filter(desk.shows), 'who runs it types').toEqual([])
  })

  it('are replaced by a public number on the simple way', async () => {
    const simple = ceremonyForm({
      way: 'simple',
      seats: [],
      public_source: '福彩3D',
      public_date: '2026-11-27',
    })
    const desk = await open(
      ceremonyView('sealed', {
        form: simple,
        seats: [seatView(1, { role: '公开数', card: true })],
        may: ['ceremony_card', 'ceremony_turn'],
      }),
      { ceremony_turn: cards({}, { form: simple, seats: [seatView(1, { role: '公开数', card: true })] }) },
    )
    expect(desk.textOf('simple-wait'), 'what is waited for').toContain('福彩3D')
    expect(desk.shows('card-1'), 'there is no card').toBe(false)
    await desk.click('primary')
    expect(desk.shows('number'), 'typed like any other').toBe(true)
  })

  it('have no barriers', async () => {
    await open(cards({ 1: confirmed('3852017'), 2: typed('9077641') }))
    expect(await findBarriers(), 'everybody can use it').toEqual([])
  })
})
