// What the program said against a form that was sent: each problem beside its field until that field is changed, and
// whatever has no field on the form in one notice.
import { computed, shallowRef } from 'vue'
import { failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { Problem } from '@/ipc/generated/Problem'

export function useRefusal(isOnForm: (path: string) => boolean) {
  const failure = shallowRef<Failure | null>(null)
  const problems = shallowRef<Problem[]>([])

  const pathOf = (problem: Problem) => ('field' in problem.place ? problem.place.field : '')

  return {
    problemsAt: (path: string): Problem[] => problems.value.filter((problem) => pathOf(problem) === path),
    /** The failure without what stands beside the fields; none where everything does. */
    notice: computed<Failure | null>(() => {
      if (!failure.value) return null
      const unplaced = problems.value.filter((problem) => !isOnForm(pathOf(problem)))
      const told = failure.value.problems.length > 0 && unplaced.length === 0
      return told ? null : { ...failure.value, problems: unplaced }
    }),
    refused(thrown: unknown): Failure {
      failure.value = failureOf(thrown)
      problems.value = failure.value.problems
      return failure.value
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
