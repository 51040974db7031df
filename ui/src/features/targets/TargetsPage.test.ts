import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { TargetsView } from '@/ipc/generated/TargetsView'
import { findBarriers } from '@/testing/accessibility'
import { later, openConsole, settle, type Desk } from '@/testing/desk'
import { consoleAt, failure, problem, ZHAO } from '@/testing/samples'
import { LONG_NAME, registryAnswers, registryOf, targetsChoices, targetView, told } from '@/testing/targets'
import { PAGE } from './useTargets'

type Answers = Parameters<typeof openConsole>[0]

const open = (total: number, more: Answers = {}) =>
  openConsole({ ...registryAnswers(total), ...more }, '/targets')
const lastAsked = (desk: Desk) => desk.host.requests('targets_view').at(-1)
const heads = () =>
  [...document.querySelectorAll('[role="columnheader"]')].map((head) => head.textContent?.trim())

async function key(desk: Desk, name: string): Promise<void> {
  await desk.see('target-table').trigger('keydown', { key: name })
  await settle()
}

beforeEach(() => window.localStorage.clear())

describe('the list', () => {
  it('says how many there are, how many were found, and how many of them may be drawn', async () => {
    const desk = await open(1406)
    expect(desk.textOf('targets-total'), 'three numbers').toBe(
      '共 1 406 户，筛得 1 406 户，可参加抽取 1 124 户',
    )
  })

  it('says what to do while there is nobody in it', async () => {
    const desk = await open(0)
    expect(desk.textOf('targets-empty'), 'a newcomer is led on').toContain('导入名单…')
    await desk.click('empty-import')
    expect(desk.router.currentRoute.value.path, 'to the first roster').toBe('/targets/import')
  })

  it('offers the sample office in a window of its own, and says where it lies', async () => {
    const desk = await open(0, {
      sample_open: () => ({ folder: '/home/lina/sunlot-sample' }),
    })
    await desk.click('sample-open')
    expect(desk.host.requests('sample_open'), 'the program opens it').toHaveLength(1)
    expect(desk.textOf('sample-opened'), 'and nobody has to look for it').toContain(
      '/home/lina/sunlot-sample',
    )
    expect(desk.host.requests('target_save'), 'nothing was written here').toHaveLength(0)
  })

  it('says so where no second window can be opened', async () => {
    const desk = await open(0, {
      sample_open: () => {
        throw failure({ code: 'window_unopened', message: '打不开窗口。' })
      },
    })
    await desk.click('sample-open')
    expect(desk.textOf('failure-message'), 'in words').toBe('打不开窗口。')
    expect(desk.shows('sample-opened'), 'and claims nothing').toBe(false)
  })

  it('leads on to the ledger once there are targets to whom visits can belong', async () => {
    const none = await open(0)
    expect(none.shows('visits-import'), 'before that nobody could be found').toBe(false)
    const desk = await open(3)
    await desk.click('visits-import')
    expect(desk.router.currentRoute.value.path, 'the same wizard with other words').toBe('/targets/visits')
    expect(document.body.textContent, 'of a ledger').toContain('导入检查台账')
  })

  it('shows a single target', async () => {
    const desk = await open(1)
    expect(desk.shows('target-1'), 'one row is a list too').toBe(true)
    expect(desk.shows('targets-empty'), 'and not an empty one').toBe(false)
  })

  it('draws only what is in sight of a million, and asks for a part of it', async () => {
    const desk = await open(1_000_000)
    expect(document.querySelectorAll('[data-index]').length, 'a screenful and a few').toBeLessThan(60)
    expect(desk.host.requests('targets_view'), 'one part').toEqual([
      { filter: { text: '', values: {} }, sort: { by: 'number', descending: false }, from: 0, limit: PAGE },
    ])
    await key(desk, 'End')
    expect(desk.shows('target-1000000'), 'the last one is reached with one key').toBe(true)
    expect(lastAsked(desk)?.from, 'with the part it stands in').toBe(999_900)
    const active = desk.see('target-table').attributes('aria-activedescendant')
    expect(active, 'and a screen reader hears of it').toBe('target-row-999999')
  })

  it('is walked with the keys without losing the cursor', async () => {
    const desk = await open(1_000_000)
    const table = desk.see('target-table')
    table.element.focus()
    for (const name of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'ArrowDown']) {
      await key(desk, name)
    }
    expect(table.attributes('aria-activedescendant'), 'one row down from the first').toBe('target-row-1')
    expect(document.activeElement, 'the table keeps the cursor').toBe(table.element)
    await key(desk, 'Enter')
    expect(desk.host.requests('target_open'), 'Enter opens that row').toEqual([{ id: 2 }])
  })

  it('never asks for two parts at once', async () => {
    const answers: ReturnType<typeof later<TargetsView>>[] = []
    const whole = registryOf(1_000_000)
    const desk = await open(1_000_000)
    desk.host.answer({
      targets_view: () => {
        const answer = later<TargetsView>()
        answers.push(answer)
        return answer.promise
      },
    })
    for (const name of ['End', 'Home', 'End']) await key(desk, name)
    expect(answers.length, 'the keys are faster than the program').toBe(1)
    await answers[0]?.arrive(whole({ ...lastAsked(desk)!, from: 999_900 }))
    expect(desk.shows('target-1000000'), 'what is wanted in the end is there').toBe(true)
  })

  it('lets go of lines of a registry that has changed meanwhile', async () => {
    const desk = await open(1_000_000)
    const whole = registryOf(999_999)
    desk.host.answer({ targets_view: (request) => ({ ...whole(request), seq: 13 }) })
    await key(desk, 'End')
    expect(desk.textOf('targets-total'), 'the newer count holds').toContain('共 999 999 户')
    await key(desk, 'Home')
    expect(desk.host.requests('targets_view').filter(({ from }) => from === 0).length, 'read again').toBe(2)
  })

  it('shows a name of sixty characters whole on request, and marks rare characters and doubtful codes', async () => {
    const desk = await openConsole(
      registryAnswers(1, () => ({
        name: LONG_NAME,
        rare: true,
        codeDoubtful: true,
        doubts: [told('code_invalid', '代码校验不过，待核')],
      })),
      '/targets',
    )
    const row = desk.see('target-1')
    expect([...LONG_NAME].length, 'as long as names get').toBeGreaterThanOrEqual(50)
    expect(row.find(`[title="${LONG_NAME}"]`).exists(), 'nothing of it is lost').toBe(true)
    expect(row.text(), 'rare characters as they are').toContain('䶮㛃𠅤𬱖喆')
    expect(row.find('[title^="名称里有生僻字"]').text(), 'and said to be rare').toBe('生僻字')
    expect(row.find('[title="代码校验不过，待核"]').text(), 'with the reason behind it').toBe('待核')
    expect(row.text(), 'codes four signs at a time').toContain('9113 0609 MA00')
  })

  it('says in words who may not be drawn, and why', async () => {
    const desk = await open(15)
    expect(desk.textOf('target-5'), 'not by colour alone').toContain('不可：不在营')
    expect(desk.textOf('target-1'), 'nor its absence').toContain('可以')
  })

  it('can try again when it cannot be read', async () => {
    const desk = await open(3, {
      targets_view: () => {
        throw failure()
      },
    })
    expect(desk.textOf('failure-message'), 'the reason stands on the page').toBe(failure().message)
    desk.host.answer({ targets_view: registryOf(3) })
    await desk.click('targets-retry')
    expect(desk.shows('target-1'), 'there they are').toBe(true)
    expect(desk.shows('failure-notice'), 'and the notice is gone').toBe(false)
  })
})

describe('the filter', () => {
  it('waits until the input method has made a text of the keys', async () => {
    const desk = await open(15)
    vi.useFakeTimers()
    try {
      const field = desk.see('target-text')
      await field.trigger('compositionstart')
      await field.setValue('an su')
      await vi.advanceTimersByTimeAsync(1000)
      expect(desk.host.requests('targets_view').length, 'half-typed Chinese finds nobody').toBe(1)
      field.element.setAttribute('value', '安肃')
      ;(field.element as HTMLInputElement).value = '安肃'
      await field.trigger('compositionend')
      await vi.advanceTimersByTimeAsync(1000)
      expect(lastAsked(desk)?.filter.text, 'the text itself').toBe('安肃')
    } finally {
      vi.useRealTimers()
    }
  })

  it('asks once for several strokes', async () => {
    const desk = await open(15)
    vi.useFakeTimers()
    try {
      for (const text of ['饲', '饲料', '饲料有']) await desk.type('target-text', text)
      await vi.advanceTimersByTimeAsync(1000)
      expect(desk.host.requests('targets_view').length, 'one question more').toBe(2)
      expect(lastAsked(desk)?.filter.text, 'with all of it').toBe('饲料有')
    } finally {
      vi.useRealTimers()
    }
  })

  it('is reached with a stroke, which in a field is a sign like any other', async () => {
    const desk = await open(15)
    const event = await desk.press({ key: '/', code: 'Slash' })
    expect(event.defaultPrevented, 'it does not get into the field').toBe(true)
    expect(document.activeElement, 'the cursor is in the search').toBe(desk.see('target-text').element)
    const inside = new KeyboardEvent('keydown', { key: '/', code: 'Slash', bubbles: true, cancelable: true })
    desk.see('target-text').element.dispatchEvent(inside)
    expect(inside.defaultPrevented, 'now it is typed').toBe(false)
  })

  it('ticks values, says them on the chip, and takes them away again', async () => {
    const desk = await open(1406)
    await desk.click('facet-credit')
    await desk.see('facet-credit-poor').setValue(true)
    await settle()
    await desk.see('facet-credit-fair').setValue(true)
    await settle()
    expect(lastAsked(desk)?.filter.values, 'any of the two').toEqual({ credit: ['poor', 'fair'] })
    expect(desk.textOf('facet-credit'), 'one reads what is asked').toBe('信用：不良、一般')
    expect(desk.textOf('targets-total'), 'and how many were found').toContain('筛得 176 户')
    await desk.click('facet-credit-away')
    expect(lastAsked(desk)?.filter.values, 'without a trace').toEqual({})
  })

  it('looks for a value by name where there are many', async () => {
    const many = Array.from({ length: 30 }, (_, at) => `第 ${at + 1} 街道`)
    const desk = await open(15, { targets_choices: targetsChoices(many) })
    await desk.click('facet-township')
    await desk.type('facet-township-look', '第 17')
    const names = [...document.querySelectorAll('[data-testid="facet-township-panel"] li')]
    expect(
      names.map((name) => name.textContent),
      'one is left',
    ).toEqual(['第 17 街道116'])
    await desk.click('facet-credit')
    expect(desk.shows('facet-credit-look'), 'a few values need no search').toBe(false)
  })

  it('fetches a further condition, and puts an unused one back', async () => {
    const desk = await open(15)
    expect(desk.shows('facet-status'), 'not among those of every day').toBe(false)
    await desk.click('facet-more')
    await desk.click('call-status')
    expect(desk.shows('facet-status-panel'), 'called, and open at once').toBe(true)
    await desk.see('facet-status-panel').trigger('keydown', { key: 'Escape' })
    await settle()
    expect(desk.shows('facet-status'), 'nothing was ticked').toBe(false)
  })

  it('says so when nobody fits, and clears everything at one press', async () => {
    const whole = registryOf(15)
    const desk = await open(15, {
      targets_view: (request) => {
        const view = whole(request)
        return request.filter.text === '' ? view : { ...view, lines: [], found: 0, may_be_drawn: 0 }
      },
    })
    await desk.type('target-text', '没有')
    await desk.see('target-text').trigger('keydown', { key: 'Enter' })
    await settle()
    expect(desk.shows('targets-nothing'), 'an empty list would look like an empty registry').toBe(true)
    await desk.click('nothing-clear')
    expect(desk.shows('target-1'), 'all of them again').toBe(true)
    expect(desk.valueOf('target-text'), 'the words are gone too').toBe('')
  })
})

describe('the columns', () => {
  it('sort upwards, downwards, and as before', async () => {
    const desk = await open(15)
    const order = () => desk.see('sort-credit').element.parentElement?.getAttribute('aria-sort')
    const seen = []
    for (let press = 0; press < 3; press += 1) {
      await desk.click('sort-credit')
      seen.push([order(), lastAsked(desk)?.sort])
    }
    expect(seen, 'said to eye and ear').toEqual([
      ['ascending', { by: 'credit', descending: false }],
      ['descending', { by: 'credit', descending: true }],
      ['none', { by: 'number', descending: false }],
    ])
  })

  it('are chosen and remembered', async () => {
    const desk = await open(15)
    await desk.click('columns')
    await desk.see('column-address').setValue(true)
    await desk.see('column-risk').setValue(false)
    await settle()
    expect(heads(), 'in the order of the registry').toContain('住所')
    expect(heads(), 'one less').not.toContain('风险')
    desk.window.unmount()
    document.body.replaceChildren()
    const again = await open(15)
    expect(heads(), 'tomorrow as today').toContain('住所')
    await again.click('columns')
    await again.click('columns-usual')
    expect(heads(), 'and back').toContain('风险')
  })
})

describe('what may be done', () => {
  it('is not offered to whoever may only look', async () => {
    const desk = await open(15, { console_view: consoleAt('open', ZHAO) })
    await desk.click('target-1')
    const acts = ['target-add', 'targets-bulk', 'targets-import', 'act-edit', 'act-flag', 'pencil-name']
    expect(acts.filter(desk.shows), 'a button that is always refused is a trap').toEqual([])
    expect(desk.shows('targets-export'), 'looking may be taken away').toBe(true)
  })

  it('adds a target, with what is wrong beside its field', async () => {
    const desk = await open(15, {
      target_check: { problems: [problem('values.uscc', '校验不过'), problem('name')] },
    })
    await desk.click('target-add')
    await desk.type('target.uscc', '91130609MA00000000')
    await desk.leave('target.uscc')
    expect(desk.textOf('problem-target.uscc'), 'said as one leaves the field').toContain('校验不过')
    expect(desk.shows('problem-target.name'), 'of the others nobody has asked yet').toBe(false)
    await desk.type('target.name', '安肃新记饲料有限公司')
    await desk.type('target.reason', '新登记')
    desk.host.answer({ target_save: targetView(16) })
    await desk.enter('target.reason')
    expect(desk.host.requests('target_save'), 'only what was filled').toEqual([
      {
        id: null,
        version: null,
        values: { name: '安肃新记饲料有限公司', uscc: '91130609MA00000000' },
        confirmed: false,
        reason: '新登记',
      },
    ])
    expect(desk.asks('target-save'), 'the form is done').toBe(false)
    expect(desk.shows('target-pane'), 'and the new one is open').toBe(true)
  })

  it('writes a blank template and says where', async () => {
    const desk = await open(0, { roster_template: { path: '/srv/模板.xlsx', rows: 0 } })
    await desk.click('targets-template')
    expect(desk.host.requests('roster_template'), 'nobody said where: nothing is written').toEqual([])
    desk.host.answer({ file_choose: { path: '/srv/模板.xlsx', replaces: false } })
    await desk.click('targets-template')
    expect(desk.host.requests('roster_template'), 'there').toEqual([
      { registry: 'targets', path: '/srv/模板.xlsx', overwrite: false },
    ])
    expect(desk.textOf('template-written'), 'a file that cannot be found is none').toContain('/srv/模板.xlsx')
  })

  it('exports what is shown: the filter, the order, the columns', async () => {
    const desk = await open(15, { targets_export: { path: '/srv/outbox/对象.csv', rows: 15 } })
    await desk.click('sort-name')
    await desk.click('targets-export')
    await desk.see('format-csv_gb18030').setValue()
    await desk.see('export-go').trigger('submit')
    await settle()
    expect(desk.host.requests('targets_export'), 'as it stands on screen').toEqual([
      {
        filter: { text: '', values: {} },
        sort: { by: 'name', descending: false },
        columns: ['code', 'name', 'kind', 'credit', 'risk', 'township', 'visits', 'status', 'draw'],
        format: 'csv_gb18030',
        path: null,
        overwrite: false,
      },
    ])
    expect(desk.textOf('export-written'), 'how many, and where').toContain('已导出 15 户')
  })
})

describe('a bulk change', () => {
  const view = {
    found: 15,
    changed: 4,
    examples: [
      {
        number: 'DX-000002',
        name: '遂城王记加油站',
        changes: [{ field: 'credit', label: '信用类别', before: '良好', after: '一般' }],
      },
    ],
  }

  async function previewed(): Promise<Desk> {
    const desk = await open(15, { targets_bulk_check: view, targets_bulk_save: view })
    await desk.click('targets-bulk')
    await desk.see('bulk.field').setValue('credit')
    await desk.see('bulk.value.credit').setValue('fair')
    await desk.type('bulk.reason', '年度评定')
    await desk.enter('bulk.reason')
    return desk
  }

  it('shows first what would be different, and says it in the verb', async () => {
    const desk = await previewed()
    expect(desk.textOf('bulk-preview'), 'how many of how many').toContain('15 户中有 4 户会改变，11 户')
    expect(desk.textOf('bulk-preview'), 'old and new').toMatch(/良好\s*→\s*一般/)
    expect(desk.textOf('bulk-go'), 'one knows what one does').toBe('修改 4 户')
    expect(desk.host.requests('targets_bulk_save').length, 'nothing was changed yet').toBe(0)
    await desk.enter('bulk.reason')
    expect(desk.host.requests('targets_bulk_save'), 'with the number that was seen').toEqual([
      { filter: { text: '', values: {} }, values: { credit: 'fair' }, reason: '年度评定', found: 15 },
    ])
    expect(desk.asks('bulk-go'), 'done').toBe(false)
  })

  it('asks for another look after every change', async () => {
    const desk = await previewed()
    await desk.type('bulk.reason', '年度信用评定')
    await settle()
    expect(desk.shows('bulk-preview'), 'what was seen is no longer what would be done').toBe(false)
    expect(desk.textOf('bulk-go'), 'the verb says so').toBe('预览修改结果')
  })

  it('offers only fields that many may share', async () => {
    const desk = await open(15)
    await desk.click('targets-bulk')
    expect(desk.textOf('bulk.field'), 'the credit class').toContain('信用类别')
    expect(desk.textOf('bulk.field'), 'but no code').not.toContain('注册号')
  })

  it('shows a refusal beside the reason', async () => {
    const desk = await open(15, {
      targets_bulk_check: () => {
        throw failure({ problems: [problem('reason', '请写理由')] })
      },
    })
    await desk.click('targets-bulk')
    await desk.see('bulk.field').setValue('credit')
    await desk.enter('bulk.reason')
    expect(desk.textOf('problem-bulk.reason'), 'where it is to be mended').toContain('请写理由')
  })
})

describe('accessibility', () => {
  it.each([0, 1, 1_000_000])('finds nothing wrong with %i targets', async (total) => {
    const desk = await open(total)
    await desk.click('facet-credit')
    expect(await findBarriers(), 'everybody can use it, screen readers included').toEqual([])
  })

  it.each([['target-add'], ['targets-bulk'], ['targets-export']])(
    'finds nothing wrong with %s',
    async (act) => {
      const desk = await open(15)
      await desk.click(act)
      expect(await findBarriers(), 'a dialog too').toEqual([])
    },
  )
})
