// A file that the program writes where somebody wants it: where it lies, or why it does not.
import { ref, shallowRef } from 'vue'
import { failureOf } from '@/ipc/call'
import type { FileChosen } from '@/ipc/generated/FileChosen'
import type { FilePurpose } from '@/ipc/generated/FilePurpose'
import type { Failure } from '@/ipc/generated/Failure'
import type { FileWritten } from '@/ipc/generated/FileWritten'
import { chooseFile } from './chooseFile'

export function useWritten() {
  const busy = ref(false)
  const written = shallowRef<FileWritten | null>(null)
  const failure = shallowRef<Failure | null>(null)

  function forget(): void {
    written.value = null
    failure.value = null
  }

  /** `make` may come to nothing: somebody thought better of it. */
  async function write(make: () => Promise<FileWritten | null>): Promise<void> {
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

  /** The same, where the system's own window of files is asked for the place first. */
  function writeTo(
    purpose: FilePurpose,
    name: string,
    make: (place: FileChosen) => Promise<FileWritten>,
  ): Promise<void> {
    return write(async () => {
      const place = await chooseFile(purpose, { name })
      return place && make(place)
    })
  }

  return { busy, written, failure, write, writeTo, forget }
}
