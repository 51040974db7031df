// The sorts of files that every list can be written into.
import type { ListFormat } from '@/ipc/generated/ListFormat'

export const LIST_FORMATS: { value: ListFormat; label: string; ending: string }[] = [
  { value: 'xlsx', label: 'Excel 表格（.xlsx），WPS 也能打开', ending: 'xlsx' },
  { value: 'csv', label: 'CSV 文本，UTF-8 编码', ending: 'csv' },
  { value: 'csv_gb18030', label: 'CSV 文本，GB18030 编码，给较老的软件用', ending: 'csv' },
]
