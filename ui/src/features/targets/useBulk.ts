// One value for everybody the filter lets through: a look first, then the same again for good. Whatever is changed after the
// look asks for another one.
import { ref, shallowRef, watch } from 'vue'
import { call } from '@/ipc/call'
import type { TargetFilter } from '@/ipc/generated/TargetFilter'
import type { TargetsBulk } from '@/ipc/generated/TargetsBulk'
import type { TargetsBulkView } from '@/ipc/generated/TargetsBulkView'
import { useRefusal } from '@/shared/useRefusal'
import { withFields } from '@/shared/registry/fieldProblems'

interface Asked {
  open: () => boolean
  filter: () => TargetFilter
  done: (view: TargetsBulkView) => void
}

const blank = () => ({ field: '', value: '', reason: '' })

export function useBulk({ open, filter, done }: Asked) {
  const typed = ref(blank())
  const busy = ref(false)
  const preview = shallowRef<TargetsBulkView | null>(null)
  const onForm = (path: string) => path === typed.value.field || path === 'reason'
  const { refused, settled, ...shown } = useRefusal(onForm)
  let round = 0

  function forget(): void {
    round += 1
    preview.value = null
    busy.value = false
    settled()
  }

  watch(open, () => {
    typed.value = blank()
    forget()
  })
  watch(
    () => typed.value.field,
    () => (typed.value.value = ''),
  )
  watch(typed, forget, { deep: true })

  async function submit(): Promise<void> {
    if (busy.value) return
    const mine = (round += 1)
    const looked = preview.value
    busy.value = true
    settled()
    try {
      const request: TargetsBulk = {
        filter: filter(),
        values: { [typed.value.field]: typed.value.value },
        reason: typed.value.reason,
        found: looked?.found ?? null,
      }
      const view = await withFields(call(looked ? 'targets_bulk_save' : 'targets_bulk_check', request))
      if (looked) done(view)
      else if (mine === round) preview.value = view
    } catch (thrown) {
      if (mine === round) refused(thrown)
    } finally {
      if (mine === round) busy.value = false
    }
  }

  return { typed, busy, preview, submit, ...shown }
}
