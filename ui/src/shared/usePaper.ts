// Sends one paper to a printer or into a file, and keeps track of how far it has come. What stands on it, and why it may
// not come about, is the program's to say.
import { ref, shallowRef } from 'vue'
import { failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { PaperMade } from '@/ipc/generated/PaperMade'
import type { PaperWay } from '@/ipc/generated/PaperWay'

export type MakePaper = (to: PaperWay) => Promise<PaperMade>

export function usePaper(make: MakePaper) {
  const busy = ref(false)
  const made = shallowRef<PaperMade | null>(null)
  const failure = shallowRef<Failure | null>(null)

  async function send(to: PaperWay): Promise<void> {
    if (busy.value) return
    busy.value = true
    forget()
    try {
      made.value = await make(to)
    } catch (thrown) {
      failure.value = failureOf(thrown)
    } finally {
      busy.value = false
    }
  }

  function forget(): void {
    made.value = null
    failure.value = null
  }

  return { busy, made, failure, send, forget }
}
