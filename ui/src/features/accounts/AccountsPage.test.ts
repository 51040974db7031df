import { describe, expect, it } from 'vitest'
import type { AccountsView } from '@/ipc/generated/AccountsView'
import type { PersonView } from '@/ipc/generated/PersonView'
import { findBarriers } from '@/testing/accessibility'
import { openConsole, settle, type Desk } from '@/testing/desk'
import {
  account,
  accountsView,
  consoleAt,
  entryRefused,
  failure,
  LINA,
  problem,
  WANG,
  ZHAO,
} from '@/testing/samples'

async function open(
  person: PersonView = LINA,
  view: Partial<AccountsView> = {},
  answers: Parameters<typeof openConsole>[0] = {},
): Promise<Desk> {
  const accounts = [LINA, WANG, ZHAO].map((one) => account(one, { you: one === person }))
  return openConsole(
    {
      console_view: consoleAt('open', person),
      accounts_view: accountsView({ accounts, ...view }),
      ...answers,
    },
    '/settings/accounts',
  )
}

/** A program that wants a second person whenever there is none. */
function wantsSecond<R extends { second: unknown }, A>(answer: A): (request: R) => A {
  return ({ second }) => {
    if (second === null) throw failure({ code: 'second_missing' })
    return answer
  }
}

async function join(desk: Desk, password = 'Jiandu-yuan26'): Promise<void> {
  await desk.type('second.password', password)
  await desk.enter('second.password')
}

async function fillIn(desk: Desk): Promise<void> {
  await desk.click('account-add')
  await desk.type('account.name', '刘洋')
  await desk.type('account.login', 'liu')
  await desk.type('account.password', 'Fu-jiandu2026')
  await desk.type('account.again', 'Fu-jiandu2026')
  await desk.see('role-supervisor').find('input').setValue(true)
}

describe('the list', () => {
  it('says who, as what, and in what state', async () => {
    const desk = await open(LINA, {
      accounts: [
        account(LINA, { you: true }),
        account(WANG, { locked: true, wrong: 15, hasRecovery: false }),
        account(ZHAO, { passwordReset: true, wrong: 3 }),
        account({ ...ZHAO, login: 'sun', name: '孙立' }, { suspended: true, hasRecovery: false }),
      ],
    })
    expect(desk.textOf('account-lina'), 'nothing the matter').toMatch(/^李娜本人 ?lina ?经办员、管理员 ?正常/)
    expect(desk.textOf('account-wang'), 'shut by wrong passwords').toMatch(/已锁 ?无恢复码/)
    expect(desk.textOf('account-zhao'), 'two things at once').toMatch(/密码待本人修改 ?连续输错 3 次/)
    expect(desk.textOf('account-sun'), 'who needs no way back in').toContain('已停用')
    expect(desk.textOf('account-sun'), 'is not told to have none').not.toContain('无恢复码')
  })

  it('passes on what the program advises, and what one lacks oneself', async () => {
    const desk = await open(LINA, { accounts: [account(LINA, { you: true, hasRecovery: false })] })
    expect(desk.textOf('advice'), 'one’s own first').toMatch(/^本人还没有恢复码.*监督员只有一人/)
  })

  it.each([
    [LINA, ['account-add', 'account-zhao-change', 'account-zhao-reset']],
    [WANG, ['account-add', 'account-zhao-change']],
    [ZHAO, []],
  ])('offers $name only what the program permits', async (person, acts) => {
    const desk = await open(person)
    const all = ['account-add', 'account-zhao-change', 'account-zhao-reset']
    expect(
      all.filter((id) => desk.shows(id)),
      'what is not permitted is not there',
    ).toEqual(acts)
  })

  it('never offers to reset one’s own password, nor to unlock what is open', async () => {
    const desk = await open()
    expect(desk.shows('account-lina-reset'), 'that is done in one’s own menu').toBe(false)
    expect(desk.shows('account-wang-unlock'), 'there is nothing to unlock').toBe(false)
  })

  it('says why it cannot be read, and tries again', async () => {
    const desk = await open(
      LINA,
      {},
      {
        accounts_view: () => {
          throw failure()
        },
      },
    )
    expect(desk.textOf('failure-message'), 'no empty list').toBe(failure().message)
    desk.host.answer({ accounts_view: accountsView() })
    await desk.click('retry')
    expect(desk.shows('accounts-table'), 'now it is there').toBe(true)
  })
})

describe('one more account', () => {
  it('is made by two: the form first, then the second person in place', async () => {
    const after = accountsView({
      accounts: [account(LINA, { you: true }), account({ ...WANG, login: 'liu' })],
    })
    const desk = await open(LINA, {}, { account_add: wantsSecond(after) })
    await fillIn(desk)
    await desk.enter('account.again')
    expect(desk.asks('second-person'), 'nobody does this alone').toBe(true)
    expect(desk.textOf('second-happens'), 'whoever joins in reads what it is').toMatch(
      /^增设账户：刘洋，登录名 liu ?岗位：监督员$/,
    )
    expect(desk.shows('second-wang'), 'who watches may').toBe(true)
    expect(desk.shows('second-zhao') || desk.shows('second-lina'), 'others may not').toBe(false)
    await join(desk)
    expect(desk.host.requests('account_add').at(-1)?.second, 'typed in place').toEqual({
      login: 'wang',
      password: 'Jiandu-yuan26',
    })
    expect(desk.shows('account-liu'), 'the list follows').toBe(true)
    expect(desk.asks('add-dialog'), 'and the work is done').toBe(false)
    await desk.click('account-add')
    expect(desk.valueOf('account.password'), 'nothing is left in the form').toBe('')
  })

  it('is told its mistakes before anybody is called', async () => {
    const desk = await open(
      LINA,
      {},
      {
        account_add: () => {
          throw failure({
            code: 'account_invalid',
            problems: [problem('account.login'), problem('account.roles')],
          })
        },
      },
    )
    await fillIn(desk)
    await desk.enter('account.again')
    expect(desk.asks('second-person'), 'not in vain').toBe(false)
    expect(
      desk.shows('problem-account.login') && desk.shows('problem-account.roles'),
      'at their fields',
    ).toBe(true)
    await desk.type('account.login', 'liuyang')
    expect(desk.shows('problem-account.login'), 'being mended').toBe(false)
  })

  it('keeps a wrong second password in its place, and what was filled in', async () => {
    const desk = await open(
      LINA,
      {},
      {
        account_add: ({ second }) => {
          throw second ? entryRefused({ code: 'second_refused' }) : failure({ code: 'second_missing' })
        },
      },
    )
    await fillIn(desk)
    await desk.enter('account.again')
    await join(desk, 'Wrong-password1')
    expect(desk.asks('second-person'), 'try again').toBe(true)
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe('登录名或密码不对。')
    expect(desk.valueOf('second.password'), 'typed anew').toBe('')
    await desk.click('second-cancel')
    expect(desk.valueOf('account.name'), 'the form is as it was').toBe('刘洋')
  })

  it('goes back to the form where the refusal is about the form', async () => {
    const desk = await open(
      LINA,
      {},
      {
        account_add: ({ second }) => {
          throw second
            ? failure({ code: 'account_invalid', problems: [problem('account.login')] })
            : failure({ code: 'second_missing' })
        },
      },
    )
    await fillIn(desk)
    await desk.enter('account.again')
    await join(desk)
    expect(desk.asks('second-person'), 'nothing to confirm any more').toBe(false)
    expect(desk.shows('problem-account.login'), 'somebody took the name meanwhile').toBe(true)
  })
})

describe('changing an account', () => {
  it('says what changes, and sends all of it', async () => {
    const desk = await open(LINA, {}, { account_change: wantsSecond(accountsView()) })
    await desk.click('account-zhao-change')
    expect(desk.see('change-next').attributes('disabled'), 'nothing differs yet').toBeDefined()
    await desk.type('change.name', '赵䶮䶮')
    await desk.see('role-reader').find('input').setValue(false)
    await desk.see('role-handler').find('input').setValue(true)
    await desk.see('change.suspended').find('input').setValue(true)
    await desk.enter('change.name')
    expect(desk.textOf('second-happens'), 'line by line').toMatch(
      /^变更账户：赵䶮（zhao） ?姓名改为 赵䶮䶮 ?岗位从只读改为经办员 ?停用，不能再登录$/,
    )
    await join(desk)
    expect(desk.host.requests('account_change').at(-1), 'the whole account').toEqual({
      login: 'zhao',
      name: '赵䶮䶮',
      roles: ['handler'],
      suspended: true,
      second: { login: 'wang', password: 'Jiandu-yuan26' },
    })
  })

  it('never offers to suspend oneself', async () => {
    const desk = await open()
    await desk.click('account-lina-change')
    expect(desk.shows('change.suspended'), 'another administrator would').toBe(false)
  })

  it('says what stands in the way', async () => {
    const desk = await open(
      LINA,
      {},
      {
        account_change: () => {
          throw failure({ code: 'last_of_role', message: '这样改了以后就没有监督员了，没有保存。' })
        },
      },
    )
    await desk.click('account-wang-change')
    await desk.see('change.suspended').find('input').setValue(true)
    await desk.click('change-next')
    await desk.enter('change.name')
    expect(desk.textOf('failure-message'), 'before anybody is called').toContain('没有监督员了')
  })

  it('is one of two whichever of them sits there', async () => {
    const desk = await open(WANG, {}, { account_change: wantsSecond(accountsView()) })
    await desk.click('account-zhao-change')
    await desk.type('change.name', '赵龑')
    await desk.enter('change.name')
    expect(desk.shows('second-lina'), 'now it is the administrator who joins in').toBe(true)
    expect(desk.shows('second-wang'), 'and nobody twice').toBe(false)
  })
})

describe('the second person', () => {
  it('is missing where none could be accepted, and that is said', async () => {
    const accounts = [account(LINA, { you: true }), account(WANG, { passwordReset: true }), account(ZHAO)]
    const desk = await open(LINA, { accounts }, { account_add: wantsSecond(accountsView()) })
    await fillIn(desk)
    await desk.enter('account.again')
    expect(desk.textOf('second-nobody'), 'who is needed').toContain('这件事要监督员一起办')
    expect(desk.shows('second-confirm'), 'there is nothing to confirm with').toBe(false)
  })

  it('is chosen where there are several', async () => {
    const deputy = { ...WANG, login: 'liu', name: '刘洋' }
    const accounts = [account(LINA, { you: true }), account(WANG), account(deputy)]
    const desk = await open(LINA, { accounts }, { account_add: wantsSecond(accountsView()) })
    await fillIn(desk)
    await desk.enter('account.again')
    expect(desk.see('second-confirm').attributes('disabled'), 'somebody has to be somebody').toBeDefined()
    await desk.see('second-liu').find('input').setValue(true)
    await join(desk, 'Fu-jiandu2026')
    expect(desk.host.requests('account_add').at(-1)?.second?.login, 'the one who was chosen').toBe('liu')
  })

  it('spends no attempt on an empty password', async () => {
    const desk = await open(LINA, {}, { account_add: wantsSecond(accountsView()) })
    await fillIn(desk)
    await desk.enter('account.again')
    await desk.enter('second.password')
    expect(desk.host.requests('account_add').length, 'only the question of the form').toBe(1)
  })
})

describe('a password for one entering', () => {
  it('is set by the administrator alone', async () => {
    const after = accountsView({ accounts: [account(ZHAO, { passwordReset: true })] })
    const desk = await open(LINA, {}, { account_reset: after })
    await desk.click('account-zhao-reset')
    await desk.type('reset.password', 'Linshi-mima26')
    await desk.type('reset.again', 'Linshi-mima26')
    await desk.enter('reset.again')
    expect(desk.host.requests('account_reset'), 'as typed').toEqual([
      { login: 'zhao', password: 'Linshi-mima26', again: 'Linshi-mima26' },
    ])
    expect(desk.textOf('account-zhao'), 'everybody can see it').toContain('密码待本人修改')
  })

  it('is refused beside its field', async () => {
    const desk = await open(
      LINA,
      {},
      {
        account_reset: () => {
          throw failure({ code: 'account_invalid', problems: [problem('password')] })
        },
      },
    )
    await desk.click('account-zhao-reset')
    await desk.enter('reset.password')
    expect(desk.shows('problem-reset.password'), 'at its place').toBe(true)
  })
})

describe('unlocking', () => {
  const locked = [account(LINA, { you: true }), account(WANG), account(ZHAO, { locked: true, wrong: 15 })]

  it('asks the second person at once', async () => {
    const desk = await open(LINA, { accounts: locked }, { account_unlock: accountsView() })
    await desk.click('account-zhao-unlock')
    expect(desk.textOf('second-happens'), 'and says how often it was tried').toContain('连续输错 15 次')
    await join(desk)
    expect(desk.host.requests('account_unlock')[0]?.login, 'whose door').toBe('zhao')
    expect(desk.asks('second-person'), 'done').toBe(false)
  })

  it('shows a refusal in place, and forgets it when asked anew', async () => {
    const desk = await open(
      LINA,
      { accounts: locked },
      {
        account_unlock: () => {
          throw entryRefused({ code: 'second_refused' })
        },
      },
    )
    await desk.click('account-zhao-unlock')
    await join(desk)
    expect(desk.textOf('failure-message'), 'why not').toBe('登录名或密码不对。')
    await desk.click('second-cancel')
    await desk.click('account-zhao-unlock')
    expect(desk.shows('failure-message'), 'that was before').toBe(false)
  })
})

describe('accessibility', () => {
  it.each([
    ['the list', []],
    ['one more account', ['account-add']],
    ['changing one', ['account-zhao-change']],
    ['a password for one entering', ['account-zhao-reset']],
  ])('finds nothing wrong with %s', async (_, clicks) => {
    const desk = await open()
    for (const id of clicks) await desk.click(id)
    expect(await findBarriers(), 'everybody can use it').toEqual([])
  })

  it('finds nothing wrong with the second person', async () => {
    const desk = await open(LINA, {}, { account_add: wantsSecond(accountsView()) })
    await fillIn(desk)
    await desk.enter('account.again')
    await settle()
    expect(await findBarriers(), 'everybody can join in').toEqual([])
  })
})

describe('after how long the screen is locked', () => {
  const withIdle = (answers: Parameters<typeof openConsole>[0] = {}) =>
    open(
      LINA,
      {},
      {
        console_view: { ...consoleAt('open'), permitted: ['idle_save'] },
        idle_save: ({ minutes }) => ({
          ...consoleAt('open'),
          permitted: ['idle_save'],
          idleMinutes: minutes,
        }),
        ...answers,
      },
    )
  const canSave = (desk: Desk) => !desk.see('idle-save').element.hasAttribute('disabled')

  it('can be read by everybody, and changed by whoever may', async () => {
    const reader = await open(ZHAO)
    expect(reader.textOf('idle'), 'everybody is locked out by it').toBe(
      '屏幕锁定无人操作 20 分钟后锁定屏幕。抽取进行中不锁。',
    )
    expect(reader.shows('idle.minutes'), 'nothing that could only fail').toBe(false)
    reader.window.unmount()
    const desk = await withIdle()
    expect(desk.valueOf('idle.minutes'), 'as it is').toBe('20')
  })

  it('is saved only when it was changed, with Enter, as a number', async () => {
    const desk = await withIdle()
    expect(canSave(desk), 'there is nothing to save').toBe(false)
    await desk.type('idle.minutes', '1 0分')
    expect(desk.valueOf('idle.minutes'), 'figures alone').toBe('10')
    expect(canSave(desk), 'now there is').toBe(true)
    await desk.enter('idle.minutes')
    expect(desk.host.requests('idle_save'), 'sent').toEqual([{ minutes: 10 }])
    expect(desk.valueOf('idle.minutes'), 'as the program says').toBe('10')
    expect(canSave(desk), 'and saved').toBe(false)
    await desk.type('idle.minutes', '')
    expect(canSave(desk), 'nothing is no number').toBe(false)
  })

  it('is told beside the field what will not do', async () => {
    const wrong = '锁屏时间要在 5 到 60 分钟之间。'
    const desk = await withIdle({
      idle_save: () => {
        throw failure({ problems: [problem('minutes', wrong)] })
      },
    })
    await desk.type('idle.minutes', '90')
    await desk.click('idle-save')
    await desk.enter('idle.minutes')
    expect(desk.textOf('problem-idle.minutes'), 'in the program’s words').toContain(wrong)
    expect(desk.shows('failure-notice'), 'and nothing twice').toBe(false)
    expect(document.activeElement, 'to be mended').toBe(desk.see('idle.minutes').element)
    expect(await findBarriers(), 'everybody can').toEqual([])
  })
})
