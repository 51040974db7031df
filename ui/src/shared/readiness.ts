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
  await letters()
  document.documentElement.dataset['ready'] = 'true'
  await call('console_ready', null)
}

/** Longer than any computer takes to read a face from the program itself. */
const PATIENCE = 1000

/**
 * Letters that come once the page is shown make its lines longer or shorter, and a button goes away from under the pointer: the
 * click is lost. Laying the page out makes it ask for the faces that the system does not have; with those it has nobody waits.
 */
async function letters(): Promise<void> {
  const faces = document.fonts as FontFaceSet | undefined
  // What a page of a test is drawn with knows no faces.
  if (!faces) return
  try {
    await beginLetters()
  } catch {
    // Told where it was begun; the page is shown in whatever letters there are.
    return
  }
  void document.body.offsetHeight
  if (faces.status === 'loading') {
    await Promise.race([faces.ready, new Promise((done) => setTimeout(done, PATIENCE))])
  }
}

/** A long list of which slice holds which character: begun early, it is there before the office's data are. */
export function beginLetters(): Promise<unknown> {
  return import('../../../assets/fonts/ui/fonts.css')
}

/** For tests: each starts with a window that has not been shown. */
export function forgetReadiness(): void {
  announced = null
  delete document.documentElement.dataset['ready']
}
