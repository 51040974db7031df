// One target with everything that belongs to it, as the program has it now. Every act answers with it anew.
import { ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { TargetView } from '@/ipc/generated/TargetView'

export function useTarget(id: number) {
  const view = shallowRef<TargetView | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const loading = ref(false)

  async function open(): Promise<void> {
    loading.value = true
    try {
      view.value = await call('target_open', { id })
      failure.value = null
    } catch (thrown) {
      failure.value = failureOf(thrown)
    } finally {
      loading.value = false
    }
  }

  function take(answer: TargetView): void {
    view.value = answer
    failure.value = null
  }

  return { view, failure, loading, open, take }
}
