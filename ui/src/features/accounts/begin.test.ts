import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AccountsBegun } from '@/ipc/generated/AccountsBegun'
import type { AccountsCheck } from '@/ipc/generated/AccountsCheck'
import { findBarriers } from '@/testing/accessibility'
import { later, openConsole, settle, type Desk } from '@/testing/desk'
import { consoleAt, failure, LINA, paper, problem, WANG } from '@/testing/samples'
import { CHECK_DELAY } from './useFirstAccounts'

const begun: AccountsBegun = { console: consoleAt('open'), recovery: [paper(LINA), paper(WANG)] }

const open = (answers: Parameters<typeof openConsole>[0] = {}) => openConsole(answers, '/settings/accounts')

async function fill(desk: Desk, index: number, login: string, name: string, password: string): Promise<void> {
  await desk.type(`accounts.${index}.name`, name)
  await desk.type(`accounts.${index}.login`, login)
  await desk.type(`accounts.${index}.password`, password)
  await desk.type(`accounts.${index}.again`, password)
}

async function fillBoth(desk: Desk): Promise<void> {
  await fill(desk, 0, 'lina', '李娜', 'Shuang-suiji26')
  await fill(desk, 1, 'wang', '王建国', 'Jiandu-yuan26')
}

async function waitForCheck(): Promise<void> {
  await vi.advanceTimersByTimeAsync(CHECK_DELAY)
  await settle()
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => vi.useRealTimers())

describe('setting up the first accounts', () => {
  it('takes two people, of whom the first keeps the accounts as well', async () => {
    const desk = await open({ accounts_begin: begun })
    await fillBoth(desk)
    await desk.click('begin')
    expect(desk.host.requests('accounts_begin')[0]?.accounts, 'one act for both').toEqual([
      {
        login: 'lina',
        name: '李娜',
        roles: ['handler', 'administrator'],
        password: 'Shuang-suiji26',
        again: 'Shuang-suiji26',
      },
      {
        login: 'wang',
        name: '王建国',
        roles: ['supervisor'],
        password: 'Jiandu-yuan26',
        again: 'Jiandu-yuan26',
      },
    ])
    expect(desk.asks('recovery-papers'), 'each gets a way back in').toBe(true)
    expect(desk.textOf('actor'), 'and whoever works is in').toBe('李娜')
    expect(desk.shows('accounts-table'), 'behind the papers the list').toBe(true)
    const typed = [...document.querySelectorAll('input')].map(({ value }) => value)
    expect(typed, 'no password is left in a field').not.toContain('Shuang-suiji26')
    const stored = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, window.location.href])
    expect(stored, 'nor in a storage, nor in the address').not.toContain('Shuang')
  })

  it('takes a third who keeps the accounts, where the first does not', async () => {
    const desk = await open({ accounts_begin: begun })
    await desk.see('both').find('input').setValue(false)
    await fillBoth(desk)
    await fill(desk, 2, 'guan', '关敏', 'Bao-zhanghao26')
    await desk.click('begin')
    const roles = desk.host.requests('accounts_begin')[0]?.accounts.map((account) => account.roles)
    expect(roles, 'every role has somebody').toEqual([['handler'], ['supervisor'], ['administrator']])
  })

  it('drops the third card again, and what was typed on it stays off the wire', async () => {
    const desk = await open({ accounts_begin: begun })
    await desk.see('both').find('input').setValue(false)
    await fill(desk, 2, 'guan', '关敏', 'Bao-zhanghao26')
    await desk.see('both').find('input').setValue(true)
    expect(desk.shows('accounts.2.name'), 'two people again').toBe(false)
    await fillBoth(desk)
    await desk.click('begin')
    expect(desk.host.requests('accounts_begin')[0]?.accounts.length, 'two are sent').toBe(2)
  })

  it('lets passwords be pasted and seen', async () => {
    const desk = await open()
    const paste = new Event('paste', { cancelable: true, bubbles: true })
    desk.see('accounts.0.password').element.dispatchEvent(paste)
    expect(paste.defaultPrevented, 'who keeps passwords in a safe place pastes them').toBe(false)
    await desk.click('accounts.0.password-show')
    expect(desk.see('accounts.0.password').attributes('type'), 'to look at what one typed').toBe('text')
    expect(desk.see('accounts.0.again').attributes('type'), 'the other is a test still').toBe('password')
  })

  it('happens once, however often it is clicked', async () => {
    const answer = later<AccountsBegun>()
    const desk = await open({ accounts_begin: () => answer.promise })
    await fillBoth(desk)
    void desk.see('begin').trigger('click')
    void desk.see('begin').trigger('click')
    await settle()
    expect(desk.host.requests('accounts_begin').length, 'one intention, one act').toBe(1)
    await answer.arrive(begun)
  })
})

describe('opinions', () => {
  it('are asked for when a field is left, and shown for that field only', async () => {
    const desk = await open({
      accounts_check: { problems: [problem('accounts.0.login'), problem('accounts.1.login')] },
    })
    await desk.type('accounts.0.login', 'li na')
    expect(desk.host.requests('accounts_check'), 'nobody is corrected in mid-word').toEqual([])
    await desk.leave('accounts.0.login')
    expect(desk.shows('problem-accounts.0.login'), 'beside the field').toBe(true)
    expect(desk.shows('problem-accounts.1.login'), 'the other has not had a turn yet').toBe(false)
    expect(desk.textOf('problem-count'), 'and counted').toBe('1 处需要改正')
  })

  it('wait until something was typed: passing by a field is no answer', async () => {
    const desk = await open({ accounts_check: { problems: [problem('accounts.0.name', '姓名没有填写')] } })
    await desk.leave('accounts.0.name')
    await desk.see('both').find('input').setValue(false)
    await waitForCheck()
    expect(desk.host.requests('accounts_check'), 'there is nothing to judge').toEqual([])
    expect(desk.shows('problem-accounts.0.name'), 'nobody is blamed for a tick').toBe(false)
    await desk.type('accounts.0.name', '李')
    await desk.type('accounts.0.name', '')
    await desk.leave('accounts.0.name')
    expect(desk.shows('problem-accounts.0.name'), 'emptied again, it is').toBe(true)
  })

  it('follow what is typed afterwards', async () => {
    const desk = await open({
      accounts_check: ({ accounts }) => ({
        problems: accounts[0]?.login === 'lina' ? [] : [problem('accounts.0.login')],
      }),
    })
    await desk.type('accounts.0.login', 'li na')
    await desk.leave('accounts.0.login')
    await desk.type('accounts.0.login', 'lina')
    await waitForCheck()
    expect(desk.shows('problem-accounts.0.login'), 'what has been mended is no longer wrong').toBe(false)
  })

  it('never let an older answer replace a newer one', async () => {
    const [older, newer] = [later<AccountsCheck>(), later<AccountsCheck>()]
    const desk = await open({
      accounts_check: ({ accounts }) => (accounts[0]?.login === 'old' ? older : newer).promise,
    })
    await desk.type('accounts.0.login', 'old')
    await desk.leave('accounts.0.login')
    await desk.type('accounts.0.login', 'new')
    await desk.leave('accounts.0.login')
    await newer.arrive({ problems: [] })
    await older.arrive({ problems: [problem('accounts.0.login')] })
    expect(desk.shows('problem-accounts.0.login'), 'it is about the text that stands there').toBe(false)
  })
})

describe('a refusal', () => {
  it('places every problem and leads to the first', async () => {
    const fields = ['name', 'login', 'password', 'again'] as const
    const paths = [0, 1].flatMap((index) => fields.map((field) => `accounts.${index}.${field}`))
    const desk = await open({
      accounts_begin: () => {
        throw failure({ code: 'account_invalid', problems: paths.map((path) => problem(path)) })
      },
    })
    await desk.click('begin')
    expect(
      paths.filter((path) => !desk.shows(`problem-${path}`)),
      'all have their place',
    ).toEqual([])
    expect(desk.textOf('problem-count'), 'summed up').toBe('8 处需要改正')
    expect(document.activeElement, 'at the first').toBe(desk.see('accounts.0.name').element)
    expect(desk.shows('failure-notice'), 'nothing is said twice').toBe(false)
  })

  it('tells what has no field beside the button', async () => {
    const desk = await open({
      accounts_begin: () => {
        throw failure({ code: 'account_invalid', problems: [problem('accounts', '还没有人担任监督员。')] })
      },
    })
    await desk.click('begin')
    expect(desk.textOf('failure-problems'), 'no reason stays hidden').toContain('还没有人担任监督员')
  })

  it('keeps what was typed', async () => {
    const desk = await open({
      accounts_begin: () => {
        throw failure()
      },
    })
    await fillBoth(desk)
    await desk.click('begin')
    expect(desk.valueOf('accounts.1.name'), 'a full disk costs nobody a word').toBe('王建国')
    expect(desk.textOf('failure-message'), 'and is told').toBe(failure().message)
  })

  it('shows the door where somebody else has begun meanwhile', async () => {
    let made = false
    const desk = await open({
      console_view: () => consoleAt(made ? 'closed' : 'guests'),
      accounts_begin: () => {
        made = true
        throw failure({ code: 'accounts_begun_already' })
      },
    })
    await fillBoth(desk)
    await desk.click('begin')
    expect(desk.shows('enter-page'), 'what this window believed is no longer so').toBe(true)
  })
})

describe('leaving halfway', () => {
  it('asks first, for nothing of it can be saved', async () => {
    const desk = await open()
    await desk.type('accounts.0.name', '李娜')
    await desk.click('nav-trail')
    expect(desk.asks('unsaved-question'), 'the text would be lost').toBe(true)
    expect(desk.shows('unsaved-save'), 'half an account is none').toBe(false)
    await desk.click('unsaved-stay')
    expect(desk.valueOf('accounts.0.name'), 'still there').toBe('李娜')
    await desk.click('nav-trail')
    await desk.click('unsaved-drop')
    expect(desk.router.currentRoute.value.path, 'gone').toBe('/trail')
  })

  it('asks nothing over an empty form', async () => {
    const desk = await open()
    await desk.click('nav-trail')
    expect(desk.router.currentRoute.value.path, 'a question without a reason is noise').toBe('/trail')
  })
})

it('can be used by everybody', async () => {
  vi.useRealTimers()
  const desk = await open({ accounts_check: { problems: [problem('accounts.0.login')] } })
  await desk.see('both').find('input').setValue(false)
  await desk.type('accounts.0.login', 'li na')
  await desk.leave('accounts.0.login')
  expect(desk.shows('problem-accounts.0.login'), 'with a problem in sight').toBe(true)
  expect(await findBarriers(), 'screen readers included').toEqual([])
})
