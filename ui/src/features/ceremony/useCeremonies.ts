// The ceremonies of the office and the tasks that can be drawn, as the program has them now.
import { computed, ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { CeremoniesView } from '@/ipc/generated/CeremoniesView'
import type { CeremonyView } from '@/ipc/generated/CeremonyView'
import type { Failure } from '@/ipc/generated/Failure'

export function useCeremonies() {
  const view = shallowRef<CeremoniesView | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const loading = ref(false)
  const preparing = ref(false)

  async function find(): Promise<void> {
    loading.value = true
    try {
      view.value = await call('ceremonies_view', null)
      failure.value = null
    } catch (thrown) {
      failure.value = failureOf(thrown)
    } finally {
      loading.value = false
    }
  }

  /** Begins a ceremony; a second press while the first is under way is the same one. */
  async function prepare(
    task: number,
    rehearsal: boolean,
    basis: number | null = null,
  ): Promise<CeremonyView | null> {
    if (preparing.value) return null
    preparing.value = true
    failure.value = null
    try {
      return await call('ceremony_prepare', { task, rehearsal, basis })
    } catch (thrown) {
      failure.value = failureOf(thrown)
      return null
    } finally {
      preparing.value = false
    }
  }

  return {
    view,
    failure,
    loading,
    preparing,
    find,
    prepare,
    /** The one that is under way: a formal one before one that is only tried out. */
    underWay: computed(() => view.value?.open ?? view.value?.rehearsing ?? null),
  }
}
