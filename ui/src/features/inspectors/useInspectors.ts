// The registry of inspectors on screen: all that the filter lets through at once, as they stand on one day. Who is found and
// who may be drawn comes from the program.
import { computed, ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { InspectorFilter } from '@/ipc/generated/InspectorFilter'
import type { InspectorLine } from '@/ipc/generated/InspectorLine'
import type { InspectorsChoices } from '@/ipc/generated/InspectorsChoices'
import type { InspectorSort } from '@/ipc/generated/InspectorSort'
import type { InspectorsView } from '@/ipc/generated/InspectorsView'

export function everyInspector(): InspectorFilter {
  return { text: '', values: {} }
}

export function useInspectors() {
  const filter = ref<InspectorFilter>(everyInspector())
  const sort = ref<InspectorSort>({ by: 'number', descending: false })
  /** The day of a planned inspection; none: today. */
  const on = ref<string | null>(null)
  /** Only those who may not be drawn, whatever keeps them out on that day. */
  const barredOnly = ref(false)
  const view = shallowRef<InspectorsView | null>(null)
  const choices = shallowRef<InspectorsChoices | null>(null)
  const loading = ref(false)
  const failure = ref<Failure | null>(null)
  let asked = 0

  const lines = computed<InspectorLine[]>(() => {
    const all = view.value?.lines ?? []
    return barredOnly.value ? all.filter(({ barred }) => barred.length > 0) : all
  })
  /** The filter that finds what is shown, for an export. */
  const shownFilter = computed<InspectorFilter>(() => {
    if (!barredOnly.value) return filter.value
    const reasons = lines.value.flatMap(({ barred }) => barred.map(({ value }) => value))
    return { ...filter.value, values: { ...filter.value.values, draw: [...new Set(reasons)] } }
  })

  /** What stands there stays until the answer comes; of several questions only the last one counts. */
  async function find(): Promise<void> {
    const mine = (asked += 1)
    loading.value = true
    try {
      const answer = await call('inspectors_view', { filter: filter.value, sort: sort.value, on: on.value })
      if (mine !== asked) return
      view.value = answer
      failure.value = null
    } catch (thrown) {
      if (mine === asked) failure.value = failureOf(thrown)
    } finally {
      if (mine === asked) loading.value = false
    }
  }

  async function readChoices(): Promise<void> {
    try {
      choices.value = await call('inspectors_choices', null)
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }

  /** The same list once more, as after something was changed. */
  async function refresh(): Promise<void> {
    await Promise.all([find(), readChoices()])
  }

  return {
    filter,
    sort,
    on,
    barredOnly,
    view,
    choices,
    loading,
    failure,
    lines,
    shownFilter,
    find,
    refresh,
    readChoices,
  }
}
