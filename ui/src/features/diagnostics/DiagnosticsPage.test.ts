import { describe, expect, it } from 'vitest'
import { findBarriers } from '@/testing/accessibility'
import { openConsole, type Desk } from '@/testing/desk'
import { consoleAt, failure, WANG } from '@/testing/samples'

type Answers = Parameters<typeof openConsole>[0]

const parts = [
  { title: '程序和计算机', text: 'Sunlot 0.1.0\nschema 7\n' },
  { title: '数据的大小（只有数量，没有内容）', text: '表'.repeat(1024) },
  { title: 'sunlot-2026-11.log', text: '' },
]
const administrator = { ...consoleAt('open'), permitted: ['diagnostics_view', 'diagnostics_save'] }

function open(answers: Answers = {}): Promise<Desk> {
  return openConsole(
    { console_view: administrator, diagnostics_view: { parts }, ...answers },
    '/settings/diagnostics',
  )
}

describe('the information for whoever helps', () => {
  it('is listed with sizes before anything is saved, and promises what it leaves out', async () => {
    const desk = await open()
    expect(desk.textOf('part-0'), 'what, and how much').toContain('22 字节')
    expect(desk.textOf('part-1'), 'bytes, not signs').toContain('3.0 KB')
    expect(desk.textOf('diagnostics-total'), 'all of it').toBe('3 部分，共 3.0 KB')
    expect(desk.textOf('diagnostics-promise'), 'before it leaves the office').toContain('没有人名')
    expect(desk.host.requests('diagnostics_save'), 'looking saves nothing').toEqual([])
  })

  it('can be read word for word, one part at a time', async () => {
    const desk = await open()
    expect(desk.shows('part-text'), 'on demand').toBe(false)
    await desk.click('part-0')
    expect(desk.see('part-text').element.textContent, 'nothing is prettied up').toBe(parts[0]?.text)
    await desk.click('part-2')
    expect(desk.shows('part-empty'), 'an empty log says that it is empty').toBe(true)
    await desk.click('part-2')
    expect(desk.shows('part-empty'), 'and away again').toBe(false)
  })

  it('is saved where it says, to be copied', async () => {
    const file = '/srv/office/outbox/诊断信息-20261120-100500.txt'
    const desk = await open({ diagnostics_save: { file } })
    await desk.click('diagnostics-save')
    expect(desk.textOf('made-file'), 'a file that cannot be found is none').toBe(file)
    expect(desk.shows('copy-path'), 'and nobody types that').toBe(true)
  })

  it('says why it could not be saved, and keeps what was shown', async () => {
    const desk = await open({
      diagnostics_save: () => {
        throw failure()
      },
    })
    await desk.click('diagnostics-save')
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe(failure().message)
    expect(desk.shows('diagnostics-saved'), 'nothing was saved').toBe(false)
    expect(desk.shows('part-0'), 'it can still be read').toBe(true)
  })

  it('says why it cannot be gathered, and tries again', async () => {
    const desk = await open({
      diagnostics_view: () => {
        throw failure()
      },
    })
    expect(desk.see('diagnostics-save').attributes('disabled'), 'nobody hands on the unseen').toBeDefined()
    desk.host.answer({ diagnostics_view: { parts } })
    await desk.click('diagnostics-retry')
    expect(desk.shows('part-0'), 'here it is').toBe(true)
  })

  it('is not asked for on behalf of whoever may not see it', async () => {
    const desk = await open({ console_view: consoleAt('open', WANG) })
    expect(desk.host.requests('diagnostics_view'), 'it would be refused').toEqual([])
    expect(desk.textOf('diagnostics-not-you'), 'who can').toContain('管理员')
    expect(desk.shows('diagnostics-save'), 'no button that would be refused').toBe(false)
  })

  it('can be used by everybody', async () => {
    const desk = await open()
    await desk.click('part-0')
    expect(await findBarriers(), 'screen readers included').toEqual([])
  })
})
