// The numbers of a list as runs without gaps, newest first, as the program hands them over.

export type Run = [first: number, last: number]

/** The number at a place of the list; none past its end. */
export function seqAt(runs: readonly Run[], index: number): number | null {
  let left = index
  for (const [first, last] of runs) {
    const length = first - last + 1
    if (left < length) return first - left
    left -= length
  }
  return null
}
