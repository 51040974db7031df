import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installHost } from '@/ipc/call'
import { fakeHost, type FakeHost } from '@/ipc/fake'
import type { StageView } from '@/ipc/generated/StageView'
import { findBarriers } from '@/testing/accessibility'
import { settle } from '@/testing/desk'
import {
  CREW,
  drawRow,
  EARLIER,
  groups,
  HEX,
  LONG_NAME,
  RARE_NAME,
  sealedStratum,
  stageDraw,
  stagePage,
  stageSeat,
  stageView,
} from '@/testing/stage'
import page from '../../../stage.html?raw'
import StageScreen from './StageScreen.vue'

interface Hall {
  host: FakeHost
  window: VueWrapper
  show(view: StageView): Promise<void>
  text(id: string): string
  shows(id: string): boolean
}

async function openStage(first: StageView): Promise<Hall> {
  let view = first
  const host = fakeHost({ stage_view: () => view })
  installHost(host)
  const place = document.body.appendChild(document.createElement('div'))
  const window = mount(StageScreen, { attachTo: place })
  await settle()
  const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
  return {
    host,
    window,
    async show(next) {
      view = next
      host.stageChanges()
      await settle()
    },
    text: (id) => find(id)?.textContent?.replace(/\s+/g, ' ').trim() ?? `nobody can see ${id}`,
    shows: (id) => find(id) !== null,
  }
}

const PICTURES: StageView[] = [
  stageView('idle'),
  stageView('prepare', { earlier: EARLIER }),
  stageView('seal'),
  stageView('witness', { seats: [stageSeat(1), stageSeat(2, { card: true })] }),
  stageView('draw'),
  stageView('draw', { place: 3, draw: stageDraw(3) }),
  stageView('crew', { place: 1, draw: stageDraw(1, 21, { now: drawRow(1, { crew: CREW }) }) }),
  stageView('result', { page: stagePage(500) }),
  stageView('check'),
  stageView('archive'),
  stageView('void'),
]

afterEach(() => {
  vi.useRealTimers()
  window.localStorage.clear()
})

describe('stage.html', () => {
  it('names the language and the window, and carries neither script nor style of its own', () => {
    expect(page, 'a screen reader must know that it reads Chinese').toContain(
      '<html lang="zh-CN" data-window="stage">',
    )
    expect(page, 'the content policy refuses scripts within the page').not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(page, 'and styles within the page').not.toMatch(/<style|\sstyle=/)
  })

  it('brings nothing of the console: neither its parts nor its looks', () => {
    const sources = {
      ...import.meta.glob<string>('./*.{vue,ts}', { query: '?raw', import: 'default', eager: true }),
      ...import.meta.glob<string>('../../app/stage*.ts', { query: '?raw', import: 'default', eager: true }),
    }
    const known = Object.entries(sources)
      .filter(([path]) => !path.endsWith('.test.ts'))
      .flatMap(([, text]) => [...text.matchAll(/from '([^'.][^']*)'/g)].map(([, from]) => from ?? ''))
      .filter((from) => !from.startsWith('@/ipc/generated/'))
    expect(new Set(known), 'what it takes from outside is little, and named here').toEqual(
      new Set([
        'vue',
        '@/features/stage/StageScreen.vue',
        '@/ipc/call',
        '@/ipc/tauri',
        '@/shared/format',
        '@/shared/readiness',
        '@/shared/stageTheme',
      ]),
    )
    expect(page, 'and its ground is its own').not.toContain('base.css')
  })
})

describe('every picture', () => {
  it.each(PICTURES.map((view) => [view.step, view] as const))(
    '%s has nothing to press',
    async (step, view) => {
      const hall = await openStage(view)
      expect(hall.shows(`picture-${step}`), 'it is the one that was asked for').toBe(true)
      expect(
        document.querySelectorAll('a, button, input, select, textarea, [tabindex], [contenteditable]').length,
        'no control',
      ).toBe(0)
      expect(
        hall.host.asked.every(({ name }) => name === 'stage_view'),
        'and it calls nothing but its view',
      ).toBe(true)
    },
  )

  it('keeps no one out who reads with a machine', async () => {
    document.title = '阳光摇号大屏'
    await openStage(stageView('result', { page: stagePage(21), earlier: EARLIER, rehearsal: true }))
    expect(await findBarriers()).toEqual([])
  })

  it('says what is drawn, which draw it is, and what was given up before', async () => {
    const hall = await openStage(stageView('witness', { earlier: EARLIER }))
    expect(hall.text('stage-head'), 'office, items, draw').toContain(
      '徐水区气象局 · 防雷装置检测单位资质与质量检查',
    )
    expect(hall.text('stage-told')).toBe('第 7 次摇号 · 本任务第 1 次抽取')
    expect(hall.text('stage-earlier'), 'both, with their reasons').toContain('停电')
    expect(hall.text('stage-foot'), 'the code is on every picture after the seal').toContain('KWY7-1M2V')
  })

  it('cannot be taken for another: rehearsal and replay are marked', async () => {
    const hall = await openStage(stageView('draw', { rehearsal: true }))
    expect(hall.text('stage-watermark'), 'across everything').toContain('彩排')
    expect(hall.shows('stage-rehearsal'), 'and in words').toBe(true)
    await hall.show(stageView('draw', { replay: true }))
    expect(hall.shows('stage-watermark'), 'a draw of the past was no rehearsal').toBe(false)
    expect(hall.text('stage-replay')).toContain('回放')
    await hall.show(stageView('draw'))
    expect(hall.shows('stage-replay'), 'a formal draw has no mark').toBe(false)
  })
})

describe('the pictures in their order', () => {
  it('idle: the office, and nothing else', async () => {
    const hall = await openStage(stageView('idle'))
    expect(hall.text('stage')).toBe('徐水区气象局阳光摇号')
  })

  it('prepare: figures and strata, however many', async () => {
    const strata = [...'ABCDEFGHIJKL'].map((key) => sealedStratum(key))
    const hall = await openStage(stageView('prepare', { strata }))
    expect(hall.text('stage-figures'), 'with thin spaces').toBe('参加1 369户应抽42户排除37户')
    expect(document.querySelectorAll('[data-testid="stage-strata"] tbody tr').length, 'all of them').toBe(12)
    expect(hall.text('stage-strata'), 'with their chance').toContain('20.39%')
  })

  it('seal: the short code, the code for telephones and all 64 digits', async () => {
    const hall = await openStage(stageView('seal'))
    expect(hall.text('stage-code')).toBe('KWY71M2VJG8N5S9J4Z60T3QD9H5BE2RX')
    expect(hall.text('stage-commitment')).toBe(HEX)
    expect(hall.text('picture-seal'), 'and what to do with it').toContain('请拍照留存')
    const code = document.querySelector<HTMLElement>('[data-testid="stage-qr"]')
    expect(code?.style.getPropertyValue('--code-width'), 'a tenth of six metres of two and a half').toBe(
      '29.19vw',
    )
    expect(hall.shows('stage-foot'), 'it need not be said twice').toBe(false)
  })

  it('witness: a card for each seat, as it stands', async () => {
    const seats = [
      stageSeat(1),
      stageSeat(2, { card: true }),
      stageSeat(3, { card: true, digits: '5190', typing: true }),
      stageSeat(4, { card: true, digits: '3852017', confirmed: true, corrected: ['3852011'] }),
      stageSeat(5, { card: true, refused: true }),
    ]
    const hall = await openStage(stageView('witness', { seats }))
    const looks = seats.map(
      ({ seat }) =>
        document.querySelector<HTMLElement>(`[data-testid="stage-seat-${seat}"]`)?.dataset['look'],
    )
    expect(looks).toEqual(['empty', 'down', 'open', 'confirmed', 'refused'])
    expect(hall.text('stage-seat-3'), 'digits as they are typed').toContain('519 0')
    expect(hall.text('stage-seat-4'), 'a tick, and what was typed before').toMatch(
      /已核对.*更正前.*385 201 1/,
    )
    expect(hall.text('stage-seat-5'), 'said in words, not by red alone').toContain('未翻开')
  })

  it('crew: who goes where, and which place nobody fills', async () => {
    const now = drawRow(2, { crew: [...CREW, { role: '专家', name: '', cert: '', dept: '' }] })
    const hall = await openStage(stageView('crew', { place: 2, draw: stageDraw(2, 21, { now }) }))
    expect(hall.text('stage-crew')).toBe('主办张伟气象局协办臧凤金市场监督管理局专家空缺')
  })

  it('result: a page with the digest', async () => {
    const hall = await openStage(stageView('result', { page: stagePage(500, { page: 3 }) }))
    expect(hall.text('stage-page')).toBe('共 500 户 · 第 3 / 56 页')
    expect(hall.text('stage-rows'), 'names in full').toContain(LONG_NAME)
    expect(hall.text('stage-rows'), 'and rare ones').toContain(RARE_NAME)
    expect(hall.text('stage-rows')).toContain('张伟、臧凤金')
    expect(hall.text('stage-digest')).toBe(HEX)
    await hall.show(stageView('result', { page: stagePage(1) }))
    expect(hall.text('stage-page'), 'one is a page too').toBe('共 1 户 · 第 1 / 1 页')
  })

  it('check and archive: what to hold against it, and thanks', async () => {
    const hall = await openStage(stageView('check'))
    expect(hall.text('picture-check'), 'a digest in groups of four').toContain(groups(HEX).join(' '))
    await hall.show(stageView('archive'))
    expect(hall.text('picture-archive')).toContain('谢谢各位')
  })

  it('void: the reason, and what would have been if the numbers were open', async () => {
    const hall = await openStage(stageView('void'))
    expect(hall.text('stage-void')).toBe('见证人没有翻开卡片')
    expect(hall.text('stage-would'), 'marked as what it is').toContain('如果没有作废')
    expect(document.querySelector('.steps'), 'no step of it counts as done').toBeNull()
    await hall.show(stageView('void', { page: null }))
    expect(hall.shows('stage-would'), 'before the numbers there is nothing to show').toBe(false)
  })
})

describe('where names stay inside', () => {
  it.each([
    stageView('draw', { names: false, place: 2, draw: stageDraw(2) }),
    stageView('crew', { names: false, place: 2, draw: stageDraw(2) }),
    stageView('result', { names: false }),
    stageView('void', { names: false }),
  ])('shows numbers alone', async (view) => {
    const hall = await openStage(view)
    expect(hall.text('stage'), 'a number').toContain('A-002')
    expect(hall.text('stage'), 'and no name, whatever came').not.toMatch(/加油站|有限公司|张伟/)
  })
})

describe('the row that falls', () => {
  const PACE = 3000
  const at = (place: number, change: Partial<StageView> = {}) =>
    stageView('draw', { place, pace: PACE, draw: stageDraw(place), ...change })

  beforeEach(() => {
    vi.useFakeTimers({
      toFake: [
        'setTimeout',
        'clearTimeout',
        'setInterval',
        'clearInterval',
        'performance',
        'requestAnimationFrame',
        'cancelAnimationFrame',
      ],
    })
  })

  it('rolls through what has not fallen, and ends on the recorded row', async () => {
    const hall = await openStage(at(4))
    await hall.show(at(5))
    const rolling = stageDraw(5).rolling.map(({ number, name }) => `${number}${name}`)
    const seen = new Set<string>()
    for (let time = 0; time < PACE - 20; time += 16) {
      expect(hall.shows('stage-landed'), 'not before its time').toBe(false)
      seen.add(hall.text('stage-rolling'))
      await vi.advanceTimersByTimeAsync(16)
    }
    expect(seen.size, 'many go by').toBeGreaterThan(20)
    expect(
      [...seen].every((text) => rolling.includes(text)),
      'each of them one of those that were sent',
    ).toBe(true)
    await vi.advanceTimersByTimeAsync(40)
    expect(hall.text('stage-landed')).toBe(`A-005${drawRow(5).name}`)
  })

  it('tells nothing of it before: neither in the list nor in the bars', async () => {
    const hall = await openStage(at(4))
    await hall.show(at(5))
    await vi.advanceTimersByTimeAsync(PACE - 100)
    expect(hall.text('stage-fallen'), 'the list is as it was').not.toContain('A-005')
    expect(hall.text('stage-fallen'), 'and so is the sum').toContain('4 / 21')
    await vi.advanceTimersByTimeAsync(200)
    expect(hall.text('stage-fallen')).toContain('A-005')
    expect(hall.text('stage-fallen')).toContain('5 / 21')
  })

  it('takes the same time whatever falls', async () => {
    const times: number[] = []
    for (const now of [drawRow(5), drawRow(5, { number: 'A-099', name: LONG_NAME })]) {
      const hall = await openStage(at(4))
      await hall.show(at(5, { draw: stageDraw(5, 21, { now }) }))
      let time = 0
      for (; !hall.shows('stage-landed'); time += 1) await vi.advanceTimersByTimeAsync(1)
      times.push(time)
      hall.window.unmount()
    }
    expect(times[0], 'to the millisecond').toBe(times[1])
    expect(Math.abs((times[0] ?? 0) - PACE), 'which is the pace').toBeLessThanOrEqual(1)
  })

  it('is not disturbed by looking again', async () => {
    const hall = await openStage(at(4))
    await hall.show(at(5))
    await vi.advanceTimersByTimeAsync(PACE / 2)
    await hall.show(at(5))
    await vi.advanceTimersByTimeAsync(PACE / 2 + 20)
    expect(hall.shows('stage-landed'), 'the safety net does not wind it back').toBe(true)
  })

  it('is skipped by a pace of nothing, and overtaken by the next place', async () => {
    const hall = await openStage(at(4))
    await hall.show(at(5))
    await hall.show(at(5, { pace: 0 }))
    expect(hall.text('stage-landed'), 'at once').toContain('A-005')
    await hall.show(at(6))
    await hall.show(at(7))
    expect(hall.text('stage-fallen'), 'what was overtaken has fallen').toContain('A-006')
    expect(hall.text('stage-fallen'), 'what overtook it rolls').not.toContain('A-007')
  })

  it('goes on from where it is when the pace changes', async () => {
    const hall = await openStage(at(4))
    await hall.show(at(5))
    await vi.advanceTimersByTimeAsync(PACE / 2)
    await hall.show(at(5, { pace: 1000 }))
    await vi.advanceTimersByTimeAsync(480)
    expect(hall.shows('stage-landed'), 'half of it is left').toBe(false)
    await vi.advanceTimersByTimeAsync(40)
    expect(hall.shows('stage-landed')).toBe(true)
  })

  it('rolls nothing for a window that was opened in between, nor backwards', async () => {
    const hall = await openStage(at(5))
    expect(hall.text('stage-landed'), 'it comes back where it was').toContain('A-005')
    await hall.show(at(2))
    expect(hall.text('stage-landed'), 'and a replay begins again without a show').toContain('A-002')
    await hall.show(at(0))
    expect(hall.text('stage-before')).toBe('共抽取 21 户')
  })

  it('says that only the order is left to chance, and does not roll', async () => {
    const hall = await openStage(at(4))
    await hall.show(at(5, { draw: stageDraw(5, 21, { order_only: true, rolling: [] }) }))
    expect(hall.text('stage-order-only')).toBe('随机排定次序')
    expect(hall.shows('stage-rolling')).toBe(false)
    expect(hall.text('stage-landed')).toContain('A-005')
  })

  it('rolls nothing for people whom movement makes ill', async () => {
    vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList)
    const hall = await openStage(at(4))
    await hall.show(at(5))
    expect(hall.text('stage-landed')).toContain('A-005')
  })

  it('shows tens beside each other, and a skip to the end as its last row', async () => {
    const hall = await openStage(at(10, { draw: stageDraw(10, 500) }))
    await hall.show(at(20, { pace: 0, draw: stageDraw(20, 500) }))
    expect(document.querySelectorAll('[data-testid="stage-together"] li').length, 'all ten').toBe(10)
    expect(hall.text('stage-together'), 'in their order').toMatch(/^A-011.*A-020/)
    await hall.show(at(500, { pace: 0, draw: stageDraw(500, 500) }))
    expect(hall.text('stage-landed')).toContain('A-500')
  })

  it('names no stratum over rows of several', async () => {
    const both = stageDraw(6)
    both.progress = both.progress.map((stratum) => ({ ...stratum, done: stratum.key === 'A' ? 5 : 1 }))
    const hall = await openStage(at(4))
    expect(hall.shows('stage-stratum')).toBe(true)
    await hall.show(at(6, { pace: 0, draw: both }))
    expect(hall.shows('stage-stratum'), 'its chance is not that of the others').toBe(false)
  })
})

describe('following the program', () => {
  it('looks again by itself, and asks one question at a time', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const hall = await openStage(stageView('prepare'))
    hall.host.answer({ stage_view: stageView('seal') })
    await vi.advanceTimersByTimeAsync(2000)
    await settle()
    expect(hall.shows('picture-seal'), 'a word that was lost costs two seconds').toBe(true)
    const before = hall.host.asked.length
    for (let time = 0; time < 5; time += 1) hall.host.stageChanges()
    await settle()
    expect(hall.host.asked.length - before, 'five changes are two questions').toBe(2)
  })

  it('keeps the last picture while the program does not answer', async () => {
    const hall = await openStage(stageView('seal'))
    hall.host.answer({
      stage_view: () => {
        throw new Error('the office is being replaced')
      },
    })
    hall.host.stageChanges()
    await settle()
    expect(hall.shows('picture-seal')).toBe(true)
    expect(hall.text('stage'), 'no word of it in front of witnesses').not.toContain('replaced')
  })

  it('is dark unless the hall is bright', async () => {
    const hall = await openStage(stageView('seal'))
    expect(document.documentElement.dataset['theme']).toBe('dark')
    window.localStorage.setItem('sunlot.stage.theme', '"light"')
    await hall.show(stageView('witness'))
    expect(document.documentElement.dataset['theme'], 'as the console chose').toBe('light')
  })

  it('stops looking once it is closed', async () => {
    const hall = await openStage(stageView('seal'))
    hall.window.unmount()
    const before = hall.host.asked.length
    hall.host.stageChanges()
    await settle()
    expect(hall.host.asked.length).toBe(before)
  })
})
