// The verification of the whole trail, wherever one looks at it: how far it is, how to stop it, what it found. It runs
// in the program; the pages ask now and then, so that changing the page loses nothing.
import { computed, ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { TrailProgress } from '@/ipc/generated/TrailProgress'
import type { TrailVerdict } from '@/ipc/generated/TrailVerdict'

const ASK_EVERY = 300

const progress = shallowRef<TrailProgress | null>(null)
const verdict = shallowRef<TrailVerdict | null>(null)
const failure = ref<Failure | null>(null)
const running = ref(false)

export const verification = {
  progress: computed(() => progress.value),
  verdict: computed(() => verdict.value),
  failure: computed(() => failure.value),
  running: computed(() => running.value),
  faulty: computed<ReadonlySet<number>>(() => new Set(verdict.value?.faulty ?? [])),
}

/** Verifies everything. A second call while one is under way does nothing. */
export async function verify(): Promise<void> {
  if (running.value) return
  running.value = true
  verdict.value = null
  failure.value = null
  progress.value = null
  const asking = setInterval(() => void ask(), ASK_EVERY)
  try {
    verdict.value = await call('trail_verify', null)
  } catch (thrown) {
    failure.value = failureOf(thrown)
  } finally {
    clearInterval(asking)
    running.value = false
  }
}

export async function stopVerifying(): Promise<void> {
  await call('trail_stop', null)
}

async function ask(): Promise<void> {
  try {
    const answer = await call('trail_progress', null)
    if (running.value) progress.value = answer
  } catch {
    // The verification itself reports what goes wrong.
  }
}

/** For tests: each begins with nothing verified. */
export function forgetVerification(): void {
  progress.value = null
  verdict.value = null
  failure.value = null
  running.value = false
}
