// Rule profiles for tests that answer as the program does: a few switches of each kind stand for all of them.
import type { FieldChange } from '@/ipc/generated/FieldChange'
import type { RulesLine } from '@/ipc/generated/RulesLine'
import type { RulesOpened } from '@/ipc/generated/RulesOpened'
import type { RulesPreset } from '@/ipc/generated/RulesPreset'
import type { RulesSave } from '@/ipc/generated/RulesSave'
import type { RulesSwitch } from '@/ipc/generated/RulesSwitch'
import type { RulesView } from '@/ipc/generated/RulesView'
import type { Answers } from '@/ipc/fake'
import { told } from './targets'

const change = (field: string, label: string, before: string, after: string): FieldChange => ({
  field,
  label,
  before,
  after,
})

const YES_NO = [told('yes', '是'), told('no', '否')]

function rule(name: string, label: string, group: string, more: Partial<RulesSwitch>): RulesSwitch {
  const typed = { choices: [], min: null, max: null, unit: '', zero: '' }
  const explanation = `${label}：见徐水区气象局实施细则二（四）。`
  return { name, label, group, explanation, kind: 'yes_no', default: 'yes', ...typed, ...more }
}

export const SWITCHES: RulesSwitch[] = [
  rule('annual_cap', '一年内最多检查次数', '次数上限', {
    kind: 'number',
    min: 0,
    max: 12,
    unit: '次',
    zero: '不限',
    default: '2',
    explanation:
      '一年内对同一市场主体的抽查原则上不超过 2 次（徐水区气象局实施细则二（四）、大洼区粮食和物资储备局实施细则二（四））；到了上限不再进入候选。',
  }),
  rule('count_superior', '上级部署的检查计入次数', '次数上限', { choices: YES_NO }),
  rule('risk_flags', '可以超过上限的触发标志', '次数上限', {
    kind: 'several',
    choices: [
      told('newly_founded', '新成立'),
      told('many_complaints', '投诉举报多'),
      told('blacklist', '黑名单'),
    ],
    default: 'newly_founded,many_complaints,blacklist',
  }),
  rule('rounding', '抽取数量的取整', '抽取', {
    kind: 'one',
    choices: [told('half_up', '四舍五入'), told('up', '进一'), told('down', '舍去')],
    default: 'half_up',
  }),
  rule('share_warning', '抽取占比超过时提醒', '抽取', {
    kind: 'share',
    min: 0,
    max: 100,
    unit: '%',
    zero: '不提醒',
    default: '20%',
  }),
  rule('minimum_crew', '每户至少几名执法人员', '派人', {
    kind: 'number',
    min: 2,
    max: 9,
    unit: '名',
    default: '2',
  }),
  rule('publication_start', '公示期限的起算', '公开', {
    kind: 'one',
    choices: [
      told('draw_day', '抽查之日（抽取当天）'),
      told('round_end', '整批抽查结束之日'),
      told('inspection_or_decision', '每户检查结束之日，有问题的为处理决定之日'),
    ],
    default: 'inspection_or_decision',
  }),
]

export const GENERAL = Object.fromEntries(SWITCHES.map((one) => [one.name, one.default]))

const PARTS = [
  told('procedure', '抽查程序'),
  told('means', '检查手段'),
  told('content', '检查内容'),
  told('penalty_standard', '处罚标准'),
  told('penalty_procedure', '处罚程序'),
  told('publication', '抽查结果公开程序'),
]

const OFFICES = [
  ['general', '通用配置', '', '没有自己的规定时使用：各地文件里较严的写法。'],
  [
    'xushui',
    '徐水区气象局',
    '《双随机抽查机制加强事中事后监管的实施细则（试行）》',
    '二（四）：重点领域加大力度。',
  ],
  [
    'dawa',
    '大洼区粮食和物资储备局',
    '《“双随机”抽查机制规范事中事后监管实施细则》',
    '二（四）：上级部署的检查从其规定。',
  ],
  ['xiping', '西平县科工局', '西科工〔2020〕60号', '二（三）1：列入黑名单的提高比例和频次。'],
  ['shancheng', '山城区', '山政办〔2016〕26号', '四（三）1：有问题的自处理决定之日起公示。'],
  [
    'huantai',
    '桓台县',
    '《桓台县深入推进“双随机一公开”监管工作实施意见》',
    '第 5 条：社会关注度高的提高频次。',
  ],
] as const

export const PRESETS: RulesPreset[] = OFFICES.map(([preset, label, source, said]) => ({
  preset,
  label,
  source,
  said,
  values: preset === 'dawa' ? { ...GENERAL, count_superior: 'no', publication_start: 'draw_day' } : GENERAL,
  differences:
    preset === 'dawa'
      ? [
          change('count_superior', '上级部署的检查计入次数', '是', '否'),
          change(
            'publication_start',
            '公示期限的起算',
            '每户检查结束之日，有问题的为处理决定之日',
            '抽查之日（抽取当天）',
          ),
        ]
      : [],
}))

export function rulesLine(id: number, change: Partial<RulesLine> = {}): RulesLine {
  return {
    id,
    version: id === 0 ? 0 : 2,
    number: `XZ-${String(id).padStart(2, '0')}`,
    name: id === 0 ? '通用配置' : id === 1 ? '本局抽查细则' : `第 ${id} 份`,
    inForce: id === 1,
    mayChange: id !== 0,
    basis: id === 0 ? '' : '区局〔2026〕1号',
    differs: id === 1 ? 2 : 0,
    attachments: id === 1 ? 1 : 0,
    ...change,
  }
}

export const DIGEST = 'ab'.repeat(32)

/** The first departs from the general one and has a file. */
export function rulesOpened(id: number, more: Partial<RulesOpened> = {}): RulesOpened {
  const own: Record<string, string> = id === 1 ? { count_superior: 'no', annual_cap: '1' } : {}
  const values: Record<string, string> = { ...GENERAL, ...own }
  return {
    line: rulesLine(id),
    values: SWITCHES.map(({ name, label }) => {
      const value = values[name] ?? ''
      return { name, label, value, told: value, differs: value !== GENERAL[name] }
    }),
    texts: PARTS.map(({ value: name, label }) => ({
      name,
      label,
      text: id === 1 && name === 'means' ? '实地检查、书面检查' : '',
    })),
    attachments:
      id === 1
        ? [
            {
              kind: told('rules_text', '细则全文'),
              title: '本局抽查细则（试行）',
              file: '本局抽查细则（试行）.docx',
              digest: DIGEST,
              size: 48_213,
              there: true,
            },
          ]
        : [],
    differences: id === 1 ? [change('annual_cap', '一年内最多检查次数', '2 次', '1 次')] : [],
    story:
      id === 0
        ? []
        : [
            {
              at: '2026-11-20T09:41:00+08:00',
              by: '关敏',
              sentence: '保存细则配置 XZ-01 本局抽查细则，依据：区局〔2026〕1号，原因：建立细则',
              changes: [],
              seq: 12,
            },
          ],
    ...more,
  }
}

/** So many profiles, the first of them in force. */
export function rulesView(total: number): RulesView {
  const force = total > 0 ? rulesLine(1) : rulesLine(0)
  const { id, version, number, name } = force
  return {
    profiles: Array.from({ length: total }, (_, at) => rulesLine(at + 1)),
    builtIn: rulesLine(0, { inForce: total === 0 }),
    inForce: {
      id,
      version,
      number,
      name,
      builtIn: total === 0,
      sentence:
        total === 0 ? '没有现行配置，抽查按程序自带的通用配置办' : `现行 ${number} ${name}，第 ${version} 版`,
      told: [{ label: '一年内最多检查次数', value: '2 次' }],
    },
    presets: PRESETS,
    switches: SWITCHES,
    texts: PARTS,
    kinds: [told('rules_text', '细则全文'), told('discretion', '自由裁量基准')],
  }
}

/** What the program answers where there are so many. */
export function rulesAnswers(total: number): Answers {
  return {
    rules_view: rulesView(total),
    rules_open: ({ id }) => rulesOpened(id),
    rules_check: { problems: [] },
    rules_save: ({ id, name }: RulesSave) =>
      rulesOpened(id ?? 1, { line: rulesLine(id ?? 1, { version: 3, ...(name !== null && { name }) }) }),
    rules_attach: ({ id }) => rulesOpened(id),
    rules_detach: ({ id }) => rulesOpened(id, { attachments: [] }),
    rules_attachment_save: { path: 'E:\\细则.docx', digest: DIGEST },
  }
}
