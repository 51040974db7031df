import { describe, expect, it } from 'vitest'
import { openConsole, settle, type Desk } from '@/testing/desk'
import { consoleAt, failure, LINA, paper, problem } from '@/testing/samples'

async function withMenu(answers: Parameters<typeof openConsole>[0] = {}): Promise<Desk> {
  const desk = await openConsole({ console_view: consoleAt('open'), ...answers })
  await desk.click('person-menu')
  return desk
}

describe('a guest', () => {
  it('is invited once, and led to where accounts are made', async () => {
    const desk = await openConsole()
    expect(desk.textOf('actor'), 'who is acting is always said').toBe('root（未设账户）')
    expect(desk.shows('person-menu'), 'there is no person yet').toBe(false)
    await desk.click('invitation')
    expect(desk.router.currentRoute.value.path, 'the way is short').toBe('/settings/accounts')
  })

  it('sees which steps are done and which is next', async () => {
    const desk = await openConsole({ console_view: { ...consoleAt('guests'), officeName: null } })
    expect(desk.see('step-office').classes(), 'an office without a name begins there').toContain('next')
    desk.window.unmount()
    const named = await openConsole()
    expect(named.see('step-office').classes(), 'that is done').toContain('done')
    expect(named.see('step-accounts').classes(), 'accounts come next').toContain('next')
  })
})

describe('the menu of the person', () => {
  it('says who sits here and as what', async () => {
    const desk = await withMenu()
    expect(desk.textOf('person-menu'), 'name and roles').toMatch(/^李娜 ?经办员、管理员$/)
    expect(desk.shows('invitation') || desk.shows('first-steps'), 'nobody is invited any more').toBe(false)
  })

  it('is walked with the arrow keys and closed with Escape', async () => {
    const desk = await withMenu()
    expect(document.activeElement, 'it opens at its first entry').toBe(desk.see('menu-password').element)
    await desk.see('menu-password').trigger('keydown', { key: 'ArrowUp' })
    expect(document.activeElement, 'round to the last').toBe(desk.see('menu-leave').element)
    await desk.see('menu-leave').trigger('keydown', { key: 'Escape' })
    expect(desk.shows('menu-leave'), 'closed').toBe(false)
    expect(document.activeElement, 'back where it was opened').toBe(desk.see('person-menu').element)
  })

  it('changes the password, with every problem at its field', async () => {
    let refused = true
    const desk = await withMenu({
      account_password: () => {
        if (refused)
          throw failure({ code: 'account_invalid', problems: [problem('old'), problem('password')] })
        return consoleAt('open')
      },
    })
    await desk.click('menu-password')
    await desk.type('own.old', 'Shuang-suiji26')
    await desk.type('own.password', 'lina1')
    await desk.type('own.again', 'lina1')
    await desk.enter('own.again')
    expect(desk.shows('problem-own.old') && desk.shows('problem-own.password'), 'each at its place').toBe(
      true,
    )
    expect(desk.shows('failure-notice'), 'and nothing said twice').toBe(false)
    refused = false
    await desk.enter('own.again')
    expect(desk.asks('own-password-dialog'), 'done').toBe(false)
    expect(desk.host.requests('account_password').at(-1), 'as typed').toEqual({
      old: 'Shuang-suiji26',
      password: 'lina1',
      again: 'lina1',
    })
    await desk.click('person-menu')
    await desk.click('menu-password')
    expect(desk.valueOf('own.old'), 'nothing of it is left in the form').toBe('')
  })

  it('makes a new recovery code once the password is right', async () => {
    const desk = await withMenu({
      account_recovery_make: ({ password }) => {
        if (password !== 'Shuang-suiji26') {
          throw failure({ code: 'account_invalid', problems: [problem('password')] })
        }
        return paper(LINA)
      },
    })
    await desk.click('menu-recovery')
    await desk.type('own-recovery.password', 'Wrong-password1')
    await desk.enter('own-recovery.password')
    expect(desk.shows('problem-own-recovery.password'), 'the chair may have been left open').toBe(true)
    expect(desk.valueOf('own-recovery.password'), 'typed anew').toBe('')
    await desk.type('own-recovery.password', 'Shuang-suiji26')
    await desk.enter('own-recovery.password')
    expect(desk.asks('own-recovery-dialog'), 'that work is done').toBe(false)
    expect(desk.textOf('paper-lina'), 'and here is the paper').toContain('GHJ5K6')
  })

  it('locks the screen', async () => {
    const desk = await withMenu({ account_lock: consoleAt('locked') })
    await desk.click('menu-lock')
    expect(desk.asks('lock-screen'), 'for a moment away').toBe(true)
  })

  it('locks the screen over a dialog, too', async () => {
    const desk = await withMenu({ account_lock: consoleAt('locked') })
    await desk.click('menu-recovery')
    await desk.press({ code: 'KeyL', ctrlKey: true })
    expect(desk.asks('lock-screen'), 'somebody called from the next room').toBe(true)
    await desk.press({ code: 'KeyL', ctrlKey: true })
    expect(desk.host.requests('account_lock').length, 'locked is locked').toBe(1)
  })

  it('asks about unsaved text before getting up', async () => {
    const desk = await openConsole({ console_view: consoleAt('open'), account_leave: consoleAt('closed') })
    await desk.type('field-name', '改过的名称')
    await desk.click('person-menu')
    void desk.see('menu-leave').trigger('click')
    await settle()
    expect(desk.asks('unsaved-question'), 'leaving is leaving').toBe(true)
    await desk.click('unsaved-stay')
    expect(desk.host.requests('account_leave'), 'still here').toEqual([])
    await desk.click('person-menu')
    void desk.see('menu-leave').trigger('click')
    await settle()
    await desk.click('unsaved-drop')
    expect(desk.shows('enter-page'), 'gone').toBe(true)
  })

  it('says why getting up failed', async () => {
    const desk = await withMenu({
      account_leave: () => {
        throw failure()
      },
    })
    await desk.click('menu-leave')
    expect(desk.textOf('failure-message'), 'one would believe to have left').toBe(failure().message)
    await desk.click('menu-failure-close')
    expect(desk.shows('failure-message'), 'read').toBe(false)
  })
})
