// Long work of the program: one piece at a time, how far it is meanwhile, the way to stop it, and why it failed.
import { onBeforeUnmount, ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { ImportProgress } from '@/ipc/generated/ImportProgress'

const ASK_EVERY = 300

export function useWork() {
  const busy = ref(false)
  const stopping = ref(false)
  const progress = shallowRef<ImportProgress | null>(null)
  const failure = shallowRef<Failure | null>(null)
  let asking: ReturnType<typeof setInterval> | undefined

  async function ask(): Promise<void> {
    try {
      const answer = await call('import_progress', null)
      if (busy.value) progress.value = answer
    } catch {
      // The work itself reports what goes wrong.
    }
  }

  /** The answer; none where other work is under way. Throws why it failed. */
  async function under<T>(work: () => Promise<T>): Promise<T | null> {
    if (busy.value) return null
    busy.value = true
    stopping.value = false
    progress.value = null
    failure.value = null
    asking = setInterval(() => void ask(), ASK_EVERY)
    try {
      return await work()
    } finally {
      clearInterval(asking)
      busy.value = false
    }
  }

  /** The answer; none where it failed, which is said, or where other work is under way. */
  async function run<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await under(work)
    } catch (thrown) {
      failure.value = failureOf(thrown)
      return null
    }
  }

  async function stop(): Promise<void> {
    stopping.value = true
    await call('import_stop', null).catch(() => undefined)
  }

  onBeforeUnmount(() => {
    clearInterval(asking)
    if (busy.value) void stop()
  })

  return { busy, stopping, progress, failure, under, run, stop }
}
