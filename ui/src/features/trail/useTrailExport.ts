// The list as a spreadsheet, written where somebody wants it.
import { ref } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { TrailFilter } from '@/ipc/generated/TrailFilter'
import { chooseFile } from '@/shared/chooseFile'
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
      const place = await chooseFile('list', { name: '留痕.xlsx' })
      if (!place) return
      const done = await call('trail_export', { filter, file: place.path, overwrite: place.replaces })
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
