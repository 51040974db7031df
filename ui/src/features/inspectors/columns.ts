// The columns of the registry of inspectors. The names travel with an export.
import type { InspectorSortKey } from '@/ipc/generated/InspectorSortKey'
import { keptNames, type ListColumn } from '@/shared/registry/listColumns'

export type ColumnName =
  | 'number'
  | 'name'
  | 'certificates'
  | 'unit'
  | 'department'
  | 'duty'
  | 'skills'
  | 'scope'
  | 'status'
  | 'membership'
  | 'conflicts'
  | 'doubts'
  | 'draw'

export type InspectorColumn = ListColumn<ColumnName, InspectorSortKey>

export const COLUMNS: InspectorColumn[] = [
  { name: 'number', label: '编号', width: 'var(--column-kind)', sort: 'number' },
  { name: 'name', label: '姓名', width: 'minmax(var(--column-day), 1fr)', sort: 'name' },
  {
    name: 'certificates',
    label: '执法证',
    width: 'minmax(var(--column-certificate), 2fr)',
    sort: 'cert_valid_to',
  },
  { name: 'unit', label: '单位', width: 'minmax(var(--column-bar), 1fr)', sort: 'unit' },
  { name: 'department', label: '科室', width: 'minmax(var(--column-place), 1fr)' },
  { name: 'duty', label: '职务', width: 'minmax(var(--column-place), 1fr)' },
  { name: 'skills', label: '专长', width: 'minmax(var(--column-day), 1fr)' },
  { name: 'scope', label: '执法事项范围', width: 'minmax(var(--column-text), 1fr)' },
  { name: 'status', label: '人员状态', width: 'var(--column-count)', sort: 'status' },
  { name: 'membership', label: '名录状态', width: 'var(--column-count)' },
  { name: 'conflicts', label: '回避', width: 'var(--column-word)' },
  { name: 'doubts', label: '待核', width: 'minmax(var(--column-text), 1fr)' },
  { name: 'draw', label: '可否参加抽取', width: 'minmax(var(--column-draw), 2fr)' },
]

export const USUAL: ColumnName[] = [
  'number',
  'name',
  'certificates',
  'unit',
  'department',
  'skills',
  'status',
  'draw',
]

/** What still has room beside an opened person. */
export const BESIDE: ColumnName[] = ['name', 'certificates', 'draw']

/** Who may not take part, and why: every reason has room. */
export const WHY: ColumnName[] = ['number', 'name', 'certificates', 'unit', 'status', 'draw']

export function columnsOf(names: readonly ColumnName[]): InspectorColumn[] {
  return COLUMNS.filter(({ name }) => names.includes(name))
}

export function keptColumns(kept: unknown): ColumnName[] | null {
  return keptNames(kept, COLUMNS, 'name')
}

/** In a file each part of a certificate has a column of its own, so that the file can be read again. */
const CERTIFICATES = ['cert_no', 'cert_valid_to', 'second_cert_no', 'second_cert_valid_to']

/** The fields that stand in an export of these columns. */
export function fieldsOf(columns: readonly InspectorColumn[]): string[] {
  return columns.flatMap(({ name }) => (name === 'certificates' ? CERTIFICATES : [name]))
}
