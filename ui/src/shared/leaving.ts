// Everything that must be asked before somebody leaves: a page with unsaved text, a paper that nobody has copied yet.
// Closing the window and getting up from the desk ask the same guards, the newest first.
import { onCloseRequested } from '@/ipc/call'

export interface Guard {
  /** Whether something would be lost. */
  isUnsaved: () => boolean | Promise<boolean>
  /** Asks the person where something would be lost, and says whether to go on. */
  mayLeave: () => Promise<boolean>
  /** While it stands nobody else is asked: what the others would show is not for whoever stands here now. */
  alone?: boolean
}

const guards: Guard[] = []
let listening: Promise<() => void> | null = null

/** Returns how to stop guarding. */
export function guardLeaving(guard: Guard): () => void {
  guards.push(guard)
  // One listener for all: a window closes as soon as any one of several agrees.
  listening ??= onCloseRequested(mayLeave)
  return () => {
    const at = guards.indexOf(guard)
    if (at < 0) return
    guards.splice(at, 1)
    if (guards.length > 0 || !listening) return
    void listening.then((stop) => stop())
    listening = null
  }
}

/** Asks every guard; whoever says no ends it. */
export async function mayLeave(): Promise<boolean> {
  const newestFirst = [...guards].reverse()
  const alone = newestFirst.find((guard) => guard.alone)
  if (alone) return alone.mayLeave()
  for (const guard of newestFirst) if (!(await guard.mayLeave())) return false
  return true
}

/** Whether anything would be lost, without asking anybody. */
export async function isAnythingUnsaved(): Promise<boolean> {
  for (const guard of [...guards]) if (!guard.alone && (await guard.isUnsaved())) return true
  return false
}
