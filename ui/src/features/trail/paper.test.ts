// The dialog that every paper shares is tried here, where people meet it first: at the extract of the trail.
import { describe, expect, it } from 'vitest'
import { findBarriers } from '@/testing/accessibility'
import { later, openConsole, settle, type Desk } from '@/testing/desk'
import type { PaperMade } from '@/ipc/generated/PaperMade'
import { failure, foundAll, paperMade, printer, printersView, trailOf } from '@/testing/samples'

type Answers = Parameters<typeof openConsole>[0]

async function dialog(answers: Answers = {}): Promise<Desk> {
  const desk = await openConsole(
    { trail_find: foundAll(3), trail_view: trailOf(3), trail_paper: paperMade(), ...answers },
    '/trail',
  )
  await desk.click('trail-print')
  return desk
}

const chosen = () => document.querySelector<HTMLInputElement>('dialog[open] input[type=radio]:checked')?.value
const waysOf = (desk: Desk) => desk.host.requests('trail_paper').map(({ to }) => to)

describe('the extract', () => {
  it('is of what the list shows', async () => {
    const desk = await openConsole(
      { trail_find: foundAll(3), trail_view: trailOf(3), trail_paper: paperMade({ pages: 2 }) },
      '/trail',
    )
    await desk.type('filter-text', '地址')
    await desk.see('filter-text').trigger('keydown', { key: 'Enter' })
    desk.host.answer({ trail_find: { ...foundAll(2), heading: '内容含“地址”' } })
    await desk.click('trail-print')
    expect(desk.textOf('trail-paper-what'), 'said before it is printed').toContain('3 条')
    await desk.click('paper-go')
    expect(desk.host.requests('trail_paper')[0]?.filter.text, 'the present filter').toBe('地址')
    expect(desk.textOf('paper-made'), 'how much paper to look for').toContain('共 2 页')
  })

  it('is not offered where there is nothing, and it says why', async () => {
    const desk = await openConsole({ trail_find: { ...foundAll(0), total: 9 } }, '/trail')
    const button = desk.see('trail-print')
    expect(button.attributes('disabled'), 'a blank sheet helps nobody').toBeDefined()
    const why = document.getElementById(button.attributes('aria-describedby') ?? '')
    expect(why?.textContent, 'in words that a screen reader finds as well').toContain('列表是空的')
  })
})

describe('where a paper goes', () => {
  it('is the usual printer unless somebody chooses another, which is then offered first', async () => {
    const printers = printersView(printer('hall'), printer('room', { is_default: true }))
    const desk = await dialog({ printers_view: printers })
    expect(chosen(), 'the system’s own default').toBe('room')
    await desk.see('printer-hall').find('input').setValue(true)
    await desk.click('paper-go')
    await desk.click('paper-done')
    await desk.click('trail-print')
    expect(chosen(), 'people print twice at the same place').toBe('hall')
    expect(waysOf(desk), 'by the name of the system').toEqual([{ way: 'print', printer: 'hall' }])
  })

  it('is the only printer there is, default or not, and the file where there are several alike', async () => {
    const one = await dialog({ printers_view: printersView(printer('hall')) })
    expect(chosen(), 'there is nothing else to mean').toBe('hall')
    one.window.unmount()
    await dialog({ printers_view: printersView(printer('hall'), printer('room')) })
    expect(chosen(), 'no paper comes out somewhere by chance').toBe('')
  })

  it('is a file where there is no printer', async () => {
    const file = '/srv/office/outbox/留痕摘录-20261120.pdf'
    const desk = await dialog({
      printers_view: printersView(),
      trail_paper: paperMade({ job: null, file }),
    })
    expect(desk.shows('no-printers'), 'it says so').toBe(true)
    await desk.click('paper-go')
    expect(waysOf(desk), 'the program names it').toEqual([{ way: 'save', file: null }])
    expect(desk.textOf('made-file'), 'a file that cannot be found is none').toBe(file)
    expect(desk.shows('copy-path'), 'and nobody types that').toBe(true)
  })

  it('is a file as well where printers cannot be asked for, and the reason stands above', async () => {
    const desk = await dialog({
      printers_view: () => {
        throw failure({ code: 'not_printed', message: '没有安装打印程序。' })
      },
      trail_paper: paperMade({ file: '/a.pdf' }),
    })
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe('没有安装打印程序。')
    await desk.click('paper-go')
    expect(waysOf(desk), 'the work is not held up').toEqual([{ way: 'save', file: null }])
  })

  it('shows a printer that is halted as such, with what the system says', async () => {
    const halted = printer('hall', { state: 'stopped', said: '缺纸' })
    const desk = await dialog({ printers_view: printersView(halted) })
    expect(desk.textOf('printer-hall'), 'before anybody waits for paper').toContain('已停用 · 缺纸')
  })
})

describe('a paper', () => {
  it('tells what its reader must know, such as characters that no font has', async () => {
    const remarks = ['第 1 页有一个字体里没有的字：U+E815。']
    const desk = await dialog({ trail_paper: paperMade({ remarks }) })
    await desk.click('paper-go')
    expect(desk.textOf('paper-remarks'), 'word for word').toBe(remarks[0])
  })

  it('says why it could not be made, and can be tried again', async () => {
    const desk = await dialog({
      trail_paper: () => {
        throw failure({ code: 'too_many_rows', message: '有 2 406 条，一次最多打印 2 000 条。' })
      },
    })
    await desk.click('paper-go')
    expect(desk.textOf('failure-message'), 'in the program’s words').toContain('一次最多打印')
    expect(desk.shows('paper-made'), 'nothing was made').toBe(false)
    desk.host.answer({ trail_paper: paperMade() })
    await desk.click('paper-go')
    expect(desk.shows('failure-message'), 'the second time it works').toBe(false)
    expect(desk.shows('paper-made'), 'and says so').toBe(true)
  })

  it('is made once however often the button is pressed', async () => {
    const answer = later<PaperMade>()
    const desk = await dialog({ trail_paper: () => answer.promise })
    await desk.click('paper-go')
    await desk.click('paper-go')
    await answer.arrive(paperMade())
    expect(waysOf(desk).length, 'one paper').toBe(1)
  })

  it('begins at the button that goes on, and Escape gives it up', async () => {
    const desk = await dialog()
    expect(document.activeElement, 'Enter prints').toBe(desk.see('paper-go').element)
    await desk.click('paper-go')
    expect(document.activeElement, 'Enter is done').toBe(desk.see('paper-done').element)
    await desk.see('paper-dialog').trigger('cancel')
    await settle()
    expect(desk.asks('paper-dialog'), 'gone').toBe(false)
    await desk.click('trail-print')
    expect(desk.shows('paper-made'), 'the next one begins anew').toBe(false)
  })

  it('finds nothing wrong with the dialog', async () => {
    const desk = await dialog({ printers_view: printersView(printer('hall'), printer('room')) })
    expect(await findBarriers(), 'everybody can use it').toEqual([])
    await desk.click('paper-go')
    expect(await findBarriers(), 'and read what became of it').toEqual([])
  })
})
