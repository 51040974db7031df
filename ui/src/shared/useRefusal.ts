// What the program said against a form that was sent: each problem beside its field until that field is changed, whatever
// has no field on the form in one notice, and the cursor at the first field that is to be mended.
import { computed, nextTick, shallowRef } from 'vue'
import { failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { Problem } from '@/ipc/generated/Problem'
import { focusField, focusFirstProblem } from './fieldIds'

/** `landing`: the field to try again in where none is marked. */
export function useRefusal(isOnForm: (path: string) => boolean, landing?: () => string) {
  const failure = shallowRef<Failure | null>(null)
  const problems = shallowRef<Problem[]>([])
  let root: Element | null = null

  const pathOf = (problem: Problem) => ('field' in problem.place ? problem.place.field : '')

  async function toFirst(): Promise<void> {
    await nextTick()
    if (!focusFirstProblem(root) && landing) focusField(landing())
  }

  return {
    /** For the form itself, as its `:ref`. */
    form(element: unknown): void {
      root = element instanceof Element ? element : null
    },
    problemsAt: (path: string): Problem[] => problems.value.filter((problem) => pathOf(problem) === path),
    /** The failure without what stands beside the fields; none where everything does. */
    notice: computed<Failure | null>(() => {
      if (!failure.value) return null
      const unplaced = problems.value.filter((problem) => !isOnForm(pathOf(problem)))
      const told = failure.value.problems.length > 0 && unplaced.length === 0
      return told ? null : { ...failure.value, problems: unplaced }
    }),
    refused(thrown: unknown): void {
      failure.value = failureOf(thrown)
      problems.value = failure.value.problems
      void toFirst()
    },
    edited(path: string): void {
      problems.value = problems.value.filter((problem) => pathOf(problem) !== path)
    },
    settled(): void {
      failure.value = null
      problems.value = []
    },
  }
}
