// Problems of a target's values stand at the fields of its form, wherever in the request they were found.
import { CallError, failureOf } from '@/ipc/call'
import type { Problem } from '@/ipc/generated/Problem'

const WITHIN = /^values\./

export function atField(problem: Problem): Problem {
  if (!('field' in problem.place)) return problem
  return { ...problem, place: { field: problem.place.field.replace(WITHIN, '') } }
}

/** Passes an answer on; of a refusal, the problems with the fields as the form names them. */
export async function withFields<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (thrown) {
    const failure = failureOf(thrown)
    throw new CallError({ ...failure, problems: failure.problems.map(atField) })
  }
}
