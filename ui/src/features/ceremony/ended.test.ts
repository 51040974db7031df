import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AmendmentView } from '@/ipc/generated/AmendmentView'
import type { CeremonyView } from '@/ipc/generated/CeremonyView'
import type { StageView } from '@/ipc/generated/StageView'
import { findBarriers } from '@/testing/accessibility'
import {
  ceremonyAnswers,
  ceremonyView,
  endedView,
  rehearsal,
  sealedView,
  shown,
  stageView,
} from '@/testing/ceremony'
import { later, openConsole, settle, type Desk } from '@/testing/desk'
import { consoleAt, failure, LINA } from '@/testing/samples'
import { BREATH } from './usePlay'
import { REST } from './useRest'

type Answers = Parameters<typeof openConsole>[0]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] })
  window.localStorage.clear()
})
afterEach(() => vi.useRealTimers())

const rest = () => vi.advanceTimersByTime(REST)
const PACE = 3000

async function open(view = ceremonyView('drawn'), more: Answers = {}): Promise<Desk> {
  const desk = await openConsole(
    { console_view: consoleAt('open', LINA), ...ceremonyAnswers(view), ...more },
    '/ceremony',
  )
  await desk.click('ceremony-1')
  rest()
  return desk
}

const space = (desk: Desk, more: KeyboardEventInit = {}) => desk.press({ code: 'Space', key: ' ', ...more })
const places = (desk: Desk) => desk.host.requests('stage_show').map(({ place }) => place)

async function pass(time: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(time)
  await settle()
}

describe('the stage', () => {
  it('is played row by row, and stops at a key', async () => {
    const desk = await open()
    expect(desk.textOf('primary'), 'one key').toContain('开始摇号')
    await space(desk)
    await pass(PACE + BREATH)
    await pass(PACE + BREATH)
    expect(places(desk), 'one after the other').toEqual([1, 2, 3])
    expect(desk.host.requests('stage_show')[0], 'as fast as was chosen').toMatchObject({ pace: PACE })
    await space(desk)
    await pass(5 * PACE)
    expect(places(desk), 'it stands').toEqual([1, 2, 3])
    expect(desk.textOf('primary'), 'and goes on there').toContain('继续')
  })

  it('is not stopped by the key that started it, held down', async () => {
    const desk = await open()
    await space(desk)
    await space(desk, { repeat: true })
    await space(desk)
    expect(desk.textOf('primary'), 'it plays').toContain('暂停')
  })

  it('goes ten on, one back and to the end', async () => {
    const desk = await open(ceremonyView('drawn'), { stage_view: stageView({ place: 5 }) })
    await desk.click('stride-10')
    await desk.click('play-step')
    await desk.click('stride-1')
    await desk.click('play-back')
    await desk.click('play-skip')
    expect(places(desk), 'as asked').toEqual([15, 14, 42])
    expect(desk.textOf('primary'), 'what comes next').toContain('下一幕：派人')
  })

  it('goes on where it stood when the program was started anew', async () => {
    const desk = await open(ceremonyView('drawn'), { stage_view: stageView({ place: 17 }) })
    expect(desk.textOf('play-place'), 'there').toContain('17')
    rest()
    await space(desk)
    expect(places(desk), 'and on').toEqual([18])
  })

  it('stops and says why when it is refused', async () => {
    const desk = await open(ceremonyView('drawn'), {
      stage_show: () => {
        throw failure({ message: '大屏没有打开。' })
      },
    })
    await space(desk)
    await pass(3 * PACE)
    expect(desk.textOf('failure-message'), 'beside its picture').toBe('大屏没有打开。')
    expect(desk.host.requests('stage_show').length, 'not again and again').toBe(1)
  })

  it('moves once however often it is asked', async () => {
    const answer = later<StageView>()
    const desk = await open(ceremonyView('drawn'), { stage_show: () => answer.promise })
    void desk.see('play-step').trigger('click')
    void desk.see('play-step').trigger('click')
    await settle()
    expect(desk.host.requests('stage_show').length, 'one move at a time').toBe(1)
    await answer.arrive(stageView({ place: 1 }))
    expect(desk.textOf('play-place'), 'one row').toContain('1')
  })

  it('turns pages of the result, and goes through its pictures', async () => {
    const page = { page: 1, pages: 5, rows: [], total: 42, digest: [], qr: [] }
    const at = (step: string, place = 0) =>
      stageView({ step, place, draw: null, page: { ...page, page: place + 1 } })
    const desk = await open(ceremonyView('drawn'), {
      stage_view: at('result'),
      stage_show: ({ step, place }) => at(step, place),
    })
    expect(desk.textOf('mirror'), 'small').toContain('第 1 页，共 5 页')
    await space(desk)
    expect(places(desk), 'the next page').toEqual([1])
    await desk.click('play-back')
    expect(places(desk).at(-1), 'and back').toBe(0)
    await desk.click('scene-draw')
    expect(desk.host.requests('stage_show').at(-1), 'what was played stands there whole').toMatchObject({
      step: 'draw',
      place: 42,
    })
  })

  it('shows no crews where nobody was drawn to go', async () => {
    const desk = await open(ceremonyView('drawn', { sealed: sealedView({ inspectors: 0 }) }), {
      ceremony_prepare: ceremonyView('prepared'),
    })
    expect(desk.shows('scene-crew'), 'nothing to see').toBe(false)
    await desk.click('man')
    expect(desk.host.requests('ceremony_prepare'), 'they are drawn on its own').toEqual([
      { task: 3, rehearsal: false, basis: 1 },
    ])
  })

  it('that stands on another ceremony is brought here first', async () => {
    const desk = await open(ceremonyView('drawn'), { stage_view: stageView({ ceremony: 9 }) })
    expect(desk.textOf('primary'), 'said').toContain('放到大屏上')
    await space(desk)
    expect(desk.host.requests('stage_show')[0], 'nothing is rolled by that').toEqual({
      id: 1,
      step: '',
      place: 0,
      pace: 0,
    })
  })

  it('has no barriers', async () => {
    await open()
    vi.useRealTimers()
    expect(await findBarriers(), 'everybody can use it').toEqual([])
  })
})

describe('the rows', () => {
  it('stand with who goes there, and empty places with what to do', async () => {
    const unfilled = ['A-0003 第 3 户的协办空缺：登记借调人员。']
    const desk = await open(ceremonyView('drawn', { ended: endedView({ unfilled }) }))
    await desk.click('tab-rows')
    expect(desk.textOf('rows-total'), 'how many').toBe('共 42 户')
    expect(desk.textOf('draw-row-1'), 'in order').toMatch(/A-0001.*第 1 户.*主办 李娜、协办 空缺/)
    expect(desk.textOf('unfilled'), 'in the program’s words').toContain('登记借调人员')
  })

  it('can be asked for again', async () => {
    const desk = await open(ceremonyView('drawn'), {
      draw_rows: () => {
        throw failure()
      },
    })
    await desk.click('tab-rows')
    desk.host.answer({ draw_rows: { rows: [], total: 0 } })
    await desk.click('rows-retry')
    expect(desk.shows('failure-message'), 'answered').toBe(false)
  })
})

describe('a change', () => {
  const change: AmendmentView = {
    number: 1,
    told: 'A-0003 退出，由同层下一个备选递补',
    reason: '已注销、吊销或者歇业',
    at: '2026-11-28T10:00:00+08:00',
    counts: true,
    evidence: ['注销证明.pdf'],
  }
  const changed = (formal: CeremonyView = ceremonyView('drawn')) => ({
    ...formal,
    ended: endedView({ amendments: [change] }),
  })
  const byTwo: Answers = {
    draw_amend: ({ second }) => {
      if (!second) throw failure({ code: 'second_missing' })
      return changed()
    },
  }

  async function fill(desk: Desk): Promise<void> {
    await desk.click('tab-changes')
    await desk.click('amend-open')
    await desk.see('amend.kind').setValue('drop-target')
    await desk.type('amend.place', 'A-0003')
    await desk.see('amend.code').setValue('closed')
  }

  it('is seen as before and after, then confirmed by two', async () => {
    const desk = await open(ceremonyView('drawn'), byTwo)
    await fill(desk)
    await desk.click('amend-go')
    expect(desk.host.requests('draw_amend'), 'nothing is changed by looking').toEqual([])
    expect(desk.textOf('amend-preview'), 'before and after').toMatch(/A-0003 第 3 户.*A-0371 第 43 户/)
    await desk.click('amend-go')
    expect(desk.textOf('second-happens'), 'the second reads it').toContain('递补')
    await desk.type('second.password', 'Jiandu-yuan26')
    await desk.enter('second.password')
    expect(desk.host.requests('draw_amend').at(-1), 'as it was seen').toMatchObject({
      kind: 'drop-target',
      place: 'A-0003',
      replace: true,
      inspector: '',
      code: 'closed',
      second: { login: 'wang' },
    })
    expect(desk.textOf('amendment-1'), 'it stands there').toContain('注销证明.pdf')
  })

  it('is looked at anew whenever something is typed after that', async () => {
    const desk = await open(ceremonyView('drawn'), byTwo)
    await fill(desk)
    await desk.click('amend-go')
    await desk.type('amend.place', 'A-0004')
    expect(desk.shows('amend-preview'), 'it was of something else').toBe(false)
    await desk.click('amend-go')
    expect(desk.host.requests('draw_amend'), 'not confirmed unseen').toEqual([])
  })

  it('of a rehearsal is its own command', async () => {
    const desk = await open(rehearsal('drawn'), { rehearsal_amend: changed(rehearsal('drawn')) })
    await fill(desk)
    await desk.click('amend-go')
    await desk.click('amend-go')
    expect(desk.host.requests('rehearsal_amend').length, 'by one').toBe(1)
  })

  it('is taken back by another one', async () => {
    const desk = await open(changed(), byTwo)
    await desk.click('tab-changes')
    await desk.click('withdraw-1')
    await desk.see('amend.code').setValue('mistaken')
    await desk.click('amend-go')
    expect(desk.host.requests('draw_amend_check').at(-1), 'that one').toMatchObject({
      kind: 'withdraw',
      of: 1,
    })
  })
})

describe('what is left', () => {
  it('is signed with the passphrase, which is not kept', async () => {
    const desk = await open(ceremonyView('drawn'), {
      ceremony_sign: ceremonyView('drawn', { ended: endedView({ signed: true }) }),
    })
    await desk.click('tab-away')
    await desk.type('sign.passphrase', '一句很长的口令')
    await desk.enter('sign.passphrase')
    expect(desk.host.requests('ceremony_sign'), 'sent').toEqual([{ id: 1, passphrase: '一句很长的口令' }])
    expect(desk.textOf('signed'), 'done').toContain('已经用本机密钥签署')
  })

  it('goes out as a folder that was read back', async () => {
    const desk = await open(ceremonyView('drawn'), {
      ceremony_publish: {
        folder: '/srv/office/outbox/摇号-007',
        files: ['record.sunlot.json'],
        names: true,
        told: '已写好 5 个文件，读回来核对无误。',
      },
    })
    await desk.click('tab-away')
    await desk.click('publish-go')
    expect(desk.host.requests('ceremony_publish'), 'where the office keeps such things').toEqual([{ id: 1 }])
    expect(desk.textOf('published'), 'in the program’s words').toContain('核对无误')
  })

  it('is put away with the number of its envelope', async () => {
    const desk = await open(ceremonyView('drawn'), {
      ceremony_archive: ceremonyView('archived', { archive: '封袋 摇号-007' }),
    })
    await desk.click('tab-away')
    await desk.type('archive.envelope', '摇号-007')
    await desk.enter('archive.envelope')
    expect(desk.host.requests('ceremony_archive'), 'sent').toEqual([
      { id: 1, envelope: '摇号-007', place: '', person: '' },
    ])
    expect(desk.textOf('archived'), 'and said').toContain('摇号-007')
  })

  it('of a void one is beginning again from preparing', async () => {
    const desk = await open(ceremonyView('void', { void: '停电' }), {
      ceremony_prepare: ceremonyView('prepared'),
      stage_show: shown,
    })
    expect(desk.shows('tab-changes'), 'there is nothing to change').toBe(false)
    await desk.click('primary')
    expect(desk.host.requests('ceremony_prepare'), 'the same task').toEqual([
      { task: 3, rehearsal: false, basis: null },
    ])
  })
})
