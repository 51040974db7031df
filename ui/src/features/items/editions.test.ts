// The editions of the list, step by step, and the comparison of any two.
import { describe, expect, it } from 'vitest'
import { openConsole, settle, type Desk } from '@/testing/desk'
import { catalogDiff, edition, editionView, itemAnswers, submittedEdition } from '@/testing/items'
import { failure, problem, profile, profileView } from '@/testing/samples'
import { told } from '@/testing/targets'

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

describe('the editions', () => {
  async function at(id: number, more: Answers = {}): Promise<Desk> {
    const desk = await open(12, more)
    await desk.click('tab-editions')
    await desk.click(`edition-${id}`)
    return desk
  }

  it('say how far each one is, with who and when', async () => {
    const desk = await at(2)
    expect(desk.textOf('edition-2'), 'the one in force').toContain('现行')
    expect(desk.textOf('edition-step-ratified'), 'who, when, number').toMatch(
      /✓ 审定.*2026-02-20.*徐水区司法局.*徐司审〔2026〕3 号.*2026-03-01 起施行/,
    )
    expect(desk.textOf('edition-step-published'), 'what comes next').toContain('下一步')
    await desk.click('edition-1')
    expect(desk.textOf('edition-step-returned'), 'and why').toContain('缺少条款')
    expect(desk.shows('edition-ratify'), 'it ends there').toBe(false)
  })

  it('show their own items, which nobody changes', async () => {
    const desk = await at(2)
    expect(desk.host.requests('items_view').at(-1)?.edition, 'as they were pinned').toBe(2)
    await desk.click('item-1')
    expect(desk.host.requests('item_open').at(-1), 'the version of that edition').toEqual({
      id: 1,
      edition: 2,
    })
    expect(['act-edit', 'act-removed', 'pencil-name'].filter(desk.shows), 'read only').toEqual([])
  })

  it('say what to do while there is none', async () => {
    const desk = await openConsole(itemAnswers(3), '/items')
    await desk.click('tab-editions')
    expect(desk.textOf('editions-empty'), 'how one comes about').toContain('送审')
    await desk.click('editions-submit')
    expect(desk.asks('submit.title'), 'from here too').toBe(true)
    expect(desk.textOf('submit-first'), 'there is nothing to compare with').toContain('这是第一次送审')
  })

  it('are submitted with what is different, unless something stands in the way', async () => {
    const obstacle = problem('items', 'SX-000004 还是示例。')
    const desk = await open(12, { catalog_check: { obstacles: [obstacle] } })
    await desk.click('catalog-submit')
    expect(desk.textOf('submit-obstacles'), 'what').toContain('SX-000004 还是示例。')
    expect(desk.see('submit-go').attributes('disabled'), 'so it cannot go').toBeDefined()
    await desk.click('submit-cancel')
    desk.host.answer({ catalog_check: { obstacles: [] }, edition_submit: editionView(submittedEdition(4)) })
    await desk.click('catalog-submit')
    expect(desk.shows('submit-first'), 'there are editions before it').toBe(false)
    expect(desk.textOf('submit-dialog'), 'the sums').toContain('新增 1 项，修改 1 项，移出 0 项')
    await desk.type('submit.title', '2026 年清单')
    await desk.type('submit.submitted_to', '区司法局')
    await desk.type('submit.submitted_on', '2026-11-22')
    await desk.type('submit.reason', '条例修订')
    await desk.enter('submit.reason')
    expect(desk.host.requests('edition_submit'), 'as it was typed').toEqual([
      { title: '2026 年清单', submitted_to: '区司法局', submitted_on: '2026-11-22', reason: '条例修订' },
    ])
    expect(desk.see('tab-editions').attributes('aria-selected'), 'one sees it').toBe('true')
  })

  it('show a refusal beside its field, with all that was typed', async () => {
    const desk = await at(3, {
      edition_ratify: () => {
        throw failure({ problems: [problem('effective_on', '施行日期早于审定日期')] })
      },
    })
    await desk.click('edition-ratify')
    expect(desk.valueOf('ratify.ratified_by'), 'most likely whom it was sent to').toBe('徐水区司法局')
    await desk.type('ratify.ratified_on', '2026-11-20')
    await desk.type('ratify.effective_on', '2026-11-01')
    await desk.enter('ratify.effective_on')
    expect(desk.textOf('problem-ratify.effective_on'), 'there').toContain('早于审定日期')
    expect(desk.valueOf('ratify.ratified_on'), 'nothing is lost').toBe('2026-11-20')
    desk.host.answer({ edition_ratify: editionView(edition(3)) })
    await desk.enter('ratify.effective_on')
    expect(desk.host.requests('edition_ratify').at(-1), 'with the version that was seen').toEqual({
      id: 3,
      version: 2,
      ratified_by: '徐水区司法局',
      ratified_on: '2026-11-20',
      ratified_no: '',
      effective_on: '2026-11-01',
    })
    expect(desk.shows('edition-publish'), 'the next step is there').toBe(true)
  })

  it('are returned with a reason', async () => {
    const desk = await at(3, { edition_return: editionView(EDITIONS[2]!) })
    await desk.click('edition-return')
    await desk.type('return.returned_on', '2026-11-20')
    await desk.type('return.reason', '缺少条款')
    await desk.enter('return.reason')
    expect(desk.host.requests('edition_return'), 'as it was typed').toEqual([
      { id: 3, version: 2, returned_on: '2026-11-20', reason: '缺少条款' },
    ])
  })

  it('are published in the office’s own channels, and elsewhere', async () => {
    const channels = [
      { kind: 'portal' as const, detail: 'www.xushui.gov.cn' },
      { kind: 'notice_board' as const, detail: '' },
    ]
    const desk = await at(2, {
      office_profile: profileView({ profile: profile({ channels }) }),
      edition_publish: editionView(edition(2, { state: told('published', '已公布') })),
    })
    await desk.click('edition-publish')
    await desk.type('publish.published_on', '2026-03-05')
    await desk.see('channel-0').setValue(true)
    await desk.type('publish.others', '县报、 村务公开栏')
    await desk.enter('publish.published_on')
    expect(desk.host.requests('edition_publish'), 'all places').toEqual([
      {
        id: 2,
        version: 2,
        published_on: '2026-03-05',
        channels: ['政府门户网站（www.xushui.gov.cn）', '县报', '村务公开栏'],
      },
    ])
  })

  it('are exported one by one', async () => {
    const desk = await at(2, { items_export: { path: '/srv/outbox/第2版.xlsx', rows: 12 } })
    await desk.click('items-export')
    await desk.see('export-go').trigger('submit')
    await settle()
    expect(desk.host.requests('items_export')[0]?.edition, 'that edition').toBe(2)
  })
})

describe('the comparison', () => {
  it('is one press away, from the edition in force to the working list', async () => {
    const desk = await open(12)
    await desk.click('pending-compare')
    expect(desk.host.requests('catalog_diff').at(-1), 'what has changed since').toEqual({
      before: 2,
      after: null,
    })
    expect(desk.textOf('diff-3'), 'field by field').toMatch(/修改.*抽查比例：\s*3%\s*→\s*3%–5%/)
    expect(desk.textOf('diff-7'), 'what is new says only that').not.toContain('→')
    expect(desk.textOf('diff-9'), 'what is gone is named').toContain('移出')
  })

  it('is of any two lists', async () => {
    const desk = await open(12)
    await desk.click('tab-diff')
    await desk.see('diff-before').setValue('1')
    await settle()
    await desk.see('diff-after').setValue('3')
    await settle()
    await desk.click('diff-swap')
    expect(desk.host.requests('catalog_diff').at(-1), 'either way round').toEqual({ before: 3, after: 1 })
    desk.host.answer({ catalog_diff: catalogDiff({ items: [] }) })
    await desk.click('diff-swap')
    expect(desk.textOf('diff-none'), 'nothing is said too').toContain('没有不同')
  })

  it('can try again', async () => {
    const desk = await open(12, {
      catalog_diff: () => {
        throw failure()
      },
    })
    await desk.click('tab-diff')
    desk.host.answer({ catalog_diff: catalogDiff() })
    await desk.click('diff-retry')
    expect(desk.shows('diff-3'), 'there it is').toBe(true)
  })
})
