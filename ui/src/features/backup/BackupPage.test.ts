import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import type { BackupChecked } from '@/ipc/generated/BackupChecked'
import type { BackupDone } from '@/ipc/generated/BackupDone'
import type { BackupInspected } from '@/ipc/generated/BackupInspected'
import type { BackupItem } from '@/ipc/generated/BackupItem'
import type { BackupRestored } from '@/ipc/generated/BackupRestored'
import { later, openConsole, settle, type Desk } from '@/testing/desk'
import {
  account,
  accountsView,
  backupView as view,
  consoleAt,
  entry,
  failure,
  LINA,
  WANG,
  ZHAO,
} from '@/testing/samples'

const FILE = 'E:\\徐水区气象局-20261121-0941.sunlot-backup'

function item(change: Partial<BackupItem> = {}): BackupItem {
  return {
    file: FILE,
    name: '徐水区气象局-20261121-0941.sunlot-backup',
    own: false,
    office: '徐水区气象局',
    madeAt: '2026-11-21T09:41:00+08:00',
    age: '3 天前',
    size: '1.2 MB',
    occasion: '手工',
    sealed: false,
    verified: true,
    failure: null,
    ...change,
  }
}

const CHECKED: BackupChecked = {
  file: FILE,
  office: '徐水区气象局',
  officeId: 'ab'.repeat(16),
  madeAt: '2026-11-21T09:41:00+08:00',
  madeBy: '关敏（guan）',
  occasion: '手工',
  program: 'Sunlot 0.1.0',
  schema: 3,
  epoch: 1,
  seq: 51,
  head: 'cd'.repeat(32),
  rows: 120,
  attachments: 3,
  keys: 1,
  size: 1_258_291,
  sizeTold: '1.2 MB',
  sealed: false,
  signedBy: null,
  manifest: 'ef'.repeat(32),
  digest: '01'.repeat(32),
}

function inspected(change: Partial<BackupInspected> = {}): BackupInspected {
  return {
    backup: CHECKED,
    difference: {
      common: 51,
      inBackup: 51,
      inOffice: 53,
      lostCount: 2,
      lost: [entry(53), entry(52)],
      attachmentsLost: 0,
      attachmentsGained: 0,
    },
    refused: null,
    consequences: ['数据回到 2026年11月21日 09:41 的样子，共 51 条留痕。'],
    askBoth: false,
    ...change,
  }
}

const open = (answers: Parameters<typeof openConsole>[0]) => openConsole(answers, '/backup')
const refusing = (change: Parameters<typeof failure>[0]) => () => {
  throw failure(change)
}

describe('the last backup', () => {
  it('says how things stand in the words of the program', async () => {
    const desk = await open({ backup_view: view() })
    expect(desk.textOf('backup-advice'), 'whether one is due is not judged here').toBe(view().advice)
    expect(desk.textOf('backup-age'), 'none is said first').toBe('还没有备份')
  })

  it('is made with one click, into the chosen place', async () => {
    const done: BackupDone = { backup: CHECKED, removed: [], remarks: [] }
    const desk = await open({ backup_view: view(), backup_create: done })
    await desk.click('backup-create')
    expect(desk.host.requests('backup_create'), 'no other place, no passphrase').toEqual([
      { to: null, passphrase: null },
    ])
    expect(desk.textOf('backup-done'), 'where it lies').toContain(FILE)
    expect(desk.host.requests('backup_view').length, 'and the list is read anew').toBe(2)
  })

  it('cannot be made before a place is chosen', async () => {
    const settings = { folder: '', keep: 10, automatic: true }
    const desk = await open({ backup_view: view({ settings }) })
    await desk.click('backup-create')
    expect(desk.host.requests('backup_create'), 'nothing was asked').toEqual([])
    expect(desk.shows('backup-choose-first'), 'and it says what comes first').toBe(true)
  })

  it('can be stopped while it is made', async () => {
    const answer = later<BackupDone>()
    const desk = await open({
      backup_view: view(),
      backup_create: () => answer.promise,
      backup_progress: { told: '正在写入：1.0 MB，共 2.0 MB', done: 1, total: 2 },
      backup_stop: null,
    })
    await desk.click('backup-create')
    expect(desk.shows('backup-progress'), 'something moves').toBe(true)
    await desk.click('backup-stop')
    expect(desk.host.requests('backup_stop').length, 'the program is told').toBe(1)
    await answer.arrive({ backup: CHECKED, removed: [], remarks: [] })
    expect(desk.shows('backup-progress'), 'and it is over when it is over').toBe(false)
  })

  it('shows why it failed', async () => {
    const message = '备份的位置“E:\\”找不到了，可能是 U 盘没有插好或被拔出。'
    const desk = await open({
      backup_view: view(),
      backup_create: refusing({ code: 'backup_place_gone', message }),
    })
    await desk.click('backup-create')
    expect(desk.textOf('failure-message'), 'in the words of the program').toBe(message)
  })
})

describe('the list', () => {
  it('tells good ones from what cannot be read', async () => {
    const bad = item({
      file: 'E:\\b',
      name: 'b',
      failure: failure({ message: '“b”不是备份：它是 PDF 文件。' }),
    })
    const desk = await open({ backup_view: view({ items: [item(), bad] }) })
    const text = desk.textOf('backup-items')
    expect(text, 'a mark and a word, not colour alone').toContain('✓ 做成时核对无误')
    expect(text, 'what is wrong with the other').toContain('PDF')
  })

  it('says what to do where there is none', async () => {
    const desk = await open({ backup_view: view() })
    expect(desk.shows('backup-none'), 'emptiness says what comes next').toBe(true)
  })
})

describe('the way back', () => {
  const restored = {
    backup: CHECKED,
    epoch: 2,
    seq: 52,
    aside: '/srv/office/backups/replaced-x',
    remarks: [],
  }

  async function lookAsLina(answers: Parameters<typeof openConsole>[0] = {}): Promise<Desk> {
    const desk = await open({
      console_view: { ...consoleAt('open', LINA), permitted: ['backup_restore'] },
      backup_view: view({ items: [item()] }),
      backup_inspect: inspected(),
      ...answers,
    })
    await desk.click('backup-inspect')
    return desk
  }

  it('shows what would be lost before it asks', async () => {
    const desk = await open({ backup_view: view({ items: [item()] }), backup_inspect: inspected() })
    await desk.click('backup-inspect')
    expect(desk.textOf('backup-lost'), 'the newest that would be lost').toContain(entry(53).sentence)
    expect(desk.host.requests('backup_restore'), 'looking restores nothing').toEqual([])
  })

  it('asks the second person as everywhere else, and sends what was looked at', async () => {
    const desk = await lookAsLina({ backup_restore: restored })
    expect(desk.shows('restore-first') || desk.shows('restore-second'), 'no name is typed').toBe(false)
    await desk.click('restore-do')
    expect(desk.asks('second-person'), 'nobody restores alone').toBe(true)
    expect(desk.host.requests('backup_restore'), 'nothing happens before').toEqual([])
    expect(desk.textOf('second-happens'), 'what the second agrees to').toContain('数据回到')
    expect(desk.shows('second-wang'), 'the supervisor can be chosen').toBe(true)
    expect(desk.shows('second-zhao'), 'who may not join in is not offered').toBe(false)
    await desk.type('second.password', 'Jiandu-yuan26')
    await desk.enter('second.password')
    const [request] = desk.host.requests('backup_restore')
    expect(request?.confirm, 'the very backup that was shown').toBe(CHECKED.head)
    expect(request?.first, 'the first sits here already').toBeNull()
    expect(request?.second, 'with the second person').toEqual({ login: 'wang', password: 'Jiandu-yuan26' })
    expect(desk.textOf('backup-restored'), 'and says where the rest went').toContain('replaced-x')
  })

  it('can be stopped while it goes, and asks again where the second person was refused', async () => {
    const answer = later<BackupRestored>()
    const guan = { ...WANG, login: 'guan', name: '关敏' }
    const accounts = [account(LINA, { you: true }), account(WANG), account(guan)]
    const desk = await lookAsLina({
      accounts_view: accountsView({ accounts }),
      backup_restore: () => answer.promise,
      backup_progress: null,
    })
    await desk.click('restore-do')
    await desk.see('second-guan').find('input').setValue(true)
    await desk.type('second.password', 'mistyped')
    await desk.enter('second.password')
    expect(desk.asks('second-person'), 'nothing stands before the button that stops it').toBe(false)
    expect(desk.shows('backup-stop'), 'here it is').toBe(true)
    await answer.fail(failure({ code: 'second_refused', message: '登录名或密码不对。' }))
    expect(desk.asks('second-person'), 'another try').toBe(true)
    expect(desk.see('second-person').text(), 'in the program’s words').toContain('登录名或密码不对。')
    expect(document.querySelectorAll('[data-testid="failure-message"]').length, 'said once').toBe(1)
    expect(desk.valueOf('second.password'), 'typed anew').toBe('')
    await desk.type('second.password', 'Jiandu-yuan26')
    await desk.enter('second.password')
    expect(
      desk.host.requests('backup_restore').map(({ second }) => second?.login),
      'by the same person, who is not chosen anew',
    ).toEqual(['guan', 'guan'])
    await desk.click('second-cancel')
    await desk.click('restore-do')
    expect(desk.shows('failure-message'), 'begun anew, the old refusal is gone').toBe(false)
  })

  it('says who can restore to whoever may not', async () => {
    const desk = await lookAsLina({ console_view: consoleAt('open', ZHAO) })
    expect(desk.shows('restore-do'), 'no button that could only fail').toBe(false)
    expect(desk.textOf('restore-others'), 'by role').toContain('管理员会同监督员')
  })

  it('says why the people cannot be read', async () => {
    const message = '账户读不出来。'
    const desk = await lookAsLina({ accounts_view: refusing({ message }) })
    await desk.click('restore-do')
    expect(desk.asks('second-person'), 'nobody could be chosen').toBe(false)
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe(message)
  })

  it('asks both by the accounts of the backup, and nobody where that has none', async () => {
    const refused = { code: 'second_refused', message: '登录名或密码不对。' }
    const desk = await open({
      backup_view: view({ items: [item()] }),
      backup_inspect: inspected({ askBoth: true }),
      backup_restore: refusing(refused),
    })
    await desk.click('backup-inspect')
    expect(desk.see('restore-do').attributes('disabled'), 'it may have no accounts').toBeUndefined()
    await desk.click('restore-do')
    await desk.enter('restore-second')
    expect(desk.host.requests('backup_restore').at(-1), 'the program judges').toMatchObject({
      first: null,
      second: null,
    })
    await desk.type('restore-first', 'lina')
    expect(desk.textOf('restore-wants'), 'one half is no person').toMatch(
      /还差：第一个人的密码、第二个人的登录名、第二个人的密码$/,
    )
    await desk.type('restore-first-password', 'Guanli-yuan26')
    await desk.type('restore-second', 'wang')
    await desk.type('restore-second-password', 'Jiandu-yuan26')
    await desk.enter('restore-second-password')
    expect(desk.host.requests('backup_restore').at(-1), 'each with the own password').toMatchObject({
      first: { login: 'lina', password: 'Guanli-yuan26' },
      second: { login: 'wang', password: 'Jiandu-yuan26' },
    })
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe(refused.message)
    expect(
      desk.valueOf('restore-first-password') + desk.valueOf('restore-second-password'),
      'passwords are typed anew',
    ).toBe('')
    expect(desk.valueOf('restore-first'), 'names are not').toBe('lina')
  })

  it('offers nothing where it cannot be put back', async () => {
    const refused = failure({ code: 'backup_other_office', message: '这是另一个单位的备份。' })
    const desk = await open({
      backup_view: view({ items: [item()] }),
      backup_inspect: inspected({ refused }),
    })
    await desk.click('backup-inspect')
    expect(desk.textOf('failure-message'), 'why').toBe(refused.message)
    expect(desk.shows('restore-do'), 'no button that could only fail').toBe(false)
  })

  it('asks for the passphrase where one is wanted', async () => {
    const desk = await open({
      backup_view: view({ items: [item({ sealed: true })] }),
      backup_inspect: refusing({ code: 'backup_passphrase_wanted', message: '备份加了口令。' }),
    })
    await desk.click('backup-inspect')
    await desk.type('backup-passphrase', '四个不相干的词')
    desk.host.answer({ backup_inspect: inspected() })
    await desk.see('backup-passphrase-try').trigger('submit')
    await settle()
    expect(desk.host.requests('backup_inspect').at(-1)?.passphrase, 'the same file, with it').toBe(
      '四个不相干的词',
    )
    expect(desk.shows('backup-inspection'), 'and it opens').toBe(true)
  })
})

describe('accessibility', () => {
  it('finds nothing wrong with the page', async () => {
    const desk = await open({
      backup_view: view({ items: [item()], places: [{ label: 'KINGSTON', folder: '/media/lina/KINGSTON' }] }),
      backup_inspect: inspected({ askBoth: true }),
    })
    await desk.click('backup-inspect')
    // Colours need a browser that paints; the contrast of the tokens is tested beside them.
    const { violations } = await axe.run(document.documentElement, {
      rules: { 'color-contrast': { enabled: false } },
    })
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
    expect(found, 'everybody can use it, screen readers included').toEqual([])
  })
})
