// What is kept of one person, as the program lists it; every act answers with the list as it is then.
import { computed, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { Holder } from '@/ipc/generated/Holder'
import type { PersonalView } from '@/ipc/generated/PersonalView'
import { FIELDS } from './personalFields'

export function usePersonal(holder: Holder) {
  const view = shallowRef<PersonalView | null>(null)
  const failure = shallowRef<Failure | null>(null)

  const items = computed(() =>
    (view.value?.items ?? []).filter(
      (item) => item.holder.kind === holder.kind && item.holder.id === holder.id,
    ),
  )
  /** What could still be kept: of each sort there is one. */
  const free = computed(() => FIELDS.filter((field) => items.value.every((item) => item.field !== field)))

  async function load(): Promise<void> {
    failure.value = null
    try {
      view.value = await call('personal_view', null)
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }

  return { view, failure, items, free, load }
}
