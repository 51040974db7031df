// How long a row rolls and how it slows. It knows the time that one row is given, and nothing of what falls: two rows of the
// same pace roll for the same time, at the same speed, and end alike.

/** Names in one second, on the whole; the beginning is faster than the end. */
const PER_SECOND = 12

/** How strongly it slows; 1 would not slow at all. */
const SLOWING = 2.4

/** How many names roll by in a row of this pace. */
export function stepsOf(pace: number): number {
  return Math.max(1, Math.round((pace / 1000) * PER_SECOND))
}

export interface Frame {
  /** How many names have gone by: which one stands there now is this, round and round the list. */
  step: number
  /** Whether the time is over: now the recorded row stands there. */
  over: boolean
}

/** What stands there after so many milliseconds of a row that is given `pace` milliseconds. */
export function frameAt(pace: number, elapsed: number): Frame {
  const steps = stepsOf(pace)
  if (!(pace > 0) || elapsed >= pace) return { step: steps, over: true }
  const left = 1 - Math.max(0, elapsed) / pace
  return { step: Math.min(steps - 1, Math.floor(steps * (1 - left ** SLOWING))), over: false }
}

/** When a row of another pace would have begun, so that it goes on from where it is instead of jumping. */
export function rebase(begun: number, now: number, pace: number, newPace: number): number {
  const share = pace > 0 ? Math.min(1, Math.max(0, now - begun) / pace) : 1
  return now - share * newPace
}
