// One ceremony on the desk: read, and moved on by one act at a time. What is recorded decides: every answer replaces what stood here,
// and after an act that failed it is read again, because the act may have been kept although its answer was lost.
import { ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { CeremonyView } from '@/ipc/generated/CeremonyView'
import type { Commands } from '@/ipc/generated/commands'
import type { Failure } from '@/ipc/generated/Failure'
import { may } from '@/shared/consoleView'

type Answering = {
  [C in keyof Commands]: Commands[C]['response'] extends CeremonyView ? C : never
}[keyof Commands]
/** The commands that answer with the ceremony as they left it. */
export type RoomAct = Extract<
  Answering,
  `ceremony_${string}` | 'rehearsal_seal' | 'rehearsal_void' | 'rehearsal_amend' | 'draw_amend'
>

/** Those that answer with a folder or a paper, and leave the ceremony where it is. */
type PaperAct = 'ceremony_publish' | 'ceremony_envelope' | 'rehearsal_envelope'

/** `moved`: it has come to another state, and the stage is to follow; `taken`: after every answer. */
export function useRoom({ moved, taken }: { moved: (id: number) => void; taken: () => void }) {
  const view = shallowRef<CeremonyView | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const loading = ref(false)
  const busy = ref<RoomAct | null>(null)
  let round = 0

  function take(answer: CeremonyView): void {
    const before = view.value
    view.value = answer
    taken()
    const same = before !== null && before.line.id === answer.line.id
    if (same && before.line.state.value !== answer.line.state.value) moved(answer.line.id)
  }

  async function open(id: number): Promise<void> {
    const mine = (round += 1)
    view.value = null
    failure.value = null
    loading.value = true
    try {
      const answer = await call('ceremony_view', { id })
      if (mine === round) take(answer)
    } catch (thrown) {
      if (mine === round) failure.value = failureOf(thrown)
    } finally {
      if (mine === round) loading.value = false
    }
  }

  async function readAgain(id: number, mine: number): Promise<void> {
    try {
      const answer = await call('ceremony_view', { id })
      if (mine === round) take(answer)
    } catch {
      // What the act was refused for stands there already.
    }
  }

  /** An act whose refusal belongs to a form; one at a time, whichever they are. Says whether it was sent at all. */
  async function ask<C extends RoomAct>(name: C, request: Commands[C]['request']): Promise<boolean> {
    if (busy.value !== null) return false
    const mine = round
    busy.value = name
    try {
      const answer: CeremonyView = await call(name, request)
      if (mine === round) take(answer)
      return true
    } finally {
      busy.value = null
    }
  }

  return {
    view,
    failure,
    loading,
    busy,
    open,
    take,
    ask,
    /** An act without a form: its refusal stands over the step. Says whether it went well. */
    async act<C extends RoomAct>(name: C, request: Commands[C]['request']): Promise<boolean> {
      if (busy.value !== null) return false
      failure.value = null
      const id = view.value?.line.id
      const mine = round
      try {
        return await ask(name, request)
      } catch (thrown) {
        failure.value = failureOf(thrown)
        if (id !== undefined) await readAgain(id, mine)
        return false
      }
    },
    /** Whether the step allows it, and whoever sits here may do it: both as the program says. */
    can: (act: RoomAct | PaperAct): boolean => (view.value?.may.includes(act) ?? false) && may(act),
    /** The step allows it, but not to whoever sits here. */
    forOthers: (act: RoomAct): boolean => (view.value?.may.includes(act) ?? false) && !may(act),
    leave(): void {
      round += 1
      view.value = null
      failure.value = null
    },
  }
}

export type Room = ReturnType<typeof useRoom>
