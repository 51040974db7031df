import { describe, expect, it } from 'vitest'
import { findBarriers } from '@/testing/accessibility'
import { openConsole, settle, type Desk } from '@/testing/desk'
import { failure, problem } from '@/testing/samples'
import { registryAnswers, targetLine, targetView, told } from '@/testing/targets'

type Answers = Parameters<typeof openConsole>[0]

async function opened(more: Answers = {}): Promise<Desk> {
  const desk = await openConsole({ ...registryAnswers(15), ...more }, '/targets')
  await desk.click('target-1')
  return desk
}

describe('one target', () => {
  it('shows its fields in their parts, the empty ones on request', async () => {
    const desk = await opened()
    expect(desk.textOf('pane-name'), 'whose they are').toBe('安肃臧记饲料有限公司')
    expect(desk.textOf('line-founded'), 'as people write a day').toContain('2016年10月8日')
    expect(desk.textOf('line-uscc'), 'codes four signs at a time').toContain('9113 0609 MA00 0000 1X')
    expect(desk.shows('line-remark'), 'what is empty takes no room').toBe(false)
    await desk.click('empty-fields')
    expect(desk.textOf('line-remark'), 'but can be filled').toContain('未填')
  })

  it('says what keeps it out of a draw, and what somebody must look at', async () => {
    const line = targetLine(1, {
      barred: [told('suspended', '名录中已暂停')],
      doubts: [told('code_invalid', '代码校验不过，待核')],
    })
    const desk = await opened({ target_open: targetView(1, { line }) })
    expect(desk.textOf('target-barred'), 'why not').toBe('不能参加抽取：名录中已暂停')
    expect(desk.textOf('target-doubts'), 'what is open').toBe('待核：代码校验不过，待核')
  })

  it('lists the visits with what the program knows of them', async () => {
    const desk = await opened()
    await desk.click('tab-visits')
    expect(desk.textOf('visit-1'), 'day, kind, origin, who').toMatch(/2026-03-05.*专项检查.*手工补录.*李娜/)
    expect(desk.textOf('visit-2'), 'what was taken back stays visible').toContain('已撤回')
    expect(desk.shows('visit-mistake-2'), 'but not to be taken back twice').toBe(false)
  })

  it('tells its story, field by field', async () => {
    const desk = await opened()
    await desk.click('tab-story')
    expect(desk.textOf('moment-31'), 'old and new').toMatch(/信用类别：\s*良好\s*→\s*一般/)
    expect(desk.textOf('moment-31'), 'an empty side is a word').toMatch(/联系电话：\s*未填\s*→/)
    expect(desk.textOf('moment-31'), 'where it stands in the trail').toContain('留痕第 31 条')
  })

  it('walks its parts with the arrow keys', async () => {
    const desk = await opened()
    await desk.see('tab-fields').trigger('keydown', { key: 'ArrowRight' })
    await settle()
    expect(document.activeElement, 'as tabs are walked everywhere').toBe(desk.see('tab-visits').element)
    expect(desk.shows('visit-1'), 'and seen').toBe(true)
  })

  it('is put away by Escape, and the cursor goes back to the table', async () => {
    const desk = await opened()
    await desk.see('pane-close').trigger('keydown', { key: 'Escape' })
    await settle()
    expect(desk.shows('target-pane'), 'gone').toBe(false)
    expect(document.activeElement, 'one goes on from there').toBe(desk.see('target-table').element)
  })

  it('can try again when it cannot be read', async () => {
    const desk = await opened({
      target_open: () => {
        throw failure()
      },
    })
    desk.host.answer({ target_open: targetView(1) })
    await desk.click('pane-retry')
    expect(desk.shows('line-name'), 'there it is').toBe(true)
  })

  it('finds no barrier in any of its parts', async () => {
    const desk = await opened()
    for (const part of ['fields', 'visits', 'flags', 'story']) {
      await desk.click(`tab-${part}`)
      expect(await findBarriers(), `${part} can be used by everybody`).toEqual([])
    }
  })
})

describe('a single field', () => {
  it('is changed where it stands, with a reason', async () => {
    const desk = await opened({ target_save: targetView(1, { version: 5 }) })
    await desk.click('pencil-credit')
    expect(document.activeElement, 'ready to type').toBe(desk.see('line.credit').element)
    await desk.see('line.credit').setValue('fair')
    await desk.type('line.reason', '年度信用评定')
    await desk.enter('line.reason')
    expect(desk.host.requests('target_save'), 'only that field, of the version that was seen').toEqual([
      { id: 1, version: 4, values: { credit: 'fair' }, confirmed: false, reason: '年度信用评定' },
    ])
    expect(document.activeElement, 'the cursor is back at the pencil').toBe(desk.see('pencil-credit').element)
    expect(desk.host.requests('targets_view').length, 'the list is read once more').toBe(2)
  })

  it('says beside itself what is wrong, and is given up with Escape', async () => {
    const desk = await opened({
      target_save: () => {
        throw failure({ problems: [problem('values.name', '名称不能空'), problem('reason', '请写理由')] })
      },
    })
    await desk.click('pencil-name')
    await desk.type('line.name', '')
    await desk.enter('line.reason')
    expect(desk.textOf('problem-line.name'), 'at the value').toContain('名称不能空')
    expect(desk.textOf('problem-line.name.reason'), 'and at the reason').toContain('请写理由')
    await desk.see('line.name').trigger('keydown', { key: 'Escape' })
    await settle()
    expect(desk.shows('line-name'), 'as it was').toBe(true)
    expect(desk.shows('target-pane'), 'the target stays open').toBe(true)
  })
})

describe('an act', () => {
  it('suspends with a reason', async () => {
    const line = targetLine(1, { membership: told('suspended', '暂停') })
    const desk = await opened({ target_membership: targetView(1, { line }) })
    await desk.click('act-suspended')
    expect(desk.textOf('reason-says'), 'what it means comes first').toContain('不参加抽取')
    await desk.type('why.reason', '停产整顿')
    await desk.enter('why.reason')
    expect(desk.host.requests('target_membership'), 'of the version that was seen').toEqual([
      { id: 1, version: 4, membership: 'suspended', reason: '停产整顿' },
    ])
    expect(desk.shows('act-in'), 'now it can be brought back').toBe(true)
    expect(desk.shows('act-suspended'), 'and not suspended twice').toBe(false)
  })

  it('takes what was doubtful for right, with a reason', async () => {
    const line = targetLine(1, { doubts: [told('code_invalid', '代码校验不过，待核')] })
    const desk = await opened({ target_open: targetView(1, { line }), target_save: targetView(1) })
    await desk.click('act-looked')
    await desk.type('why.reason', '与营业执照核对一致')
    await desk.enter('why.reason')
    expect(desk.host.requests('target_save'), 'nothing is changed').toEqual([
      { id: 1, version: 4, values: {}, confirmed: true, reason: '与营业执照核对一致' },
    ])
    expect(desk.shows('act-looked'), 'nothing is doubtful any more').toBe(false)
  })

  it('asks twice before something cannot be taken back', async () => {
    const desk = await opened({ visit_withdraw: targetView(1, { visits: [] }) })
    await desk.click('tab-visits')
    await desk.click('visit-mistake-1')
    await desk.type('why.reason', '录错对象')
    await desk.enter('why.reason')
    expect(desk.host.requests('visit_withdraw').length, 'first it is asked').toBe(0)
    expect(desk.textOf('reason-sure'), 'what cannot be undone is said').toContain('不能再改回来')
    await desk.enter('why.reason')
    expect(desk.host.requests('visit_withdraw'), 'then it is done').toEqual([{ id: 1, reason: '录错对象' }])
    expect(desk.shows('no-visits'), 'and seen').toBe(true)
  })

  it('sets a flag and ends it', async () => {
    const desk = await opened({ target_flag_add: targetView(1), target_flag_end: targetView(1) })
    await desk.click('act-flag')
    await desk.see('flag.flag').setValue('blacklist')
    await desk.type('flag.since', '2026-11-22')
    await desk.type('flag.evidence', '徐气罚〔2026〕3 号')
    await desk.enter('flag.evidence')
    expect(desk.host.requests('target_flag_add'), 'with period and evidence').toEqual([
      { target: 1, flag: 'blacklist', since: '2026-11-22', until: '', evidence: '徐气罚〔2026〕3 号' },
    ])
    await desk.click('tab-flags')
    await desk.click('flag-end-1')
    await desk.type('end.until', '2026-11-30')
    await desk.type('end.reason', '整改到位')
    await desk.enter('end.reason')
    expect(desk.host.requests('target_flag_end'), 'its last day').toEqual([
      { id: 1, until: '2026-11-30', reason: '整改到位' },
    ])
  })

  it('enters a visit that was made elsewhere', async () => {
    const desk = await opened({ visit_add: targetView(1) })
    await desk.click('act-visit')
    expect(await findBarriers(), 'a dialog too').toEqual([])
    await desk.type('visit.heldOn', '2026-05')
    await desk.see('visit.taskKind').setValue('special_campaign')
    await desk.type('visit.unit', '应急管理局')
    await desk.enter('visit.unit')
    expect(desk.host.requests('visit_add')[0], 'the month will do').toMatchObject({
      target: 1,
      heldOn: '2026-05',
      counted: true,
      taskKind: 'special_campaign',
      unit: '应急管理局',
    })
  })

  it('grades a target by points that the program adds up, and shows what a level came from', async () => {
    const desk = await opened({
      risk_check: () => ({ score: 75, graded: told('high', '高'), problems: [] }),
      risk_grade: targetView(1),
    })
    await desk.click('tab-credit')
    expect(desk.textOf('grading-0'), 'the points stand beside the level').toContain('60 分')
    await desk.click('act-grade')
    expect(await findBarriers(), 'a dialog that everybody can use').toEqual([])
    for (const path of ['safetyBuilding', 'hiddenDangers', 'internalManagement']) {
      await desk.type(`grade.${path}`, '25')
    }
    expect(desk.host.requests('risk_check'), 'half a sheet is not asked about').toEqual([])
    await desk.type('grade.lawAbidance', '0')
    await settle()
    expect(desk.textOf('grade-told'), 'the sum is the program’s').toBe('四项共 75 分，评定为高')
    await desk.type('grade.basis', '排查表')
    await desk.enter('grade.basis')
    expect(desk.host.requests('risk_grade')[0], 'as it was typed').toMatchObject({
      target: 1,
      safetyBuilding: '25',
      lawAbidance: '0',
      basis: '排查表',
      loweredTo: '',
    })
  })

  it('asks for reason and day only where a level is lowered', async () => {
    const desk = await opened()
    await desk.click('tab-credit')
    await desk.click('act-grade')
    expect(desk.shows('grade.loweredFor'), 'nobody lowers anything').toBe(false)
    await desk.see('grade.loweredTo').setValue('low')
    expect(desk.shows('grade.loweredFor') && desk.shows('grade.reviewOn'), 'now both are asked').toBe(true)
  })

  it('keeps a look at the credit, and shows a refusal at its field', async () => {
    const desk = await opened({
      inquiry_add: () => {
        throw failure({ code: 'target_invalid', problems: [problem('found', '没有填查询结果。')] })
      },
    })
    await desk.click('tab-credit')
    await desk.click('act-inquiry')
    await desk.type('inquiry.source', '公示系统')
    await desk.enter('inquiry.source')
    expect(desk.textOf('problem-inquiry.found'), 'beside what it is about').toContain('没有填查询结果。')
    expect((desk.see('inquiry.source').element as HTMLInputElement).value, 'nothing is lost').toBe('公示系统')
  })

  it('takes a look at the credit back as a mistake', async () => {
    const desk = await opened({ inquiry_withdraw: targetView(1, { inquiries: [] }) })
    await desk.click('tab-credit')
    await desk.click('inquiry-mistake-1')
    await desk.type('why.reason', '查错了户')
    await desk.enter('why.reason')
    await desk.enter('why.reason')
    expect(desk.host.requests('inquiry_withdraw'), 'asked twice, done once').toEqual([
      { id: 1, reason: '查错了户' },
    ])
    expect(desk.shows('no-inquiries'), 'and seen').toBe(true)
  })
})
