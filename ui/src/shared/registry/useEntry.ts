// One entry of a registry with everything that belongs to it, as the program has it now. Every act answers with it anew.
import { ref, shallowRef } from 'vue'
import { failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'

export function useEntry<View>(read: () => Promise<View>) {
  const view = shallowRef<View | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const loading = ref(false)

  async function open(): Promise<void> {
    loading.value = true
    try {
      view.value = await read()
      failure.value = null
    } catch (thrown) {
      failure.value = failureOf(thrown)
    } finally {
      loading.value = false
    }
  }

  function take(answer: View): void {
    view.value = answer
    failure.value = null
  }

  return { view, failure, loading, open, take }
}
