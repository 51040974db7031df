import { describe, expect, it } from 'vitest'
import type { TargetFlagged } from '@/ipc/generated/TargetFlagged'
import { openConsole, settle, type Desk } from '@/testing/desk'
import { registryAnswers, registryOf, targetsChoices, told } from '@/testing/targets'

const LISTED: TargetFlagged = {
  flag: told('blacklist', '黑名单'),
  since: '2026-01-10',
  until: '2027-01-09',
  endsIn: null,
  evidence: '安肃县市监罚〔2026〕3 号',
}
const COMPLAINTS: TargetFlagged = {
  flag: told('many_complaints', '投诉举报多'),
  since: '2026-10-01',
  until: '2026-12-01',
  endsIn: 11,
  evidence: '12315 台账',
}
const FLAGS = [
  { ...told('', '没有'), count: 20 },
  { ...told('blacklist', '黑名单'), count: 3 },
  { ...told('many_complaints', '投诉举报多'), count: 1 },
  { ...told('ending', '60 日内到期'), count: 1 },
]

function choices() {
  const all = targetsChoices()
  const facets = all.facets.map((one) => (one.facet === 'flag' ? { ...one, choices: FLAGS } : one))
  return { ...all, facets }
}

const open = (): Promise<Desk> =>
  openConsole(
    {
      ...registryAnswers(24),
      targets_view: registryOf(24, () => ({ flagged: [LISTED, COMPLAINTS] })),
      targets_choices: choices(),
    },
    '/targets',
  )

async function ask(desk: Desk, preset: string): Promise<unknown> {
  await desk.click(`preset-${preset}`)
  await settle()
  return desk.host.requests('targets_view').at(-1)?.filter.values
}

describe('the questions that are asked most often', () => {
  it('say how many they find before they are asked', async () => {
    const desk = await open()
    expect(desk.textOf('preset-all'), 'everybody').toContain('24')
    expect(desk.textOf('preset-blacklist'), 'as the program counted').toContain('3')
    expect(desk.textOf('preset-ending'), 'whose listing ends').toContain('1')
    expect(desk.textOf('preset-flagged'), 'all but those without').toContain('4')
    expect(desk.see('preset-all').attributes('aria-pressed'), 'where one begins').toBe('true')
  })

  it('show the blacklist with its periods and what it rests on', async () => {
    const desk = await open()
    expect(await ask(desk, 'blacklist'), 'a filter like any other').toEqual({ flag: ['blacklist'] })
    const row = desk.textOf('target-table')
    expect(row, 'how long').toContain('2026-01-10 至 2027-01-09')
    expect(row, 'why').toContain('安肃县市监罚〔2026〕3 号')
    expect(row, 'other flags were not asked about').not.toContain('12315 台账')
    expect(desk.see('preset-blacklist').attributes('aria-pressed'), 'it is seen which').toBe('true')
  })

  it('show what ends soon, and everything that is flagged', async () => {
    const desk = await open()
    expect(await ask(desk, 'ending'), 'the program knows what is soon').toEqual({ flag: ['ending'] })
    expect(desk.textOf('target-table'), 'how soon').toContain('还有 11 天')
    expect(await ask(desk, 'flagged'), 'any of them').toEqual({ flag: ['many_complaints', 'blacklist'] })
    expect(await ask(desk, 'all'), 'and back').toEqual({})
  })

  it('call a flag by its name that no target has', async () => {
    const facets = targetsChoices().facets
    const none = facets.map((one) =>
      one.facet === 'flag' ? { ...one, choices: [{ ...told('', '没有'), count: 24 }] } : one,
    )
    const desk = await openConsole(
      { ...registryAnswers(24), targets_choices: { ...targetsChoices(), facets: none } },
      '/targets',
    )
    await ask(desk, 'blacklist')
    expect(desk.textOf('facet-flag'), 'not as programs do').toContain('黑名单')
  })
})
