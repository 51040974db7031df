// The window of the stage: opened and closed from here, on the monitor that was chosen last. Where it stands the program says, for it may be
// closed by another hand, and a cable may be pulled.
import { computed, onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { call, failureOf, onStageWindow } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { StageWindow } from '@/ipc/generated/StageWindow'
import { remembered } from '@/shared/remembered'
import { chosenStageTheme } from '@/shared/stageTheme'
import { useShortcut } from '@/shared/useShortcut'

export function useStageWindow() {
  const standing = shallowRef<StageWindow | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const busy = ref(false)
  const theme = chosenStageTheme()
  const monitor = remembered<string>(
    'stage.monitor',
    () => '',
    (kept) => (typeof kept === 'string' ? kept : null),
  )
  let asked = 0

  const open = computed(() => standing.value?.open ?? false)
  /** It stands, or would stand, over this very window. */
  const covers = computed(() => {
    const { monitors = [], monitor: on } = standing.value ?? {}
    return monitors.some(({ id, console }) => console && id === on)
  })

  async function ask(wanted: boolean | null): Promise<void> {
    const mine = (asked += 1)
    try {
      const answer = await call('stage_open', { open: wanted, monitor: monitor.value })
      if (mine !== asked) return
      standing.value = answer
      failure.value = null
    } catch (thrown) {
      if (mine === asked) failure.value = failureOf(thrown)
    }
  }

  /** One move at a time: a window that is on its way is not called back by a second press. */
  async function move(wanted: boolean): Promise<void> {
    if (busy.value) return
    busy.value = true
    await ask(wanted)
    busy.value = false
  }

  const look = () => ask(null)
  const toggle = () => move(!open.value)

  useShortcut({ code: 'F11', everywhere: true }, () => void toggle())

  let stop: (() => void) | null = null
  let gone = false
  onMounted(async () => {
    void look()
    const ended = await onStageWindow(() => void look())
    if (gone) ended()
    else stop = ended
  })
  onBeforeUnmount(() => {
    gone = true
    stop?.()
    // Over any other page nobody would know how to get rid of it.
    if (open.value && covers.value) void ask(false)
  })

  return {
    standing,
    failure,
    busy,
    open,
    covers,
    theme,
    look,
    toggle,
    /** Where it is gone, or out of sight: anew, on a monitor that is there. */
    again: () => move(true),
    async choose(id: string): Promise<void> {
      monitor.value = id
      await (open.value ? move(true) : look())
    },
  }
}

export type StageWindowHold = ReturnType<typeof useStageWindow>
