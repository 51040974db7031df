// A failure as plain text, for the clipboard: what somebody sends to whoever looks after the program.
import type { Failure } from '@/ipc/generated/Failure'
import type { Place } from '@/ipc/generated/Place'

export function failureText(failure: Failure, more: string[] = []): string {
  const problems = failure.problems.map(
    (problem) =>
      `- ${[placeText(problem.place), problem.code, problem.message, problem.hint].filter(Boolean).join(' | ')}`,
  )
  return [`[${failure.code}] ${failure.message}`, failure.hint, failure.detail, ...problems, ...more]
    .filter((line) => line !== '')
    .join('\n')
}

/** Where in a file a problem stands. A form's field shows its problem itself and needs no place in words. */
export function placeText(place: Place): string {
  if ('field' in place) return ''
  const parts = [place.file, place.sheet, place.row === null ? null : `第 ${place.row} 行`, place.column]
  return parts.filter((part) => part !== null).join(' · ')
}
