// Whether anybody is still here. Tells the program of keys and mouse, at most once a minute, and asks it to lock the
// screen once nobody has stirred for as long as it said. The program keeps its own time as well and has the last word.
import { onBeforeUnmount, onMounted, watch } from 'vue'
import { call } from '@/ipc/call'
import { consoleView, door } from '@/shared/consoleView'
import { lockScreen } from '@/shared/sitting'

export const STIR_PAUSE = 60_000
export const LOOK_PAUSE = 5_000

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

export function useIdle(): void {
  let stirred = Date.now()
  let told = 0
  let locking = false
  let toTell: ReturnType<typeof setTimeout> | undefined
  let looking: ReturnType<typeof setInterval> | undefined

  const isOpen = () => door.value?.state === 'open' || door.value?.state === 'own_password_first'
  const isIdle = () => Date.now() - stirred >= (consoleView.value?.idleMinutes ?? Infinity) * 60_000

  async function lock(): Promise<void> {
    if (locking) return
    locking = true
    try {
      await lockScreen()
    } catch {
      // The next look tries again; until then the program refuses by itself.
    } finally {
      locking = false
    }
  }

  function tell(): void {
    toTell = undefined
    told = Date.now()
    if (isOpen()) call('console_stir', null).catch(() => undefined)
  }

  function onSign(): void {
    if (!isOpen()) return
    // Timers sleep with the PC: whoever wakes it may be somebody else.
    if (isIdle()) return void lock()
    stirred = Date.now()
    // What happens within the minute is told at its end, so that the program's twenty minutes begin no earlier than ours.
    toTell ??= setTimeout(tell, Math.max(0, told + STIR_PAUSE - stirred))
  }

  function look(): void {
    if (isOpen() && isIdle()) void lock()
  }

  // Whoever has just come in is here.
  watch(
    () => door.value?.state,
    () => (stirred = Date.now()),
  )

  onMounted(() => {
    for (const sign of SIGNS) window.addEventListener(sign, onSign, { capture: true, passive: true })
    looking = setInterval(look, LOOK_PAUSE)
  })
  onBeforeUnmount(() => {
    for (const sign of SIGNS) window.removeEventListener(sign, onSign, { capture: true })
    clearInterval(looking)
    clearTimeout(toTell)
  })
}
