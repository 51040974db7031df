// The list as a spreadsheet: written by the program, where it says.
import { ref } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { TrailFilter } from '@/ipc/generated/TrailFilter'
import { formatCount } from '@/shared/format'
import { notify } from '@/shared/notify'

export function useTrailExport() {
  const busy = ref(false)
  const file = ref<string | null>(null)
  const failure = ref<Failure | null>(null)

  function forget(): void {
    file.value = null
    failure.value = null
  }

  async function write(filter: TrailFilter): Promise<void> {
    busy.value = true
    forget()
    try {
      const done = await call('trail_export', { filter, file: null })
      file.value = done.file
      notify(`已导出 ${formatCount(done.rows)} 条`)
    } catch (thrown) {
      failure.value = failureOf(thrown)
    } finally {
      busy.value = false
    }
  }

  return { busy, file, failure, write, forget }
}
