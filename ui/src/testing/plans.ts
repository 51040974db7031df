// Plans for tests, that answer as the program does.
import type { FieldView } from '@/ipc/generated/FieldView'
import type { PlanLineView } from '@/ipc/generated/PlanLineView'
import type { PlanRemark } from '@/ipc/generated/PlanRemark'
import type { PlanSave } from '@/ipc/generated/PlanSave'
import type { PlanSummary } from '@/ipc/generated/PlanSummary'
import type { PlansView } from '@/ipc/generated/PlansView'
import type { PlanView } from '@/ipc/generated/PlanView'
import type { Answers } from '@/ipc/fake'
import { told } from './targets'

const plain = (field: string, label: string, group: string, more: Partial<FieldView> = {}): FieldView => ({
  field,
  label,
  group,
  value: '',
  shown: '',
  choices: [],
  date: false,
  required: false,
  bulk: false,
  ...more,
})

export const HEAD: FieldView[] = [
  plain('title', '计划名称', '计划', { value: '2027年上半年随机抽查计划', required: true }),
  plain('year', '年度', '计划', { value: '2027', required: true }),
  plain('period', '期间', '计划', {
    value: 'h1',
    choices: [told('annual', '全年'), told('h1', '上半年'), told('h2', '下半年')],
    required: true,
  }),
  plain('unit', '编制单位', '计划', { value: '清源县应急管理局' }),
  plain('drawn_up', '编制日期', '计划', { value: '2026-11-20', date: true, required: true }),
]

export const LINE: FieldView[] = [
  plain('name', '抽查任务名称', '查什么', { required: true }),
  plain('items', '抽查事项', '查什么', { required: true }),
  plain('scope', '抽查对象', '查谁', { required: true }),
  plain('base', '抽查基数', '查多少'),
  plain('ratio', '抽查比例', '查多少'),
  plain('number', '抽查数量', '查多少'),
  plain('months', '实施时间', '何时、怎样查', { required: true }),
  plain('modes', '检查方式', '何时、怎样查', {
    choices: [told('onsite', '实地检查'), told('document', '书面检查')],
  }),
  plain('unit', '承办机构', '谁来查', { required: true }),
  plain('task_scope', '部门内/跨部门', '谁来查', {
    value: 'intra_dept',
    choices: [told('intra_dept', '部门内'), told('cross_dept', '跨部门')],
  }),
]

export const MILESTONE: FieldView[] = [
  plain('task', '工作任务', '工作任务', { required: true }),
  plain('unit', '责任单位', '工作任务'),
  plain('person', '责任人', '工作任务'),
  plain('words', '完成时限', '工作任务'),
  plain('done', '完成日期', '工作任务', { date: true }),
]

const NONE = { planned: 0, drawn: 0, visited: 0, overdue: 0, toDraw: 0, notDrawn: 0, rate: null }

export const remark = (
  field: string,
  severity: 'error' | 'warning' | 'note',
  message: string,
): PlanRemark => ({
  field,
  severity: told(severity, { error: '必须改正', warning: '请核对', note: '说明' }[severity]),
  message,
  hint: '请补上。',
})

export function planLine(line: number, change: Partial<PlanLineView> = {}): PlanLineView {
  const values = {
    name: `第 ${line} 项抽查`,
    items: 'SX-000001',
    scope: '全县粮食收购企业',
    base: '100',
    ratio: '5%',
    number: '5',
    months: '3-6',
    modes: 'onsite',
    unit: '流通科',
    task_scope: 'intra_dept',
  }
  return {
    line,
    values,
    shown: { ...values, months: '3月至6月', modes: '实地检查', task_scope: '部门内' },
    items: [{ number: 'SX-000001', name: '粮食收购企业检查', unusable: [] }],
    planned: 5,
    comesTo: '100 × 5% = 5 户（四舍五入）',
    remarks: line % 3 === 0 ? [remark('person', 'warning', '责任人没有填写。')] : [],
    progress: { ...NONE, planned: 5, toDraw: 5, rate: 0 },
    tasks: [],
    ...change,
  }
}

export function planSummary(id: number, change: Partial<PlanSummary> = {}): PlanSummary {
  return {
    id,
    number: `JH-0${id}`,
    title: '2027年上半年随机抽查计划',
    year: 2027,
    period: told('h1', '上半年'),
    told: '2027 上半年',
    state: told('draft', '草拟'),
    unit: '清源县应急管理局',
    lines: 2,
    sums: { ...NONE, planned: 10, toDraw: 10, rate: 0 },
    errors: 0,
    ...change,
  }
}

const APPROVE = {
  step: 'approve' as const,
  label: '审批',
  note: '审批以后各行不能再改；要改，办理调整。',
  fields: [
    plain('on', '审批日期', '审批', { value: '2026-11-20', date: true, required: true }),
    plain('who', '审批人', '审批', { required: true }),
    plain('no', '审批文号', '审批', { required: true }),
  ],
}

export function planView(id: number, lines = 2, change: Partial<PlanView> = {}): PlanView {
  return {
    head: planSummary(id, { lines }),
    version: 1,
    editable: true,
    fields: HEAD.filter(({ field }) => field !== 'year' && field !== 'period'),
    lines: Array.from({ length: lines }, (_, index) => planLine(index + 1)),
    remarks: [],
    milestones: [
      {
        milestone: 1,
        values: { task: '公布清单', unit: '法规科', person: '', words: '2026年10月10日前', done: '' },
        due: '2026-10-10',
        told: '已过 41 天',
        tone: 'overdue',
        remarks: [],
      },
    ],
    course: [],
    next: [APPROVE],
    story: [],
    ...change,
  }
}

export function plansView(plans: PlanSummary[], change: Partial<PlansView> = {}): PlansView {
  return {
    plans,
    reminders: [],
    suggestion: { year: 2027, period: 'h1', title: '2027年上半年随机抽查计划', told: '2027 上半年' },
    head: HEAD,
    line: LINE,
    milestone: MILESTONE,
    headings: [told('ours', '本程序的全部各列'), told('yangjiang', '年度抽查计划表（阳江）')],
    ...change,
  }
}

/** What the program says of lines: a base and a ratio come to something, and a unit must stand there. */
function checkedOf({ lines }: PlanSave) {
  return {
    problems: (lines ?? []).flatMap(({ values }, place) =>
      values['ratio'] === '多一些'
        ? [
            {
              place: { field: `lines.${place}.ratio` },
              code: 'share_unread',
              message: '不是一个比例。',
              hint: '',
            },
          ]
        : [],
    ),
    lines: (lines ?? []).map(({ values }) => ({
      planned: 87,
      comesTo: values['base'] === '8654' ? '8654 × 1% = 87 户（四舍五入）' : '',
      shown: { ...values },
      items: [],
      remarks: values['unit'] ? [] : [remark('unit', 'error', '承办机构没有填写。')],
    })),
    remarks: [],
  }
}

/** `lines`: how many the one plan has; none: there is no plan. */
export function planAnswers(lines: number | null = null): Answers {
  const plans = lines === null ? [] : [planSummary(1, { lines })]
  return {
    plans_view: plansView(plans),
    plan_open: ({ id }) => planView(id, lines ?? 0),
    plan_check: checkedOf,
    plan_base: { count: 18, told: '名录库里标有“粮食”的检查对象 18 户' },
  }
}
