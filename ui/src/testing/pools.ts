// Pools for tests, with their crews, their merged visits and their announcements, that answer as the program does.
import type { CrewPerson } from '@/ipc/generated/CrewPerson'
import type { CrewsView } from '@/ipc/generated/CrewsView'
import type { FairnessView } from '@/ipc/generated/FairnessView'
import type { HandExclusionView } from '@/ipc/generated/HandExclusionView'
import type { LoanView } from '@/ipc/generated/LoanView'
import type { NoticeView } from '@/ipc/generated/NoticeView'
import type { PoolRows } from '@/ipc/generated/PoolRows'
import type { PoolRowsRequest } from '@/ipc/generated/PoolRowsRequest'
import type { PoolView } from '@/ipc/generated/PoolView'
import type { RequestView } from '@/ipc/generated/RequestView'
import type { StratumView } from '@/ipc/generated/StratumView'
import type { TargetExplained } from '@/ipc/generated/TargetExplained'
import type { TaskMergedView } from '@/ipc/generated/TaskMergedView'
import { told } from './targets'

const NAMES = [
  '安肃臧记饲料有限公司',
  '遂城王记加油站',
  '徐水区防雷检测中心有限责任公司第三分公司',
  '大王店䶮记汽车销售有限公司',
]
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

export function stratumView(key: string, change: Partial<StratumView> = {}): StratumView {
  return {
    key,
    label: '甲类',
    meaning: '信用不良',
    clauses: ['信用类别是不良'],
    size: 18,
    rule: '20%，四舍五入，至少 1 户',
    quota: 4,
    reserve: 5,
    chance: '22.22%（2/9）',
    items: ['粮食收购企业检查', '粮食库存检查'],
    slots: ['主办 1 人', '协办 1 人'],
    remarks: [],
    ...change,
  }
}

export function poolView(change: Partial<PoolView> = {}): PoolView {
  return {
    day: '2026-12-01',
    rules: '徐水区细则（2026）',
    registry: 1406,
    in_scope: 1200,
    size: 1150,
    quota: 38,
    outside: [
      { value: 'removed', label: '已移出名录', count: 6 },
      { value: 'clause.0', label: '不符合：乡镇街道不是安肃镇', count: 200 },
    ],
    excluded: [
      { value: 'inactive', label: '登记状态不是存续', count: 30 },
      { value: 'cap_reached', label: '本年度检查次数已到上限', count: 20 },
    ],
    exceptions: [{ value: 'risk', label: '风险对象', count: 3 }],
    strata: [
      stratumView('A'),
      stratumView('B', {
        label: '乙类',
        meaning: '其余',
        clauses: ['其余全部'],
        size: 1132,
        quota: 34,
        rule: '3%，四舍五入',
        chance: '3%（17/566）',
        remarks: [told('fewer_stand_by', '想留 40 户递补，候选没有这么多。')],
      }),
    ],
    obstacles: [],
    remarks: [told('visited_this_year', '候选里有 12 户今年已经检查过。')],
    overlapping: [],
    ...change,
  }
}

/** As many rows as that part has; the words find every eighth. */
export function poolRowsOf(total: number): (request: PoolRowsRequest) => PoolRows {
  return ({ of, text, from, limit }) => {
    const count = text === '' ? total : Math.ceil(total / 8)
    const inside = of === '' || /^[A-Z]+$/.test(of)
    const place = inside ? told('A', 'A 甲类') : told('excluded', '排除')
    return {
      rows: Array.from({ length: Math.max(0, Math.min(limit, count - from)) }, (_, at) => ({
        target: from + at + 1,
        id: `91130609MA${String(from + at + 1).padStart(7, '0')}X`,
        name: pick(NAMES, from + at),
        place,
        why: inside ? '信用类别是不良' : '登记状态不是存续',
      })),
      total: count,
    }
  }
}

export function explained(change: Partial<TargetExplained> = {}): TargetExplained {
  return {
    id: '91130609MA0000001X',
    name: '安肃臧记饲料有限公司',
    place: told('A', 'A 甲类'),
    sentences: ['A 甲类：信用类别是不良。', '这一层 18 户抽 4 户，抽中的机会：22.22%（2/9）。'],
    may_exclude: true,
    visits: [
      { held_on: '2026-03-05', told: '不定向抽查，实地核查，粮食收购', counts: told('yes', '计入次数') },
      { held_on: '2026-01-11', told: '上级抽查，实地核查', counts: told('no', '上级部署，按细则配置不计') },
    ],
    ...change,
  }
}

export function exclusion(id: number, change: Partial<HandExclusionView> = {}): HandExclusionView {
  return {
    id,
    target: 5,
    number: 'DX-000005',
    name: '大王店䶮记汽车销售有限公司',
    kind: told('restricted', '依法限制公开'),
    basis: '徐保密〔2026〕2 号',
    decided: '李娜决定，监督员 王建国 当场同意',
    withdrawn: false,
    may_include: true,
    ...change,
  }
}

export function mergedView(change: Partial<TaskMergedView> = {}): TaskMergedView {
  return {
    period: '2026-12-01 至 2026-12-20',
    year: '本自然年',
    merged: [
      {
        target: 5,
        id: '91130609MA0000005X',
        name: '遂城王记加油站',
        draws: [
          {
            number: 'WB-0001',
            told: '外部抽取 WB-0001（市场监管部门随机抽查系统，2026-11-10 抽取）',
            period: '2026-12-01 至 2026-12-31',
            items: ['计量器具检查'],
          },
        ],
        visits: [
          {
            period: '2026-12-01 至 2026-12-20',
            items: ['SX-000001 粮食收购企业检查', '计量器具检查'],
            depts: ['执法一股', '徐水区市场监督管理局'],
            of: ['本任务', 'WB-0001'],
          },
        ],
        apart: ['WB-0002和WB-0001没有共同的检查日期，分开检查；可以商请调整检查时间。'],
      },
    ],
    merged_total: 1,
    second: [
      { target: 6, id: '91130609MA0000006X', name: '安肃臧记饲料有限公司', earlier: ['2026-03-05 检查过'] },
    ],
    second_total: 1,
    lines: ['计划第 4 行“粮食库存检查”的对象和月份相同（粮食经营企业，12月），可以和本任务合并上门。'],
    ...change,
  }
}

export function crewPerson(inspector: number, change: Partial<CrewPerson> = {}): CrewPerson {
  return {
    inspector,
    borrowed: '',
    cert: `冀F${1_106_000 + inspector}`,
    name: pick(['李娜', '王建国', '赵䶮'], inspector - 1),
    dept: '执法大队',
    expected: `${inspector}.4`,
    thousandths: inspector * 1000 + 400,
    recusals: 0,
    ...change,
  }
}

export function crewsView(change: Partial<CrewsView> = {}): CrewsView {
  return {
    verdict: told('thin', '派得齐，但人选太少'),
    sentences: ['人员库可选仅 2 人，随机性不足。'],
    help: ['从其他科室借调有执法证的人员'],
    slots: [{ stratum: 'A 甲类', slots: ['主办 1 人', '协办 1 人'] }],
    demand: [{ wanted: '持证人员', places: 76, people: 2, capacity: '40', short: 36 }],
    gaps: [{ label: '只有两人可选', count: 38, examples: ['遂城王记加油站'] }],
    people: [crewPerson(1), crewPerson(2, { recusals: 3 })],
    left_out: [
      {
        inspector: 6,
        borrowed: '',
        name: '刘志强',
        dept: '监管科',
        reasons: ['执法证已过期', '申请回避'],
      },
    ],
    recusals: [{ inspector: '王建国', target: '遂城王记加油站', reasons: ['近亲属在该单位任职'] }],
    recusals_total: 3,
    ...change,
  }
}

export function loan(id: number, change: Partial<LoanView> = {}): LoanView {
  return {
    id,
    inspector: 0,
    name: '周海',
    certificates: ['冀F1306-0901，有效期至 2028-12-31'],
    dept: '大王店镇人民政府',
    skills: '',
    lent: '借调自大王店镇人民政府，借〔2026〕3号（2026-11-18）',
    period: '2026-12-01 至 2026-12-31',
    withdrawn: false,
    returned: '',
    why_not: [],
    ...change,
  }
}

export function request(id: number, change: Partial<RequestView> = {}): RequestView {
  return {
    id,
    inspector: '李娜',
    target: 5,
    target_number: 'DX-000005',
    target_name: '大王店䶮记汽车销售有限公司',
    asked_by: told('party', '当事人申请'),
    asked_on: '2026-11-18',
    reason: '与负责人是同学',
    state: told('open', '还没有决定'),
    decided: '',
    withdrawn: '',
    ...change,
  }
}

export function fairnessView(change: Partial<FairnessView> = {}): FairnessView {
  return {
    about: '还没有抽取：按现在的名单计算',
    strata: [
      {
        stratum: 'A 甲类',
        size: 18,
        quota: 4,
        drawn: '22.22%（2/9）',
        ten_thousandths: 2222,
        stands_by: '27.78%',
      },
    ],
    people: [crewPerson(1), crewPerson(2)],
    burden: [
      { times: '0 次', before: 1000, after: '965.5', after_thousandths: 965_500 },
      { times: '1 次', before: 150, after: '184.5', after_thousandths: 184_500 },
    ],
    sentences: ['同一层的对象机会完全相同。'],
    ...change,
  }
}

export function notice(id: number, change: Partial<NoticeView> = {}): NoticeView {
  return {
    id,
    number: `RW-0001预公告第 ${id} 号`,
    digest: '9f3c71a05be2d4480c6e1b97a2f05d38',
    announced_on: '2026-11-20',
    draw_on: '2026-11-27',
    counts: ['候选 1150 户', '排除 50 户'],
    channels: '政府门户网站、公示栏',
    reason: '',
    replaces: 0,
    replaces_told: '',
    holds: told('same', '名单没有变'),
    ...change,
  }
}
