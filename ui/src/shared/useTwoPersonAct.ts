// An act of two people, step by step: what was typed is sent without a second person first, so that the program can say
// what is wrong with it before anybody is called; then the second joins in. Refusals go back to where they belong.
import { ref, shallowRef } from 'vue'
import { failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { Second } from '@/ipc/generated/Second'

export function useTwoPersonAct({
  send,
  refused,
}: {
  send: (second: Second | null) => Promise<void>
  /** A refusal that is not about the second person. */
  refused: (thrown: unknown) => void
}) {
  const asking = ref(false)
  const busy = ref(false)
  const failure = shallowRef<Failure | null>(null)

  async function attempt(second: Second | null): Promise<void> {
    if (busy.value) return
    busy.value = true
    failure.value = null
    try {
      await send(second)
      asking.value = false
    } catch (thrown) {
      const { code } = failureOf(thrown)
      if (code === 'second_missing') asking.value = true
      else if (code.startsWith('second_')) failure.value = failureOf(thrown)
      else {
        asking.value = false
        refused(thrown)
      }
    } finally {
      busy.value = false
    }
  }

  return {
    asking,
    busy,
    failure,
    begin: () => attempt(null),
    join: (second: Second) => attempt(second),
    cancel(): void {
      asking.value = false
      failure.value = null
    },
  }
}
