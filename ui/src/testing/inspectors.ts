// A registry of inspectors for tests, as long as a test wants it, that answers as the program does.
import type { CertificateView } from '@/ipc/generated/CertificateView'
import type { ConflictView } from '@/ipc/generated/ConflictView'
import type { FieldView } from '@/ipc/generated/FieldView'
import type { InspectorLine } from '@/ipc/generated/InspectorLine'
import type { InspectorsChoices } from '@/ipc/generated/InspectorsChoices'
import type { InspectorsRequest } from '@/ipc/generated/InspectorsRequest'
import type { InspectorsView } from '@/ipc/generated/InspectorsView'
import type { InspectorView } from '@/ipc/generated/InspectorView'
import type { Told } from '@/ipc/generated/Told'
import type { Answers } from '@/ipc/fake'
import { field, fieldChange, told } from './targets'

const NAMES = ['李娜', '王建国', '臧秀英', '赵䶮', '孙玉兰', '欧阳㛃𠅤𬱖喆', '刘志强', '王建国']
const DEPARTMENTS = ['执法大队', '政策法规科', '监管科']
const SKILLS = ['粮食检验', '防雷检测、安全生产', '', '食品安全']
export const EXPIRED = told('expired', '执法证过期')
export const NOT_LISTED = told('not_listed', '不在名录')
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

export function certificate(change: Partial<CertificateView> = {}): CertificateView {
  return {
    number: '冀F1106001',
    issuer: '河北省人民政府',
    validTo: '2028-06-30',
    state: told('valid', '有效'),
    ...change,
  }
}

/** Every sixth is expired, every seventh expires soon. */
export function inspectorLine(id: number, change: Partial<InspectorLine> = {}): InspectorLine {
  const [expired, soon] = [id % 6 === 0, id % 7 === 3]
  const state = expired
    ? told('expired', '已过期')
    : soon
      ? told('expiring', '即将到期')
      : told('valid', '有效')
  const name = pick(NAMES, id - 1)
  return {
    id,
    number: `RY-${String(id).padStart(6, '0')}`,
    name,
    rare: /[䶮㛃]/u.test(name),
    sameName: name === '王建国',
    certificates: [
      certificate({
        number: `冀F${1_106_000 + id}`,
        validTo: expired ? '2026-10-31' : soon ? '2026-12-31' : '2028-06-30',
        state,
      }),
      ...(id % 4 === 0 ? [certificate({ number: `国市监 ${130_600 + id}`, issuer: '市场监管总局' })] : []),
    ],
    unit: '徐水区发展和改革局',
    department: pick(DEPARTMENTS, id),
    duty: '科员',
    skills: pick(SKILLS, id),
    scope: '粮食流通',
    expert: id === 2,
    status: told('active', '有效'),
    membership: told('in', '在册'),
    doubts: [],
    barred: expired ? [EXPIRED] : [],
    expiresOn: soon ? '2026-12-31' : '',
    expiresIn: soon ? 39 : null,
    conflicts: id === 1 ? 1 : 0,
    ...change,
  }
}

/** A registry of `total` people; `change` makes some of them special. */
export function inspectorsOf(
  total: number,
  change: (id: number) => Partial<InspectorLine> = () => ({}),
): (request: InspectorsRequest) => InspectorsView {
  return ({ filter, on }) => {
    const all = Array.from({ length: total }, (_, at) => inspectorLine(at + 1, change(at + 1)))
    const certificates = filter.values.certificate
    const lines = all
      .filter(({ name }) => name.includes(filter.text))
      .filter(
        (line) => !certificates || line.certificates.some(({ state }) => certificates.includes(state.value)),
      )
    const asked = filter.text !== '' || Object.keys(filter.values).length > 0
    return {
      lines,
      total,
      may_be_drawn: lines.filter(({ barred }) => barred.length === 0).length,
      expiring: all.filter(({ expiresIn }) => expiresIn !== null).length,
      barred: all.filter(({ barred }) => barred.length > 0).length,
      on: on ?? '2026-11-22',
      on_told: on === null ? '2026年11月22日' : '2026年12月5日',
      rotation: { months: 12, told: '同一个人与同一个对象、同样两个人搭档，隔 12 个月才再碰到一起' },
      seq: 12,
      heading: asked ? '执法证：即将到期' : '全部执法人员',
    }
  }
}

/** Some fields of an inspector; empty ones for a new one. */
export function inspectorFields(line: InspectorLine | null = null): FieldView[] {
  const first = line?.certificates[0]
  return [
    field({ field: 'name', label: '姓名', group: '人员', value: line?.name ?? '', required: true }),
    field({ field: 'work_no', label: '单位工号', group: '人员' }),
    field({ field: 'phone', label: '手机号', group: '人员', value: line ? '13900000001' : '' }),
    field({ field: 'unit', label: '工作单位', group: '单位与岗位', value: line?.unit ?? '' }),
    field({ field: 'department', label: '科室', group: '单位与岗位', value: line?.department ?? '' }),
    field({ field: 'skills', label: '专长', group: '单位与岗位', value: line?.skills ?? '' }),
    field({ field: 'cert_no', label: '执法证号', group: '第一张执法证', value: first?.number ?? '' }),
    field({
      field: 'cert_valid_to',
      label: '有效期至',
      group: '第一张执法证',
      value: first?.validTo ?? '',
      date: true,
    }),
    field({
      field: 'status',
      label: '人员状态',
      group: '状态',
      value: line?.status.value ?? '',
      shown: line?.status.label ?? '',
      choices: [told('active', '有效'), told('stopped', '停用')],
    }),
    field({ field: 'remark', label: '备注', group: '状态' }),
  ]
}

export function conflict(id: number, change: Partial<ConflictView> = {}): ConflictView {
  return {
    id,
    inspector: 1,
    inspectorName: '李娜',
    target: 17,
    targetNumber: 'DX-000017',
    targetName: '安肃臧记饲料有限公司',
    relation: told('kinship', '亲属'),
    detail: '配偶为该公司股东',
    toldBy: '本人申报',
    since: '2026-03-01',
    until: '',
    inForce: true,
    withdrawn: false,
    ...change,
  }
}

export const RELATIONS: Told[] = [
  told('kinship', '亲属'),
  told('shareholding', '持股'),
  told('former_post', '曾任职'),
  told('same_case', '同案'),
  told('other', '其他'),
]

export function inspectorView(id: number, change: Partial<InspectorView> = {}): InspectorView {
  const line = change.line ?? inspectorLine(id)
  return {
    line,
    version: 4,
    fields: inspectorFields(line),
    conflicts: [conflict(1), conflict(2, { inForce: false, withdrawn: true })],
    story: [
      {
        at: '2026-11-20T10:05:00+08:00',
        by: '李娜',
        sentence: '修改执法人员，理由：换证',
        changes: [
          fieldChange({
            field: 'cert_valid_to',
            label: '有效期至',
            before: '2026-06-30',
            after: '2028-06-30',
          }),
        ],
        seq: 31,
      },
    ],
    ...change,
  }
}

/** What the chips and forms may choose among. */
export function inspectorsChoices(): InspectorsChoices {
  const counted = (list: Told[]) => list.map((one, at) => ({ ...one, count: 3 + at }))
  const plain = (list: string[]) => counted(list.map((one) => told(one, one)))
  return {
    facets: [
      { facet: 'unit', label: '单位', choices: plain(['徐水区发展和改革局']) },
      { facet: 'department', label: '科室', choices: plain(DEPARTMENTS) },
      { facet: 'skills', label: '专长', choices: plain(['粮食检验', '防雷检测']) },
      { facet: 'status', label: '人员状态', choices: counted([told('active', '有效')]) },
      { facet: 'draw', label: '可否参加抽取', choices: counted([told('yes', '可以'), EXPIRED]) },
      {
        facet: 'certificate',
        label: '执法证',
        choices: counted([told('valid', '有效'), told('expiring', '即将到期'), told('expired', '已过期')]),
      },
      { facet: 'membership', label: '名录状态', choices: counted([told('in', '在册')]) },
      { facet: 'doubts', label: '待核', choices: counted([told('yes', '有待核事项')]) },
    ],
    fields: inspectorFields(),
    relations: RELATIONS,
  }
}

/** The answers of a registry of `total` inspectors. */
export function inspectorAnswers(total: number, change?: (id: number) => Partial<InspectorLine>): Answers {
  return {
    inspectors_view: inspectorsOf(total, change),
    inspectors_choices: inspectorsChoices(),
    inspector_open: ({ id }) => inspectorView(id, { line: inspectorLine(id, change?.(id)) }),
    inspector_check: { problems: [] },
    conflicts_view: { conflicts: [] },
  }
}
