// What is to be looked at before sealing: read at the beginning, after every change of the ceremony, and whenever somebody asks.
import { ref, shallowRef, watch } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { CeremonyChecklist } from '@/ipc/generated/CeremonyChecklist'
import type { CeremonyView } from '@/ipc/generated/CeremonyView'
import type { Failure } from '@/ipc/generated/Failure'

/** `view`: the ceremony that is being prepared; of any other there is nothing to look at any more. */
export function useChecklist(view: () => CeremonyView | null) {
  const list = shallowRef<CeremonyChecklist | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const loading = ref(false)
  /** What people have looked at themselves, by its name. */
  const seen = ref<string[]>([])
  let asked = 0

  async function read(): Promise<void> {
    const mine = (asked += 1)
    const now = view()
    if (!now) return
    loading.value = true
    try {
      const answer = await call('ceremony_checklist', { id: now.line.id })
      if (mine !== asked) return
      list.value = answer
      failure.value = null
    } catch (thrown) {
      if (mine === asked) failure.value = failureOf(thrown)
    } finally {
      if (mine === asked) loading.value = false
    }
  }

  watch(
    () => view()?.line.id,
    () => {
      list.value = null
      seen.value = []
    },
  )
  watch(() => [view()?.line.id, view()?.version], read, { immediate: true })

  return { list, failure, loading, seen, read }
}

export type Checklist = ReturnType<typeof useChecklist>
