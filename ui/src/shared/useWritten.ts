// A file that the program writes on request: where it lies, or why it does not.
import { ref, shallowRef } from 'vue'
import { failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { FileWritten } from '@/ipc/generated/FileWritten'

export function useWritten() {
  const busy = ref(false)
  const written = shallowRef<FileWritten | null>(null)
  const failure = shallowRef<Failure | null>(null)

  function forget(): void {
    written.value = null
    failure.value = null
  }

  async function write(make: () => Promise<FileWritten>): Promise<void> {
    if (busy.value) return
    busy.value = true
    forget()
    try {
      written.value = await make()
    } catch (thrown) {
      failure.value = failureOf(thrown)
    } finally {
      busy.value = false
    }
  }

  return { busy, written, failure, write, forget }
}
