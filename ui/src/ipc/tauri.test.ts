import { beforeEach, describe, expect, it, vi } from 'vitest'
import { tauriHost } from './tauri'

const shell = vi.hoisted(() => ({
  invoke: vi.fn<(name: string, args: unknown) => Promise<unknown>>(),
  destroy: vi.fn<() => Promise<void>>(),
  listener: undefined as undefined | ((event: { preventDefault: () => void }) => Promise<void>),
  drag: undefined as undefined | ((event: { payload: unknown }) => void),
}))

vi.mock('@tauri-apps/api/core', () => ({ invoke: shell.invoke }))
vi.mock('@tauri-apps/api/webview', () => ({
  getCurrentWebview: () => ({
    onDragDropEvent: (listener: typeof shell.drag) => {
      shell.drag = listener
      return Promise.resolve(() => undefined)
    },
  }),
}))
vi.mock('@tauri-apps/api/window', () => ({
  getCurrentWindow: () => ({
    destroy: shell.destroy,
    onCloseRequested: (listener: typeof shell.listener) => {
      shell.listener = listener
      return Promise.resolve(() => undefined)
    },
  }),
}))

beforeEach(() => {
  shell.invoke.mockReset().mockResolvedValue(null)
  shell.destroy.mockReset().mockResolvedValue(undefined)
})

async function clickTheCross(): Promise<{ heldBack: boolean }> {
  const click = { heldBack: false }
  await shell.listener?.({ preventDefault: () => (click.heldBack = true) })
  return click
}

describe('the desktop window', () => {
  it('hands every request over under one name', async () => {
    await tauriHost().invoke('trail_entry', { seq: 5 })
    const expected = ['trail_entry', { request: { seq: 5 } }]
    expect(shell.invoke.mock.calls[0], 'commands take one argument called request').toEqual(expected)
  })

  it('closes only when that is allowed', async () => {
    await tauriHost().onCloseRequested(() => Promise.resolve(false))
    expect((await clickTheCross()).heldBack, 'nothing closes before the answer').toBe(true)
    expect(shell.destroy.mock.calls.length, 'and not after a no').toBe(0)
    await tauriHost().onCloseRequested(() => Promise.resolve(true))
    await clickTheCross()
    expect(shell.destroy.mock.calls.length, 'but after a yes').toBe(1)
  })

  it('holds back a second click while the first is still being answered', async () => {
    let answer: (yes: boolean) => void = () => undefined
    const asked = vi.fn(() => new Promise<boolean>((resolve) => (answer = resolve)))
    await tauriHost().onCloseRequested(asked)
    const first = clickTheCross()
    expect((await clickTheCross()).heldBack, 'the window must not vanish under the question').toBe(true)
    expect(asked.mock.calls.length, 'one question').toBe(1)
    answer(false)
    await first
    void clickTheCross()
    expect(asked.mock.calls.length, 'a later click asks anew').toBe(2)
  })

  it('asks again after a question that went wrong', async () => {
    const asked = vi
      .fn<() => Promise<boolean>>()
      .mockRejectedValueOnce(new Error('broken'))
      .mockResolvedValue(true)
    await tauriHost().onCloseRequested(asked)
    await clickTheCross().catch(() => undefined)
    await clickTheCross()
    expect(shell.destroy.mock.calls.length, 'one mistake must not lock the window for good').toBe(1)
  })

  it('tells of files that are dragged over it and let go', async () => {
    const told: unknown[] = []
    await tauriHost().onFileDrop((drop) => told.push(drop))
    for (const type of ['enter', 'over', 'leave']) shell.drag?.({ payload: { type } })
    shell.drag?.({ payload: { type: 'drop', paths: ['/media/usb/名录.xlsx'] } })
    expect(told, 'where they are, and which they were').toEqual([
      { state: 'over' },
      { state: 'over' },
      { state: 'away' },
      { state: 'drop', paths: ['/media/usb/名录.xlsx'] },
    ])
  })
})
