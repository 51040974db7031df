// The parts of a task's page, and on which of them each field of its form stands.
import type { Problem } from '@/ipc/generated/Problem'

export type DraftTab = 'task' | 'scope'
export type TaskTab = DraftTab | 'pool' | 'merged' | 'crews' | 'fairness' | 'notices' | 'story'

const ON_TASK = new Set([
  'title',
  'kind',
  'basis',
  'superior',
  'from',
  'to',
  'unit',
  'person',
  'modes',
  'items',
  'plan',
  'line',
  'rules',
])

export const pathOf = ({ place }: Problem): string => ('field' in place ? place.field : '')

/** The tab on which a field is typed; `reason` stands below all of them; none: it has no place of its own. */
export function tabOf(path: string): DraftTab | null {
  if (ON_TASK.has(path)) return 'task'
  const [part] = path.split('.')
  return part === 'scope' || part === 'strata' || part === 'crew' ? 'scope' : null
}
