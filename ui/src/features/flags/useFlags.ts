// The red flags on screen: of which days, which of them are shown, and the supervisor's word that they were seen.
import { computed, ref, watch } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { FlagsView } from '@/ipc/generated/FlagsView'

export function useFlags() {
  const view = ref<FlagsView | null>(null)
  const failure = ref<Failure | null>(null)
  const days = ref<[string, string] | null>(null)
  const onlyUnseen = ref(false)
  /** The label of the one sort that is shown; none means all. */
  const chosen = ref<string | null>(null)
  const marking = ref(false)
  let latest = 0

  const period = computed(() => ({ from: days.value?.[0] ?? null, to: days.value?.[1] ?? null }))
  const shown = computed(() =>
    (view.value?.entries ?? []).filter(
      (flagged) =>
        (!onlyUnseen.value || flagged.seen === null) &&
        (chosen.value === null || flagged.flags.includes(chosen.value)),
    ),
  )
  const unseen = computed(() => shown.value.filter((flagged) => flagged.seen === null))

  /** An answer that comes after a newer question is let go. */
  async function ask(work: () => Promise<FlagsView>): Promise<void> {
    const mine = (latest += 1)
    failure.value = null
    try {
      const answer = await work()
      if (mine === latest) view.value = answer
    } catch (thrown) {
      if (mine === latest) failure.value = failureOf(thrown)
    }
  }

  const read = () => ask(() => call('trail_flags', period.value))

  async function markSeen(): Promise<void> {
    marking.value = true
    const events = unseen.value.map((flagged) => flagged.entry.seq)
    await ask(() => call('flags_seen', { events, period: period.value }))
    marking.value = false
  }

  function showEverything(): void {
    days.value = null
    onlyUnseen.value = false
    chosen.value = null
  }

  watch(period, read)

  return { view, failure, days, onlyUnseen, chosen, marking, shown, unseen, read, markSeen, showEverything }
}
