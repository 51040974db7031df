// Draws of other systems for tests, that answer as the program does.
import type { OutsideDrawView } from '@/ipc/generated/OutsideDrawView'
import type { OutsideLine } from '@/ipc/generated/OutsideLine'
import type { OutsideLooked } from '@/ipc/generated/OutsideLooked'
import type { OutsideRowView } from '@/ipc/generated/OutsideRowView'
import type { OutsideTake } from '@/ipc/generated/OutsideTake'
import type { Answers } from '@/ipc/fake'
import { field, told } from './targets'

export function outsideLine(id: number, change: Partial<OutsideLine> = {}): OutsideLine {
  return {
    id,
    number: `WB-${String(id).padStart(4, '0')}`,
    mark: '外部抽取',
    system: '市场监管部门随机抽查系统',
    office: '徐水区市场监督管理局',
    drawn_on: '2026-11-10',
    period: '2026-12-01 至 2026-12-31',
    items: ['计量器具检查', '安全生产检查'],
    targets: 3,
    strangers: 1,
    task: 'RW-0001 2026 年第 1 次粮食流通随机抽查',
    state: told('taken', '已登记'),
    ...change,
  }
}

export function outsideRow(row: number, change: Partial<OutsideRowView> = {}): OutsideRowView {
  return {
    row,
    name: '徐水甲粮站',
    code: '91130609MA07L1234R',
    state: told('found', '已对上'),
    target: row,
    known: `DX-00000${row} 徐水甲粮站`,
    message: '',
    hint: '',
    ...change,
  }
}

export const openRow = (row: number): OutsideRowView =>
  outsideRow(row, {
    name: '没有登记的厂',
    code: '',
    state: told('open', '没有对上'),
    target: 0,
    known: '',
    message: '检查对象库里没有“没有登记的厂”。',
    hint: '请先登记到检查对象库，或选“不在本单位名录”。',
  })

const FIELDS = [
  field({ field: 'system', label: '来源系统', group: '抽取', required: true }),
  field({ field: 'office', label: '抽取单位', group: '抽取', required: true }),
  field({ field: 'drawn_on', label: '抽取日期', group: '抽取', required: true, date: true }),
  field({ field: 'doc_no', label: '文号', group: '抽取' }),
  field({ field: 'from', label: '检查开始日期', group: '检查', required: true, date: true }),
  field({ field: 'to', label: '检查结束日期', group: '检查', required: true, date: true }),
  field({ field: 'items', label: '抽查事项', group: '检查' }),
  field({ field: 'note', label: '备注', group: '检查' }),
]

export const outsideForm = (change: Partial<OutsideTake> = {}): OutsideTake => ({
  values: { system: '市场监管部门随机抽查系统', office: '徐水区市场监督管理局' },
  items: [1],
  path: '',
  sheet: '',
  digest: '',
  targets: [],
  inspectors: [],
  answers: [],
  leave_rest: false,
  ...change,
})

export function outsideView(id: number, change: Partial<OutsideDrawView> = {}): OutsideDrawView {
  return {
    line: outsideLine(id),
    version: 1,
    fields: FIELDS.map((one) =>
      one.field === 'system' ? { ...one, shown: '市场监管部门随机抽查系统' } : one,
    ),
    rows: [
      outsideRow(2, { message: '待检查。' }),
      outsideRow(3, { state: told('stranger', '不在本单位名录'), target: 0, known: '' }),
    ],
    from: 0,
    people: [{ name: '', cert_no: '13060901000', state: told('found', '已对上'), known: 'RY-0001 李娜' }],
    file: {
      name: '抽取结果.xlsx',
      sheet: 'Sheet1',
      digest: '9f3c71a05be2d4480c6e1b97a2f05d38',
      size: '12 KB',
      is_there: true,
    },
    remarks: [told('outside_chain', '这是其他系统抽取的结果，不进入本单位的抽取记录链。')],
    form: outsideForm(),
    story: [],
    ...change,
  }
}

export function lookedAt(change: Partial<OutsideLooked> = {}): OutsideLooked {
  return {
    file: '抽取结果.xlsx',
    digest: '9f3c71a05be2d4480c6e1b97a2f05d38',
    sheet: 'Sheet1',
    sheets: ['Sheet1'],
    columns: [told('企业名称', '检查对象'), told('天气', '')],
    told: '共 2 户：对上 1 户，没有对上 1 户。',
    rows: [openRow(7), outsideRow(2)],
    more: 0,
    open: 1,
    people: [],
    items: '计量器具检查',
    notices: [told('same', '有 1 行是前面已有的对象，已合为一户。')],
    problems: [],
    ...change,
  }
}

/** The answers of an office with so many draws. */
export function outsideAnswers(count = 0): Answers {
  return {
    outside_draws_view: {
      lines: Array.from({ length: count }, (_, at) => outsideLine(count - at)),
      fields: FIELDS,
      tasks: [told('1', 'RW-0001 2026 年第 1 次粮食流通随机抽查')],
      items: [told('1', 'SX-000001 粮食收购企业检查'), told('2', 'SX-000002 粮食库存检查')],
    },
    outside_draw_open: ({ id }) => outsideView(id, { line: outsideLine(id) }),
    outside_draw_look: lookedAt(),
  }
}
