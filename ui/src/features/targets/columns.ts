// The columns of the registry: what they are called, how wide they are, what they are sorted by, and which of them stand
// there until somebody chooses. The names travel with an export.
import type { TargetSortKey } from '@/ipc/generated/TargetSortKey'
import { keptNames, type ListColumn } from '@/shared/registry/listColumns'

export type ColumnName =
  | 'number'
  | 'code'
  | 'name'
  | 'kind'
  | 'legal_rep'
  | 'credit'
  | 'risk'
  | 'township'
  | 'industry'
  | 'address'
  | 'tags'
  | 'supervisor'
  | 'source'
  | 'visits'
  | 'visits_twelve_months'
  | 'last_visit'
  | 'flags'
  | 'status'
  | 'membership'
  | 'doubts'
  | 'draw'
  | 'period'
  | 'evidence'

export type TargetColumn = ListColumn<ColumnName, TargetSortKey>

export const COLUMNS: TargetColumn[] = [
  { name: 'number', label: '编号', width: 'var(--column-day)', sort: 'number' },
  { name: 'code', label: '统一社会信用代码', width: 'var(--column-code)', sort: 'code' },
  { name: 'name', label: '名称', width: 'minmax(var(--column-name), 3fr)', sort: 'name' },
  { name: 'kind', label: '类型', width: 'var(--column-kind)', sort: 'kind' },
  { name: 'legal_rep', label: '负责人', width: 'var(--column-place)' },
  { name: 'credit', label: '信用', width: 'var(--column-word)', sort: 'credit' },
  { name: 'risk', label: '风险', width: 'var(--column-word)', sort: 'risk' },
  { name: 'township', label: '乡镇', width: 'var(--column-place)', sort: 'township' },
  { name: 'industry', label: '行业', width: 'minmax(var(--column-text), 1fr)', sort: 'industry' },
  { name: 'address', label: '住所', width: 'minmax(var(--column-name), 2fr)' },
  { name: 'tags', label: '监管领域', width: 'minmax(var(--column-text), 1fr)' },
  { name: 'supervisor', label: '管辖单位', width: 'minmax(var(--column-text), 1fr)' },
  { name: 'source', label: '来源名单', width: 'minmax(var(--column-text), 1fr)' },
  { name: 'visits', label: '本年已查', width: 'var(--column-count)', sort: 'visits' },
  { name: 'visits_twelve_months', label: '近 12 个月', width: 'var(--column-count)' },
  { name: 'last_visit', label: '上次检查', width: 'var(--column-day)', sort: 'last_visit' },
  { name: 'flags', label: '触发标志', width: 'minmax(var(--column-text), 1fr)' },
  { name: 'status', label: '登记状态', width: 'var(--column-kind)', sort: 'status' },
  { name: 'membership', label: '名录状态', width: 'var(--column-count)' },
  { name: 'doubts', label: '待核', width: 'minmax(var(--column-text), 1fr)' },
  { name: 'draw', label: '可否参加抽取', width: 'var(--column-bar)' },
]

/** Of the flags that are asked for: which, how long, on what they rest. */
export const FLAGGED: TargetColumn[] = [
  { name: 'name', label: '名称', width: 'minmax(var(--column-name), 2fr)', sort: 'name' },
  { name: 'township', label: '乡镇', width: 'var(--column-place)', sort: 'township' },
  { name: 'flags', label: '触发标志', width: 'minmax(var(--column-text), 1fr)' },
  { name: 'period', label: '期限', width: 'var(--column-acts)' },
  { name: 'evidence', label: '依据', width: 'minmax(var(--column-name), 3fr)' },
  { name: 'draw', label: '可否参加抽取', width: 'var(--column-bar)' },
]

export const USUAL: ColumnName[] = [
  'code',
  'name',
  'kind',
  'credit',
  'risk',
  'township',
  'visits',
  'status',
  'draw',
]

/** What still has room beside an opened target. */
export const BESIDE: ColumnName[] = ['name', 'credit', 'status']

/** The columns of these names, always in the order of the registry. */
export function columnsOf(names: readonly ColumnName[]): TargetColumn[] {
  return COLUMNS.filter(({ name }) => names.includes(name))
}

/** The columns of an export that shows these: a file has no column for what is told of single flags. */
export function fieldsOf(columns: readonly TargetColumn[]): ColumnName[] {
  const names = columns.map(({ name }) => name)
  return COLUMNS.map(({ name }) => name).filter((name) => names.includes(name))
}

/** A choice that was kept: names that are still known, the name of the target always among them. */
export function keptColumns(kept: unknown): ColumnName[] | null {
  return keptNames(kept, COLUMNS, 'name')
}
