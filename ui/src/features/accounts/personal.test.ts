import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ConsoleView } from '@/ipc/generated/ConsoleView'
import type { PersonalErased } from '@/ipc/generated/PersonalErased'
import type { PersonalField } from '@/ipc/generated/PersonalField'
import type { PersonalItem } from '@/ipc/generated/PersonalItem'
import type { PersonalShown } from '@/ipc/generated/PersonalShown'
import type { PersonView } from '@/ipc/generated/PersonView'
import { lockScreen } from '@/shared/sitting'
import { findBarriers } from '@/testing/accessibility'
import { later, openConsole, settle, type Desk } from '@/testing/desk'
import { account, accountsView, consoleAt, failure, LINA, problem, WANG, ZHAO } from '@/testing/samples'
import { inGroups } from './personalFields'
import { SHOWN_FOR } from './useGlimpse'

const NUMBER = '13986427519'
/** What of it no mask tells. */
const PARTS = /1398642|86427519|^8642$/

const EVERYTHING: ConsoleView['permitted'] = [
  'personal_view',
  'personal_keep',
  'personal_show',
  'personal_erase',
]

function item(field: PersonalField, change: Partial<PersonalItem> = {}): PersonalItem {
  const phone = field === 'mobile_phone'
  return {
    holder: { kind: 'account', id: 'zhao' },
    holderLabel: '赵䶮（zhao）',
    field,
    fieldLabel: phone ? '手机号码' : '公民身份号码',
    masked: phone ? '139****7519' : '110101********851X',
    failure: null,
    reason: '值班联系',
    since: '2026-11-21T10:05:00+08:00',
    by: '李娜（lina）',
    ...change,
  }
}

const shown: PersonalShown = { holder: '赵䶮（zhao）', field: '手机号码', value: NUMBER }

async function open(
  items: PersonalItem[],
  answers: Parameters<typeof openConsole>[0] = {},
  permitted = EVERYTHING,
  person: PersonView = LINA,
): Promise<Desk> {
  const desk = await openConsole(
    {
      console_view: { ...consoleAt('open', person), permitted },
      accounts_view: accountsView({
        accounts: [LINA, WANG, ZHAO].map((one) => account(one, { you: one === person })),
      }),
      account_lock: consoleAt('locked', person),
      personal_view: { items },
      personal_show: shown,
      ...answers,
    },
    '/settings/accounts',
  )
  await desk.click('account-zhao-personal')
  return desk
}

async function escape(desk: Desk, id: string): Promise<void> {
  desk
    .see(id)
    .element.closest('dialog')
    ?.dispatchEvent(new Event('cancel', { cancelable: true }))
  await settle()
}

async function lookAt(desk: Desk): Promise<void> {
  await desk.click('personal-mobile_phone-show')
  await desk.type('personal.why', '通知值班')
  await desk.enter('personal.why')
}

/** Where anything of the number is on the page: in its text, in attributes, in fields. */
function traces(): string[] {
  const elements = [...document.querySelectorAll('*')]
  const texts = [document.body, ...elements.filter(({ children }) => children.length === 0)]
  const fields = elements.filter((element) => element instanceof HTMLInputElement)
  return [
    ...texts.map(({ textContent }) => textContent ?? ''),
    ...elements.flatMap(({ attributes }) => [...attributes].map(({ value }) => value)),
    ...fields.map(({ value }) => value),
  ].filter((text) => PARTS.test(text.trim()))
}

const refusing = (change: Parameters<typeof failure>[0]) => () => {
  throw failure(change)
}

describe('what is kept of a person', () => {
  it('is nothing as a rule, and that is how it should be', async () => {
    const desk = await open([])
    expect(desk.asks('personal-dialog'), 'one click away').toBe(true)
    expect(desk.textOf('personal-none'), 'nothing is missing here').toContain('本来就该空着')
    expect(desk.shows('personal-items'), 'no empty table').toBe(false)
  })

  it('is told masked, with why, since when and by whom', async () => {
    const desk = await open([item('mobile_phone'), item('id_number', { by: '王建国（wang）' })])
    expect(desk.textOf('personal-mobile_phone'), 'as the program tells it').toMatch(
      /^手机号码 ?139\*{4}7519 ?显示 ?抹去 ?保留理由：值班联系 ?李娜（lina） 2026年11月21日 10:05 起保留$/,
    )
    expect(desk.textOf('personal-id_number'), 'each by itself').toContain('王建国（wang）')
    expect(desk.shows('personal-keep'), 'of each sort there is one').toBe(false)
    expect(desk.host.requests('personal_show'), 'looking at masks opens nothing').toEqual([])
  })

  it('is that person’s alone', async () => {
    const desk = await open([item('mobile_phone', { holder: { kind: 'account', id: 'wang' } })])
    expect(desk.shows('personal-none'), 'what is kept of others is in their place').toBe(true)
    await desk.click('personal-close')
    await desk.click('account-wang-personal')
    expect(desk.shows('personal-mobile_phone'), 'here it is').toBe(true)
  })

  it('is only masks for whoever may only look', async () => {
    const desk = await open([item('mobile_phone')], {}, ['personal_view'], ZHAO)
    expect(desk.textOf('personal-mobile_phone-masked'), 'enough to recognise one’s own').toBe('139****7519')
    const acts = ['personal-keep', 'personal-mobile_phone-show', 'personal-mobile_phone-erase']
    expect(
      acts.filter((id) => desk.shows(id)),
      'what is not permitted is not there',
    ).toEqual([])
  })

  it('can be shown, but neither kept nor erased, by whoever watches', async () => {
    const desk = await open([item('mobile_phone')], {}, ['personal_view', 'personal_show'], WANG)
    expect(desk.shows('personal-mobile_phone-show'), 'the supervisor may').toBe(true)
    expect(desk.shows('personal-keep') || desk.shows('personal-mobile_phone-erase'), 'and no more').toBe(
      false,
    )
  })

  it('has no place where the program permits nobody to look', async () => {
    const desk = await openConsole({ console_view: consoleAt('open') }, '/settings/accounts')
    expect(desk.shows('account-zhao-personal'), 'no way that could only fail').toBe(false)
  })

  it('says why it cannot be listed, and tries again', async () => {
    const desk = await open([], { personal_view: refusing({}) })
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe(failure().message)
    expect(desk.shows('personal-none'), 'no answer is not emptiness').toBe(false)
    expect(desk.shows('personal-keep'), 'what is there already is not known').toBe(false)
    desk.host.answer({ personal_view: { items: [] } })
    await desk.click('personal-retry')
    expect(desk.shows('personal-none'), 'now it is known').toBe(true)
  })

  it('says of each value why it cannot be read, and offers only to erase it', async () => {
    const message = '个人信息的密钥文件“/srv/office/keys/personal.key”不见了，保留的号码打不开。'
    const gone = failure({ code: 'personal_key_missing', message })
    const desk = await open([item('mobile_phone', { masked: null, failure: gone }), item('id_number')])
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe(message)
    expect(desk.shows('personal-mobile_phone-show'), 'it could only fail').toBe(false)
    expect(desk.shows('personal-mobile_phone-erase'), 'erasing needs no key').toBe(true)
    expect(desk.shows('personal-id_number-show'), 'the other is not to blame').toBe(true)
  })

  it('goes away with Escape', async () => {
    const desk = await open([item('mobile_phone')])
    await escape(desk, 'personal-dialog')
    expect(desk.asks('personal-dialog') || desk.shows('personal-items'), 'nothing of it stays').toBe(false)
  })
})

describe('keeping a value', () => {
  it('sends which, what and why with Enter, and leaves nothing in the form', async () => {
    const desk = await open([], { personal_keep: { items: [item('id_number')] } })
    await desk.click('personal-keep')
    await desk.see('keep-id_number').find('input').setValue(true)
    await desk.type('keep.value', '11010119900307851X')
    await desk.type('keep.reason', '办证')
    await desk.enter('keep.reason')
    expect(desk.host.requests('personal_keep'), 'as it was typed').toEqual([
      {
        holder: { kind: 'account', id: 'zhao' },
        field: 'id_number',
        value: '11010119900307851X',
        reason: '办证',
      },
    ])
    expect(desk.asks('keep-dialog'), 'done').toBe(false)
    expect(desk.textOf('personal-id_number-masked'), 'the answer is the list').toContain('851X')
    await desk.click('personal-keep')
    expect(desk.valueOf('keep.value') + desk.valueOf('keep.reason'), 'a clean form').toBe('')
    expect(desk.shows('keep-id_number'), 'of which there is one already').toBe(false)
  })

  it('is told its mistakes beside the fields', async () => {
    const wrong = '手机号码应为 11 位，现在是 10 位。'
    const problems = [problem('value', wrong), problem('reason', '理由里写着号码。')]
    const desk = await open([], { personal_keep: refusing({ code: 'personal_invalid', problems }) })
    await desk.click('personal-keep')
    await desk.type('keep.value', '1381234567')
    await desk.enter('keep.value')
    expect(desk.textOf('problem-keep.value'), 'in the program’s words').toContain(wrong)
    expect(desk.textOf('problem-keep.reason'), 'all at once').toContain('理由里写着号码。')
    expect(document.activeElement, 'the cursor is at the first').toBe(desk.see('keep.value').element)
    expect(desk.shows('failure-notice'), 'and nothing twice').toBe(false)
    expect(desk.valueOf('keep.value'), 'to be mended, not typed anew').toBe('1381234567')
    await desk.type('keep.value', NUMBER)
    expect(desk.shows('problem-keep.value'), 'being mended').toBe(false)
  })

  it('says why it could not be, where no field is to blame', async () => {
    const message = '赵䶮的手机号码已经有一个，没有另存。'
    const desk = await open([], { personal_keep: refusing({ code: 'personal_kept_already', message }) })
    await desk.click('personal-keep')
    await desk.type('keep.value', NUMBER)
    await desk.enter('keep.value')
    expect(desk.textOf('failure-message'), 'somebody else was first').toBe(message)
  })

  it('is given up with Escape, and what was typed is gone', async () => {
    const desk = await open([])
    await desk.click('personal-keep')
    await desk.type('keep.value', NUMBER)
    await escape(desk, 'keep-dialog')
    expect(traces(), 'nowhere on the page').toEqual([])
    expect(desk.asks('personal-dialog'), 'the list stays').toBe(true)
    expect(desk.host.requests('personal_keep'), 'nothing was kept').toEqual([])
    await desk.click('personal-keep')
    expect(desk.valueOf('keep.value'), 'nor does it come back').toBe('')
  })
})

describe('showing a value', () => {
  const clock = () =>
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  async function pass(time: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(time)
    await settle()
  }
  afterEach(() => vi.useRealTimers())

  it('asks why, and says first that it will stand in the trail', async () => {
    const desk = await open([item('mobile_phone')])
    await desk.click('personal-mobile_phone-show')
    expect(desk.textOf('personal-says'), 'before anything is seen').toMatch(/记入留痕.*30 秒/)
    expect(desk.host.requests('personal_show'), 'nothing was opened for that').toEqual([])
    await desk.type('personal.why', '通知值班')
    await desk.enter('personal.why')
    expect(desk.host.requests('personal_show'), 'one value, with the reason').toEqual([
      { holder: { kind: 'account', id: 'zhao' }, field: 'mobile_phone', reason: '通知值班' },
    ])
    expect(desk.textOf('personal-mobile_phone-clear'), 'in clear').toBe(NUMBER)
    expect(desk.textOf('personal-mobile_phone-left'), 'what has just happened').toContain('已经记入留痕')
  })

  it('ends by itself after thirty seconds, and counts them', async () => {
    clock()
    const desk = await open([item('mobile_phone')])
    await lookAt(desk)
    await pass(12_000)
    expect(desk.textOf('personal-mobile_phone-left'), 'how long still').toMatch(/^18 秒/)
    await pass(SHOWN_FOR - 12_000 - 1)
    expect(traces(), 'not before').not.toEqual([])
    await pass(1)
    expect(traces(), 'nowhere on the page').toEqual([])
    expect(desk.textOf('personal-mobile_phone-masked'), 'masked as before').toBe('139****7519')
  })

  it('has ended when the PC wakes, and ends in time when the clock is set back', async () => {
    clock()
    const desk = await open([item('mobile_phone')])
    await lookAt(desk)
    vi.setSystemTime(Date.now() + 60 * 60_000)
    await pass(1000)
    expect(traces(), 'the timers slept, the clock did not').toEqual([])
    await lookAt(desk)
    vi.setSystemTime(Date.now() - 60 * 60_000)
    await pass(SHOWN_FOR)
    expect(traces(), 'nobody gets an hour').toEqual([])
  })

  it.each<[string, (desk: Desk) => Promise<unknown>]>([
    ['covered again', (desk) => desk.click('personal-mobile_phone-show')],
    ['closed', (desk) => desk.click('personal-close')],
    ['closed by Escape', (desk) => escape(desk, 'personal-dialog')],
    ['locked', lockScreen],
    ['left for another page', (desk) => desk.router.push('/trail')],
    ['about to erase it', (desk) => desk.click('personal-mobile_phone-erase')],
  ])('ends at once when it is %s', async (_, leave) => {
    const desk = await open([item('mobile_phone')])
    await lookAt(desk)
    expect(traces(), 'it was there').not.toEqual([])
    await leave(desk)
    await settle()
    expect(traces(), 'nowhere on the page').toEqual([])
  })

  it('ends at once when the window is put away', async () => {
    const desk = await open([item('mobile_phone')])
    await lookAt(desk)
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    document.dispatchEvent(new Event('visibilitychange'))
    await settle()
    expect(traces(), 'nobody finds it when the window comes back').toEqual([])
  })

  it('does not come back after the screen was locked', async () => {
    const desk = await open([item('mobile_phone')])
    await lookAt(desk)
    await lockScreen()
    desk.host.answer({ account_enter: { ...consoleAt('open'), permitted: EVERYTHING } })
    await settle()
    await desk.type('enter.password', 'Jingban-2026x')
    await desk.enter('enter.password')
    expect(desk.asks('lock-screen'), 'back at the desk').toBe(false)
    expect(desk.textOf('personal-mobile_phone-masked'), 'where it was, but masked').toBe('139****7519')
    expect(traces(), 'to see it again takes a reason again').toEqual([])
  })

  it.each<[string, (desk: Desk) => Promise<unknown>]>([
    ['given up', (desk) => escape(desk, 'personal-reason')],
    ['locked', lockScreen],
    ['left', (desk) => desk.router.push('/trail')],
  ])('shows nothing that arrives after it was %s', async (_, leave) => {
    const answer = later<PersonalShown>()
    const desk = await open([item('mobile_phone')], { personal_show: () => answer.promise })
    await lookAt(desk)
    await leave(desk)
    await answer.arrive(shown)
    expect(traces(), 'nobody is there to see it').toEqual([])
  })

  it('hears nothing in the next question of a refusal of the one that was given up', async () => {
    const answer = later<PersonalShown>()
    const desk = await open([item('mobile_phone')], { personal_show: () => answer.promise })
    await lookAt(desk)
    await escape(desk, 'personal-reason')
    await desk.click('personal-mobile_phone-show')
    await answer.fail(failure())
    expect(desk.shows('failure-notice'), 'that was about something else').toBe(false)
    desk.host.answer({ personal_show: shown })
    await desk.type('personal.why', '通知值班')
    await desk.enter('personal.why')
    expect(desk.textOf('personal-mobile_phone-clear'), 'and this one is asked').toBe(NUMBER)
  })

  it('cannot be copied', async () => {
    const desk = await open([item('mobile_phone')])
    await lookAt(desk)
    const clear = desk.see('personal-mobile_phone-clear')
    for (const kind of ['copy', 'dragstart', 'contextmenu']) {
      const event = new Event(kind, { bubbles: true, cancelable: true })
      clear.element.dispatchEvent(event)
      expect(event.defaultPrevented, `${kind} does nothing`).toBe(true)
    }
    expect(clear.find('button').exists(), 'no button either').toBe(false)
  })

  it('is one at a time', async () => {
    const desk = await open([item('mobile_phone'), item('id_number')])
    await lookAt(desk)
    desk.host.answer({ personal_show: { ...shown, value: '11010119900307851X' } })
    await desk.click('personal-id_number-show')
    await desk.type('personal.why', '办证')
    await desk.enter('personal.why')
    expect(traces(), 'the first has gone').toEqual([])
    expect(desk.textOf('personal-id_number-clear'), 'the second is there').toBe('11010119900307851X')
  })

  it('is refused without a good reason, beside the field', async () => {
    const told = '理由里写着号码。'
    const desk = await open([item('mobile_phone')], {
      personal_show: refusing({ code: 'personal_invalid', problems: [problem('reason', told)] }),
    })
    await lookAt(desk)
    expect(desk.textOf('problem-personal.why'), 'in the program’s words').toContain(told)
    expect(desk.asks('personal-reason'), 'to be mended').toBe(true)
    expect(desk.shows('personal-mobile_phone-clear'), 'and nothing is seen').toBe(false)
  })

  it('says why it cannot be', async () => {
    const message = '赵䶮的手机号码打不开：密封的内容损坏，被改动过，或者换成了别的。'
    const desk = await open([item('mobile_phone')], {
      personal_show: refusing({ code: 'personal_value_damaged', message }),
    })
    await lookAt(desk)
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe(message)
    await escape(desk, 'personal-reason')
    await desk.click('personal-mobile_phone-show')
    expect(desk.shows('failure-notice'), 'the next try begins clean').toBe(false)
  })
})

describe('erasing a value', () => {
  const remains = ['保留期间做过的 1 份备份里仍有这个值：甲.sunlot-backup。不再需要的，请销毁。']

  async function erase(desk: Desk): Promise<void> {
    await desk.click('personal-mobile_phone-erase')
    await desk.type('personal.why', '不再值班')
    await desk.enter('personal.why')
  }

  it('says what it means, and names the copies that still have it', async () => {
    const desk = await open([item('mobile_phone')], { personal_erase: { view: { items: [] }, remains } })
    await desk.click('personal-mobile_phone-erase')
    expect(desk.textOf('personal-says'), 'asked before, not after').toContain('找不回来')
    expect(desk.host.requests('personal_erase'), 'nothing is gone by asking').toEqual([])
    await desk.type('personal.why', '不再值班')
    await desk.enter('personal.why')
    expect(desk.host.requests('personal_erase'), 'one value, with the reason').toEqual([
      { holder: { kind: 'account', id: 'zhao' }, field: 'mobile_phone', reason: '不再值班' },
    ])
    expect(desk.shows('personal-mobile_phone'), 'it is gone').toBe(false)
    expect(desk.textOf('personal-erased'), 'but not everywhere').toContain(remains[0])
  })

  it('says so where nothing remains', async () => {
    const desk = await open([item('mobile_phone')], { personal_erase: { view: { items: [] }, remains: [] } })
    await erase(desk)
    expect(desk.textOf('personal-erased'), 'a word, not silence').toMatch(/已经抹去.*程序知道的地方都没有了/)
  })

  it('does nothing on Escape', async () => {
    const desk = await open([item('mobile_phone')])
    await desk.click('personal-mobile_phone-erase')
    await desk.type('personal.why', '不再值班')
    await escape(desk, 'personal-reason')
    expect(desk.host.requests('personal_erase'), 'the harmless answer').toEqual([])
    expect(desk.shows('personal-mobile_phone'), 'it is still kept').toBe(true)
    await desk.click('personal-mobile_phone-erase')
    expect(desk.valueOf('personal.why'), 'asked anew').toBe('')
  })

  it('says why it could not be, and keeps the value listed', async () => {
    const desk = await open([item('mobile_phone')], { personal_erase: refusing({}) })
    await erase(desk)
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe(failure().message)
    await desk.click('personal-cancel')
    expect(desk.shows('personal-erased'), 'nothing was erased').toBe(false)
    expect(desk.shows('personal-mobile_phone'), 'it is still kept').toBe(true)
  })

  it('is sent once, however often Enter is pressed', async () => {
    const answer = later<PersonalErased>()
    const desk = await open([item('mobile_phone')], { personal_erase: () => answer.promise })
    await erase(desk)
    await desk.enter('personal.why')
    expect(desk.host.requests('personal_erase').length, 'one act, one event').toBe(1)
    await answer.arrive({ view: { items: [] }, remains: [] })
    expect(desk.shows('personal-erased'), 'and done').toBe(true)
  })
})

describe('the groups of a number', () => {
  it.each([
    ['mobile_phone' as const, NUMBER, ['139', '8642', '7519']],
    ['id_number' as const, '11010119900307851X', ['110101', '19900307', '851X']],
    ['mobile_phone' as const, '138', ['138']],
    ['mobile_phone' as const, '1381234567890', ['138', '1234', '5678', '90']],
  ])('of %s %s lose no digit', (field, value, groups) => {
    expect(inGroups(field, value), 'all that was there').toEqual(groups)
  })
})

describe('accessibility', () => {
  it('finds nothing wrong with the list, nor with what is asked in front of it', async () => {
    const desk = await open([item('mobile_phone')])
    await lookAt(desk)
    expect(await findBarriers(), 'the list with a value in clear').toEqual([])
    await desk.click('personal-mobile_phone-erase')
    expect(await findBarriers(), 'the question').toEqual([])
    await desk.click('personal-cancel')
    await desk.click('personal-keep')
    expect(await findBarriers(), 'the form').toEqual([])
  })
})
