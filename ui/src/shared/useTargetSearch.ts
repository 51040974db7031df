// The search for one target: what was found for the words that are typed, and the one that the keys have come to. Of several
// questions only the last one counts.
import { onBeforeUnmount, ref } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { TargetLine } from '@/ipc/generated/TargetLine'
import type { TargetSort } from '@/ipc/generated/TargetSort'

/** Long enough for the next stroke of somebody who types. */
const PAUSE = 200
/** More than these nobody reads; more words find fewer. */
const SHOWN = 8
/** With one sign half the registry is found. */
const FEWEST = 2
const BY_NAME: TargetSort = { by: 'name', descending: false }

export function useTargetSearch() {
  const text = ref('')
  const found = ref<TargetLine[]>([])
  const count = ref(0)
  const active = ref(0)
  const said = ref('')
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  function forget(): void {
    asked += 1
    clearTimeout(waiting)
    found.value = []
    said.value = ''
  }

  async function look(): Promise<void> {
    forget()
    const wanted = text.value.trim()
    if ([...wanted].length < FEWEST) return
    const mine = asked
    try {
      const filter = { text: wanted, values: {} }
      const view = await call('targets_view', { filter, sort: BY_NAME, from: 0, limit: SHOWN })
      if (mine !== asked) return
      found.value = view.lines
      count.value = view.found
      active.value = 0
      if (view.found === 0) said.value = '没有找到这样的检查对象'
    } catch (thrown) {
      if (mine === asked) said.value = failureOf(thrown).message
    }
  }

  function lookSoon(): void {
    forget()
    waiting = setTimeout(() => void look(), PAUSE)
  }

  /** Around the ends as well. */
  function step(by: number): void {
    active.value = (active.value + by + found.value.length) % found.value.length
  }

  onBeforeUnmount(forget)

  return { text, found, count, active, said, forget, look, lookSoon, step }
}
