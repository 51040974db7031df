// A registry of targets for tests, as long as a test wants it: it answers a part of the list like the program does.
import type { FieldChange } from '@/ipc/generated/FieldChange'
import type { FieldView } from '@/ipc/generated/FieldView'
import type { TargetFlagView } from '@/ipc/generated/TargetFlagView'
import type { TargetLine } from '@/ipc/generated/TargetLine'
import type { TargetsChoices } from '@/ipc/generated/TargetsChoices'
import type { TargetsRequest } from '@/ipc/generated/TargetsRequest'
import type { TargetsView } from '@/ipc/generated/TargetsView'
import type { RiskGradingView } from '@/ipc/generated/RiskGradingView'
import type { TargetView } from '@/ipc/generated/TargetView'
import type { InquiryView } from '@/ipc/generated/InquiryView'
import type { TargetVisitView } from '@/ipc/generated/TargetVisitView'
import type { Told } from '@/ipc/generated/Told'
import type { Answers } from '@/ipc/fake'

export const told = (value: string, label: string): Told => ({ value, label })

/** Sixty signs, five of which many systems lack. */
export const LONG_NAME = `䶮㛃𠅤𬱖喆${'徐水区安肃镇东关社区物业管理服务中心有限责任公司'.repeat(3)}`.slice(
  0,
  63,
)

const NAMES = [
  '安肃臧记饲料有限公司',
  '遂城王记加油站',
  '漕河琚记粮油购销站',
  '城关堃记农药店',
  '大王店䶮记汽车销售有限公司',
  '徐水区防雷检测中心有限责任公司第三分公司',
]
const TOWNSHIPS = ['安肃镇', '遂城镇', '漕河镇', '城关镇', '大王店镇', '高林村镇']
const CREDIT = [told('good', '良好'), told('fair', '一般'), told('poor', '不良')]
const RISK = [told('low', '低'), told('medium', '中'), told('medium_high', '中高'), told('high', '高')]
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

export function targetLine(id: number, change: Partial<TargetLine> = {}): TargetLine {
  const rests = id % 5 === 0
  return {
    id,
    number: `DX-${String(id).padStart(6, '0')}`,
    code: `91130609MA${String(id).padStart(7, '0')}X`,
    codeDoubtful: id % 7 === 3,
    name: pick(NAMES, id - 1),
    rare: pick(NAMES, id - 1).includes('䶮'),
    kind: id % 2 ? told('enterprise', '企业') : told('individual_business', '个体工商户'),
    legalRep: '臧建国',
    credit: pick(CREDIT, id - 1),
    risk: pick(RISK, id),
    township: pick(TOWNSHIPS, id - 1),
    industry: '粮食流通',
    address: '河北省保定市徐水区安肃镇振兴东路 118 号',
    tags: '粮食流通、安全生产',
    supervisor: '执法一股',
    source: '2026 年市场主体名单',
    visitsThisYear: id % 3,
    visitsTwelveMonths: id % 4,
    lastVisit: id % 3 ? '2026-03-05' : '',
    flags: id % 6 === 0 ? [told('many_complaints', '投诉举报多')] : [],
    flagged: [],
    status: rests ? told('suspended', '停业') : told('active', '存续'),
    membership: told('in', '在册'),
    doubts: id % 7 === 3 ? [told('code_invalid', '代码校验不过，待核')] : [],
    barred: rests ? [told('not_active', '不在营')] : [],
    ...change,
  }
}

/** A registry of `total` targets; `change` makes some of them special. */
export function registryOf(
  total: number,
  change: (id: number) => Partial<TargetLine> = () => ({}),
): (request: TargetsRequest) => TargetsView {
  return ({ filter, from, limit }) => {
    const asked = filter.text !== '' || Object.keys(filter.values).length > 0
    const found = asked ? Math.ceil(total / 8) : total
    const length = Math.max(0, Math.min(limit, found - from))
    return {
      lines: Array.from({ length }, (_, at) => targetLine(from + at + 1, change(from + at + 1))),
      found,
      total,
      seq: 12,
      heading: asked ? '信用：不良、一般' : '全部检查对象',
      may_be_drawn: Math.floor(found * 0.8),
    }
  }
}

export function field(change: Partial<FieldView> & { field: string; label: string }): FieldView {
  const value = change.value ?? ''
  return {
    group: '名称与代码',
    value,
    shown: value,
    choices: [],
    date: false,
    required: false,
    bulk: false,
    ...change,
  }
}

/** Some fields of a target; empty ones for a new one. */
export function targetFields(line: TargetLine | null = null): FieldView[] {
  return [
    field({
      field: 'kind',
      label: '对象类型',
      value: line?.kind.value ?? '',
      shown: line?.kind.label ?? '',
      choices: [told('enterprise', '企业'), told('individual_business', '个体工商户')],
    }),
    field({ field: 'name', label: '名称', value: line?.name ?? '', required: true }),
    field({ field: 'former_name', label: '曾用名' }),
    field({ field: 'uscc', label: '统一社会信用代码', value: line?.code ?? '' }),
    field({ field: 'reg_no', label: '注册号' }),
    field({ field: 'legal_rep', label: '法定代表人', group: '人与地址', value: line?.legalRep ?? '' }),
    field({ field: 'phone', label: '联系电话', group: '人与地址', value: line ? '0312-8600000' : '' }),
    field({ field: 'address', label: '住所', group: '人与地址', value: line?.address ?? '' }),
    field({
      field: 'township',
      label: '乡镇街道',
      group: '人与地址',
      value: line?.township ?? '',
      bulk: true,
    }),
    field({
      field: 'industry',
      label: '行业名称',
      group: '登记与监管',
      value: line?.industry ?? '',
      bulk: true,
    }),
    field({
      field: 'founded',
      label: '成立日期',
      group: '登记与监管',
      value: line ? '2016-10-08' : '',
      shown: line ? '2016年10月8日' : '',
      date: true,
    }),
    field({
      field: 'status',
      label: '登记状态',
      group: '登记与监管',
      value: line?.status.value ?? '',
      shown: line?.status.label ?? '',
      choices: [told('active', '存续'), told('suspended', '停业')],
      bulk: true,
    }),
    field({
      field: 'credit',
      label: '信用类别',
      group: '信用与风险',
      value: line?.credit.value ?? '',
      shown: line?.credit.label ?? '',
      choices: CREDIT,
      bulk: true,
    }),
    field({
      field: 'risk',
      label: '风险等级',
      group: '信用与风险',
      value: line?.risk.value ?? '',
      shown: line?.risk.label ?? '',
      choices: RISK,
      bulk: true,
    }),
    field({ field: 'remark', label: '备注', group: '其他' }),
  ]
}

export function flagView(id: number, change: Partial<TargetFlagView> = {}): TargetFlagView {
  return {
    id,
    flag: told('many_complaints', '投诉举报多'),
    since: '2026-03-01',
    until: '',
    evidence: '12345 热线 2026 年第 118 号',
    inForce: true,
    withdrawn: false,
    ...change,
  }
}

export function visitView(id: number, change: Partial<TargetVisitView> = {}): TargetVisitView {
  return {
    id,
    heldOn: '2026-03-05',
    times: 1,
    counted: true,
    taskKind: told('special_campaign', '专项检查'),
    modes: '实地核查',
    items: '粮食库存检查',
    unit: '执法一股',
    inspectors: '李娜、王建国',
    result: '未发现问题',
    remark: '',
    origin: told('entered', '手工补录'),
    withdrawn: false,
    ...change,
  }
}

export function fieldChange(change: Partial<FieldChange> = {}): FieldChange {
  return { field: 'credit', label: '信用类别', before: '良好', after: '一般', ...change }
}

export function grading(change: Partial<RiskGradingView> = {}): RiskGradingView {
  const factors = ['安全生产建设', '事故隐患程度', '内部管理水平', '遵纪守法']
  return {
    gradedOn: '2026-06-01',
    activities: '',
    inherent: told('', ''),
    factors: factors.map((label) => ({ factor: told(label, label), points: 15 })),
    score: 60,
    graded: told('medium_high', '中高'),
    level: told('medium_high', '中高'),
    loweredFor: '',
    reviewOn: '',
    reviewDue: false,
    basis: '2026 年风险排查表',
    ...change,
  }
}

export function inquiry(id: number, change: Partial<InquiryView> = {}): InquiryView {
  return {
    id,
    inquiredOn: '2026-11-18',
    source: '国家企业信用信息公示系统',
    found: '无异常',
    document: '',
    withdrawn: false,
    ...change,
  }
}

export function targetView(id: number, change: Partial<TargetView> = {}): TargetView {
  const line = change.line ?? targetLine(id)
  return {
    line,
    version: 4,
    fields: targetFields(line),
    flags: [flagView(1), flagView(2, { until: '2026-04-01', inForce: false, withdrawn: true })],
    gradings: [grading()],
    inquiries: [inquiry(1)],
    visits: [visitView(1), visitView(2, { heldOn: '2025-11', withdrawn: true })],
    story: [
      {
        at: '2026-11-20T10:05:00+08:00',
        by: '李娜',
        sentence: '修改检查对象，理由：年度信用评定',
        changes: [
          fieldChange(),
          fieldChange({ field: 'phone', label: '联系电话', before: '', after: '0312-8600000' }),
        ],
        seq: 31,
      },
      { at: '2026-11-02T09:00:00+08:00', by: '李娜', sentence: '从名单导入', changes: [], seq: 12 },
    ],
    ...change,
  }
}

/** What the chips and forms may choose among. */
export function targetsChoices(townships = TOWNSHIPS): TargetsChoices {
  const counted = (list: Told[]) => list.map((one, at) => ({ ...one, count: 100 + at }))
  const plain = (list: string[]) => counted(list.map((one) => told(one, one)))
  return {
    facets: [
      { facet: 'kind', label: '类型', choices: counted([told('enterprise', '企业')]) },
      { facet: 'credit', label: '信用', choices: counted([...CREDIT, told('', '未填')]) },
      { facet: 'risk', label: '风险', choices: counted(RISK) },
      { facet: 'township', label: '乡镇', choices: plain(townships) },
      { facet: 'industry', label: '行业', choices: plain(['粮食流通']) },
      { facet: 'flag', label: '触发标志', choices: counted([told('many_complaints', '投诉举报多')]) },
      { facet: 'visits', label: '本年已查', choices: counted([told('0', '未查'), told('1', '1 次')]) },
      {
        facet: 'draw',
        label: '可否参加抽取',
        choices: counted([told('may', '可以'), told('not_active', '不在营')]),
      },
      { facet: 'status', label: '登记状态', choices: counted([told('active', '存续')]) },
      { facet: 'membership', label: '名录状态', choices: counted([told('in', '在册')]) },
      { facet: 'doubts', label: '待核', choices: counted([told('yes', '有待核事项')]) },
    ],
    fields: targetFields(),
    flags: [told('many_complaints', '投诉举报多'), told('blacklist', '黑名单')],
    taskKinds: [told('double_random', '双随机抽查'), told('special_campaign', '专项检查')],
  }
}

/** The answers of a registry of `total` targets. */
export function registryAnswers(total: number, change?: (id: number) => Partial<TargetLine>): Answers {
  return {
    targets_view: registryOf(total, change),
    targets_choices: targetsChoices(),
    target_open: ({ id }) => targetView(id, { line: targetLine(id, change?.(id)) }),
    target_check: { problems: [] },
  }
}
