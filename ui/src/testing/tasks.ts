// Tasks of inspection for tests, that answer as the program does; their pools stand beside.
import type { FieldView } from '@/ipc/generated/FieldView'
import type { StratumForm } from '@/ipc/generated/StratumForm'
import type { TaskChoices } from '@/ipc/generated/TaskChoices'
import type { TaskItemView } from '@/ipc/generated/TaskItemView'
import type { TaskLine } from '@/ipc/generated/TaskLine'
import type { TaskSave } from '@/ipc/generated/TaskSave'
import type { TaskView } from '@/ipc/generated/TaskView'
import type { Answers } from '@/ipc/fake'
import { crewsView, explained, fairnessView, mergedView, poolRowsOf, poolView } from './pools'
import { field, told } from './targets'

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

export function taskLine(id: number, change: Partial<TaskLine> = {}): TaskLine {
  return {
    id,
    number: `RW-${String(id).padStart(4, '0')}`,
    task_no: '',
    title: `2026 年第 ${id} 次粮食流通随机抽查`,
    state: told('draft', '草拟'),
    kind: told('non_directed', '不定向抽查'),
    period: '2026-12-01 至 2026-12-20',
    items: ['SX-000001', 'SX-000002'],
    plan: '2026 年度抽查计划第 3 行',
    unit: '执法一股',
    ...change,
  }
}

/** One with its number. */
export const approvedLine = (id: number): TaskLine =>
  taskLine(id, { task_no: `徐气抽查〔2026〕${id}号`, state: told('approved', '已批准') })

const VALUES: TaskSave['values'] = {
  title: '2026 年第 1 次粮食流通随机抽查',
  kind: 'non_directed',
  basis: '',
  superior: '',
  from: '2026-12-01',
  to: '2026-12-20',
  unit: '执法一股',
  person: '李娜',
  modes: 'onsite',
}

export function taskFields(values: TaskSave['values'] = {}): FieldView[] {
  const one = (name: string, label: string, change: Partial<FieldView> = {}) =>
    field({ field: name, label, group: '任务', value: values[name] ?? '', ...change })
  return [
    one('title', '任务名称', { required: true }),
    one('kind', '任务类型', {
      required: true,
      choices: [told('directed', '定向抽查'), told('non_directed', '不定向抽查')],
    }),
    one('basis', '任务来源和依据'),
    one('superior', '上级部署的文号'),
    one('from', '检查开始日期', { required: true, date: true, group: '检查' }),
    one('to', '检查结束日期', { required: true, date: true, group: '检查' }),
    one('unit', '承办机构', { group: '检查' }),
    one('person', '责任人', { group: '检查' }),
    one('modes', '检查方式', {
      group: '检查',
      choices: [told('onsite', '实地核查'), told('documents', '书面检查')],
    }),
  ]
}

export function stratum(change: Partial<StratumForm> = {}): StratumForm {
  return {
    label: '甲类',
    meaning: '信用不良',
    clauses: [{ field: 'credit', any_of: ['poor'], not: false }],
    quota: 'rate',
    share: '20%',
    min: '',
    max: '',
    count: '',
    reserve: '',
    items: [],
    ...change,
  }
}

export const restStratum = (change: Partial<StratumForm> = {}): StratumForm =>
  stratum({ label: '乙类', meaning: '其余', clauses: [], share: '3%', ...change })

export function taskForm(change: Partial<TaskSave> = {}): TaskSave {
  return {
    id: 1,
    version: 4,
    values: VALUES,
    plan: 7,
    line: 3,
    items: [1, 2],
    scope: [{ field: 'township', any_of: ['安肃镇'], not: true }],
    strata: [stratum(), restStratum()],
    crew: { later: false, joint: false, lead: '', partners: [], size: '2', cap: '', left_out: [] },
    reason: '',
    ...change,
  }
}

export function taskView(id: number, change: Partial<TaskView> = {}): TaskView {
  const form = change.form ?? taskForm({ id })
  return {
    line: taskLine(id),
    version: 4,
    fields: taskFields(form.values),
    form,
    scope: ['乡镇街道不是安肃镇'],
    strata: ['A 甲类（信用不良）：信用类别是不良；20%，四舍五入，至少 1 户'],
    crew: ['每户至少 2 人'],
    obstacles: [],
    rules: '徐水区细则（2026）',
    approval: '',
    ceremony: '检查对象和检查组在同一次抽取里抽定',
    left_out: [],
    loans: [],
    joint: [],
    requests: [],
    next: ['change', 'approve', 'cancel', 'announce'],
    exclusions: [],
    notices: [],
    outside: [],
    story: [
      {
        at: '2026-11-20T10:05:00+08:00',
        by: '李娜',
        sentence: '写下抽查任务，理由：第四季度计划',
        changes: [],
        seq: 71,
      },
    ],
    ...change,
  }
}

export function taskItem(id: number, change: Partial<TaskItemView> = {}): TaskItemView {
  return {
    id,
    number: `SX-${String(id).padStart(6, '0')}`,
    name: `${pick(['粮食收购企业检查', '粮食库存检查', '防雷装置检测单位检查'], id - 1)}`,
    ratio: '3%–5%',
    tags: ['粮食流通'],
    merge_group: '',
    bounded: 0,
    why_not: [],
    ...change,
  }
}

export function taskChoices(change: Partial<TaskChoices> = {}): TaskChoices {
  return {
    fields: taskFields(),
    clauses: [
      {
        field: 'credit',
        label: '信用类别',
        choices: [told('good', '良好'), told('fair', '一般'), told('poor', '不良'), told('', '未填')],
        free: false,
      },
      {
        field: 'township',
        label: '乡镇街道',
        choices: ['安肃镇', '遂城镇', '漕河镇'].map((name) => told(name, name)),
        free: false,
      },
      { field: 'industry', label: '行业', choices: [told('粮食加工', '粮食加工')], free: true },
    ],
    patterns: [
      {
        name: 'credit',
        label: '三类信用',
        about: '信用不良的抽得多，良好的抽得少。',
        strata: [
          stratum(),
          stratum({ label: '乙类', meaning: '信用一般', share: '5%' }),
          restStratum({ label: '丙类' }),
        ],
      },
      {
        name: 'whole',
        label: '全库',
        about: '不分层，全部候选一起抽。',
        strata: [restStratum({ label: '甲类', meaning: '全部候选', share: '5%' })],
      },
    ],
    bounded: [],
    items: [
      taskItem(1),
      taskItem(2),
      taskItem(3, { tags: ['气象防雷'], why_not: [told('no_basis', '没有法律依据')] }),
    ],
    edition: '2026年第2版',
    departments: [told('执法大队', '执法大队'), told('监管科', '监管科')],
    units: [told('区发展和改革局', '区发展和改革局'), told('区气象局', '区气象局')],
    by: [told('department', '内设机构（科室）'), told('unit', '单位')],
    roles: [told('lead', '主办'), told('assist', '协办'), told('joint', '联合')],
    skills: [told('粮食', '粮食')],
    asked_by: [
      told('party', '当事人申请'),
      told('inspector', '检查人员本人申请'),
      told('office', '单位提出'),
    ],
    rules: [told('1', '徐水区细则（2026）'), told('2', '国家一般')],
    lines: [
      {
        plan: 7,
        line: 3,
        label: '2026 年度抽查计划第 3 行：粮食流通',
        values: { title: '粮食流通随机抽查', kind: 'directed', from: '2026-12-01', to: '2026-12-31' },
        items: [2],
        lead: '区发展和改革局',
        partners: ['区气象局'],
        amount: '抽查比例 10%，抽查数量 24 户',
        pattern: {
          name: 'plan',
          label: '照计划',
          about: '不分层，照计划这一行抽：抽查比例 10%，抽查数量 24 户。',
          strata: [restStratum({ label: '甲类', meaning: '全部候选', share: '10%' })],
        },
      },
    ],
    ...change,
  }
}

/** The answers of an office with these tasks. */
export function taskAnswers(lines: TaskLine[] = [], change: Partial<TaskView> = {}): Answers {
  return {
    tasks_view: { lines },
    task_choices: taskChoices(),
    task_open: ({ id }) =>
      taskView(id, { line: lines.find((line) => line.id === id) ?? taskLine(id), ...change }),
    task_check: { problems: [] },
    task_pool: poolView(),
    task_pool_rows: poolRowsOf(30),
    task_explain: explained(),
    task_merged: mergedView(),
    task_crews: crewsView(),
    task_fairness: fairnessView(),
  }
}
