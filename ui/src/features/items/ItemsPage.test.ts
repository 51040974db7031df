import { describe, expect, it } from 'vitest'
import { findBarriers } from '@/testing/accessibility'
import { openConsole, settle, type Desk } from '@/testing/desk'
import { basis, edition, itemAnswers, itemLine, itemsOf, itemView, submittedEdition } from '@/testing/items'
import { consoleAt, failure, problem, ZHAO } from '@/testing/samples'
import { LONG_NAME, told } from '@/testing/targets'

type Answers = Parameters<typeof openConsole>[0]

const EDITIONS = [
  submittedEdition(3),
  edition(2),
  submittedEdition(1, {
    state: told('returned', '已退回'),
    returnedOn: '2026-01-20',
    returnedFor: '缺少条款',
  }),
]
const open = (total: number, more: Answers = {}) =>
  openConsole({ ...itemAnswers(total, EDITIONS), ...more }, '/items')

async function key(desk: Desk, id: string, name: string): Promise<void> {
  await desk.see(id).trigger('keydown', { key: name })
  await settle()
}

describe('the working list', () => {
  it('says which edition is in force, and how the working list stands', async () => {
    const desk = await open(12)
    expect(desk.textOf('edition-in-force'), 'number, day, how many').toBe(
      '现行 2026年第2版，徐司审〔2026〕3 号，2026-03-01 起施行，12 项',
    )
    expect(desk.textOf('items-total'), 'what is still to be done').toBe(
      '工作清单 12 项：可用 7，不可用 5，示例 3，未对应权责清单 2',
    )
  })

  it('says so while nothing was ratified', async () => {
    const desk = await openConsole(itemAnswers(3), '/items')
    expect(desk.textOf('edition-in-force'), 'no draw may rest on it').toContain('还没有审定的清单')
    expect(desk.shows('tab-diff'), 'there is nothing to compare with').toBe(false)
  })

  it('leads a newcomer on', async () => {
    const desk = await openConsole(itemAnswers(0), '/items')
    expect(desk.textOf('items-empty'), 'the list of the office, or examples').toContain('样例库')
    await desk.click('empty-starters')
    expect(desk.asks('starter-warning'), 'examples').toBe(true)
    await desk.click('starter-cancel')
    await desk.click('empty-import')
    expect(desk.router.currentRoute.value.path, 'or a roster').toBe('/items/import')
  })

  it('shows what is written and what was understood of it', async () => {
    const desk = await open(6)
    expect(desk.textOf('item-1'), 'the ratio in bounds').toContain('读作 3%–5%，不超过30户')
    expect(desk.textOf('item-6'), 'what nobody understands is said').toContain('根据实际情况确定没有读懂')
    expect(desk.textOf('item-1'), 'how much stands behind it').toMatch(/依据 2 条要点 8 个/)
  })

  it('says in words which items cannot be used, why, and what is worth a look', async () => {
    const desk = await open(12)
    expect(desk.textOf('item-1'), 'not by colour alone').toContain('可用')
    expect(desk.textOf('item-5'), 'without a basis nothing is inspected').toMatch(/不可用.*没有法律依据/)
    expect(desk.textOf('item-4'), 'an example').toMatch(/示例.*不可用/)
    expect(desk.textOf('item-3'), 'and what is not finished').toContain('没有检查要点')
    expect(desk.textOf('item-3'), 'different from the edition in force').toContain('修改')
  })

  it('shows a long name whole on request', async () => {
    const desk = await openConsole(
      itemAnswers(1, [], () => ({ name: LONG_NAME, subItem: '' })),
      '/items',
    )
    expect(desk.see('item-1').find(`[title="${LONG_NAME}"]`).exists(), 'nothing is lost').toBe(true)
  })

  it('is found by words and chips', async () => {
    const desk = await open(12)
    await desk.type('item-text', '防雷')
    await key(desk, 'item-text', 'Enter')
    expect(desk.textOf('items-found'), 'how many').toBe('筛得 2 项')
    await desk.click('facet-usable')
    await desk.see('facet-usable-no_basis').setValue(true)
    await settle()
    expect(desk.host.requests('items_view').at(-1), 'both hold').toEqual({
      filter: { text: '防雷', values: { usable: ['no_basis'] } },
      edition: null,
    })
    await desk.type('item-text', '没有')
    await key(desk, 'item-text', 'Enter')
    await desk.click('nothing-clear')
    expect(desk.shows('item-1'), 'all of them again').toBe(true)
  })

  it('is walked with the keys', async () => {
    const desk = await open(12)
    for (const name of ['End', 'ArrowUp', 'Enter']) await key(desk, 'item-table', name)
    expect(desk.host.requests('item_open'), 'the last but one').toEqual([{ id: 11, edition: null }])
    await key(desk, 'pane-close', 'Escape')
    expect(document.activeElement, 'and back').toBe(desk.see('item-table').element)
  })

  it('can try again when it cannot be read', async () => {
    const desk = await open(3, {
      items_view: () => {
        throw failure()
      },
    })
    desk.host.answer({ items_view: itemsOf(3) })
    await desk.click('items-retry')
    expect(desk.shows('item-1'), 'there they are').toBe(true)
  })

  it('is exported as a table or as a page for the portal', async () => {
    const desk = await open(3, { items_export: { path: '/srv/outbox/清单.html', rows: 3 } })
    await desk.click('items-export')
    await desk.see('format-html').setValue()
    await desk.see('export-go').trigger('submit')
    await settle()
    expect(desk.host.requests('items_export'), 'the working list').toEqual([
      { edition: null, filter: { text: '', values: {} }, format: 'html', path: null, overwrite: false },
    ])
    expect(desk.textOf('export-written'), 'and where it lies').toContain('/srv/outbox/清单.html')
  })

  it('is only looked at by whoever may only look', async () => {
    const desk = await open(4, { console_view: consoleAt('open', ZHAO) })
    await desk.click('item-4')
    const acts = ['item-add', 'items-starters', 'items-import', 'catalog-submit', 'act-edit', 'act-checked']
    expect(acts.filter(desk.shows), 'a button that is always refused is a trap').toEqual([])
    expect(desk.shows('items-export'), 'looking may be taken away').toBe(true)
  })
})

describe('one item', () => {
  async function opened(id = 1, more: Answers = {}): Promise<Desk> {
    const desk = await open(12, more)
    await desk.click(`item-${id}`)
    return desk
  }

  it('shows its laws with how they stand, and its points in order', async () => {
    const desk = await opened()
    await desk.click('tab-bases')
    expect(desk.textOf('basis-0'), 'in the brackets of titles').toContain('《粮食流通管理条例》第三十八条')
    expect(desk.textOf('basis-0'), 'in force').toMatch(/有效.*2021-04-15 起施行，没有失效日期/)
    expect(desk.textOf('basis-1'), 'or no longer').toMatch(/已失效.*2023-10-01 失效/)
    await desk.click('tab-points')
    expect(desk.textOf('point-0'), 'what, how, with what').toMatch(/收购资格.*查看备案回执.*营业执照/)
    expect(desk.textOf('item-ratio'), 'who decides the ratio').toContain('上级定在 3% 到 5% 之间')
  })

  it('says what is lacking where there is nothing', async () => {
    const desk = await opened(1, { item_open: itemView(1, { bases: [], check_points: [] }) })
    await desk.click('tab-bases')
    expect(desk.textOf('no-bases'), 'and what that means').toContain('不得开展检查')
    await desk.click('tab-points')
    expect(desk.textOf('no-points'), 'and what it is for').toContain('检查记录表')
  })

  it('is changed: fields, laws and points together, only what is different', async () => {
    const desk = await opened(1, { item_save: itemView(1, { version: 5 }) })
    await desk.click('act-edit')
    expect(desk.see('item-save').attributes('disabled'), 'nothing is different yet').toBeDefined()
    await desk.type('item.person', '王建国')
    await desk.click('bases.1.remove')
    await desk.click('bases.add')
    expect(document.activeElement, 'ready to type').toBe(desk.see('bases.1.law').element)
    await desk.type('bases.1.law', '粮食安全保障法')
    await desk.click('bases.1.up')
    expect(desk.valueOf('bases.0.law'), 'the order is theirs').toBe('粮食安全保障法')
    expect(desk.textOf('item-save'), 'how much').toBe('保存 2 处修改')
    await desk.type('item.reason', '粮食安全保障法施行')
    await desk.enter('item.reason')
    const sent = desk.host.requests('item_save')[0]
    expect(sent?.values, 'only what is different').toEqual({ person: '王建国' })
    expect(
      sent?.bases?.map(({ law }) => law),
      'all laws, in order',
    ).toEqual(['粮食安全保障法', '粮食流通管理条例'])
    expect(sent?.checkPoints, 'the points stay as they are').toBe(null)
    expect(desk.asks('item-save'), 'done').toBe(false)
  })

  it('hears of a wrong law as one leaves it, and a refusal stands at the row', async () => {
    const desk = await opened(1, {
      item_check: { problems: [problem('bases.0.validTo', '失效日期早于施行日期'), problem('bases.1.law')] },
      item_save: () => {
        throw failure({ problems: [problem('checkPoints.1.content', '请写检查内容')] })
      },
    })
    await desk.click('act-edit')
    await desk.type('bases.0.validTo', '2020-01-01')
    await desk.leave('bases.0.validTo')
    expect(desk.textOf('problem-bases.0.validTo'), 'there').toContain('早于')
    expect(desk.shows('problem-bases.1.law'), 'of the others nobody has asked').toBe(false)
    await desk.type('checkPoints.1.content', ' ')
    await desk.type('item.reason', '修订')
    await desk.enter('item.reason')
    expect(desk.textOf('problem-checkPoints.1.content'), 'at its row').toContain('请写检查内容')
    expect(document.activeElement, 'and the cursor with it').toBe(desk.see('checkPoints.1.content').element)
    expect(desk.valueOf('bases.0.validTo'), 'nothing typed is lost').toBe('2020-01-01')
    await desk.click('checkPoints.0.remove')
    expect(desk.shows('problem-checkPoints.1.content'), 'rows that moved take no blame of others').toBe(false)
  })

  it('ticks several ways to inspect, and keeps a word of its own', async () => {
    const line = itemLine(1, { modes: '实地核查、飞检' })
    const desk = await opened(1, {
      item_open: itemView(1, { line }),
      item_save: itemView(1),
    })
    await desk.click('act-edit')
    await desk.see('item.modes-网络监测').setValue(true)
    await desk.type('item.reason', '增加方式')
    await desk.enter('item.reason')
    expect(desk.host.requests('item_save')[0]?.values, 'side by side').toEqual({
      modes: '实地核查、飞检、网络监测',
    })
  })

  it('that is an example is confirmed by whoever has checked the law', async () => {
    const desk = await opened(4, { item_save: itemView(4, { line: itemLine(4, { example: false }) }) })
    await desk.click('act-checked')
    expect(desk.textOf('reason-says'), 'what to look at').toContain('对照法律法规的现行文本')
    await desk.type('why.reason', '已对照条例第三十八条')
    await desk.enter('why.reason')
    expect(desk.host.requests('item_save')[0], 'nothing else').toEqual({
      id: 4,
      version: 4,
      values: {},
      bases: null,
      checkPoints: null,
      confirmed: true,
      reason: '已对照条例第三十八条',
    })
    expect(desk.shows('act-checked'), 'it is no example any more').toBe(false)
  })

  it('is removed, and taken back, with a reason', async () => {
    const gone = itemView(1, { line: itemLine(1, { membership: told('removed', '已移出') }) })
    const desk = await opened(1, { item_membership: gone })
    await desk.click('act-removed')
    expect(desk.textOf('reason-says'), 'editions stay').toContain('已经审定的版本不变')
    await desk.type('why.reason', '职权已下放')
    await desk.enter('why.reason')
    expect(desk.host.requests('item_membership'), 'once').toEqual([
      { id: 1, version: 4, membership: 'removed', reason: '职权已下放' },
    ])
    expect(desk.shows('act-in'), 'the way back').toBe(true)
  })

  it('is entered anew', async () => {
    const desk = await open(3, { item_save: itemView(4) })
    await desk.click('item-add')
    expect(desk.textOf('bases-none'), 'what it needs').toContain('至少要有一条')
    await desk.type('item.name', '散煤质量检查')
    await desk.type('item.reason', '新增职责')
    await desk.enter('item.reason')
    expect(desk.host.requests('item_save')[0], 'a new one').toMatchObject({
      id: null,
      values: { name: '散煤质量检查' },
      bases: null,
    })
    expect(desk.shows('item-pane'), 'and open').toBe(true)
  })
})

describe('the examples', () => {
  it('are chosen by trade, those that are there already not again', async () => {
    const desk = await open(3, {
      starters_take: itemsOf(5)({ filter: { text: '', values: {} }, edition: null }),
    })
    await desk.click('items-starters')
    expect(desk.textOf('starter-warning'), 'plainly').toContain('样例只是起点，不是依据')
    expect(desk.see('starter-grain.purchase').attributes('disabled'), 'it is there').toBeDefined()
    await desk.see('trade-grain').setValue(true)
    expect(desk.textOf('starter-go'), 'how many').toBe('添加 2 项')
    await desk.see('starter-lightning.detect').setValue(true)
    await desk.see('starter-grain.stock').setValue(false)
    await desk.type('starter.reason', '起草清单')
    await desk.enter('starter.reason')
    expect(desk.host.requests('starters_take'), 'what was ticked').toEqual([
      { keys: ['grain.policy', 'lightning.detect'], reason: '起草清单' },
    ])
    expect(desk.asks('starter-go'), 'done').toBe(false)
  })
})

describe('accessibility', () => {
  it.each([0, 1, 60])('finds nothing wrong with %i items', async (total) => {
    const desk = await open(total)
    await desk.click('facet-usable')
    expect(await findBarriers(), 'everybody can use it, screen readers included').toEqual([])
  })

  it('finds nothing wrong with the parts of an item', async () => {
    const desk = await open(4, { item_open: itemView(4, { bases: [basis()], line: itemLine(4) }) })
    await desk.click('item-4')
    for (const part of ['fields', 'bases', 'points', 'story']) {
      await desk.click(`tab-${part}`)
      expect(await findBarriers(), `${part} can be used by everybody`).toEqual([])
    }
    await desk.click('act-edit')
    expect(await findBarriers(), 'the long form too').toEqual([])
  })

  it.each([['item-add'], ['items-starters'], ['catalog-submit'], ['items-export']])(
    'finds nothing wrong with %s',
    async (act) => {
      const desk = await open(5)
      await desk.click(act)
      expect(await findBarriers(), 'a dialog too').toEqual([])
    },
  )

  it('finds nothing wrong with the editions and the comparison', async () => {
    const desk = await open(5)
    await desk.click('tab-editions')
    expect(await findBarriers(), 'the editions').toEqual([])
    await desk.click('edition-2')
    await desk.click('edition-publish')
    expect(await findBarriers(), 'an act').toEqual([])
    await desk.click('publish-cancel')
    await desk.click('tab-diff')
    expect(await findBarriers(), 'the comparison').toEqual([])
  })
})
