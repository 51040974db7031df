// One list of items on screen: the working list or an edition, all that the filter lets through at once. What may be used and
// what was understood of it comes from the program.
import { computed, ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { ItemFilter } from '@/ipc/generated/ItemFilter'
import type { ItemsView } from '@/ipc/generated/ItemsView'

export function everyItem(): ItemFilter {
  return { text: '', values: {} }
}

/** `edition`: none for the working list. */
export function useItems(edition: number | null) {
  const filter = ref<ItemFilter>(everyItem())
  const view = shallowRef<ItemsView | null>(null)
  const loading = ref(false)
  const failure = ref<Failure | null>(null)
  const lines = computed(() => view.value?.lines ?? [])
  const filtered = computed(() => filter.value.text !== '' || Object.keys(filter.value.values).length > 0)
  let asked = 0

  /** What stands there stays until the answer comes; of several questions only the last one counts. */
  async function find(): Promise<void> {
    const mine = (asked += 1)
    loading.value = true
    try {
      const answer = await call('items_view', { filter: filter.value, edition })
      if (mine !== asked) return
      view.value = answer
      failure.value = null
    } catch (thrown) {
      if (mine === asked) failure.value = failureOf(thrown)
    } finally {
      if (mine === asked) loading.value = false
    }
  }

  return { edition, filter, view, lines, filtered, loading, failure, find }
}

export type Items = ReturnType<typeof useItems>
