// Nobody loses typed text by leaving: asks before a route change, the closing of the window or getting up, as long as
// there is something unsaved. What is asked and how it looks belongs to UnsavedQuestion.vue; how to save, to the page.
import { onBeforeUnmount, onMounted, readonly, ref, type Ref } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import { guardLeaving } from './leaving'

export type UnsavedChoice = 'save' | 'drop' | 'stay'

interface Guarded {
  /** Read at the moment of leaving; waits for a save under way. */
  isUnsaved: () => boolean | Promise<boolean>
  /** Saves, and says whether that worked; if not, the person stays and sees why. None where half of it cannot be saved. */
  save?: () => Promise<boolean>
}

export function useUnsavedGuard({ isUnsaved, save }: Guarded): {
  asking: Readonly<Ref<boolean>>
  choose: (choice: UnsavedChoice) => void
  /** Asks where something would be lost, and says whether to go on. */
  mayLeave: () => Promise<boolean>
} {
  const asking = ref(false)
  let question: Promise<boolean> | null = null
  let choose: (choice: UnsavedChoice) => void = () => undefined

  async function ask(): Promise<boolean> {
    if (!(await isUnsaved())) return true
    asking.value = true
    const choice = await new Promise<UnsavedChoice>((resolve) => (choose = resolve))
    asking.value = false
    if (choice === 'save' && save) return save()
    return choice === 'drop'
  }

  // Closing the window while the question for a route change stands is the same question, not a second one.
  function mayLeave(): Promise<boolean> {
    question ??= ask().finally(() => (question = null))
    return question
  }

  onBeforeRouteLeave(mayLeave)

  let stopGuarding: () => void = () => undefined
  onMounted(() => (stopGuarding = guardLeaving({ isUnsaved, mayLeave })))
  onBeforeUnmount(() => {
    stopGuarding()
    choose('stay')
  })

  return { asking: readonly(asking), choose: (choice) => choose(choice), mayLeave }
}
