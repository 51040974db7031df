import { afterEach, describe, expect, it, vi } from 'vitest'
import { installHost } from '@/ipc/call'
import { fakeHost } from '@/ipc/fake'
import { announceReady } from './readiness'

function faces(status: FontFaceSetLoadStatus, ready: Promise<unknown> = Promise.resolve()): void {
  Object.defineProperty(document, 'fonts', { value: { status, ready }, configurable: true })
}

function shown() {
  const host = fakeHost({ console_ready: null })
  installHost(host)
  return () => host.requests('console_ready').length
}

afterEach(() => {
  vi.useRealTimers()
  Reflect.deleteProperty(document, 'fonts')
})

describe('a window is shown', () => {
  it('once its letters stand: those that come later would move a button away from under the pointer', async () => {
    let arrive: (nothing: null) => void = () => undefined
    faces('loading', new Promise((resolve) => (arrive = resolve)))
    const times = shown()
    const announced = announceReady()
    await vi.waitFor(() => expect(document.fonts.status, 'they are asked for').toBe('loading'))
    expect(times(), 'not before').toBe(0)
    arrive(null)
    await announced
    expect(times(), 'and then once').toBe(1)
  })

  it('at once where the system has all letters', async () => {
    faces('loaded', new Promise(() => undefined))
    const times = shown()
    await announceReady()
    expect(times(), 'nobody waits for nothing').toBe(1)
  })

  it('all the same where a face never comes', async () => {
    faces('loading', new Promise(() => undefined))
    const times = shown()
    await announceReady()
    expect(times(), 'in whatever letters there are').toBe(1)
  })
})
