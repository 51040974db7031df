import { beforeEach, describe, expect, it } from 'vitest'
import type { InspectorsView } from '@/ipc/generated/InspectorsView'
import { findBarriers } from '@/testing/accessibility'
import { later, openConsole, settle, type Desk } from '@/testing/desk'
import {
  certificate,
  conflict,
  EXPIRED,
  inspectorAnswers,
  inspectorLine,
  inspectorsOf,
  inspectorView,
  NOT_LISTED,
} from '@/testing/inspectors'
import { consoleAt, failure, problem, ZHAO } from '@/testing/samples'
import { registryOf, told } from '@/testing/targets'

type Answers = Parameters<typeof openConsole>[0]

const open = (total: number, more: Answers = {}) =>
  openConsole({ ...inspectorAnswers(total), ...more }, '/inspectors')
const lastAsked = (desk: Desk) => desk.host.requests('inspectors_view').at(-1)
const heads = () =>
  [...document.querySelectorAll('[role="columnheader"]')].map((head) => head.textContent?.trim())
const shown = () =>
  [...document.querySelectorAll('[data-index]')].map((row) => row.getAttribute('data-testid'))

async function key(desk: Desk, id: string, name: string): Promise<void> {
  await desk.see(id).trigger('keydown', { key: name })
  await settle()
}

beforeEach(() => window.localStorage.clear())

describe('the list', () => {
  it('says how many there are, how many may be drawn, and whose certificate ends soon', async () => {
    const desk = await open(18)
    expect(desk.textOf('inspectors-total'), 'four numbers').toBe(
      '共 18 人，可参加抽取 15 人，不可 3 人，60 日内到期 3 人',
    )
    expect(lastAsked(desk), 'today, everybody, in the order of their numbers').toEqual({
      filter: { text: '', values: {} },
      sort: { by: 'number', descending: false },
      on: null,
    })
  })

  it('leads a newcomer on: a roster, a blank one, or one person', async () => {
    const desk = await open(0, {
      roster_template: { path: '/srv/人员模板.xlsx', rows: 0 },
      file_choose: { path: '/srv/人员模板.xlsx', replaces: false },
    })
    expect(desk.textOf('inspectors-empty'), 'it is no fault that nobody is there').toContain('还是空的')
    await desk.click('empty-template')
    expect(desk.host.requests('roster_template'), 'the right one').toEqual([
      { registry: 'inspectors', path: '/srv/人员模板.xlsx', overwrite: false },
    ])
    expect(desk.textOf('template-written'), 'and where it lies').toContain('/srv/人员模板.xlsx')
    await desk.click('empty-add')
    expect(desk.asks('inspector.name'), 'one by one').toBe(true)
    await desk.click('inspector-cancel')
    await desk.click('empty-import')
    expect(desk.router.currentRoute.value.path, 'or all at once').toBe('/inspectors/import')
  })

  it('shows a single person', async () => {
    const desk = await open(1)
    expect(desk.shows('inspector-1'), 'one row is a list too').toBe(true)
  })

  it('shows who has the same name, and who has a rare one', async () => {
    const desk = await open(8)
    expect(desk.textOf('inspector-2'), 'the certificate tells them apart').toContain('同名')
    expect(desk.textOf('inspector-6'), 'not every system can print it').toContain('欧阳㛃𠅤𬱖喆')
    expect(desk.textOf('inspector-6'), 'so it is said').toContain('生僻字')
  })

  it('says of each certificate how it stands, the second one too', async () => {
    const desk = await open(8)
    expect(desk.textOf('inspector-1'), 'in words').toContain('冀F1106001有效')
    expect(desk.textOf('inspector-6'), 'expired').toContain('已过期')
    expect(desk.textOf('inspector-4'), 'and the other one').toContain('另一张有效')
    expect(desk.see('inspector-4').find('[title*="国市监 130604"]').exists(), 'by number on request').toBe(
      true,
    )
  })

  it('is walked with the keys', async () => {
    const desk = await open(18)
    desk.see('inspector-table').element.focus()
    for (const name of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter'])
      await key(desk, 'inspector-table', name)
    expect(desk.host.requests('inspector_open'), 'Enter opens the row one has come to').toEqual([{ id: 2 }])
    await key(desk, 'pane-close', 'Escape')
    expect(desk.shows('inspector-pane'), 'Escape puts it away').toBe(false)
    expect(document.activeElement, 'and the cursor goes back').toBe(desk.see('inspector-table').element)
  })

  it('sorts upwards, downwards, and as before', async () => {
    const desk = await open(18)
    const seen = []
    for (let press = 0; press < 3; press += 1) {
      await desk.click('sort-certificates')
      seen.push(lastAsked(desk)?.sort)
    }
    expect(seen, 'by the last day of the certificate').toEqual([
      { by: 'cert_valid_to', descending: false },
      { by: 'cert_valid_to', descending: true },
      { by: 'number', descending: false },
    ])
  })

  it('can try again when it cannot be read', async () => {
    const desk = await open(3, {
      inspectors_view: () => {
        throw failure()
      },
    })
    expect(desk.textOf('failure-message'), 'the reason').toBe(failure().message)
    desk.host.answer({ inspectors_view: inspectorsOf(3) })
    await desk.click('inspectors-retry')
    expect(desk.shows('inspector-1'), 'there they are').toBe(true)
  })

  it('shows the answer to the last question only', async () => {
    const desk = await open(18)
    const slow = later<InspectorsView>()
    desk.host.answer({ inspectors_view: () => slow.promise })
    await desk.click('sort-name')
    desk.host.answer({ inspectors_view: inspectorsOf(2) })
    await desk.click('sort-name')
    await slow.arrive(inspectorsOf(9)(lastAsked(desk)!))
    expect(shown(), 'what comes late is about something else').toEqual(['inspector-1', 'inspector-2'])
  })
})

describe('the questions asked most often', () => {
  it('are who may not be drawn, and why: every reason', async () => {
    const barred = [EXPIRED, NOT_LISTED, told('status_stopped', '人员状态是“停用”')]
    const desk = await openConsole(
      inspectorAnswers(18, (id) => (id === 2 ? { barred } : {})),
      '/inspectors',
    )
    await desk.click('preset-barred')
    expect(shown(), 'nobody else').toEqual(['inspector-2', 'inspector-6', 'inspector-12', 'inspector-18'])
    for (const { label } of barred) expect(desk.textOf('inspector-2'), 'not only the first').toContain(label)
    expect(desk.see('preset-barred').attributes('aria-pressed'), 'one sees what was asked').toBe('true')
    await desk.click('preset-all')
    expect(shown().length, 'and back').toBe(18)
  })

  it('export exactly those, with the reasons as the filter', async () => {
    const desk = await open(18, { inspectors_export: { path: '/srv/outbox/人员.xlsx', rows: 3 } })
    await desk.click('preset-barred')
    await desk.click('inspectors-export')
    await desk.see('export-go').trigger('submit')
    await settle()
    expect(desk.host.requests('inspectors_export')[0], 'as it stands on screen').toMatchObject({
      filter: { text: '', values: { draw: ['expired'] } },
      on: null,
      columns: [
        'number',
        'name',
        'cert_no',
        'cert_valid_to',
        'second_cert_no',
        'second_cert_valid_to',
        'unit',
        'status',
        'draw',
      ],
      format: 'xlsx',
    })
    expect(desk.textOf('export-written'), 'how many, and where').toContain('已导出 3 人')
  })

  it('are whose certificate ends within sixty days', async () => {
    const desk = await open(18)
    await desk.click('preset-expiring')
    expect(lastAsked(desk)?.filter.values, 'asked of the program').toEqual({ certificate: ['expiring'] })
    expect(shown(), 'only those').toEqual(['inspector-3', 'inspector-10', 'inspector-17'])
    expect(desk.textOf('inspector-3'), 'and how long there is').toContain('还有 39 天到期')
  })

  it('say it is good news when nobody is found', async () => {
    const desk = await open(2)
    await desk.click('preset-barred')
    expect(desk.textOf('inspectors-nothing'), 'an empty list is no fault here').toContain('人人都能参加抽取')
    await desk.click('nothing-clear')
    expect(shown().length, 'all of them again').toBe(2)
  })

  it('are asked of the day of a planned inspection', async () => {
    const desk = await open(18)
    const field = desk.see('inspectors-on')
    await field.setValue('2026-12-05')
    await field.trigger('change')
    await settle()
    expect(lastAsked(desk)?.on, 'not of today').toBe('2026-12-05')
    expect(desk.textOf('inspectors-on-told'), 'and it is said').toContain('2026年12月5日')
    desk.host.answer({ inspectors_export: { path: '/srv/outbox/人员.csv', rows: 18 } })
    await desk.click('inspectors-export')
    await desk.see('export-go').trigger('submit')
    await settle()
    expect(desk.host.requests('inspectors_export')[0]?.on, 'an export is of the same day').toBe('2026-12-05')
  })
})

describe('the filter and the columns', () => {
  it('finds by words, and says how many', async () => {
    const desk = await open(18)
    await desk.type('inspector-text', '王建国')
    await key(desk, 'inspector-text', 'Enter')
    expect(desk.textOf('inspectors-found'), 'found, and of those to be drawn').toBe(
      '筛得 5 人，可参加抽取 4 人',
    )
    await desk.click('inspectors-clear')
    expect(desk.shows('inspectors-found'), 'everybody again').toBe(false)
  })

  it('ticks values', async () => {
    const desk = await open(18)
    await desk.click('facet-draw')
    await desk.see('facet-draw-expired').setValue(true)
    await settle()
    expect(lastAsked(desk)?.filter.values, 'as it was ticked').toEqual({ draw: ['expired'] })
  })

  it('remembers the columns that were chosen', async () => {
    const desk = await open(3)
    await desk.click('columns')
    await desk.see('column-duty').setValue(true)
    await settle()
    desk.window.unmount()
    document.body.replaceChildren()
    await open(3)
    expect(heads(), 'tomorrow as today').toContain('职务')
  })
})

describe('one person', () => {
  async function opened(more: Answers = {}): Promise<Desk> {
    const desk = await open(18, more)
    await desk.click('inspector-1')
    return desk
  }

  it('shows the certificates, the fields and the story', async () => {
    const desk = await opened()
    expect(desk.textOf('inspector-certificates'), 'until when').toContain('有效期至 2028-06-30')
    expect(desk.textOf('line-unit'), 'a field').toContain('徐水区发展和改革局')
    await desk.click('tab-story')
    expect(desk.textOf('moment-31'), 'old and new').toMatch(/有效期至：\s*2026-06-30\s*→\s*2028-06-30/)
  })

  it('says every reason why not, as of the day that was asked for', async () => {
    const line = inspectorLine(1, { barred: [EXPIRED, NOT_LISTED], certificates: [] })
    const desk = await open(1, {
      inspectors_view: (request) => ({ ...inspectorsOf(1)(request), lines: [line] }),
    })
    await desk.click('inspector-1')
    expect(desk.textOf('inspector-barred'), 'both').toBe('不能参加抽取：执法证过期、不在名录')
    expect(desk.textOf('inspector-certificates'), 'an absence is said').toContain('没有登记执法证')
  })

  it('is changed with a reason, each problem beside its field, and nothing is lost by a refusal', async () => {
    const desk = await opened({
      inspector_check: { problems: [problem('values.cert_no', '证号已有人用'), problem('name')] },
      inspector_save: () => {
        throw failure({ code: 'invalid', problems: [problem('values.cert_no', '证号已有人用')] })
      },
    })
    await desk.click('act-edit')
    await desk.type('inspector.cert_no', '冀F2')
    await desk.leave('inspector.cert_no')
    expect(desk.textOf('problem-inspector.cert_no'), 'as one leaves the field').toContain('证号已有人用')
    expect(desk.shows('problem-inspector.name'), 'of the others nobody has asked').toBe(false)
    await desk.type('inspector.reason', '换证')
    await desk.enter('inspector.reason')
    expect(document.activeElement, 'the cursor stands where it is to be mended').toBe(
      desk.see('inspector.cert_no').element,
    )
    expect(desk.valueOf('inspector.reason'), 'what was typed is still there').toBe('换证')
    desk.host.answer({ inspector_save: inspectorView(1, { version: 5 }) })
    await desk.enter('inspector.reason')
    expect(desk.host.requests('inspector_save').at(-1), 'only what is different').toEqual({
      id: 1,
      version: 4,
      values: { cert_no: '冀F2' },
      confirmed: false,
      reason: '换证',
    })
    expect(desk.asks('inspector-save'), 'done').toBe(false)
  })

  it('is suspended, and taken in again, with a reason', async () => {
    const desk = await opened({
      inspector_membership: inspectorView(1, {
        line: inspectorLine(1, { membership: told('suspended', '已暂停') }),
      }),
    })
    await desk.click('act-suspended')
    expect(desk.textOf('reason-says'), 'what it means').toContain('不参加抽取')
    await desk.type('why.reason', '借调')
    await desk.enter('why.reason')
    expect(desk.host.requests('inspector_membership'), 'once').toEqual([
      { id: 1, version: 4, membership: 'suspended', reason: '借调' },
    ])
    expect(desk.shows('act-in'), 'the way back is there').toBe(true)
  })

  it('that somebody must look at is found right', async () => {
    const line = inspectorLine(1, { doubts: [told('cert_surplus', '执法证多于两个')] })
    const desk = await opened({
      inspector_open: inspectorView(1, { line }),
      inspector_save: inspectorView(1),
    })
    await desk.click('act-looked')
    await desk.type('why.reason', '已核对')
    await desk.enter('why.reason')
    expect(desk.host.requests('inspector_save')[0], 'nothing else changes').toMatchObject({
      values: {},
      confirmed: true,
    })
  })

  it('is only looked at by whoever may only look', async () => {
    const desk = await opened({ console_view: consoleAt('open', ZHAO) })
    const acts = [
      'act-edit',
      'act-suspended',
      'act-conflict',
      'inspector-add',
      'rotation-edit',
      'pencil-name',
    ]
    expect(acts.filter(desk.shows), 'a button that is always refused is a trap').toEqual([])
    await desk.click('tab-conflicts')
    expect(desk.shows('conflict-end-1'), 'nor here').toBe(false)
  })

  it('is entered anew, and open at once', async () => {
    const desk = await open(3, { inspector_save: inspectorView(4) })
    await desk.click('inspector-add')
    await desk.type('inspector.name', '赵䶮')
    await desk.type('inspector.reason', '新调入')
    await desk.enter('inspector.reason')
    expect(desk.host.requests('inspector_save')[0], 'a new one').toMatchObject({
      id: null,
      values: { name: '赵䶮' },
    })
    expect(desk.host.requests('inspector_open').at(-1), 'for whatever is still to be filled').toEqual({
      id: 4,
    })
  })
})

describe('accessibility', () => {
  it.each([0, 1, 300])('finds nothing wrong with %i people', async (total) => {
    const desk = await open(total)
    await desk.click('facet-draw')
    expect(await findBarriers(), 'everybody can use it, screen readers included').toEqual([])
  })

  it('finds nothing wrong with a person, the register and the reasons', async () => {
    const desk = await openConsole(
      {
        ...inspectorAnswers(18, () => ({ certificates: [certificate(), certificate({ number: '2' })] })),
        conflicts_view: { conflicts: [conflict(1)] },
      },
      '/inspectors',
    )
    await desk.click('preset-barred')
    await desk.click('inspector-6')
    await desk.click('tab-conflicts')
    expect(await findBarriers(), 'the person').toEqual([])
    await desk.click('tab-register')
    expect(await findBarriers(), 'the register').toEqual([])
  })

  it.each([['inspector-add'], ['inspectors-export'], ['rotation-edit']])(
    'finds nothing wrong with %s',
    async (act) => {
      const desk = await open(15)
      await desk.click(act)
      expect(await findBarriers(), 'a dialog too').toEqual([])
    },
  )

  it('finds nothing wrong with the search for a target', async () => {
    const desk = await open(18, { targets_view: registryOf(20) })
    await desk.click('inspector-1')
    await desk.click('act-conflict')
    await desk.type('conflict.target', '饲料')
    await key(desk, 'conflict.target', 'Enter')
    expect(await findBarriers(), 'a list that the keys walk').toEqual([])
  })
})
