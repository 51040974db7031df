// What the program works out of a saved task: read when it is first looked at, and anew after every act on the task. What stands
// there stays until the answer comes; of several questions only the last one counts.
import { onMounted, ref, shallowRef, watch } from 'vue'
import { failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'

export function useStamped<View>(read: () => Promise<View>, stamp: () => number) {
  const view = shallowRef<View | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const loading = ref(false)
  let asked = 0

  async function open(): Promise<void> {
    const mine = (asked += 1)
    loading.value = true
    try {
      const answer = await read()
      if (mine !== asked) return
      view.value = answer
      failure.value = null
    } catch (thrown) {
      if (mine === asked) failure.value = failureOf(thrown)
    } finally {
      if (mine === asked) loading.value = false
    }
  }

  onMounted(open)
  watch(stamp, open)

  return { view, failure, loading, open }
}
