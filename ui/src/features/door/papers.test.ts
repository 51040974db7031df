import { describe, expect, it } from 'vitest'
import { showRecoveryPapers } from '@/shared/recoveryPapers'
import { findBarriers } from '@/testing/accessibility'
import { openConsole, settle, type Desk } from '@/testing/desk'
import { consoleAt, LINA, paper, printer, printersView, WANG } from '@/testing/samples'

async function withPapers(
  people = [LINA, WANG],
  answers: Parameters<typeof openConsole>[0] = {},
): Promise<Desk> {
  const desk = await openConsole({
    console_view: consoleAt('open'),
    account_lock: consoleAt('locked'),
    account_leave: consoleAt('closed'),
    ...answers,
  })
  showRecoveryPapers(people.map(paper))
  await settle()
  return desk
}

async function copied(desk: Desk, login: string): Promise<void> {
  await desk.see(`paper-${login}-copied`).find('input').setValue(true)
  await settle()
}

describe('recovery codes', () => {
  it('are seen by one person at a time', async () => {
    const desk = await withPapers()
    expect(document.body.textContent, 'nobody’s, before anybody looks').not.toContain('A7K2QM')
    await desk.click('paper-wang-show')
    expect(desk.textOf('paper-wang'), 'his').toContain('A7K2QM')
    expect(desk.textOf('paper-lina'), 'not hers').not.toContain('A7K2QM')
    await desk.click('paper-lina-show')
    expect(desk.textOf('paper-wang'), 'his is covered again').not.toContain('A7K2QM')
    await copied(desk, 'lina')
    expect(desk.textOf('paper-lina'), 'what is on paper need not stand on the screen').not.toContain('A7K2QM')
  })

  it('cover everything until each stands on paper', async () => {
    const desk = await withPapers()
    await desk.press({ code: 'Digit1', altKey: true })
    expect(desk.router.currentRoute.value.path, 'nothing else is done meanwhile').toBe('/settings/office')
    await copied(desk, 'lina')
    expect(desk.textOf('papers-state'), 'one to go').toBe('还有 1 份没有收好')
    await copied(desk, 'wang')
    await desk.click('papers-done')
    expect(desk.asks('recovery-papers'), 'put away').toBe(false)
    expect(document.body.textContent, 'and gone from the page').not.toContain('A7K2QM')
  })

  it('are not left without a question', async () => {
    const desk = await withPapers()
    await desk.click('papers-done')
    expect(desk.asks('papers-question'), 'they will never be seen again').toBe(true)
    await desk.click('papers-stay')
    expect(desk.asks('recovery-papers'), 'still there').toBe(true)
    await desk.click('papers-done')
    await desk.click('papers-leave')
    expect(desk.asks('recovery-papers'), 'somebody said so').toBe(false)
  })

  it('hold back the cross of the window, and only one answer is needed', async () => {
    const desk = await withPapers([LINA])
    const closing = desk.host.close()
    await settle()
    expect(desk.asks('papers-question'), 'closing loses them as well').toBe(true)
    await desk.click('papers-stay')
    expect(await closing, 'the window stays').toBe(false)
    await copied(desk, 'lina')
    expect(await desk.host.close(), 'then it may close').toBe(true)
  })

  it('are hidden by a locked screen, and come back with the person', async () => {
    const desk = await withPapers([LINA], { account_enter: consoleAt('open') })
    desk.host.answer({ console_view: consoleAt('locked') })
    const { loadConsoleView } = await import('@/shared/consoleView')
    await loadConsoleView()
    await settle()
    const behind = desk.see('paper-lina').element.closest('.behind-the-door')
    expect(behind?.classList.contains('locked'), 'invisible with all the rest').toBe(true)
    await desk.type('enter.password', 'Shuang-suiji26')
    await desk.enter('enter.password')
    expect(desk.asks('recovery-papers'), 'nothing was lost').toBe(true)
    expect(behind?.classList.contains('locked'), 'and to be seen').toBe(false)
  })

  it('are never another person’s', async () => {
    const desk = await withPapers([LINA], { account_enter: consoleAt('open', WANG) })
    desk.host.answer({ console_view: consoleAt('locked') })
    const { loadConsoleView } = await import('@/shared/consoleView')
    await loadConsoleView()
    await settle()
    await desk.click('change-person')
    expect(desk.asks('change-question'), 'a paper that nobody has copied would be lost').toBe(true)
    await desk.click('change-leave')
    await desk.type('enter.login', 'wang')
    await desk.type('enter.password', 'Jiandu-yuan26')
    await desk.enter('enter.password')
    expect(desk.asks('recovery-papers'), 'it was hers').toBe(false)
    expect(document.body.textContent, 'nowhere on the page').not.toContain('A7K2QM')
  })

  it('can be read by everybody', async () => {
    const desk = await withPapers()
    await desk.click('paper-lina-show')
    expect(await findBarriers(), 'screen readers included').toEqual([])
  })
})

describe('the sheet of a recovery code', () => {
  const made = { pages: 1, file: null, job: 'PDF-7', remarks: [] }
  const printers = printersView(printer('hall'), printer('room', { is_default: true }))

  it('is printed without the code being seen on the screen', async () => {
    const desk = await withPapers([LINA, WANG], { printers_view: printers, account_recovery_paper: made })
    await desk.click('paper-wang-print')
    await desk.click('paper-go')
    expect(desk.host.requests('account_recovery_paper'), 'to the usual printer').toEqual([
      { login: 'wang', code: 'A7K2QM-9WXR4T-B3CDEF-GHJ5K6', to: { way: 'print', printer: 'room' } },
    ])
    expect(desk.textOf('paper-made'), 'it is on its way').toContain('已送打印机，共 1 页')
    expect(desk.textOf('paper-wang'), 'and nobody saw it').not.toContain('A7K2QM')
    await desk.click('paper-done')
    expect(desk.asks('paper-dialog'), 'back to the papers').toBe(false)
    expect(desk.asks('recovery-papers'), 'which still wait').toBe(true)
  })

  it('is saved where it says, with a word about who may find it', async () => {
    const file = '/srv/office/outbox/恢复码单-wang.pdf'
    const desk = await withPapers([LINA], {
      printers_view: printersView(),
      account_recovery_paper: { ...made, job: null, file },
    })
    await desk.click('paper-lina-print')
    await desk.click('paper-go')
    expect(desk.host.requests('account_recovery_paper')[0]?.to, 'a new file').toEqual({
      way: 'save',
      file: null,
    })
    expect(desk.textOf('paper-made'), 'where').toContain(file)
    expect(desk.textOf('paper-made'), 'and what to do with it').toContain('请把它删掉')
  })
})
