// What may become of a row, as it is called.
import type { DuplicateRule } from '@/ipc/generated/DuplicateRule'
import type { Fate } from '@/ipc/generated/Fate'

export const FATES: { key: Fate; label: string }[] = [
  { key: 'added', label: '新增' },
  { key: 'updated', label: '更新' },
  { key: 'same', label: '相同' },
  { key: 'skipped', label: '跳过' },
  { key: 'errors', label: '错误' },
  { key: 'missing', label: '缺失' },
]

/** What may be decided about several rows of one target. */
export const RULES: { key: DuplicateRule; label: string }[] = [
  { key: 'first', label: '留第一行' },
  { key: 'last', label: '留最后一行' },
  { key: 'merge', label: '合并' },
  { key: 'neither', label: '都不要' },
]

/** What is only worth knowing: nothing is wrong, and nobody need look at it. */
const NOTES = new Set(['rare', 'renamed', 'filled_down', 'tells_more', 'township_guessed', 'not_in_registry'])

/** How grave what is said of a row is: a mistake, something to look at, or a note. */
export function weightOf(code: string, fate?: Fate): 'wrong' | 'look' | 'note' {
  if (fate === 'errors') return 'wrong'
  return NOTES.has(code) ? 'note' : 'look'
}
