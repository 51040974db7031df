// One personal value in clear, for a short while: it goes by itself, and at once when the screen is locked, the window is
// put away, or whoever looked goes elsewhere. Whether it may be seen at all, and writing down that it was, is the program's.
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { call } from '@/ipc/call'
import type { PersonalField } from '@/ipc/generated/PersonalField'
import type { PersonalShow } from '@/ipc/generated/PersonalShow'
import { door } from '@/shared/consoleView'

export const SHOWN_FOR = 30_000
const SECOND = 1000

export function useGlimpse() {
  const shown = shallowRef<{ field: PersonalField; value: string } | null>(null)
  const seconds = ref(0)
  // An answer that comes after somebody has hidden everything is not shown any more.
  let asked = 0
  let end: ReturnType<typeof setTimeout> | undefined
  let counting: ReturnType<typeof setInterval> | undefined

  function hide(): void {
    asked += 1
    clearTimeout(end)
    clearInterval(counting)
    shown.value = null
  }

  async function look(request: PersonalShow): Promise<void> {
    hide()
    const number = asked
    const { value } = await call('personal_show', request)
    if (number !== asked) return
    shown.value = { field: request.field, value }
    const until = Date.now() + SHOWN_FOR
    seconds.value = SHOWN_FOR / SECOND
    end = setTimeout(hide, SHOWN_FOR)
    // A timer sleeps with the PC, a clock may be set back: whichever says first that it is over is believed.
    counting = setInterval(() => {
      seconds.value = Math.min(seconds.value, Math.ceil((until - Date.now()) / SECOND))
      if (seconds.value <= 0) hide()
    }, SECOND)
  }

  const putAway = () => document.hidden && hide()
  document.addEventListener('visibilitychange', putAway)
  watch(() => door.value?.state, hide, { flush: 'sync' })
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', putAway)
    hide()
  })

  return { shown, seconds, look, hide }
}
