import { describe, expect, it } from 'vitest'
import { findBarriers } from '@/testing/accessibility'
import { openConsole, settle } from '@/testing/desk'
import {
  lookedAt,
  openRow,
  outsideAnswers,
  outsideForm,
  outsideLine,
  outsideRow,
  outsideView,
} from '@/testing/outside'
import { consoleAt, failure, problem, ZHAO } from '@/testing/samples'
import { told } from '@/testing/targets'

type Answers = Parameters<typeof openConsole>[0]
const open = (count: number, more: Answers = {}) =>
  openConsole({ ...outsideAnswers(count), ...more }, '/outside')

async function withFile(more: Answers = {}) {
  const desk = await open(1, { file_choose: { path: '/media/抽取结果.xlsx', replaces: false }, ...more })
  await desk.click('outside-new')
  await desk.click('take-pick')
  await settle()
  return desk
}

describe('draws of other systems', () => {
  it('lead a newcomer on, and a reader not', async () => {
    const desk = await open(0)
    expect(desk.textOf('outside-empty'), 'what one is').toContain('还没有登记过外部抽取')
    await desk.click('empty-take')
    expect(desk.asks('take-dialog'), 'and how one is registered').toBe(true)
    const reader = await open(0, { console_view: consoleAt('open', ZHAO) })
    expect(reader.shows('empty-take'), 'whoever only reads is offered nothing').toBe(false)
  })

  it('are marked, with their source, their file and whom they drew', async () => {
    const desk = await open(2)
    expect(desk.textOf('outside-title'), 'the newest is open').toContain('WB-0002')
    expect(desk.textOf('outside-mark'), 'never taken for a draw of our own').toBe('外部抽取')
    expect(desk.textOf('outside-file'), 'the file with its digest').toMatch(
      /抽取结果\.xlsx.*SHA-256 9f3c71a0/,
    )
    expect(desk.textOf('outside-row-0'), 'whether somebody was there').toContain('待检查。')
    expect(desk.textOf('outside-row-1'), 'who is not ours').toContain('不在本单位名录')
    await desk.click('outside-1')
    expect(desk.textOf('outside-title'), 'another one').toContain('WB-0001')
    await desk.see('outside-1').trigger('keydown', { key: 'ArrowUp' })
    await settle()
    expect(document.activeElement?.getAttribute('data-testid'), 'the keys walk the list').toBe('outside-2')
  })

  it('give their file out as it was', async () => {
    const desk = await open(1, {
      file_choose: { path: '/media/原件.xlsx', replaces: true },
      outside_draw_file: { path: '/media/原件.xlsx', digest: '9f3c' },
    })
    await desk.click('outside-copy')
    await settle()
    expect(desk.host.requests('outside_draw_file'), 'the window of the system asked before').toEqual([
      { id: 1, path: '/media/原件.xlsx', overwrite: true },
    ])
    expect(desk.textOf('outside-file'), 'and where it lies').toContain('/media/原件.xlsx')
  })

  it('are withdrawn with a reason, and begun anew as they were', async () => {
    const gone = outsideView(1, { line: outsideLine(1, { state: told('withdrawn', '已撤销') }) })
    const desk = await open(1, { outside_draw_withdraw: gone })
    await desk.click('outside-withdraw')
    await desk.type('why.reason', '名单发错了')
    await desk.enter('why.reason')
    await settle()
    expect(desk.host.requests('outside_draw_withdraw'), 'with the reason').toEqual([
      { id: 1, reason: '名单发错了' },
    ])
    expect(desk.shows('outside-withdraw'), 'once').toBe(false)
    await desk.click('outside-again')
    expect(desk.valueOf('outside.system'), 'nothing is typed twice').toBe('市场监管部门随机抽查系统')
    expect(desk.textOf('our-items'), 'nor chosen').toContain('SX-000001')
  })

  it('show long lists a part at a time', async () => {
    const rows = Array.from({ length: 500 }, (_, at) => outsideRow(at + 2))
    const view = outsideView(1, { rows, line: outsideLine(1, { targets: 600 }) })
    const desk = await open(1, { outside_draw_open: ({ from }) => ({ ...view, from }) })
    await desk.click('rows-next')
    expect(desk.host.requests('outside_draw_open').at(-1), 'the next part').toEqual({ id: 1, from: 500 })
  })

  it('say why they cannot be read', async () => {
    const desk = await open(1, {
      outside_draws_view: () => Promise.reject(failure({ code: 'office_damaged' })),
    })
    expect(desk.shows('outside-retry'), 'and offer to try again').toBe(true)
  })

  it('can be read by everybody', async () => {
    await open(2)
    expect(await findBarriers(), 'no barrier on the page').toEqual([])
  })

  it('can be registered by everybody', async () => {
    await withFile()
    expect(await findBarriers(), 'no barrier in the form').toEqual([])
  })
})

describe('registering one', () => {
  it('reads the file first, and asks about every row that it did not find', async () => {
    const desk = await withFile()
    expect(desk.textOf('looked-told'), 'in a sentence').toContain('没有对上 1 户')
    expect(desk.textOf('looked-told'), 'and what was left out').toContain('没有读的列：天气')
    expect(desk.textOf('looked-7'), 'what is wrong and what to do').toMatch(
      /没有对上.*检查对象库里没有.*请先登记/,
    )
    expect(desk.shows('answer-2'), 'what was found asks nothing').toBe(false)
    expect(desk.valueOf('outside.items'), 'what the file says is inspected').toBe('计量器具检查')
    desk.host.answer({ outside_draw_look: lookedAt({ rows: [outsideRow(2)], open: 0 }) })
    await desk.click('stranger-7')
    const [, asked] = desk.host.requests('outside_draw_look')
    expect(asked?.answers, 'an empty answer: it is not ours').toEqual([{ row: 7, target: '' }])
  })

  it('sends what was typed with the digest of what was looked at', async () => {
    const desk = await withFile({ outside_draw_take: outsideView(2) })
    await desk.type('outside.system', '消防随机抽查系统')
    await desk.type('outside.targets', 'DX-000004\n\n 徐水乙粮站 ')
    await desk.leave('outside.targets')
    const input = desk.see('answer-7')
    await input.setValue('DX-000009')
    await input.trigger('change')
    await settle()
    await desk.click('take-go')
    const [sent] = desk.host.requests('outside_draw_take')
    expect(sent?.digest, 'nobody changes the file in between').toBe('9f3c71a05be2d4480c6e1b97a2f05d38')
    expect(sent?.targets, 'a line each').toEqual(['DX-000004', '徐水乙粮站'])
    expect(sent?.answers, 'with what was said of the row').toEqual([{ row: 7, target: 'DX-000009' }])
    expect(desk.asks('take-dialog'), 'and it is done').toBe(false)
    expect(desk.textOf('outside-title'), 'the new one is shown').toContain('WB-0002')
  })

  it('keeps everything that was typed where it is refused', async () => {
    const refused = failure({
      code: 'outside_invalid',
      message: '外部抽取有 1 处需要处理，没有登记。',
      problems: [problem('office', '抽取单位没有填写。')],
    })
    const desk = await withFile({ outside_draw_take: () => Promise.reject(refused) })
    await desk.type('outside.system', '消防随机抽查系统')
    await desk.click('take-go')
    await settle()
    expect(desk.asks('take-dialog'), 'it is to be mended').toBe(true)
    expect(desk.textOf('take-dialog'), 'beside the field').toContain('抽取单位没有填写。')
    expect(desk.valueOf('outside.system'), 'nothing is lost').toBe('消防随机抽查系统')
  })

  it('says why a file cannot be read, and reads another one', async () => {
    const desk = await withFile({
      outside_draw_look: () =>
        Promise.reject(failure({ code: 'header_missing', message: '工作表“Sheet1”里没有找到表头。' })),
    })
    expect(desk.textOf('take-dialog'), 'in the words of the program').toContain('没有找到表头')
    desk.host.answer({ outside_draw_look: lookedAt({ rows: [openRow(3)] }) })
    await desk.click('take-pick')
    await settle()
    expect(desk.shows('looked-3'), 'another one').toBe(true)
    expect(desk.textOf('take-dialog'), 'and the refusal is gone').not.toContain('没有找到表头')
  })

  it('begins with nothing when nothing was begun', async () => {
    const desk = await open(1, {
      outside_draw_open: outsideView(1, { form: outsideForm({ targets: ['DX-000001'] }) }),
    })
    await desk.click('outside-again')
    expect(desk.valueOf('outside.targets'), 'as it was').toBe('DX-000001')
    await desk.click('take-cancel')
    await desk.click('outside-new')
    expect(desk.valueOf('outside.targets'), 'a new one is empty').toBe('')
  })
})
