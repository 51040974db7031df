import { describe, expect, it } from 'vitest'
import { settle, openConsole } from '@/testing/desk'
import { UNEXPECTED } from './words'
import { reportUnexpected, watchWindowForErrors } from './unexpected'

describe('a mistake of the pages themselves', () => {
  it('covers the page, offers to copy and reload, and keeps the typed text beneath', async () => {
    const desk = await openConsole()
    await desk.type('field-name', '徐水区䶮气象局')
    reportUnexpected(new Error('broken part'))
    await settle()
    expect(desk.textOf('failure-message'), 'the one wording the UI has of its own').toBe(UNEXPECTED.message)
    expect(desk.shows('reload'), 'there is a way out').toBe(true)
    await desk.click('error-back')
    const name = desk.see('field-name').element as HTMLInputElement
    expect(name.value, 'going back finds the text as it was').toBe('徐水区䶮气象局')
  })

  it('is noticed outside of components too, but not a remark of the browser', () => {
    const stop = watchWindowForErrors(window)
    window.dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed' }))
    expect(document.querySelector('[data-testid="error-page"]'), 'the remark breaks nothing').toBeNull()
    stop()
  })

  it('shows what the window reports', async () => {
    const desk = await openConsole()
    const stop = watchWindowForErrors(window)
    window.dispatchEvent(new ErrorEvent('error', { error: new Error('in a timer'), message: 'in a timer' }))
    await settle()
    stop()
    expect(desk.shows('error-page'), 'nobody may be left with a silently broken page').toBe(true)
    await desk.click('failure-expand')
    expect(desk.textOf('failure-detail'), 'the trace is there to be sent on').toContain('in a timer')
  })
})
