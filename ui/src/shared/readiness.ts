// Says once that the first usable screen stands. Rust shows the window only then, so nobody watches it being built;
// tests wait for the same mark. Animation frames do not come while the window is hidden: waiting for one would hang.
import { nextTick } from 'vue'
import { call } from '@/ipc/call'

let announced: Promise<void> | null = null

export function announceReady(): Promise<void> {
  announced ??= announce()
  return announced
}

async function announce(): Promise<void> {
  await nextTick()
  document.documentElement.dataset['ready'] = 'true'
  await call('console_ready', null)
  // A long list of which slice holds which character; wanted only where the system's own fonts lack one.
  await import('../../../assets/fonts/ui/fonts.css')
}

/** For tests: each starts with a window that has not been shown. */
export function forgetReadiness(): void {
  announced = null
  delete document.documentElement.dataset['ready']
}
