// The host of the desktop window. With its siblings in this folder the only place that knows Tauri.
import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import { getCurrentWebview } from '@tauri-apps/api/webview'
import { getCurrentWindow } from '@tauri-apps/api/window'
import type { Host } from './host'

export function tauriHost(): Host {
  return {
    // A command without a request takes no argument and ignores the null.
    invoke: (name, request) => invoke(name, { request }),

    onCloseRequested(mayClose) {
      const current = getCurrentWindow()
      let asking = false
      return current.onCloseRequested(async (event) => {
        // Always held back first: a second click on the cross while the question stands must not close the window.
        event.preventDefault()
        if (asking) return
        asking = true
        try {
          if (await mayClose()) await current.destroy()
        } finally {
          asking = false
        }
      })
    },

    onFileDrop(listener) {
      return getCurrentWebview().onDragDropEvent(({ payload }) => {
        if (payload.type === 'drop') listener({ state: 'drop', paths: payload.paths })
        else listener({ state: payload.type === 'leave' ? 'away' : 'over' })
      })
    },

    // It carries nothing: what changed is asked for.
    onStageChanged: (listener) => listen('stage-changed', () => listener()),
    onStageWindow: (listener) => listen('stage-window', () => listener()),
  }
}
