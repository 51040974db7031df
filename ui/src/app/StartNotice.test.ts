import { describe, expect, it } from 'vitest'
import { openConsole } from '@/testing/desk'
import { CONSOLE, consoleAt, entryRefused, failure, LINA, standing, verdict } from '@/testing/samples'

const shorter = standing({
  standing: 'shorter',
  blocks: true,
  message: '留痕变短了：锚点记到第 57 条，现在只有 51 条，缺第 52 至 57 条（6 条）。',
  hint: '可以照常查看。',
  missing: [52, 57],
})

describe('a trail that is not its anchor’s', () => {
  it('is said before anything else, and reading goes on', async () => {
    const desk = await openConsole({ trail_standing: shorter })
    expect(desk.textOf('notice-message'), 'in the program’s own words').toBe(shorter.anchor.message)
    expect(desk.shows('nav-trail'), 'nothing else is seen before').toBe(false)
    await desk.click('notice-look')
    expect(desk.shows('nav-trail'), 'one may look around').toBe(true)
    expect(desk.textOf('anchor-line'), 'and is reminded on every page').toContain('缺第 52 至 57 条')
    await desk.click('anchor-notice')
    expect(desk.shows('notice-message'), 'the way back is one click').toBe(true)
  })

  it('is acknowledged with a reason; before there are accounts by one person', async () => {
    const desk = await openConsole({ trail_standing: shorter, anchor_acknowledge: standing() })
    await desk.type('notice-reason', '硬盘坏了')
    await desk.click('notice-acknowledge')
    expect(desk.host.requests('anchor_acknowledge')[0], 'nobody else is there').toEqual({
      reason: '硬盘坏了',
      second: null,
    })
    expect(desk.shows('start-notice'), 'then work goes on').toBe(false)
  })

  it('asks for the second person once there are accounts, and keeps no password', async () => {
    const desk = await openConsole({
      console_view: { ...consoleAt('open', LINA), permitted: ['anchor_acknowledge'] },
      trail_standing: shorter,
      anchor_acknowledge: ({ second }) => {
        throw second ? entryRefused({ code: 'second_refused' }) : failure({ code: 'second_missing' })
      },
    })
    await desk.type('notice-reason', '硬盘坏了')
    await desk.click('notice-acknowledge')
    expect(desk.textOf('second-happens'), 'the second reads what it is about').toContain('理由：硬盘坏了')
    await desk.type('second.password', '错的密码')
    await desk.enter('second.password')
    expect(desk.host.requests('anchor_acknowledge').at(-1)?.second, 'typed in place').toEqual({
      login: 'wang',
      password: '错的密码',
    })
    expect(desk.textOf('failure-message'), 'the reason stands here').toBe(entryRefused().message)
    expect(desk.valueOf('second.password'), 'it is typed anew').toBe('')
    desk.host.answer({ anchor_acknowledge: standing() })
    await desk.type('second.password', 'Jiandu-yuan26')
    await desk.enter('second.password')
    expect(desk.shows('start-notice'), 'then work goes on').toBe(false)
  })

  it('says what is wrong with the reason before anybody is called', async () => {
    const desk = await openConsole({
      console_view: { ...consoleAt('open', LINA), permitted: ['anchor_acknowledge'] },
      trail_standing: shorter,
      anchor_acknowledge: () => {
        throw failure({ code: 'reason_missing', message: '没有写理由。' })
      },
    })
    await desk.click('notice-acknowledge')
    expect(desk.asks('second-person'), 'not in vain').toBe(false)
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe('没有写理由。')
  })

  it('says why nobody could be called', async () => {
    const desk = await openConsole({
      console_view: { ...consoleAt('open', LINA), permitted: ['anchor_acknowledge'] },
      trail_standing: shorter,
      anchor_acknowledge: () => {
        throw failure({ code: 'second_missing' })
      },
      accounts_view: () => {
        throw failure({ message: '数据文件读不出来。' })
      },
    })
    await desk.click('notice-acknowledge')
    expect(desk.asks('second-person'), 'an empty list would be wrong').toBe(false)
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe('数据文件读不出来。')
  })

  it('cannot be acknowledged by somebody who may not', async () => {
    const desk = await openConsole({ console_view: { ...CONSOLE, permitted: [] }, trail_standing: shorter })
    expect(desk.shows('notice-acknowledge'), 'no button that would be refused').toBe(false)
    expect(desk.shows('notice-look'), 'but one may look').toBe(true)
  })
})

it('a fault that the quick check found is shown at the start', async () => {
  const faults = [failure({ message: '第 9 号留痕与它的校验值不符。' })]
  const desk = await openConsole({
    trail_standing: { ...standing(), check: verdict({ valid: false, faults, faulty: [9] }) },
  })
  expect(desk.textOf('notice-faults'), 'before anybody works on it').toContain('第 9 号留痕')
  await desk.click('notice-look')
  expect(desk.shows('nav-trail'), 'then the program opens').toBe(true)
})
