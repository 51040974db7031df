import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OfficeProfile } from '@/ipc/generated/OfficeProfile'
import type { OfficeProfileCheck } from '@/ipc/generated/OfficeProfileCheck'
import type { OfficeProfileSaved } from '@/ipc/generated/OfficeProfileSaved'
import { later, openConsole, settle, type Desk } from '@/testing/desk'
import { consoleAt, failure, problem, profile, profileView, WANG } from '@/testing/samples'
import { CHECK_DELAY } from './useProfileCheck'

function savedAs(sent: OfficeProfile, version = 4): OfficeProfileSaved {
  return { view: profileView({ profile: sent, version }), changed: ['单位名称'] }
}

function checked(
  problems = [problem('phone')],
  documentNumberExample: string | null = null,
): OfficeProfileCheck {
  return { problems, documentNumberExample }
}

function valueOf(desk: Desk, id: string): string {
  return (desk.see(id).element as HTMLInputElement).value
}

async function waitForCheck(): Promise<void> {
  await vi.advanceTimersByTimeAsync(CHECK_DELAY)
  await settle()
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => vi.useRealTimers())

describe('what is shown', () => {
  it('welcomes an office that has never saved, and lists what is missing and what for', async () => {
    const missing = [{ field: 'code', label: '单位代码', neededFor: '摇号封存' }]
    const desk = await openConsole({ office_profile: profileView({ version: 0, savedAt: null, missing }) })
    expect(desk.shows('welcome'), 'a newcomer learns what the page is for').toBe(true)
    expect(desk.textOf('missing-code'), 'the field and the act that needs it').toBe('单位代码摇号封存')
    await desk.click('missing-code')
    expect(document.activeElement, 'a click leads to the field').toBe(desk.see('field-code').element)
  })

  it('offers 委托机关 only to an entrusted organisation', async () => {
    const desk = await openConsole()
    expect(desk.shows('field-entrustingAuthority'), 'nobody else is entrusted by anybody').toBe(false)
    await desk.see('field-authority').find('input').trigger('click')
    await desk.click('field-authority-entrusted')
    expect(desk.shows('field-entrustingAuthority'), 'now it matters').toBe(true)
  })

  it('shows the number of a document as the program would write it', async () => {
    const desk = await openConsole({ office_profile_check: checked([], '冀徐气抽查〔2026〕1号') })
    expect(desk.textOf('document-number-example'), 'never put together here').toBe('冀徐气抽查〔2026〕1号')
  })

  it('leaves the letters of a code as typed', async () => {
    const desk = await openConsole({ office_profile_save: (sent) => savedAs({ ...sent, code: '11AB' }) })
    await desk.type('field-code', '11ab')
    expect(valueOf(desk, 'field-code'), 'capitals are only a manner of showing').toBe('11ab')
    await desk.click('save')
    expect(desk.host.requests('office_profile_save')[0]?.code, 'what was typed is what is sent').toBe('11ab')
    expect(valueOf(desk, 'field-code'), 'after saving the saved value is shown').toBe('11AB')
  })
})

describe('somebody who may not change it', () => {
  it('sees everything and finds nothing to save with', async () => {
    const channels = [{ kind: 'portal' as const, detail: 'www' }]
    const desk = await openConsole({
      console_view: consoleAt('open', WANG),
      office_profile: profileView({ profile: profile({ channels }) }),
    })
    expect(valueOf(desk, 'field-name'), 'looking is for everybody').toBe('徐水区气象局')
    expect(desk.see('field-name').attributes('disabled'), 'typing would be in vain').toBeDefined()
    expect(desk.shows('save') || desk.shows('channel-add') || desk.shows('channel-0-remove'), 'no act').toBe(
      false,
    )
    expect(desk.textOf('profile-readonly'), 'and who would do it').toBe('单位资料由管理员修改')
    await desk.press({ code: 'KeyS', ctrlKey: true })
    expect(desk.host.requests('office_profile_save'), 'nor does the key').toEqual([])
  })
})

describe('opinions while typing', () => {
  it('are asked for once typing pauses, and shown once the field is left', async () => {
    const desk = await openConsole({ office_profile_check: checked() })
    const before = desk.host.requests('office_profile_check').length
    await desk.type('field-phone', '03')
    await desk.type('field-phone', '0312x')
    await waitForCheck()
    const asked = desk.host.requests('office_profile_check').slice(before)
    expect(
      asked.map(({ phone }) => phone),
      'one question for a burst of typing',
    ).toEqual(['0312x'])
    expect(desk.shows('problem-phone'), 'nobody is corrected in mid-word').toBe(false)
    await desk.leave('field-phone')
    expect(desk.textOf('problem-phone'), 'message and hint beside the field').toBe('phone 有误请改正。')
    const described = desk.see('field-phone').attributes('aria-describedby')
    expect(document.getElementById(described ?? '')?.textContent, 'and told to a screen reader').toContain(
      '有误',
    )
  })

  it('wait until a press of the mouse has ended, or the click under it would be lost', async () => {
    const desk = await openConsole()
    desk.host.answer({ office_profile_check: () => checked([problem('phone', '有误')]) })
    await desk.type('field-phone', '0312x')
    await waitForCheck()
    window.dispatchEvent(new Event('pointerdown'))
    await desk.leave('field-phone')
    expect(desk.shows('problem-phone'), 'nothing moves while the button is down').toBe(false)
    window.dispatchEvent(new Event('pointerup'))
    await vi.runAllTimersAsync()
    expect(desk.shows('problem-phone'), 'once it is up, the field is told').toBe(true)
  })

  it('never let an older answer replace a newer one', async () => {
    const desk = await openConsole()
    const older = later<OfficeProfileCheck>()
    const newer = later<OfficeProfileCheck>()
    desk.host.answer({ office_profile_check: ({ phone }) => (phone === 'old' ? older : newer).promise })
    await desk.type('field-phone', 'old')
    await waitForCheck()
    await desk.type('field-phone', 'new')
    await waitForCheck()
    await desk.leave('field-phone')
    await newer.arrive(checked([problem('phone', '新的意见')]))
    await older.arrive(checked([problem('phone', '旧的意见')]))
    expect(desk.textOf('problem-phone'), 'the opinion is of the text that stands there').toContain('新的意见')
  })

  it('wait behind a locked screen until somebody is back', async () => {
    const desk = await openConsole({
      console_view: consoleAt('open'),
      account_lock: consoleAt('locked'),
      account_enter: consoleAt('open'),
    })
    await desk.type('field-phone', '0312x')
    const before = desk.host.requests('office_profile_check').length
    await desk.press({ code: 'KeyL', ctrlKey: true })
    await waitForCheck()
    expect(desk.host.requests('office_profile_check').length, 'it would only be refused').toBe(before)
    desk.host.answer({ office_profile_check: checked() })
    await desk.type('enter.password', 'Shuang-suiji26')
    await desk.enter('enter.password')
    await desk.leave('field-phone')
    expect(desk.shows('problem-phone'), 'asked as soon as the screen is open').toBe(true)
    expect(desk.shows('failure-message'), 'and no refusal stands on the page').toBe(false)
  })

  it('follow a channel that has moved since', async () => {
    const channels = [
      { kind: 'portal' as const, detail: 'www' },
      { kind: 'notice_board' as const, detail: '' },
    ]
    const desk = await openConsole({
      office_profile: profileView({ profile: profile({ channels }) }),
      office_profile_check: checked([problem('channels.1.detail')]),
    })
    await desk.leave('channel-1-detail')
    expect(desk.shows('problem-channels.1.detail'), 'it is about the second row').toBe(true)
    await desk.click('channel-1-up')
    expect(desk.shows('problem-channels.0.detail'), 'the same row is first now').toBe(true)
    expect(desk.shows('problem-channels.1.detail'), 'the other row was never wrong').toBe(false)
  })
})

describe('saving', () => {
  it('happens once, however often it is clicked', async () => {
    const answer = later<OfficeProfileSaved>()
    const desk = await openConsole({ office_profile_save: () => answer.promise })
    await desk.type('field-name', '新名称')
    void desk.see('save').trigger('click')
    void desk.see('save').trigger('click')
    await desk.press({ code: 'KeyS', ctrlKey: true })
    expect(desk.textOf('save-state'), 'it says what is going on').toBe('正在保存…')
    await answer.arrive(savedAs(profile({ name: '新名称' })))
    expect(desk.host.requests('office_profile_save').length, 'one intention, one version').toBe(1)
    expect(desk.textOf('save-state'), 'and which version came of it').toBe('已保存 第 4 版')
    expect(desk.textOf('office-name-top'), 'the head bar follows').toBe('新名称')
  })

  it('answers Ctrl+S, and keeps the browser from saving the page instead', async () => {
    const desk = await openConsole({ office_profile_save: (sent) => savedAs(sent) })
    const event = await desk.press({ code: 'KeyS', ctrlKey: true })
    expect(desk.host.requests('office_profile_save').length, 'the key saves').toBe(1)
    expect(event.defaultPrevented, 'and does nothing else').toBe(true)
  })

  it('says when nothing has changed', async () => {
    const desk = await openConsole({ office_profile_save: { view: profileView(), changed: [] } })
    await desk.click('save')
    expect(desk.textOf('save-state'), 'no new version without a change').toBe('内容没有变化，仍是第 3 版')
  })

  it('shows every problem after a refusal, counts them and leads to the first', async () => {
    const problems = [problem('phone'), problem('name')]
    const desk = await openConsole({
      office_profile_save: () => {
        throw failure({ code: 'profile_invalid', problems })
      },
    })
    await desk.click('save')
    expect(desk.shows('problem-phone') && desk.shows('problem-name'), 'left or not, all are shown').toBe(true)
    expect(desk.textOf('problem-count'), 'the bar sums up').toBe('2 处需要改正')
    expect(document.activeElement, 'first in reading order, not in the answer’s').toBe(
      desk.see('field-name').element,
    )
  })

  it('tells problems that have no field on the form beside the save button', async () => {
    const problems = [problem('entrustingAuthority', '委托机关多余')]
    const desk = await openConsole({
      office_profile_save: () => {
        throw failure({ code: 'profile_invalid', problems })
      },
    })
    await desk.click('save')
    expect(desk.textOf('failure-problems'), 'no reason of a refusal stays hidden').toContain('委托机关多余')
  })

  it('keeps the typed text when it fails, and says so on the page', async () => {
    const desk = await openConsole({
      office_profile_save: () => {
        throw failure()
      },
    })
    await desk.type('field-name', '徐水区䶮气象局')
    await desk.click('save')
    expect(valueOf(desk, 'field-name'), 'an error costs nobody a word').toBe('徐水区䶮气象局')
    expect(desk.textOf('failure-message'), 'the program’s words, not a passing toast').toBe(failure().message)
    expect(desk.see('save-state').attributes('data-state'), 'it is still not saved').toBe('dirty')
  })

  it('does not overwrite what was typed while it was under way', async () => {
    const answer = later<OfficeProfileSaved>()
    const desk = await openConsole({ office_profile_save: () => answer.promise })
    await desk.type('field-name', '一')
    await desk.click('save')
    await desk.type('field-name', '一二')
    await answer.arrive(savedAs(profile({ name: '一' })))
    expect(valueOf(desk, 'field-name'), 'the newer text stays').toBe('一二')
    expect(desk.textOf('save-state'), 'and counts as unsaved').toBe('有未保存的修改')
  })

  it('lets no earlier opinion soften a refusal', async () => {
    const opinion = later<OfficeProfileCheck>()
    const desk = await openConsole({
      office_profile_save: () => {
        throw failure({ code: 'profile_invalid', problems: [problem('name')] })
      },
    })
    desk.host.answer({ office_profile_check: () => opinion.promise })
    await desk.type('field-phone', '12')
    await waitForCheck()
    await desk.click('save')
    await opinion.arrive(checked([]))
    expect(desk.shows('problem-name'), 'the save’s verdict is the later one').toBe(true)
  })

  it('drops an opinion that was asked for before', async () => {
    const opinion = later<OfficeProfileCheck>()
    const desk = await openConsole({ office_profile_save: (sent) => savedAs(sent) })
    desk.host.answer({ office_profile_check: () => opinion.promise })
    await desk.type('field-phone', '12')
    await waitForCheck()
    await desk.leave('field-phone')
    desk.host.answer({ office_profile_check: checked([]) })
    await desk.click('save')
    await opinion.arrive(checked())
    expect(desk.shows('problem-phone'), 'what has just been saved is not called wrong').toBe(false)
  })
})

describe('setting back', () => {
  it('asks first, then shows what was saved', async () => {
    const desk = await openConsole()
    expect(desk.see('discard').attributes('disabled'), 'there is nothing to give up yet').toBeDefined()
    await desk.type('field-name', '别的')
    await desk.click('discard')
    await desk.click('discard-cancel')
    expect(valueOf(desk, 'field-name'), 'the harmless answer changes nothing').toBe('别的')
    await desk.click('discard')
    await desk.click('discard-confirm')
    expect(valueOf(desk, 'field-name'), 'back to the saved text').toBe(profile().name)
    expect(desk.textOf('save-state'), 'and nothing is left to save').toBe('未修改')
  })
})

describe('channels', () => {
  it('can be added, moved and removed, and go out in that order', async () => {
    const desk = await openConsole({ office_profile_save: (sent) => savedAs(sent) })
    expect(desk.shows('channel-empty'), 'an empty list says what to do').toBe(true)
    await desk.click('channel-add')
    expect(document.activeElement, 'one can type at once').toBe(desk.see('channel-0-detail').element)
    await desk.type('channel-0-detail', '甲')
    await desk.click('channel-add')
    await desk.type('channel-1-detail', '乙')
    await desk.click('channel-add')
    await desk.type('channel-2-detail', '丙')
    await desk.click('channel-2-up')
    await desk.click('channel-0-remove')
    await desk.click('save')
    const sent = desk.host.requests('office_profile_save')[0]?.channels
    expect(
      sent?.map(({ detail }) => detail),
      'order is what the office chose',
    ).toEqual(['丙', '乙'])
    expect(Object.keys(sent?.[0] ?? {}), 'nothing of the form’s own leaks out').toEqual(['kind', 'detail'])
  })
})

describe('loading', () => {
  it('says why it failed and can be tried again', async () => {
    const desk = await openConsole({
      office_profile: () => {
        throw failure({ code: 'office_damaged', message: '读不出单位资料' })
      },
    })
    expect(desk.textOf('failure-message'), 'no empty form that could be saved over the real one').toBe(
      '读不出单位资料',
    )
    expect(desk.shows('save'), 'and nothing to save it with').toBe(false)
    desk.host.answer({ office_profile: profileView() })
    await desk.click('retry')
    expect(valueOf(desk, 'field-name'), 'now it is there').toBe(profile().name)
  })
})
