// What the stage shows: the program's picture, asked for again whenever something changed, and now and then in any case. It is
// asked one question at a time; what changed meanwhile is asked for afterwards.
import { onBeforeUnmount, onMounted, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { call, onStageChanged } from '@/ipc/call'
import type { StageView } from '@/ipc/generated/StageView'
import { stageThemeNow, type StageTheme } from '@/shared/stageTheme'

/** Should a word of a change ever be lost, the picture is right again this soon. */
const SAFETY = 2000

export function useStage(): { view: ShallowRef<StageView | null>; theme: Ref<StageTheme> } {
  const view = shallowRef<StageView | null>(null)
  const theme = ref(stageThemeNow(window.location.search))
  let shown = ''
  let asking = false
  let again = false
  let gone = false

  async function look(): Promise<void> {
    again = asking
    if (asking) return
    asking = true
    try {
      take(await call('stage_view', null))
    } catch {
      // The console says what is wrong; here the last picture stands until there is another.
    } finally {
      asking = false
    }
    if (again && !gone) await look()
  }

  function take(next: StageView): void {
    follow()
    // The same picture once more changes nothing, least of all what is rolling.
    const text = JSON.stringify(next)
    if (text === shown) return
    shown = text
    view.value = next
  }

  const follow = () => (theme.value = stageThemeNow(window.location.search))

  let stop: (() => void) | null = null
  let safety: ReturnType<typeof setInterval> | undefined
  onMounted(async () => {
    safety = setInterval(() => void look(), SAFETY)
    // The theme is chosen in the other window.
    window.addEventListener('storage', follow)
    void look()
    const ended = await onStageChanged(() => void look())
    if (gone) ended()
    else stop = ended
  })
  onBeforeUnmount(() => {
    gone = true
    clearInterval(safety)
    window.removeEventListener('storage', follow)
    stop?.()
  })
  return { view, theme }
}
