import { describe, expect, it } from 'vitest'
import type { ConsoleView } from '@/ipc/generated/ConsoleView'
import { findBarriers } from '@/testing/accessibility'
import { later, openConsole, settle, type Desk } from '@/testing/desk'
import {
  consoleAt,
  entryRefused,
  failure,
  LINA,
  paper,
  problem,
  profile,
  profileView,
  WANG,
} from '@/testing/samples'

const refused = () => {
  throw entryRefused()
}

async function atTheDoor(answers: Parameters<typeof openConsole>[0] = {}): Promise<Desk> {
  return openConsole({ console_view: consoleAt('closed'), ...answers })
}

async function enterAs(desk: Desk, login = 'lina', password = 'Shuang-suiji26'): Promise<void> {
  await desk.type('enter.login', login)
  await desk.type('enter.password', password)
  await desk.enter('enter.password')
}

describe('entering', () => {
  it('shows the door and nothing behind it, and shows the window for it', async () => {
    const desk = await atTheDoor()
    expect(desk.shows('nav-office'), 'there is no console to walk about in').toBe(false)
    expect(desk.host.requests('office_profile'), 'and no page asks for anything').toEqual([])
    expect(desk.host.requests('console_ready').length, 'a hidden window would let nobody in').toBe(1)
    expect(desk.textOf('door-office'), 'people see at whose door they stand').toBe('徐水区气象局')
    expect(document.activeElement, 'one can type at once').toBe(desk.see('enter.login').element)
  })

  it('opens the console for whoever has the password', async () => {
    const desk = await atTheDoor({ account_enter: consoleAt('open') })
    await enterAs(desk)
    expect(desk.host.requests('account_enter'), 'what was typed is what is sent').toEqual([
      { login: 'lina', password: 'Shuang-suiji26' },
    ])
    expect(desk.textOf('actor'), 'the head bar says who is here').toBe('李娜')
    expect(desk.shows('field-name'), 'and the page is there').toBe(true)
  })

  it('says in place why it does not open, and keeps no password', async () => {
    const desk = await atTheDoor({ account_enter: refused })
    await enterAs(desk, 'lina', 'Wrong-password1')
    expect(desk.textOf('failure-message'), 'the words are the program’s').toBe('登录名或密码不对。')
    expect(desk.shows('failure-copy'), 'a mistyped password is nothing to report').toBe(false)
    expect(desk.valueOf('enter.password'), 'it has to be typed anew anyway').toBe('')
    expect(desk.valueOf('enter.login'), 'the name stays').toBe('lina')
    expect(document.activeElement, 'at the field to type in').toBe(desk.see('enter.password').element)
    expect(window.location.href + document.title, 'nothing of it gets into the address').not.toContain(
      'Wrong',
    )
    const stored = JSON.stringify([{ ...localStorage }, { ...sessionStorage }])
    expect(stored, 'nor into any storage').not.toContain('Wrong')
  })

  it('offers the particulars of a failure that is none of the person’s', async () => {
    const desk = await atTheDoor({
      account_enter: () => {
        throw failure()
      },
    })
    await enterAs(desk)
    expect(desk.shows('failure-copy'), 'somebody has to be told of a full disk').toBe(true)
  })

  it('does not spend an attempt on an empty field', async () => {
    const desk = await atTheDoor({ account_enter: refused })
    await desk.enter('enter.login')
    await desk.type('enter.login', 'lina')
    await desk.enter('enter.login')
    expect(desk.host.requests('account_enter'), 'Enter leads to the password first').toEqual([])
    expect(document.activeElement, 'there it is').toBe(desk.see('enter.password').element)
  })

  it('asks once, however often Enter is pressed', async () => {
    const answer = later<ConsoleView>()
    const desk = await atTheDoor({ account_enter: () => answer.promise })
    await enterAs(desk)
    await desk.type('enter.password', 'Shuang-suiji26')
    await desk.enter('enter.password')
    expect(desk.host.requests('account_enter').length, 'a second one could count as wrong').toBe(1)
    await answer.arrive(consoleAt('open'))
  })

  it('shows the password when asked to, and warns of Caps Lock', async () => {
    const desk = await atTheDoor()
    expect(desk.see('enter.password').attributes('type'), 'hidden at first').toBe('password')
    await desk.click('enter.password-show')
    expect(desk.see('enter.password').attributes('type'), 'people who mistype want to see it').toBe('text')
    const event = new KeyboardEvent('keydown', { key: 'A', bubbles: true })
    Object.defineProperty(event, 'getModifierState', { value: (key: string) => key === 'CapsLock' })
    desk.see('enter.password').element.dispatchEvent(event)
    await settle()
    expect(desk.shows('enter.password-capitals'), 'the commonest mistake of all').toBe(true)
    await desk.see('enter.password').trigger('keydown', { key: 'a' })
    expect(desk.shows('enter.password-capitals'), 'quiet again').toBe(false)
  })

  it('never lets a browser remember a password', async () => {
    const desk = await atTheDoor()
    expect(desk.see('enter.password').attributes('autocomplete'), 'nor offer one').toBe('new-password')
  })

  it('brings every page up anew for the next person', async () => {
    const desk = await openConsole({
      console_view: consoleAt('open'),
      account_leave: consoleAt('closed'),
      account_enter: consoleAt('open', WANG),
    })
    await desk.click('person-menu')
    await desk.click('menu-leave')
    const before = desk.host.requests('office_profile').length
    await enterAs(desk, 'wang', 'Jiandu-yuan26')
    expect(desk.host.requests('office_profile').length, 'what one saw is not what the other may see').toBe(
      before + 1,
    )
  })
})

describe('the way in by the recovery code', () => {
  async function forgotten(answers: Parameters<typeof openConsole>[0] = {}): Promise<Desk> {
    const desk = await atTheDoor(answers)
    await desk.type('enter.login', 'lina')
    await desk.click('forgotten')
    return desk
  }

  it('sends the code with a new password and shows the new paper', async () => {
    let open = false
    const desk = await forgotten({
      console_view: () => consoleAt(open ? 'open' : 'closed'),
      account_recover: () => {
        open = true
        return paper(LINA)
      },
    })
    expect(desk.valueOf('recover.login'), 'the name was typed already').toBe('lina')
    await desk.type('recover.code', 'a7k2qm 9wxr4t b3cdef ghj5k6')
    await desk.type('recover.password', 'Xin-mima2026')
    await desk.type('recover.again', 'Xin-mima2026')
    await desk.enter('recover.again')
    expect(desk.host.requests('account_recover'), 'as typed: reading it is the program’s work').toEqual([
      { login: 'lina', code: 'a7k2qm 9wxr4t b3cdef ghj5k6', password: 'Xin-mima2026', again: 'Xin-mima2026' },
    ])
    expect(desk.asks('recovery-papers'), 'the old paper is worth nothing now').toBe(true)
    expect(desk.textOf('paper-lina'), 'one’s own is shown at once').toContain('A7K2QM')
  })

  it('puts each problem beside its field until that is changed', async () => {
    const desk = await forgotten({
      account_recover: () => {
        throw failure({ code: 'account_invalid', problems: [problem('code'), problem('again')] })
      },
    })
    await desk.enter('recover.code')
    expect(desk.shows('problem-recover.code') && desk.shows('problem-recover.again'), 'both are told').toBe(
      true,
    )
    expect(document.activeElement, 'at the first of them').toBe(desk.see('recover.code').element)
    await desk.type('recover.code', 'A')
    expect(desk.shows('problem-recover.code'), 'what is being mended is not called wrong').toBe(false)
    expect(desk.shows('problem-recover.again'), 'the other still is').toBe(true)
  })

  it('leads back', async () => {
    const desk = await forgotten()
    await desk.click('recover-back')
    expect(desk.shows('enter.password'), 'whoever remembers after all').toBe(true)
  })
})

describe('a password that somebody else set', () => {
  it('is changed before anything else', async () => {
    const desk = await openConsole({
      console_view: consoleAt('own_password_first'),
      account_password: consoleAt('open'),
    })
    expect(desk.shows('nav-office'), 'nothing is done with a password that two people know').toBe(false)
    await desk.type('own.old', 'Linshi-mima26')
    await desk.type('own.password', 'Shuang-suiji26')
    await desk.type('own.again', 'Shuang-suiji26')
    await desk.enter('own.again')
    expect(desk.textOf('actor'), 'then one is in').toBe('李娜')
  })

  it('can be left alone by leaving', async () => {
    const desk = await openConsole({
      console_view: consoleAt('own_password_first'),
      account_leave: consoleAt('closed'),
    })
    await desk.click('own-leave')
    expect(desk.shows('enter-page'), 'perhaps somebody else wants to enter').toBe(true)
  })
})

describe('a locked screen', () => {
  const lock = { account_lock: consoleAt('locked') }

  async function lockedWithText(answers: Parameters<typeof openConsole>[0] = {}): Promise<Desk> {
    const desk = await openConsole({ console_view: consoleAt('open'), ...lock, ...answers })
    await desk.type('field-address', '振兴中路 1 号')
    await desk.press({ code: 'KeyL', ctrlKey: true })
    return desk
  }

  it('covers everything and tears nothing down', async () => {
    const desk = await lockedWithText({ account_enter: consoleAt('open') })
    expect(desk.asks('lock-screen'), 'modal: nothing behind it can be reached').toBe(true)
    expect(desk.textOf('locked-name'), 'whose it is').toBe('李娜')
    const behind = desk.see('field-address').element.closest('.behind-the-door')
    expect(behind?.classList.contains('locked'), 'onlookers see nothing of the page').toBe(true)
    expect(behind?.hasAttribute('inert'), 'nor can a key reach it').toBe(true)
    await desk.press({ code: 'Digit1', altKey: true })
    expect(desk.router.currentRoute.value.path, 'no shortcut works').toBe('/settings/office')
    await desk.type('enter.password', 'Shuang-suiji26')
    await desk.enter('enter.password')
    expect(desk.asks('lock-screen'), 'open again').toBe(false)
    expect(desk.valueOf('field-address'), 'with the text that was not saved').toBe('振兴中路 1 号')
    expect(behind?.classList.contains('locked'), 'and to be seen').toBe(false)
    expect(desk.host.requests('account_enter')[0]?.login, 'the name was known').toBe('lina')
  })

  it('is not opened by Escape, nor by a wrong password', async () => {
    const desk = await lockedWithText({ account_enter: refused })
    const dialog = desk.see('lock-screen').element as HTMLDialogElement
    const cancel = new Event('cancel', { cancelable: true })
    dialog.dispatchEvent(cancel)
    expect(cancel.defaultPrevented, 'Escape is no password').toBe(true)
    dialog.close()
    await settle()
    expect(dialog.open, 'and where a browser closes it anyway, it is shown again').toBe(true)
    await desk.type('enter.password', 'Wrong-password1')
    await desk.enter('enter.password')
    expect(desk.asks('lock-screen'), 'still locked').toBe(true)
    expect(desk.textOf('failure-message'), 'and why').toBe('登录名或密码不对。')
  })

  it('comes up by whichever call is answered that it is locked', async () => {
    let locked = false
    const desk = await openConsole({
      console_view: () => consoleAt(locked ? 'locked' : 'open'),
      office_profile_save: () => {
        locked = true
        throw failure({ code: 'screen_locked', message: '屏幕已经锁定。' })
      },
    })
    await desk.type('field-address', '振兴中路 1 号')
    await desk.click('save')
    expect(desk.asks('lock-screen'), 'the program keeps its own time').toBe(true)
    expect(desk.valueOf('field-address'), 'the text is there still').toBe('振兴中路 1 号')
  })

  it('warns before somebody else enters over unsaved text', async () => {
    const desk = await lockedWithText({ account_leave: consoleAt('closed') })
    await desk.click('change-person')
    expect(desk.asks('change-question'), 'the text is another’s').toBe(true)
    await desk.click('change-stay')
    expect(desk.host.requests('account_leave'), 'nothing happened').toEqual([])
    await desk.click('change-person')
    await desk.click('change-leave')
    expect(desk.shows('enter-page'), 'now anybody may enter').toBe(true)
    expect(desk.asks('lock-screen'), 'at the open door').toBe(false)
  })

  it('asks nothing where there is nothing to lose', async () => {
    const desk = await openConsole({
      console_view: consoleAt('open'),
      ...lock,
      account_leave: consoleAt('closed'),
    })
    await desk.press({ code: 'KeyL', ctrlKey: true })
    await desk.click('change-person')
    expect(desk.shows('enter-page'), 'a question without a reason is noise').toBe(true)
  })

  it('says why leaving failed', async () => {
    const desk = await openConsole({
      console_view: consoleAt('locked'),
      account_leave: () => {
        throw failure()
      },
    })
    await desk.click('change-person')
    expect(desk.textOf('failure-message'), 'leaving is written down, and the disk was full').toBe(
      failure().message,
    )
  })

  it('answers the cross of the window itself, not the page behind', async () => {
    const desk = await lockedWithText()
    const closing = desk.host.close()
    await settle()
    expect(desk.asks('unsaved-question'), 'what the page would ask is not for whoever stands here').toBe(
      false,
    )
    expect(desk.asks('change-question'), 'the lock asks').toBe(true)
    await desk.click('change-leave')
    expect(await closing, 'closed, for somebody said so').toBe(true)
  })

  it('takes the recovery code of the person whose it is', async () => {
    const desk = await lockedWithText()
    await desk.click('forgotten')
    expect(desk.shows('recover.login'), 'no other name can be typed').toBe(false)
    expect(desk.shows('recover.code'), 'only the code').toBe(true)
  })

  it('covers a question that stood open', async () => {
    const desk = await openConsole({ console_view: consoleAt('open'), ...lock })
    await desk.type('field-address', '振兴中路 1 号')
    await desk.click('nav-trail')
    expect(desk.asks('unsaved-question'), 'a question stands').toBe(true)
    await desk.press({ code: 'KeyL', ctrlKey: true })
    expect(desk.asks('lock-screen'), 'whoever is called away answers it later').toBe(true)
    expect(desk.asks('unsaved-question'), 'and it is still asked').toBe(true)
  })
})

describe('accessibility', () => {
  it.each([
    ['the door', consoleAt('closed'), []],
    ['the way in by the code', consoleAt('closed'), ['forgotten']],
    ['a locked screen', consoleAt('locked'), []],
    ['a password to be changed', consoleAt('own_password_first'), []],
    ['the menu', consoleAt('open'), ['person-menu']],
    ['changing the password', consoleAt('open'), ['person-menu', 'menu-password']],
    ['a new recovery code', consoleAt('open'), ['person-menu', 'menu-recovery']],
  ])('finds nothing wrong with %s', async (_, view, clicks) => {
    const desk = await openConsole({
      console_view: view,
      office_profile: profileView({ profile: profile() }),
    })
    for (const id of clicks) await desk.click(id)
    expect(await findBarriers(), 'everybody can use it, screen readers included').toEqual([])
  })
})
