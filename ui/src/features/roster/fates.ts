// What may become of a row, as it is called.
import type { DuplicateRule } from '@/ipc/generated/DuplicateRule'
import type { Fate } from '@/ipc/generated/Fate'
import type { ImportWeight } from '@/ipc/generated/ImportWeight'

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

/** How what is said of a row looks: a mistake, something to look at, or a note. */
export const TONES: Record<ImportWeight, 'wrong' | 'look' | 'note'> = {
  error: 'wrong',
  skip: 'look',
  doubt: 'look',
  note: 'note',
}
