import { describe, expect, it } from 'vitest'
import { findBarriers } from '@/testing/accessibility'
import { openConsole, settle, type Desk } from '@/testing/desk'
import { DIGEST, rulesAnswers, rulesLine, rulesOpened } from '@/testing/rules'
import { consoleAt, failure, problem, ZHAO } from '@/testing/samples'

type Answers = Parameters<typeof openConsole>[0]

const open = (total: number, more: Answers = {}) => openConsole({ ...rulesAnswers(total), ...more }, '/rules')

async function tick(desk: Desk, id: string, on = true): Promise<void> {
  await desk.see(id).setValue(on)
  await settle()
}

describe('an office without rules of its own', () => {
  it('is told what a profile is, what holds meanwhile, and whose rules to begin with', async () => {
    const desk = await open(0)
    expect(desk.textOf('rules-in-force-told'), 'something always holds').toContain('通用配置')
    expect(desk.textOf('rules-empty'), 'what it is').toContain('抽查按什么规矩办')
    for (const name of ['general', 'xushui', 'dawa', 'xiping', 'shancheng', 'huantai'])
      expect(desk.shows(`preset-${name}`), `R-01: ${name} is ready`).toBe(true)
    expect(desk.textOf('preset-dawa'), 'from which document, and what it says').toMatch(/细则.*从其规定/)
    expect(await findBarriers(), 'for everybody').toEqual([])
  })

  it('sees what would be different before anything is taken', async () => {
    const desk = await open(0)
    await desk.click('preset-dawa')
    expect(desk.asks('preset-dialog'), 'it is looked at first').toBe(true)
    expect(desk.textOf('preset-changes'), 'in words').toMatch(/上级部署的检查计入次数： ?是→否/)
    await desk.click('preset-cancel')
    expect(desk.shows('rules-editor'), 'nothing was taken').toBe(false)
  })

  it('begins with a preset, changes it and saves all of it with a reason', async () => {
    const desk = await open(0)
    await desk.click('preset-dawa')
    await desk.click('preset-take')
    expect(desk.textOf('rules-state'), 'it is on the desk only').toBe('还没有保存')
    expect(
      (desk.see('rules-in-force').element as HTMLInputElement).checked,
      'what else would it be for',
    ).toBe(true)
    await desk.type('rules.name', '本局抽查细则')
    await desk.type('rules.basis', '区局〔2026〕1号')
    await desk.type('rules.annual_cap', '1')
    await tick(desk, 'rules.risk_flags-newly_founded', false)
    desk.host.answer(rulesAnswers(1))
    await desk.click('rules-save')
    expect(desk.textOf('reason-says'), 'what it means').toMatch(/2 次 → 1 次.*作为现行配置/)
    await desk.type('why.reason', '建立细则')
    await desk.click('reason-go')
    const sent = desk.host.requests('rules_save')[0]
    expect(sent, 'a new one says everything').toMatchObject({
      id: null,
      version: null,
      name: '本局抽查细则',
      basis: '区局〔2026〕1号',
      inForce: true,
      reason: '建立细则',
    })
    expect(sent?.values, 'the preset with what was changed').toMatchObject({
      annual_cap: '1',
      count_superior: 'no',
      risk_flags: 'many_complaints,blacklist',
      rounding: 'half_up',
    })
    expect(desk.textOf('rules-in-force-told'), 'it holds now').toContain('现行 XZ-01')
  })
})

describe('the profiles', () => {
  it('are listed with the one in force, which is open', async () => {
    const desk = await open(2)
    expect(desk.textOf('rules-1'), 'in a word').toContain('现行')
    expect(desk.see('rules-1').attributes('aria-pressed'), 'it is what one comes for').toBe('true')
    expect(desk.textOf('rules-0'), 'and what holds without any').toContain('程序自带')
    expect(desk.valueOf('rules.annual_cap'), 'as it stands').toBe('1')
    expect(desk.textOf('rules.annual_cap-differs'), 'what is different is marked quietly').toBe(
      '通用配置：2 次',
    )
    expect(desk.shows('rules.rounding-differs'), 'what is the same is not').toBe(false)
    expect(await findBarriers(), 'for everybody').toEqual([])
  })

  it('send only what is different, with the version that was opened', async () => {
    const desk = await open(1)
    await tick(desk, 'rules.rounding-up')
    await desk.click('tab-texts')
    await desk.type('texts.procedure', '一、制定计划')
    await desk.press({ code: 'KeyS', key: 's', ctrlKey: true })
    await desk.type('why.reason', '年度调整')
    await desk.click('reason-go')
    expect(desk.host.requests('rules_save'), 'what nobody touched stays').toEqual([
      {
        id: 1,
        version: 2,
        name: '本局抽查细则',
        inForce: null,
        values: { rounding: 'up' },
        texts: { procedure: '一、制定计划' },
        basis: '区局〔2026〕1号',
        reason: '年度调整',
      },
    ])
    expect(desk.textOf('rules-state'), 'and it is said').toBe('已保存 第 3 版')
  })

  it('say what is wrong where it is, and ask for no reason before that', async () => {
    const wrong = problem('minimum_crew', '每户至少几名执法人员不能是 1。')
    const desk = await open(1, { rules_check: { problems: [wrong] } })
    await desk.type('rules.minimum_crew', '1')
    await desk.click('tab-texts')
    await desk.click('rules-save')
    expect(desk.asks('reason-dialog'), 'it cannot be saved yet').toBe(false)
    expect(desk.textOf('problem-rules.minimum_crew'), 'A-01, at its field').toContain('不能是 1')
    expect(desk.textOf('rules-problem-count'), 'how many').toBe('1 处需要改正')
    expect(document.activeElement, 'and one is there').toBe(desk.see('rules.minimum_crew').element)
    await desk.type('rules.minimum_crew', '2')
    expect(desk.shows('problem-rules.minimum_crew'), 'until it is changed').toBe(false)
  })

  it('are not written over where somebody else has saved meanwhile', async () => {
    const desk = await open(1, {
      rules_save: () => {
        throw failure({ code: 'rules_moved', message: 'XZ-01 本局抽查细则 在打开以后被改过，没有保存。' })
      },
    })
    await tick(desk, 'rules.rounding-up')
    await desk.click('rules-save')
    await desk.type('why.reason', '年度调整')
    await desk.click('reason-go')
    expect(desk.textOf('failure-message'), 'in the dialog').toContain('被改过')
    expect(
      (desk.see('rules.rounding-up').element as HTMLInputElement).checked,
      'what was chosen still stands',
    ).toBe(true)
  })

  it('are not left with something unsaved unasked', async () => {
    const desk = await open(2)
    await tick(desk, 'rules.rounding-up')
    await desk.click('rules-2')
    expect(desk.asks('going-question'), 'another profile').toBe(true)
    await desk.click('going-keep')
    expect(desk.host.requests('rules_open'), 'nothing else was opened').toEqual([{ id: 1 }])
    void desk.router.push('/settings/office')
    await settle()
    expect(desk.asks('unsaved-question'), 'another page').toBe(true)
    await desk.click('unsaved-stay')
    await desk.click('rules-2')
    await desk.click('going-drop')
    expect(desk.host.requests('rules_open').at(-1), 'given up on purpose').toEqual({ id: 2 })
    expect(desk.textOf('rules-state'), 'and clean').toBe('未修改')
  })

  it('take the switches of an office over what stands there, and nothing else', async () => {
    const desk = await open(1)
    await desk.click('rules-adopt')
    expect(desk.textOf('preset-changes'), 'against what is typed').toMatch(/一年内最多检查次数： ?1 次→2 次/)
    await desk.click('preset-take')
    expect(desk.valueOf('rules.annual_cap'), 'the switches').toBe('2')
    expect(desk.valueOf('rules.name'), 'not the name').toBe('本局抽查细则')
  })

  it('can be looked at by whoever may not change them', async () => {
    const desk = await open(1, { console_view: consoleAt('open', ZHAO) })
    expect(desk.textOf('rules-readonly'), 'who may').toContain('管理员')
    expect(desk.see('rules.annual_cap').attributes('disabled'), 'they can be read').toBeDefined()
    for (const id of ['rules-save', 'rules-add', 'rules-adopt'])
      expect(desk.shows(id), `${id} would be refused`).toBe(false)
  })

  it('show what is built in, which nobody can change', async () => {
    const desk = await open(1)
    await desk.click('rules-0')
    expect(desk.textOf('rules-built-in'), 'why').toContain('不能修改')
    expect(desk.shows('rules-save'), 'there is nothing to save').toBe(false)
    expect(desk.shows('tab-files'), 'nor to attach').toBe(false)
  })

  it('can be tried again when they cannot be read', async () => {
    const desk = await open(1, {
      rules_view: () => {
        throw failure()
      },
    })
    desk.host.answer(rulesAnswers(1))
    await desk.click('rules-retry')
    expect(desk.shows('rules-1'), 'they are there').toBe(true)
  })
})

describe('the files of a profile', () => {
  it('are attached through the window of files, with a reason', async () => {
    const desk = await open(1, { file_choose: { path: 'D:\\裁量基准.pdf', replaces: false } })
    await desk.click('tab-files')
    await desk.click('attach')
    await desk.click('attach-pick')
    await desk.see('attach.kind').setValue('discretion')
    await desk.type('attach.reason', '存底')
    await desk.click('attach-go')
    expect(desk.host.requests('rules_attach'), 'R-05: as a standard of discretion').toEqual([
      { id: 1, version: 2, kind: 'discretion', path: 'D:\\裁量基准.pdf', title: '', reason: '存底' },
    ])
    expect(desk.asks('attach-dialog'), 'done').toBe(false)
  })

  it('are copied out and taken away', async () => {
    const desk = await open(1, { file_choose: { path: 'E:\\细则.docx', replaces: true } })
    await desk.click('tab-files')
    await desk.click(`copy-${DIGEST}`)
    expect(desk.host.requests('rules_attachment_save'), 'the window has asked').toEqual([
      { id: 1, digest: DIGEST, path: 'E:\\细则.docx', overwrite: true },
    ])
    expect(desk.textOf('attachment-written'), 'where it lies').toContain('E:\\细则.docx')
    await desk.click(`remove-${DIGEST}`)
    await desk.type('why.reason', '已废止')
    await desk.click('reason-go')
    expect(desk.host.requests('rules_detach'), 'with its reason').toEqual([
      { id: 1, version: 2, digest: DIGEST, reason: '已废止' },
    ])
    expect(desk.shows('no-attachments'), 'it is gone from the list').toBe(true)
  })

  it('wait until what is typed elsewhere is saved', async () => {
    const desk = await open(1)
    await tick(desk, 'rules.rounding-up')
    await desk.click('tab-files')
    expect(desk.see('attach').attributes('disabled'), 'it would be lost').toBeDefined()
  })

  it('say when one is not there any more', async () => {
    const whole = rulesOpened(1)
    const gone = whole.attachments.map((known) => ({ ...known, there: false }))
    const desk = await open(1, { rules_open: { ...whole, line: rulesLine(1), attachments: gone } })
    await desk.click('tab-files')
    expect(desk.textOf('attachment-gone'), 'and what to do').toContain('重新添加')
  })
})
