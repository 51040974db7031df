// What several pages say of an event of the trail in the same way.
import type { TrailEntry } from '@/ipc/generated/TrailEntry'

/** Whoever did it, and the second person where there was one. */
export function peopleOf({ actor, second }: TrailEntry): string {
  return second === null ? actor : `${actor}、${second}`
}
