import { describe, expect, it } from 'vitest'
import type { ImportLook } from '@/ipc/generated/ImportLook'
import { findBarriers } from '@/testing/accessibility'
import {
  columnLook,
  importAnswers,
  importCompared,
  importGroup,
  importLook,
  importRow,
  rowsOf,
  sheetLook,
  unsettled,
} from '@/testing/imports'
import { later, openConsole, settle, type Desk } from '@/testing/desk'
import { failure, problem } from '@/testing/samples'

type Answers = Parameters<typeof openConsole>[0]

const open = (more: Answers = {}) => openConsole({ ...importAnswers(), ...more }, '/targets/import')

/** A roster is dropped onto the window. */
async function dropped(desk: Desk): Promise<void> {
  desk.host.drag({ state: 'drop', paths: ['E:\\名单\\企业名录.xls'] })
  await settle()
}

async function looked(more: Answers = {}): Promise<Desk> {
  const desk = await open(more)
  await dropped(desk)
  return desk
}

/** On to the next step, as Enter in a field does. */
async function on(desk: Desk): Promise<void> {
  await desk.see('step-on').trigger('submit')
  await settle()
}

async function comparedWith(compared = importCompared(), more: Answers = {}): Promise<Desk> {
  const desk = await looked({ import_compare: compared, import_rows: rowsOf(compared), ...more })
  await on(desk)
  return desk
}

function paste(desk: Desk, kinds: Record<string, string>): Promise<void> {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.assign(event, { clipboardData: { getData: (kind: string) => kinds[kind] ?? '' } })
  desk.see('paste-area').element.dispatchEvent(event)
  return settle()
}

describe('the source', () => {
  it('is a file that was chosen', async () => {
    const desk = await looked()
    expect(desk.host.requests('import_look'), 'read at once').toEqual([
      { registry: 'targets', path: 'E:\\名单\\企业名录.xls', pasted: null },
    ])
    expect(desk.shows('look-file'), 'and shown').toBe(true)
  })

  it('is a file that was dropped', async () => {
    const desk = await open()
    desk.host.drag({ state: 'over' })
    await settle()
    expect(desk.textOf('drop-zone'), 'one sees where to').toContain('松开鼠标就读取')
    desk.host.drag({ state: 'drop', paths: ['/media/usb/名录.csv'] })
    await settle()
    expect(desk.host.requests('import_look')[0]?.path, 'the file itself').toBe('/media/usb/名录.csv')
  })

  it('is a path that was typed', async () => {
    const desk = await open()
    await desk.type('import-path', ' /srv/名录.xlsx ')
    await desk.enter('import-path')
    expect(desk.host.requests('import_look')[0]?.path, 'without what slipped in').toBe('/srv/名录.xlsx')
  })

  it('is what was pasted: as HTML where there is a table, and the rows are counted', async () => {
    const desk = await open()
    const html = '<table><tr><td>名称</td></tr><tr><td>甲</td></tr><tr><td>乙</td></tr></table>'
    await paste(desk, { 'text/html': html, 'text/plain': '名称\n甲\n乙' })
    expect(desk.textOf('paste-rows'), 'nobody wonders whether all has arrived').toContain('已取到 3 行')
    expect(desk.valueOf('paste-area'), 'seen as text').toBe('名称\n甲\n乙')
    await on(desk)
    expect(desk.host.requests('import_look'), 'read as it came').toEqual([
      { registry: 'targets', path: '', pasted: html },
    ])
  })

  it('is plain text where the HTML has no table', async () => {
    const desk = await open()
    await paste(desk, { 'text/html': '<p>名称</p>', 'text/plain': '名称\t代码\n甲\t1\n' })
    expect(desk.textOf('paste-rows'), 'an empty line is no row').toContain('已取到 2 行')
    await on(desk)
    expect(desk.host.requests('import_look')[0]?.pasted, 'the text').toBe('名称\t代码\n甲\t1\n')
    await desk.click('step-back')
    await desk.click('paste-clear')
    expect(desk.textOf('paste-rows'), 'and cleared').toBe('还没有粘贴内容')
  })

  it('that cannot be read says why, and can be given again', async () => {
    const desk = await looked({
      import_look: () => {
        throw failure({ code: 'file_locked', message: '文件正被 WPS 打开' })
      },
    })
    expect(desk.textOf('failure-message'), 'the program’s own words').toBe('文件正被 WPS 打开')
    desk.host.answer({ import_look: importLook() })
    await on(desk)
    expect(desk.shows('look-file'), 'now it can').toBe(true)
    expect(desk.shows('failure-notice'), 'and the notice is gone').toBe(false)
  })

  it('can be stopped while it is read', async () => {
    const answer = later<ImportLook>()
    const desk = await looked({ import_look: () => answer.promise })
    expect(desk.shows('import-progress'), 'one sees that it is under way').toBe(true)
    await desk.click('import-stop')
    expect(desk.host.requests('import_stop').length, 'the program is told').toBe(1)
    await answer.fail(failure({ code: 'stopped', message: '已取消' }))
    expect(desk.shows('import-progress'), 'and then it is over').toBe(false)
    expect(desk.shows('drop-zone'), 'where one was').toBe(true)
  })
})

describe('what was found', () => {
  it('says what sort of file it is and what one should know', async () => {
    const desk = await looked()
    expect(desk.textOf('look-format'), 'whatever the name says').toContain('xlsx 的内容')
    expect(desk.textOf('look-warnings'), 'before going on').toContain('有 3 行是隐藏的。')
    expect(desk.textOf('preview-row-1'), 'why a row is left out').toContain('标题，不导入')
    expect(desk.shows('look-remembered'), 'nothing is remembered').toBe(false)
  })

  it('marks columns that nobody knows, until somebody decides', async () => {
    const desk = await looked()
    expect(desk.textOf('columns-open'), 'said in words').toContain('有 1 列不认识')
    await desk.see('column-field-G').setValue('remark')
    await settle()
    expect(desk.shows('columns-open'), 'none is left').toBe(false)
    await on(desk)
    expect(desk.host.requests('import_compare')[0]?.reading.columns, 'as it was said').toEqual({
      序号: '',
      企业名称: 'name',
      统一社会信用代码: 'uscc',
      法人: 'legal_rep',
      信用等级: 'credit',
      所在乡镇: 'township',
      安全员备案: 'remark',
    })
  })

  it('refuses two columns for one field where it can be seen', async () => {
    const desk = await looked()
    await desk.see('column-field-G').setValue('name')
    await settle()
    expect(desk.textOf('columns-twice'), 'which').toContain('名称')
    expect(desk.see('column-field-B').attributes('aria-invalid'), 'both are marked').toBe('true')
    expect(desk.see('step-on').attributes('disabled'), 'there is no way on').toBeDefined()
  })

  it('says what is lacking', async () => {
    const desk = await looked()
    await desk.see('column-field-B').setValue('-')
    await settle()
    expect(desk.textOf('columns-lacking'), 'a target has a name').toContain('名称')
  })

  it('reads again with headings in another row', async () => {
    const other = sheetLook({ header: 4, columns: [columnLook('A', '单位', 'name')] })
    const desk = await looked({ import_reread: importLook({ sheets: [other] }) })
    const field = desk.see('look-header')
    await field.setValue('4')
    await field.trigger('change')
    await settle()
    expect(desk.host.requests('import_reread')[0]?.reading.header, 'the row that was said').toBe(4)
    expect(desk.textOf('column-row-A'), 'what stands there').toContain('单位')
  })

  it('keeps what was said of a sheet while one looks at another', async () => {
    const desk = await looked()
    await desk.see('column-field-G').setValue('remark')
    await desk.click('tab-1')
    expect(desk.shows('look-no-header'), 'a sheet without headings says so').toBe(true)
    await desk.click('tab-0')
    expect(desk.valueOf('column-field-G'), 'nothing is lost').toBe('remark')
  })
})

describe('the comparison', () => {
  it('has five numbers that add up, and what is missing apart', async () => {
    const desk = await comparedWith()
    const number = (name: string) => Number(desk.see(`sum-${name}`).find('dd').text().replace(/\s/g, ''))
    const five = ['added', 'updated', 'same', 'skipped', 'errors'].map(number)
    expect(
      five.reduce((sum, one) => sum + one, 0),
      'every row ends somewhere',
    ).toBe(number('read'))
    expect(desk.textOf('sum-missing'), 'nothing is deleted').toContain('什么也不删除')
  })

  it('shows the rows of each fate, page by page', async () => {
    const desk = await comparedWith()
    await desk.click('tab-updated')
    expect(desk.textOf('import-row-4'), 'field by field').toMatch(/信用类别：\s*良好\s*→\s*一般/)
    expect(desk.textOf('rows-shown'), 'where one is').toBe('第 1–50 行，共 126 行')
    await desk.click('rows-after')
    await desk.click('rows-after')
    expect(desk.textOf('rows-shown'), 'to the end').toBe('第 101–126 行，共 126 行')
    await desk.see('rows-doubtful').setValue(true)
    await settle()
    expect(desk.host.requests('import_rows').at(-1), 'from the beginning').toMatchObject({
      fate: 'updated',
      doubtful: true,
      from: 0,
    })
    await desk.click('tab-errors')
    expect(desk.textOf('import-row-4'), 'what, and what to do').toContain('请向发来名单的单位要')
  })

  it.each([0, 1, 1_000_000])('draws a page of %i rows', async (added) => {
    const desk = await comparedWith(importCompared({ added }))
    await desk.click('tab-added')
    expect(document.querySelectorAll('[data-testid^="import-row-"]').length, 'never more').toBe(
      Math.min(added, 50),
    )
  })

  it('asks about hidden rows and about a file of another kind, and hands on what was said', async () => {
    const other = {
      message: '看起来是抽查事项清单，不是检查对象名单。',
      hint: '请在“导入抽查事项清单”里导入。',
    }
    const desk = await looked({ import_look: importLook({ sheets: [sheetLook({ hiddenRows: 2, other })] }) })
    expect(desk.textOf('look-other'), 'as the program says it').toContain(other.message)
    await desk.click('hidden-rows-skip')
    await desk.click('kind-confirmed')
    await on(desk)
    const reading = desk.host.requests('import_compare')[0]?.reading
    expect(reading?.hiddenRows, 'left out').toBe('skip')
    expect(reading?.kindConfirmed, 'and it is what it is taken for').toBe(true)
  })

  it('shows what was said of words before, and lets it be taken back', async () => {
    const choices = [{ value: 'good', label: '良好' }]
    const word = { field: 'credit', label: '信用类别', word: 'A', count: 3, choices, meaning: 'good' }
    const desk = await comparedWith(importCompared({ answered: [word] }))
    expect(desk.shows('tab-words'), 'there to be seen').toBe(true)
    expect(desk.shows('unknown-words'), 'but nothing that must be settled first').toBe(false)
  })

  it('names the columns that are left out', async () => {
    const left = {
      letters: 'G',
      heading: '安全员备案',
      code: 'unknown',
      message: '不认识。',
      hint: '请指明。',
    }
    const desk = await comparedWith(importCompared({ leftColumns: [left] }))
    expect(desk.textOf('left-columns'), 'by their headings').toContain('安全员备案')
  })

  it('asks what unknown words mean, and compares again', async () => {
    const desk = await comparedWith(unsettled())
    expect(desk.shows('unknown-words'), 'what must be settled comes first').toBe(true)
    await desk.see('word-credit-A').setValue('good')
    await settle()
    desk.host.answer({ import_compare: importCompared() })
    await desk.click('words-again')
    expect(desk.host.requests('import_compare').at(-1)?.reading.words, 'as it was said').toEqual({
      credit: { A: 'good' },
    })
    expect(desk.shows('tab-words'), 'nothing is unknown any more').toBe(false)
  })

  it('lets somebody decide about rows of one target, one by one or all', async () => {
    const desk = await comparedWith(unsettled(), { import_decide: unsettled() })
    expect(desk.see('step-on').attributes('disabled'), 'until then there is no way on').toBeDefined()
    await desk.click('tab-groups')
    const decided = importGroup(1, { decided: 'merge', told: '合并为一行' })
    desk.host.answer({ import_groups: { groups: [importGroup(2), decided] } })
    await desk.click('group-1-merge')
    expect(desk.textOf('group-1-told'), 'what was decided').toBe('合并为一行')
    desk.host.answer({ import_decide: importCompared() })
    await desk.click('all-first')
    expect(desk.host.requests('import_decide'), 'one, then all others').toEqual([
      { import: 1, group: 1, rule: 'merge' },
      { import: 1, group: null, rule: 'first' },
    ])
    expect(desk.shows('group-1-last'), 'a decision can still be changed').toBe(true)
    expect(desk.see('step-on').attributes('disabled'), 'the way is free').toBeUndefined()
  })

  it('writes the list of problems and says where', async () => {
    const desk = await comparedWith(importCompared(), {
      file_choose: { path: '/srv/问题清单.xlsx', replaces: false },
    })
    await desk.click('import-problems')
    expect(desk.host.requests('import_problems'), 'where it is wanted').toEqual([
      { import: 1, path: '/srv/问题清单.xlsx', overwrite: false },
    ])
    expect(desk.textOf('problems-written'), 'to be sent back to whoever wrote the roster').toContain(
      '/srv/office/outbox/问题清单.xlsx',
    )
  })
})

describe('the end', () => {
  it('is accepted with a reason, and says where it stands in the trail', async () => {
    const desk = await comparedWith()
    await on(desk)
    expect(document.activeElement, 'ready to type').toBe(desk.see('import.reason').element)
    expect(desk.textOf('step-on'), 'the numbers in the verb').toBe('导入：新增 1 180、更新 126')
    await desk.type('import.reason', '2026 年名单')
    await on(desk)
    expect(desk.host.requests('import_accept'), 'once').toEqual([{ import: 1, reason: '2026 年名单' }])
    expect(desk.textOf('import-done'), 'for whoever looks it up').toContain('留痕第 31 条')
    await desk.click('done-list')
    expect(desk.router.currentRoute.value.path, 'and back to the list, unasked').toBe('/targets')
    expect(desk.host.requests('import_forget').length, 'the program has it no more').toBe(0)
  })

  it('that is refused stays where it was, with the reason', async () => {
    const desk = await comparedWith(importCompared(), {
      import_accept: () => {
        throw failure({ message: '名录在比对以后有了变化' })
      },
    })
    await on(desk)
    await desk.type('import.reason', '年度名单')
    await on(desk)
    expect(desk.textOf('failure-message'), 'what happened').toBe('名录在比对以后有了变化')
    expect(desk.valueOf('import.reason'), 'nothing typed is lost').toBe('年度名单')
  })

  it('that is refused for its reason says so beside the reason', async () => {
    const desk = await comparedWith(importCompared(), {
      import_accept: () => {
        throw failure({ problems: [problem('reason', '请写导入理由')] })
      },
    })
    await on(desk)
    await desk.type('import.reason', ' ')
    await on(desk)
    expect(desk.textOf('problem-import.reason'), 'where it is to be mended').toContain('请写导入理由')
    expect(document.activeElement, 'with the cursor in it').toBe(desk.see('import.reason').element)
    await desk.type('import.reason', '年度名单')
    expect(desk.shows('problem-import.reason'), 'until it is changed').toBe(false)
    await desk.click('step-back')
    await on(desk)
    expect(desk.valueOf('import.reason'), 'a step back loses nothing').toBe('年度名单')
  })

  it('loses nothing on the way back', async () => {
    const desk = await looked()
    await desk.see('column-field-G').setValue('remark')
    await desk.type('look-source', '2026 年名单')
    await on(desk)
    await desk.click('step-back')
    expect(desk.valueOf('column-field-G'), 'the columns as they were').toBe('remark')
    expect(desk.valueOf('look-source'), 'the name too').toBe('2026 年名单')
    await desk.click('step-back')
    await desk.click('step-forward')
    expect(desk.shows('look-file'), 'the file need not be read again').toBe(true)
    expect(desk.host.requests('import_look').length, 'it was read once').toBe(1)
  })

  it('asks before it is left half done, and then lets the program forget it', async () => {
    const desk = await looked()
    await desk.click('import-leave')
    expect(desk.asks('unsaved-stay'), 'once').toBe(true)
    await desk.click('unsaved-drop')
    expect(desk.router.currentRoute.value.path, 'left').toBe('/targets')
    expect(desk.host.requests('import_forget'), 'nothing stays behind').toEqual([{ import: 1 }])
  })

  it('is left unasked while nothing was begun', async () => {
    const desk = await open()
    await desk.click('import-leave')
    expect(desk.router.currentRoute.value.path, 'there is nothing to lose').toBe('/targets')
  })
})

describe('the sorts of rosters', () => {
  it.each([
    ['inspectors', '导入执法人员名单', '返回执法人员库', '他们原样保留，一个也不删除'],
    ['items', '导入抽查事项清单', '返回抽查事项清单', '工作清单里有、这份清单里没有的'],
  ] as const)('are taken over alike: %s', async (registry, title, back, missing) => {
    const path = `/${registry}`
    const desk = await openConsole(importAnswers(), `${path}/import`)
    expect(document.querySelector('h1')?.textContent, 'where one is').toBe(title)
    expect(desk.textOf('import-leave'), 'and the way back').toBe(back)
    await dropped(desk)
    expect(desk.host.requests('import_look')[0]?.registry, 'into the right registry').toBe(registry)
    await on(desk)
    expect(desk.textOf('sum-missing'), 'in their own words').toContain(missing)
    await on(desk)
    await desk.type('import.reason', '年度名单')
    await on(desk)
    await desk.click('done-list')
    expect(desk.router.currentRoute.value.path, 'to their own list').toBe(path)
  })
})

describe('how grave it is', () => {
  it('is told by the program: notes, what is to be looked at, mistakes', async () => {
    const weights = ['note', 'doubt', 'skip', 'error'] as const
    const remark = (weight: (typeof weights)[number]) => ({
      column: '名称',
      code: weight,
      weight,
      message: weight,
      hint: '',
    })
    const row = importRow(4, { remarks: weights.map(remark) })
    const desk = await comparedWith(importCompared(), { import_rows: { rows: [row], found: 1 } })
    await desk.click('tab-added')
    const seen = [...document.querySelectorAll<HTMLElement>('[data-code]')].map((one) => one.className)
    expect(seen, 'nothing is guessed from a name').toEqual(['note', 'look', 'look', 'wrong'])
  })

  it('says in a sentence that a sheet has nothing but headings', async () => {
    const none = importCompared({ added: 0, updated: 0, same: 0, skipped: 0, errors: 0 })
    const desk = await comparedWith(none)
    expect(desk.textOf('import-no-rows'), 'five noughts say nothing').toContain('表头下面一行数据也没有')
    expect(desk.see('step-on').attributes('disabled'), 'there is nothing to take over').toBeDefined()
  })
})

describe('accessibility', () => {
  it('finds nothing wrong with any step', async () => {
    const desk = await openConsole(importAnswers(unsettled()), '/targets/import')
    expect(await findBarriers(), 'the source').toEqual([])
    await dropped(desk)
    expect(await findBarriers(), 'what was found').toEqual([])
    await on(desk)
    expect(await findBarriers(), 'unknown words').toEqual([])
    await desk.click('tab-groups')
    expect(await findBarriers(), 'rows of one target').toEqual([])
    await desk.click('tab-updated')
    expect(await findBarriers(), 'what is different').toEqual([])
  })

  it('finds nothing wrong with the end', async () => {
    const desk = await comparedWith()
    await on(desk)
    expect(await findBarriers(), 'the yes').toEqual([])
    await desk.type('import.reason', '年度名单')
    await on(desk)
    expect(await findBarriers(), 'the sums').toEqual([])
  })
})
