// A roster that is taken over, as the program tells of it step by step.
import type { ColumnLook } from '@/ipc/generated/ColumnLook'
import type { ImportCompared } from '@/ipc/generated/ImportCompared'
import type { ImportGroup } from '@/ipc/generated/ImportGroup'
import type { ImportLook } from '@/ipc/generated/ImportLook'
import type { ImportRow } from '@/ipc/generated/ImportRow'
import type { ImportRows } from '@/ipc/generated/ImportRows'
import type { ImportRowsRequest } from '@/ipc/generated/ImportRowsRequest'
import type { SheetLook } from '@/ipc/generated/SheetLook'
import type { Answers } from '@/ipc/fake'
import { LONG_NAME, told } from './targets'

export function columnLook(
  letters: string,
  heading: string,
  field: string | null,
  change: Partial<ColumnLook> = {},
): ColumnLook {
  return { letters, heading, field, known: field !== null, note: '', samples: ['甲', '乙'], ...change }
}

const HEADINGS = ['序号', '企业名称', '统一社会信用代码', '法人', '信用等级', '所在乡镇', '安全员备案']
const CELLS = ['1', '安肃臧记饲料有限公司', '91130609MA0000001X', '臧建国', 'A', '安肃镇', '有']

export function sheetLook(change: Partial<SheetLook> = {}): SheetLook {
  const row = (number: number, cells: string[], value = 'data', label = '数据') => ({
    number,
    cells,
    kind: told(value, label),
  })
  return {
    index: 0,
    name: '企业名录',
    hidden: false,
    header: 2,
    columns: [
      columnLook('A', '序号', null, { known: true, samples: ['1', '2', '3'] }),
      columnLook('B', '企业名称', 'name', { samples: ['安肃臧记饲料有限公司', LONG_NAME] }),
      columnLook('C', '统一社会信用代码', 'uscc', { samples: ['91130609MA0000001X'] }),
      columnLook('D', '法人', 'legal_rep', { samples: ['臧建国', '张三 13800000000'] }),
      columnLook('E', '信用等级', 'credit', { samples: ['A', 'B', '守信'] }),
      columnLook('F', '所在乡镇', 'township', { samples: ['安肃镇'] }),
      columnLook('G', '安全员备案', null, { samples: ['有', '无'] }),
    ],
    rows: [
      row(1, ['徐水区企业名录（2026 年）'], 'title', '标题，不导入'),
      row(2, HEADINGS, 'heading', '表头'),
      row(3, ['', '填写全称', '18 位'], 'note', '填写说明，不导入'),
      ...Array.from({ length: 14 }, (_, at) => row(at + 4, CELLS)),
      row(18, ['合计', '1406'], 'total', '合计，不导入'),
    ],
    hiddenRows: 0,
    other: null,
    ...change,
  }
}

export function importLook(change: Partial<ImportLook> = {}): ImportLook {
  return {
    import: 1,
    file: '企业名录（2026 年 11 月）.xls',
    format: 'Excel 工作簿（xlsx 的内容，名字写作 .xls）',
    warnings: [{ message: '有 3 行是隐藏的。', hint: '隐藏的行也会读取，不要的请先删掉。' }],
    sheets: [
      sheetLook(),
      sheetLook({ index: 1, name: '参数表', hidden: true, header: null, columns: [], rows: [] }),
    ],
    chosen: 0,
    fields: [
      { field: 'name', label: '名称', required: true, repeats: false },
      { field: 'uscc', label: '统一社会信用代码', required: false, repeats: false },
      { field: 'legal_rep', label: '法定代表人', required: false, repeats: false },
      { field: 'credit', label: '信用类别', required: false, repeats: false },
      { field: 'township', label: '乡镇街道', required: false, repeats: false },
      { field: 'remark', label: '备注', required: false, repeats: true },
    ],
    remembered: false,
    ...change,
  }
}

/** A comparison whose five numbers add up to what was read. */
export function importCompared(change: Partial<ImportCompared> = {}): ImportCompared {
  const sums = { added: 1180, updated: 126, same: 72, skipped: 19, errors: 9, ...change }
  return {
    import: 1,
    file: '企业名录（2026 年 11 月）.xls',
    sheet: '企业名录',
    missing: 28,
    doubtful: 12,
    undecided: 0,
    words: [],
    answered: [],
    leftColumns: [],
    obstacles: [],
    ...sums,
    read: sums.added + sums.updated + sums.same + sums.skipped + sums.errors,
  }
}

export function unsettled(): ImportCompared {
  const choices = [told('good', '良好'), told('fair', '一般'), told('poor', '不良')]
  return importCompared({
    undecided: 2,
    words: [
      { field: 'credit', label: '信用类别', word: 'A', count: 812, choices, meaning: '' },
      { field: 'credit', label: '信用类别', word: '守信', count: 4, choices, meaning: '' },
    ],
    obstacles: [
      { message: '还有 2 组重复的行没有决定。', hint: '在“重复的行”里逐组决定，或者全部一起决定。' },
    ],
  })
}

export function importRow(number: number, change: Partial<ImportRow> = {}): ImportRow {
  return {
    number,
    code: `91130609MA${String(number).padStart(7, '0')}X`,
    name: number % 5 === 0 ? LONG_NAME : '安肃臧记饲料有限公司',
    target: '',
    changes: [
      { field: 'credit', label: '信用类别', before: '良好', after: '一般' },
      { field: 'phone', label: '联系电话', before: '', after: '0312-8600000' },
    ],
    remarks: [],
    group: null,
    ...change,
  }
}

const REMARK = {
  column: '统一社会信用代码',
  code: 'code_damaged',
  weight: 'error' as const,
  message: '代码成了 9.13E+17，末几位已经丢失。',
  hint: '请向发来名单的单位要文本格式的代码，不要自己补。',
}

/** Rows of every fate, as many as the comparison says. */
export function rowsOf(compared: ImportCompared): (request: ImportRowsRequest) => ImportRows {
  return ({ fate, doubtful, from, limit }) => {
    const found = doubtful ? compared.doubtful : compared[fate]
    const length = Math.max(0, Math.min(limit, found - from))
    const refused = fate === 'errors' || fate === 'skipped'
    const rows = Array.from({ length }, (_, at) =>
      importRow(fate === 'missing' ? 0 : from + at + 4, {
        ...(refused && { changes: [], remarks: [REMARK] }),
        ...(fate === 'updated' && { target: 'DX-000017' }),
        ...((fate === 'same' || fate === 'missing') && { changes: [], target: 'DX-000018' }),
      }),
    )
    return { rows, found }
  }
}

export function importGroup(group: number, change: Partial<ImportGroup> = {}): ImportGroup {
  return {
    group,
    why: '统一社会信用代码相同：91130609MA0000009X',
    rows: [importRow(9), importRow(31)],
    decided: null,
    told: '',
    ...change,
  }
}

/** The answers of a program that has a roster of this comparison. */
export function importAnswers(compared = importCompared()): Answers {
  return {
    import_look: importLook(),
    import_reread: importLook(),
    import_compare: compared,
    import_rows: rowsOf(compared),
    import_groups: { groups: [importGroup(1), importGroup(2)] },
    import_decide: importCompared(),
    import_accept: { sums: compared, seq: 31 },
    import_problems: { path: '/srv/office/outbox/问题清单.xlsx', rows: 28 },
    import_forget: null,
    import_progress: { told: '正在读取', rows: 42_000, perSecond: 81_000 },
    import_stop: null,
  }
}
