import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CeremonyView } from '@/ipc/generated/CeremonyView'
import { forgetPrinterUsed } from '@/shared/usePrinters'
import { findBarriers } from '@/testing/accessibility'
import { ceremonyAnswers, ceremonyView, rehearsal } from '@/testing/ceremony'
import { openConsole, type Desk } from '@/testing/desk'
import { consoleAt, failure, LINA, printer, printersView, ZHAO } from '@/testing/samples'

type Answers = Parameters<typeof openConsole>[0]

const made = { pages: 2, file: null, job: '二楼-7', remarks: [] }
const printers_view = printersView(printer('hall', { is_default: true }))

beforeEach(() => {
  forgetPrinterUsed()
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => vi.useRealTimers())

const open = (view: CeremonyView, more: Answers = {}): Promise<Desk> =>
  openConsole(
    { console_view: consoleAt('open', LINA), printers_view, ...ceremonyAnswers(view), ...more },
    '/ceremony',
  )

describe('the papers of the room', () => {
  it('begin with the one that is needed now', async () => {
    const desk = await open(ceremonyView('sealed'), { ceremony_paper: made })
    await desk.click('papers-open')
    expect(desk.textOf('room-paper-told'), 'what it is for').toContain('封存单')
    await desk.click('paper-go')
    expect(desk.host.requests('ceremony_paper'), 'to the usual printer').toEqual([
      { id: 1, paper: 'seal_sheet', way: { way: 'print', printer: 'hall' } },
    ])
    expect(desk.textOf('paper-made'), 'it is on its way').toContain('共 2 页')
  })

  it('are chosen among those that the program offers', async () => {
    const desk = await open(ceremonyView('prepared'), { ceremony_paper: made })
    await desk.click('papers-open')
    expect(desk.shows('room-paper-seal_sheet'), 'nothing is sealed yet').toBe(false)
    await desk.see('room-paper-witness_cards').find('input').setValue(true)
    await desk.click('paper-go')
    expect(desk.host.requests('ceremony_paper')[0]?.paper, 'this one').toBe('witness_cards')
  })

  it('say that a rehearsal marks them', async () => {
    const desk = await open(rehearsal('prepared'))
    await desk.click('papers-open')
    expect(desk.textOf('paper-dialog'), 'on every page').toContain('每一页都印有“彩排”')
  })

  it('are not offered where there are none', async () => {
    const desk = await open(ceremonyView('sealed', { papers: [] }))
    expect(desk.shows('papers-open'), 'no button that leads nowhere').toBe(false)
  })

  it('have no barriers', async () => {
    const desk = await open(ceremonyView('sealed'))
    await desk.click('papers-open')
    expect(await findBarriers(), 'everybody can use it').toEqual([])
  })
})

describe('the copy of the secret', () => {
  it('takes a second person, says so before, and goes to a printer', async () => {
    const desk = await open(ceremonyView('sealed'), {
      ceremony_envelope: ({ second }: { second?: unknown }) => {
        if (!second) throw failure({ code: 'second_missing' })
        return made
      },
    })
    await desk.click('envelope-open')
    expect(desk.shows('printer-file'), 'it never becomes a file').toBe(false)
    expect(desk.textOf('envelope-dialog'), 'what it is').toContain('密数')
    await desk.click('envelope-go')
    expect(desk.textOf('second-happens'), 'the second reads it, too').toContain('留痕里记一次')
    await desk.type('second.password', 'Jiandu-yuan26')
    await desk.enter('second.password')
    expect(desk.host.requests('ceremony_envelope').at(-1), 'sent with the second').toEqual({
      id: 1,
      printer: 'hall',
      second: { login: 'wang', password: 'Jiandu-yuan26' },
    })
    expect(desk.textOf('paper-made'), 'it is on its way').toContain('已送打印机')
  })

  it('cannot be made where no printer is', async () => {
    const desk = await open(rehearsal('sealed'), { printers_view: printersView() })
    await desk.click('envelope-open')
    expect(desk.textOf('envelope-nowhere'), 'said why').toContain('不能存成文件')
    expect(desk.see('envelope-go').attributes('disabled'), 'nothing to press').toBeDefined()
  })

  it('is not offered once the cards are down, nor to whoever only looks', async () => {
    const late = await open(ceremonyView('cards'))
    expect(late.shows('envelope-open'), 'too late').toBe(false)
    const other = await open(ceremonyView('sealed'), { console_view: consoleAt('open', ZHAO) })
    expect(other.shows('envelope-open'), 'not theirs').toBe(false)
  })
})
