// The columns of the list of items: two lines to a row, so that what belongs together stands together.
import type { ListColumn } from '@/shared/registry/listColumns'

export type ColumnName =
  'number' | 'category' | 'name' | 'scope' | 'ratio' | 'frequency' | 'counts' | 'unit' | 'usable'

export const COLUMNS: ListColumn<ColumnName>[] = [
  { name: 'number', label: '编号', width: 'var(--column-kind)' },
  { name: 'category', label: '类别', width: 'minmax(var(--column-kind), 1fr)' },
  { name: 'name', label: '抽查事项', width: 'minmax(var(--column-name), 3fr)' },
  { name: 'scope', label: '对象与方式', width: 'minmax(var(--column-day), 2fr)' },
  { name: 'ratio', label: '比例', width: 'minmax(var(--column-text), 2fr)' },
  { name: 'frequency', label: '频次', width: 'minmax(var(--column-day), 1fr)' },
  { name: 'counts', label: '依据与要点', width: 'var(--column-count-two)' },
  { name: 'unit', label: '责任', width: 'minmax(var(--column-place), 1fr)' },
  { name: 'usable', label: '可否使用', width: 'minmax(var(--column-text), 2fr)' },
]

/** What still has room beside an opened item. */
export const BESIDE: ColumnName[] = ['name', 'ratio', 'usable']

/** The same of an edition, which stands beside the list of editions. */
export const OF_EDITION: ColumnName[] = ['number', 'name', 'ratio', 'frequency', 'counts', 'usable']
export const BESIDE_OF_EDITION: ColumnName[] = ['name', 'usable']

export function columnsOf(names: readonly ColumnName[]): ListColumn<ColumnName>[] {
  return COLUMNS.filter(({ name }) => names.includes(name))
}
