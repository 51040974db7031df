// What stands on the stage, and moving it. The stage follows what is recorded; here is only asked for another picture of it. Nothing of
// this may hold up the ceremony: what the stage is refused stands beside its small picture.
import { onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { call, failureOf, onStageChanged } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { StageShow } from '@/ipc/generated/StageShow'
import type { StageTyping } from '@/ipc/generated/StageTyping'
import type { StageView } from '@/ipc/generated/StageView'
import { may } from '@/shared/consoleView'

export function useStage() {
  const view = shallowRef<StageView | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const busy = ref(false)
  let typing: StageTyping | null = null
  let sending = false
  let reading: Promise<void> | null = null
  let stale = false
  let moves = 0
  let gone = false

  async function once(): Promise<void> {
    do {
      stale = false
      const before = moves
      try {
        const answer = await call('stage_view', null)
        // A look that a move has overtaken is older than what stands here.
        if (before === moves) view.value = answer
        failure.value = null
      } catch (thrown) {
        failure.value = failureOf(thrown)
      }
    } while (stale && !gone)
  }

  /** Looks at the stage; looks that come while one is under way become one more. */
  function read(): Promise<void> {
    stale = true
    reading ??= once().finally(() => (reading = null))
    return reading
  }

  /** Moves the stage; says whether it went well. One move at a time. */
  async function show(request: StageShow): Promise<boolean> {
    if (busy.value || !may('stage_show')) return false
    busy.value = true
    moves += 1
    try {
      view.value = await call('stage_show', request)
      moves += 1
      failure.value = null
      return true
    } catch (thrown) {
      failure.value = failureOf(thrown)
      return false
    } finally {
      busy.value = false
    }
  }

  // What moved it may be another hand: the small picture follows as the large one does.
  let stop: (() => void) | null = null
  onMounted(async () => {
    const ended = await onStageChanged(() => void read())
    if (gone) ended()
    else stop = ended
  })
  onBeforeUnmount(() => {
    gone = true
    stop?.()
  })

  async function send(): Promise<void> {
    sending = true
    while (typing) {
      const now = typing
      typing = null
      try {
        await call('stage_typing', now)
      } catch (thrown) {
        failure.value = failureOf(thrown)
        break
      }
    }
    sending = false
    await read()
  }

  return {
    view,
    failure,
    busy,
    read,
    show,
    /** The picture that belongs to where the ceremony stands. */
    follow: (id: number) => show({ id, step: '', place: 0, pace: 0 }),
    /** What stands in the box of a seat; of quick typing the last counts. */
    type(now: StageTyping): void {
      if (!may('stage_typing')) return
      typing = now
      if (!sending) void send()
    },
  }
}

export type Stage = ReturnType<typeof useStage>
