import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CeremonyView } from '@/ipc/generated/CeremonyView'
import { findBarriers } from '@/testing/accessibility'
import {
  ceremoniesView,
  ceremonyAnswers,
  ceremonyForm,
  ceremonyLine,
  ceremonyView,
  checklist,
  CODE,
  rehearsal,
  seatView,
} from '@/testing/ceremony'
import { later, openConsole, settle, type Desk } from '@/testing/desk'
import { consoleAt, entryRefused, failure, LINA, problem, WANG, ZHAO } from '@/testing/samples'
import { REST } from './useRest'

type Answers = Parameters<typeof openConsole>[0]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => vi.useRealTimers())

/** Long enough for a button that has just come to take a press. */
const rest = () => vi.advanceTimersByTime(REST)

async function open(view: CeremonyView | null, more: Answers = {}): Promise<Desk> {
  const desk = await openConsole(
    { console_view: consoleAt('open', LINA), ...ceremonyAnswers(view), ...more },
    '/ceremony',
  )
  rest()
  return desk
}

const prepared = (change: Partial<CeremonyView> = {}) => ceremonyView('prepared', change)
const sealed = (down: number, may: string[] = []) =>
  ceremonyView('sealed', {
    seats: [1, 2, 3].map((seat) => seatView(seat, { card: seat <= down })),
    may: ['ceremony_card', 'ceremony_void', 'ceremony_note', ...may],
  })

describe('the list', () => {
  it('offers the tasks that can be drawn, and says what comes first', async () => {
    const desk = await open(null)
    expect(desk.textOf('ceremonies-empty'), 'what to do next').toContain('先彩排一遍')
    expect(desk.shows('prepare-3'), 'approved').toBe(true)
    expect(desk.shows('prepare-4'), 'not approved').toBe(false)
    expect(desk.shows('rehearse-4'), 'but it may be tried out').toBe(true)
  })

  it('leads to the tasks where there are none', async () => {
    const desk = await open(null, { ceremonies_view: ceremoniesView({ tasks: [] }) })
    expect(desk.textOf('ceremonies-empty'), 'a way on').toContain('去写抽查任务')
  })

  it('tells formal ones and rehearsals apart', async () => {
    const lines = [ceremonyLine(2, 'drawn'), ceremonyLine(1, 'void', { rehearsal: true })]
    const desk = await open(null, { ceremonies_view: ceremoniesView({ lines }) })
    await desk.click('kind-rehearsal')
    expect(desk.shows('ceremony-1'), 'that one').toBe(true)
    expect(desk.shows('ceremony-2'), 'and no formal one').toBe(false)
    expect(desk.textOf('ceremony-1'), 'said in words').toMatch(/彩排.*已作废/)
  })

  it('begins one, once however often it is pressed', async () => {
    const answer = later<CeremonyView>()
    const desk = await open(null, { ceremony_prepare: () => answer.promise })
    const button = desk.see('prepare-3')
    void button.trigger('click')
    void button.trigger('click')
    await answer.arrive(prepared())
    expect(desk.host.requests('ceremony_prepare'), 'one').toEqual([
      { task: 3, rehearsal: false, basis: null },
    ])
    expect(desk.shows('room'), 'and its room').toBe(true)
  })

  it('says why one could not be begun', async () => {
    const desk = await open(null, {
      ceremony_prepare: () => {
        throw failure({ message: '已有一次抽取没有做完。' })
      },
    })
    await desk.click('rehearse-4')
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe('已有一次抽取没有做完。')
  })

  it('is only looked at by whoever may only look', async () => {
    const desk = await open(null, { console_view: consoleAt('open', ZHAO) })
    expect(['prepare-3', 'rehearse-3'].filter(desk.shows), 'no button that is refused').toEqual([])
  })

  it('has no barriers', async () => {
    await open(null, { ceremonies_view: ceremoniesView({ lines: [ceremonyLine(1, 'drawn')] }) })
    expect(await findBarriers(), 'everybody can use it').toEqual([])
  })
})

describe('coming back', () => {
  it('goes straight to the one that is under way', async () => {
    const desk = await open(sealed(1))
    expect(desk.textOf('resumed'), 'said so').toContain('继续')
    expect(desk.textOf('sealed-code'), 'the same code').toContain(CODE.slice(0, 4))
    expect(desk.host.requests('ceremony_view'), 'read once').toEqual([{ id: 1 }])
  })

  it('can be tried again when it cannot be read', async () => {
    const desk = await open(sealed(1), {
      ceremony_view: () => {
        throw failure({ message: '数据文件读不出来。' })
      },
    })
    expect(desk.textOf('failure-message'), 'the reason').toBe('数据文件读不出来。')
    await desk.click('room-back')
    expect(desk.shows('ceremony-1'), 'the list is there').toBe(true)
  })
})

describe('the room', () => {
  it('says what to say, where it stands and how long it takes', async () => {
    const desk = await open(prepared({ earlier: ['YH-2026-006（2026-11-20）作废：停电'] }))
    expect(desk.textOf('prompt'), 'the words').toContain('请各位一起翻开')
    expect(desk.see('step-prepare').attributes('aria-current'), 'the step').toBe('step')
    expect(desk.textOf('minutes'), 'the time').toBe('约 22 分钟')
    expect(desk.textOf('earlier'), 'what was given up before').toContain('停电')
  })

  it('stands under a watermark when it is only tried out', async () => {
    const desk = await open(rehearsal())
    expect(desk.shows('water-mark'), 'everywhere').toBe(true)
    expect(desk.textOf('room-rehearsal'), 'and in words').toContain('彩排')
  })

  it('of a formal one has none', async () => {
    expect((await open(prepared())).shows('water-mark'), 'it would be wrong on a photograph').toBe(false)
  })

  it('notes what is said at any time', async () => {
    const desk = await open(sealed(0), { ceremony_note: sealed(0) })
    await desk.click('note-open')
    await desk.type('note.who', '见证人2')
    await desk.type('note.words', '没有看清封存码')
    await desk.enter('note.who')
    expect(desk.host.requests('ceremony_note'), 'as it was said').toEqual([
      { id: 1, kind: 'objection', who: '见证人2', words: '没有看清封存码' },
    ])
    expect(desk.shows('note-dialog'), 'and goes on').toBe(false)
  })

  it('is given up before sealing with a reason', async () => {
    const desk = await open(prepared(), { ceremony_drop: ceremonyView('dropped') })
    await desk.click('drop-open')
    await desk.type('why.reason', '改期')
    await desk.enter('why.reason')
    expect(desk.host.requests('ceremony_drop'), 'sent').toEqual([{ id: 1, reason: '改期' }])
    expect(desk.shows('dropped'), 'nothing was drawn').toBe(true)
  })

  it('has no barriers', async () => {
    await open(prepared())
    expect(await findBarriers(), 'preparing').toEqual([])
  })
})

describe('preparing', () => {
  it('saves seats with their version, moved and taken away', async () => {
    const desk = await open(prepared(), {
      ceremony_save: (sent) => prepared({ form: { ...sent, version: 5 }, version: 5 }),
    })
    await desk.click('seat.0.down')
    await desk.click('seat.2.remove')
    await desk.click('seat-add')
    await desk.type('prepare.seats.2.role', '群众代表')
    await desk.see('prepare.seats.2.shown').setValue(true)
    await desk.type('prepare.distance_cm', '800')
    await desk.press({ code: 'KeyS', ctrlKey: true })
    const sent = desk.host.requests('ceremony_save')[0]
    expect(sent, 'the version that was opened').toMatchObject({ id: 1, version: 4, distance_cm: '800' })
    expect(
      sent?.seats.map(({ role }) => role),
      'in the new order',
    ).toEqual(['政协委员', '人大代表', '群众代表'])
    expect(sent?.seats[2], 'with what was ticked').toMatchObject({ shown: true })
    expect(desk.see('primary').attributes('data-act'), 'now it can be sealed').toBe('seal')
    expect(desk.host.requests('ceremony_checklist').length, 'looked at anew').toBe(2)
  })

  it('puts what is wrong beside its field and keeps what was typed', async () => {
    const desk = await open(prepared(), {
      ceremony_save: () => {
        throw failure({ problems: [problem('seats.1.role')] })
      },
    })
    await desk.type('prepare.seats.1.role', '')
    await desk.click('primary')
    rest()
    await desk.click('primary')
    expect(desk.shows('problem-prepare.seats.1.role'), 'there').toBe(true)
    expect(desk.valueOf('prepare.seats.1.role'), 'kept').toBe('')
  })

  it('asks before typed text is lost', async () => {
    const desk = await open(prepared())
    await desk.type('prepare.place', '三楼')
    await desk.click('room-leave')
    expect(desk.shows('unsaved-stay'), 'asked').toBe(true)
    await desk.click('unsaved-stay')
    expect(desk.valueOf('prepare.place'), 'still there').toBe('三楼')
    expect(await Promise.race([desk.host.close(), settle().then(() => 'asked')]), 'the cross asks too').toBe(
      'asked',
    )
  })

  it('asks for a public number on the simple way', async () => {
    const desk = await open(prepared({ form: ceremonyForm({ way: 'simple', seats: [] }) }))
    expect(desk.shows('prepare.public_source'), 'named before sealing').toBe(true)
    expect(desk.shows('seat-add'), 'nobody sits there').toBe(false)
  })

  it('shows what keeps it from being sealed, and looks again', async () => {
    const desk = await open(prepared(), { ceremony_checklist: checklist({ problems: [problem('notice')] }) })
    expect(desk.textOf('seal-missing'), 'how many').toContain('1 项')
    expect(desk.see('primary').attributes('disabled'), 'no use pressing').toBeDefined()
    desk.host.answer({ ceremony_checklist: checklist() })
    await desk.click('checklist-reload')
    expect(desk.shows('checklist-problems'), 'mended').toBe(false)
    expect(desk.textOf('check-notice'), 'said in words, not by colour').toContain('留意')
  })
})

describe('sealing', () => {
  const seal = {
    ceremony_seal: ({ second }: { second?: unknown }) => {
      if (!second) throw failure({ code: 'second_missing' })
      return sealed(0)
    },
  }

  it('is done by two, who read what will happen', async () => {
    const desk = await open(prepared(), seal)
    await desk.type('seal.challenge', '４82 913')
    await desk.see('seal.challenge').trigger('keydown', { code: 'Enter', key: 'Enter' })
    await settle()
    expect(desk.textOf('second-happens'), 'the digits').toContain('482913')
    expect(desk.textOf('second-happens'), 'for good').toContain('不能改')
    await desk.type('second.password', 'Jiandu-yuan26')
    await desk.enter('second.password')
    expect(desk.host.requests('ceremony_seal').at(-1), 'sent with the second').toEqual({
      id: 1,
      challenge: '482913',
      second: { login: 'wang', password: 'Jiandu-yuan26' },
    })
    expect(desk.shows('step-cards'), 'the code is there').toBe(true)
    expect(desk.host.requests('stage_show').at(-1), 'and the stage follows').toMatchObject({
      id: 1,
      step: '',
    })
  })

  it('says so when the password is wrong, and sends nothing twice', async () => {
    const desk = await open(prepared(), {
      ceremony_seal: ({ second }) => {
        throw second ? entryRefused({ code: 'second_refused' }) : failure({ code: 'second_missing' })
      },
    })
    await desk.type('seal.challenge', '482913')
    await desk.click('primary')
    await desk.type('second.password', '错的密码')
    await desk.enter('second.password')
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe(entryRefused().message)
    expect(desk.host.requests('ceremony_seal').length, 'asked, and tried once').toBe(2)
  })

  it('of a rehearsal needs nobody else', async () => {
    const desk = await open(rehearsal(), { rehearsal_seal: rehearsal('sealed') })
    await desk.type('seal.challenge', '482913')
    await desk.click('primary')
    expect(desk.host.requests('rehearsal_seal'), 'its own command').toEqual([{ id: 1, challenge: '482913' }])
    expect(desk.shows('step-cards'), 'sealed').toBe(true)
  })

  it('is explained to whoever may not', async () => {
    const desk = await open(prepared(), { console_view: consoleAt('open', WANG) })
    expect(desk.textOf('seal-others'), 'who may').toContain('监督员')
    expect(desk.shows('primary'), 'no button that would be refused').toBe(false)
  })

  it('takes no second half of a double click', async () => {
    const answer = later<CeremonyView>()
    const desk = await open(rehearsal(), { rehearsal_seal: () => answer.promise })
    await desk.type('seal.challenge', '482913')
    await desk.see('primary').trigger('click', { detail: 1 })
    await desk.see('primary').trigger('click', { detail: 2 })
    await answer.arrive(rehearsal('sealed', { may: ['ceremony_turn'] }))
    await desk.see('primary').trigger('click', { detail: 1 })
    expect(desk.host.requests('rehearsal_seal').length, 'sealed once').toBe(1)
    expect(desk.host.requests('ceremony_turn'), 'the button that came there is not pressed by it').toEqual([])
  })
})

describe('the cards', () => {
  it('are ticked by a click or a figure, and the last one is recorded by a button of its own', async () => {
    const desk = await open(sealed(1), {
      ceremony_card: ({ seat }) => (seat === 3 ? ceremonyView('cards') : sealed(seat)),
    })
    expect(desk.see('primary').attributes('disabled'), 'two are up').toBeDefined()
    expect(desk.textOf('cards-left'), 'said').toContain('还有 2 席')
    await desk.press({ code: 'Digit2', key: '2' })
    await desk.press({ code: 'Numpad3', key: '3' })
    expect(desk.host.requests('ceremony_card'), 'the last is past taking up: it is only marked').toEqual([
      { id: 1, seat: 2, down: true },
    ])
    expect(desk.textOf('card-3'), 'and says so').toContain('等确认')
    await desk.click('card-3')
    expect(desk.see('primary').attributes('disabled'), 'a slip of the hand is taken back').toBeDefined()
    await desk.press({ code: 'Numpad3', key: '3' })
    await desk.press({ code: 'Enter', key: 'Enter' })
    expect(desk.host.requests('ceremony_card').at(-1), 'now it is').toEqual({ id: 1, seat: 3, down: true })
    expect(desk.shows('step-numbers'), 'turned').toBe(true)
  })

  it('do not flicker under a key that is held down or a double click', async () => {
    const desk = await open(sealed(1), { ceremony_card: sealed(2) })
    await desk.press({ code: 'Digit2', key: '2' })
    await desk.press({ code: 'Digit2', key: '2', repeat: true })
    await desk.see('card-2').trigger('click', { detail: 2 })
    expect(desk.host.requests('ceremony_card').length, 'once').toBe(1)
  })

  it('stay as they are recorded when a call fails', async () => {
    const desk = await open(sealed(1), {
      ceremony_card: () => {
        throw failure({ message: '磁盘满了。' })
      },
    })
    await desk.click('card-2')
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe('磁盘满了。')
    expect(desk.see('card-2').attributes('aria-pressed'), 'not down').toBe('false')
    expect(desk.host.requests('ceremony_view').length, 'what is recorded is read again').toBe(2)
  })

  it('have no barriers', async () => {
    await open(sealed(1))
    expect(await findBarriers(), 'everybody can use it').toEqual([])
  })
})

describe('a draw that had ended before data were put back', () => {
  it('offers nothing but to be written off, under its own reason', async () => {
    const lost = 'YH-2026-007 在数据恢复以前已经办完，不能再办一次。'
    const reasons = [{ value: 'restored', label: '数据从备份恢复' }]
    const desk = await open(ceremonyView('sealed', { lost, void_reasons: reasons, may: ['ceremony_void'] }))
    expect(desk.textOf('room-lost'), 'why').toBe(lost)
    expect(desk.shows('step-cards'), 'no card is laid').toBe(false)
    await desk.click('void-open')
    expect((desk.see('void.code').element as HTMLSelectElement).value, 'chosen').toBe('restored')
  })
})

describe('giving a sealed draw up', () => {
  it('takes a reason and two people', async () => {
    const desk = await open(sealed(1), {
      ceremony_void: ({ second }) => {
        if (!second) throw failure({ code: 'second_missing' })
        return ceremonyView('void', { void: '其他原因：停电' })
      },
    })
    await desk.click('void-open')
    await desk.see('void.code').setValue('other')
    await desk.type('void.reason', '停电')
    await desk.click('void-go')
    expect(desk.textOf('second-happens'), 'the reason is read').toContain('其他原因；停电')
    await desk.type('second.password', 'Jiandu-yuan26')
    await desk.enter('second.password')
    expect(desk.host.requests('ceremony_void').at(-1), 'sent').toMatchObject({
      code: 'other',
      reason: '停电',
    })
    expect(desk.textOf('void-reason'), 'it stands there').toContain('停电')
    expect(desk.textOf('primary'), 'and the way to begin again').toContain('重新准备')
  })

  it('is not asked again of the next draw', async () => {
    const desk = await open(sealed(1), {
      ceremony_void: () => ceremonyView('void', { void: '停电' }),
      ceremony_prepare: () => prepared({ may: ['ceremony_seal'] }),
      ceremony_seal: () => sealed(0),
    })
    await desk.click('void-open')
    await desk.see('void.code').setValue('other')
    await desk.click('void-go')
    expect(desk.textOf('primary'), 'it was given up').toContain('重新准备')
    rest()
    await desk.click('primary')
    await desk.type('seal.challenge', '482913')
    rest()
    await desk.click('primary')
    expect(desk.shows('step-cards'), 'the next one is sealed').toBe(true)
    expect(desk.shows('void-dialog'), 'and nobody asks to give it up').toBe(false)
  })

  it('of a rehearsal is its own command', async () => {
    const desk = await open(rehearsal('sealed'), { rehearsal_void: rehearsal('void') })
    await desk.click('void-open')
    await desk.see('void.code').setValue('other')
    await desk.click('void-go')
    expect(desk.host.requests('rehearsal_void').length, 'by one').toBe(1)
  })
})
