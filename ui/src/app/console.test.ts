import { describe, expect, it } from 'vitest'
import { findBarriers } from '@/testing/accessibility'
import { later, openConsole, settle } from '@/testing/desk'
import { CONSOLE, failure, problem, profile, profileView, trailOf, foundAll } from '@/testing/samples'
import type { ConsoleView } from '@/ipc/generated/ConsoleView'
import page from '../../index.html?raw'
import { DESTINATIONS } from './navigation'

describe('index.html', () => {
  it('names the language and the window, and carries neither script nor style of its own', () => {
    expect(page, 'a screen reader must know that it reads Chinese').toContain(
      '<html lang="zh-CN" data-window="console">',
    )
    expect(page, 'the content policy refuses scripts within the page').not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(page, 'and styles within the page').not.toMatch(/<style|\sstyle=/)
  })
})

describe('the start', () => {
  it('marks the first screen and tells the program only once its data is there', async () => {
    const answer = later<ReturnType<typeof profileView>>()
    const desk = await openConsole({ office_profile: () => answer.promise })
    expect(document.documentElement.dataset['ready'], 'an empty form is not a usable screen').toBeUndefined()
    await answer.arrive(profileView())
    expect(document.documentElement.dataset['ready'], 'now it is').toBe('true')
    expect(desk.host.requests('console_ready').length, 'the window is shown once').toBe(1)
    await desk.router.push('/trail')
    await settle()
    expect(desk.host.requests('console_ready').length, 'and never again for another page').toBe(1)
  })

  it('says why it could not start, shows the window for it, and tries again', async () => {
    const refusal = failure({
      code: 'office_in_use',
      message: '单位文件夹正在使用',
      hint: '请关闭另一个窗口。',
    })
    let refused = true
    const desk = await openConsole({
      console_view: (): ConsoleView => {
        if (refused) throw refusal
        return CONSOLE
      },
    })
    expect(desk.textOf('failure-message'), 'the program’s own words').toBe('单位文件夹正在使用')
    expect(desk.host.requests('console_ready').length, 'a hidden window could tell nobody').toBe(1)
    expect(desk.shows('nav-office'), 'there is no console to walk about in').toBe(false)
    refused = false
    await desk.click('retry')
    expect(desk.shows('start-failure'), 'the second try worked').toBe(false)
    expect(desk.textOf('office-name-top'), 'and the console is there').toBe(CONSOLE.officeName)
  })
})

describe('the way through the program', () => {
  it('shows only what exists, and every entry leads to a page', async () => {
    const desk = await openConsole()
    const shown = [...document.querySelectorAll('nav a')].map((link) => link.getAttribute('data-testid'))
    expect(shown, 'the side bar is the navigation list').toEqual(
      DESTINATIONS.map(({ name }) => `nav-${name}`),
    )
    for (const { path, title } of DESTINATIONS) {
      await desk.router.push(path)
      await settle()
      expect(document.querySelector('h1')?.textContent, `${path} has a page of its own`).toBe(title)
      expect(document.title, 'the title of the window says where one is').toContain(title)
    }
  })

  it('leads an unknown address to the first page', async () => {
    const desk = await openConsole({}, '/no/such/page')
    expect(desk.router.currentRoute.value.path, 'nobody ends on an empty page').toBe('/settings/office')
  })

  it('follows Alt and a figure', async () => {
    const desk = await openConsole()
    await desk.press({ code: 'Digit1', altKey: true })
    expect(desk.router.currentRoute.value.path, 'the first entry').toBe(DESTINATIONS[0]?.path)
    await desk.press({ code: 'Digit2', altKey: true })
    expect(desk.router.currentRoute.value.path, 'the second entry').toBe(DESTINATIONS[1]?.path)
  })

  it('tells the keys while Alt is held down', async () => {
    const desk = await openConsole()
    const nav = document.querySelector('.side-nav')
    await desk.press({ key: 'Alt', code: 'AltLeft' })
    expect(nav?.classList.contains('held'), 'nobody has to find them with the mouse').toBe(true)
    window.dispatchEvent(new Event('blur'))
    await settle()
    expect(nav?.classList.contains('held'), 'and they go when the window is left').toBe(false)
  })

  it('says so while the office has no name', async () => {
    const desk = await openConsole({ console_view: { ...CONSOLE, officeName: null } })
    expect(desk.textOf('office-name-top'), 'an empty bar would look broken').toBe('尚未填写单位名称')
  })
})

describe('accessibility', () => {
  const channels = [{ kind: 'portal' as const, detail: 'www' }]

  it.each([
    ['单位资料', '/settings/office'],
    ['留痕', '/trail'],
    ['红旗', '/flags'],
    ['密钥', '/settings/station'],
    ['诊断信息', '/settings/diagnostics'],
  ])('finds nothing wrong with %s', async (_, path) => {
    const desk = await openConsole(
      {
        office_profile: profileView({ profile: profile({ authority: 'entrusted', channels }) }),
        office_profile_check: { problems: [problem('phone')], documentNumberExample: null },
        trail_find: foundAll(3),
        trail_view: trailOf(3),
        trail_flags: { counts: [], entries: [], total: 0, unseen: 0 },
      },
      path,
    )
    if (desk.shows('field-phone')) await desk.leave('field-phone')
    expect(await findBarriers(), 'everybody can use it, screen readers included').toEqual([])
  })
})
