// A list of inspection items for tests, with editions, that answers as the program does.
import type { CatalogDiff } from '@/ipc/generated/CatalogDiff'
import type { EditionLine } from '@/ipc/generated/EditionLine'
import type { EditionView } from '@/ipc/generated/EditionView'
import type { FieldView } from '@/ipc/generated/FieldView'
import type { ItemLine } from '@/ipc/generated/ItemLine'
import type { ItemsChoices } from '@/ipc/generated/ItemsChoices'
import type { ItemsRequest } from '@/ipc/generated/ItemsRequest'
import type { ItemsView } from '@/ipc/generated/ItemsView'
import type { ItemView } from '@/ipc/generated/ItemView'
import type { LegalBasis } from '@/ipc/generated/LegalBasis'
import type { Told } from '@/ipc/generated/Told'
import type { Answers } from '@/ipc/fake'
import { field, fieldChange, told } from './targets'

const NAMES = [
  ['粮食收购企业检查', '粮食收购资格、质量检验和付款情况'],
  ['粮食库存检查', '中央和地方储备粮'],
  ['防雷装置检测单位检查', ''],
  ['煤炭经营主体检查', '散煤销售网点、洁净型煤'],
  ['二手车经营主体备案和交易市场经营行为检查', '经营主体备案、交易合同、违规出具发票等行为的检查'],
  ['食品生产环节监督检查䶮㛃𠅤𬱖喆', ''],
] as const
const CATEGORIES = ['粮食流通', '粮食流通', '气象防雷', '煤炭经营', '汽车流通', '食品安全']
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T
const EXAMPLE = told('example_unconfirmed', '示例，还没有对照法律确认')

/** Every fourth is an example, every fifth has no basis, every sixth says a ratio that nobody understands. */
export function itemLine(id: number, change: Partial<ItemLine> = {}): ItemLine {
  const [name, subItem] = pick(NAMES, id - 1)
  const [example, bare, odd] = [id % 4 === 0, id % 5 === 0, id % 6 === 0]
  return {
    id,
    number: `SX-${String(id).padStart(6, '0')}`,
    code: String(id),
    category: pick(CATEGORIES, id - 1),
    name,
    subItem,
    itemClass: id % 3 === 0 ? told('key', '重点检查事项') : told('general', '一般检查事项'),
    targetScope: '辖区内取得粮食收购资格的企业',
    tags: '粮食流通',
    modes: '实地核查、书面检查',
    ratio: odd ? '根据实际情况确定' : '3%–5%，最多不超过 30 户',
    ratioRead: odd ? '' : '3%–5%，不超过30户',
    frequency: '每年不少于 1 次',
    frequencyRead: '每年 1次',
    bases: bare ? 0 : 2,
    checkPoints: id % 3 === 0 ? 0 : 8,
    unit: '执法一股',
    person: '李娜',
    skill: '',
    mergeGroup: id === 1 ? '粮食合并检查' : '',
    example,
    membership: told('in', '在清单'),
    unusable: [...(bare ? [told('no_basis', '没有法律依据')] : []), ...(example ? [EXAMPLE] : [])],
    remarks: [
      ...(odd ? [told('ratio_unread', '抽查比例没有全部读懂')] : []),
      ...(id % 3 === 0 ? [told('no_check_point', '没有检查要点')] : []),
      ...(id === 2 ? [told('lapses_soon', '有依据 60 天内失效')] : []),
    ],
    differs: id === 3 ? told('changed', '修改') : id === 7 ? told('added', '新增') : null,
    ...change,
  }
}

export function edition(id: number, change: Partial<EditionLine> = {}): EditionLine {
  return {
    id,
    number: `2026年第${id}版`,
    title: '2026 年随机抽查事项清单',
    state: told('ratified', '已审定'),
    items: 12,
    submittedOn: '2026-02-10',
    submittedTo: '徐水区司法局',
    returnedOn: '',
    returnedFor: '',
    ratifiedBy: '徐水区司法局',
    ratifiedOn: '2026-02-20',
    ratifiedNo: '徐司审〔2026〕3 号',
    effectiveOn: '2026-03-01',
    publishedOn: '',
    channels: '',
    inForce: true,
    reason: '《粮食流通管理条例》修订，新增政策性粮食检查一项',
    ...change,
  }
}

/** One that was submitted and nothing more. */
export function submittedEdition(id: number, change: Partial<EditionLine> = {}): EditionLine {
  const blank = { ratifiedBy: '', ratifiedOn: '', ratifiedNo: '', effectiveOn: '' }
  return edition(id, { state: told('submitted', '送审中'), inForce: false, ...blank, ...change })
}

const counted = (list: Told[]) => list.map((one, at) => ({ ...one, count: 2 + at }))

/** A list of `total` items with these editions. */
export function itemsOf(
  total: number,
  editions: EditionLine[] = [],
  change: (id: number) => Partial<ItemLine> = () => ({}),
): (request: ItemsRequest) => ItemsView {
  return ({ filter, edition: asked }) => {
    const all = Array.from({ length: total }, (_, at) => itemLine(at + 1, change(at + 1)))
    const lines = all.filter(({ name }) => name.includes(filter.text))
    const examples = all.filter(({ example }) => example).length
    return {
      lines: asked === null ? lines : lines.map((line) => ({ ...line, differs: null })),
      total,
      usable: all.filter(({ unusable }) => unusable.length === 0).length,
      unmapped: total > 0 ? 2 : 0,
      facets: [
        { facet: 'category', label: '类别', choices: counted([told('粮食流通', '粮食流通')]) },
        { facet: 'item_class', label: '事项类别', choices: counted([told('general', '一般检查事项')]) },
        { facet: 'unit', label: '责任科室', choices: counted([told('执法一股', '执法一股')]) },
        { facet: 'merge_group', label: '合并检查组', choices: counted([told('粮食', '粮食')]) },
        {
          facet: 'usable',
          label: '可否使用',
          choices: counted([told('yes', '可以'), told('no_basis', '没有法律依据')]),
        },
        { facet: 'membership', label: '清单状态', choices: counted([told('in', '在清单')]) },
        {
          facet: 'example',
          label: '示例',
          choices: [{ value: 'yes', label: '是', count: examples }],
        },
      ],
      editions,
      in_force: editions.find(({ inForce }) => inForce)?.id ?? null,
      pending: { added: 1, changed: 1, removed: 0, same: Math.max(0, total - 2) },
      seq: 12,
      heading: asked === null ? '工作清单' : '2026年第1版',
    }
  }
}

export function basis(change: Partial<LegalBasis> = {}): LegalBasis {
  return {
    law: '粮食流通管理条例',
    article: '第三十八条',
    text: '粮食和储备行政管理部门依照本条例对粮食经营者从事粮食收购、储存、运输活动和政策性粮食的购销活动进行监督检查。',
    validFrom: '2021-04-15',
    validTo: '',
    state: told('in_force', '有效'),
    ...change,
  }
}

/** Some fields of an item; empty ones for a new one. */
export function itemFields(line: ItemLine | null = null): FieldView[] {
  const [main, duty, how, much] = ['事项与对象', '主体与责任', '检查办法', '比例与频次']
  return [
    field({ field: 'category', label: '抽查类别', group: main, value: line?.category ?? '' }),
    field({ field: 'name', label: '抽查事项', group: main, value: line?.name ?? '', required: true }),
    field({ field: 'sub_item', label: '抽查子项', group: main, value: line?.subItem ?? '' }),
    field({
      field: 'item_class',
      label: '事项类别',
      group: main,
      value: line?.itemClass.value ?? '',
      shown: line?.itemClass.label ?? '',
      choices: [told('general', '一般检查事项'), told('key', '重点检查事项')],
    }),
    field({
      field: 'content',
      label: '抽查内容',
      group: main,
      value: line ? '粮食收购资格\n质量检验\n付款情况' : '',
    }),
    field({ field: 'duty_code', label: '权责清单编码', group: duty }),
    field({ field: 'unit', label: '责任科室', group: duty, value: line?.unit ?? '' }),
    field({ field: 'person', label: '责任人', group: duty, value: line?.person ?? '' }),
    field({
      field: 'modes',
      label: '检查方式',
      group: how,
      value: line?.modes ?? '',
      choices: ['实地核查', '书面检查', '网络监测'].map((mode) => told(mode, mode)),
    }),
    field({ field: 'ratio', label: '抽查比例', group: much, value: line?.ratio ?? '' }),
    field({ field: 'frequency', label: '抽查频次', group: much, value: line?.frequency ?? '' }),
    field({
      field: 'ratio_authority',
      label: '比例由谁定',
      group: much,
      value: line ? 'superior' : '',
      shown: line ? '上级定' : '',
      choices: [told('own', '本单位自定'), told('superior', '上级定')],
    }),
  ]
}

export function itemView(id: number, change: Partial<ItemView> = {}): ItemView {
  const line = change.line ?? itemLine(id)
  return {
    line,
    version: 4,
    fields: itemFields(line),
    bases: [
      basis(),
      basis({
        law: '粮食质量安全监管办法',
        article: '第五条',
        text: '',
        validFrom: '2016-10-01',
        validTo: '2023-10-01',
        state: told('lapsed', '已失效'),
      }),
    ],
    check_points: [
      {
        content: '收购资格',
        method: '查看备案回执，与系统里的登记核对',
        materials: '备案回执、营业执照',
      },
      { content: '质量检验', method: '抽取 3 份检验单', materials: '检验单' },
    ],
    bounds: { authority: told('superior', '上级定'), min: 300, max: 500, told: '上级定在 3% 到 5% 之间' },
    story: [
      {
        at: '2026-11-20T10:05:00+08:00',
        by: '李娜',
        sentence: '修改抽查事项，原因：条例修订',
        changes: [fieldChange({ field: 'ratio', label: '抽查比例', before: '3%', after: '3%–5%' })],
        seq: 41,
      },
    ],
    ...change,
  }
}

export function itemsChoices(): ItemsChoices {
  const grain = (key: string, name: string, there = false) => ({
    key,
    name,
    basis: '《粮食流通管理条例》第三十八条',
    there,
  })
  return {
    fields: itemFields(),
    authorities: [told('own', '本单位自定'), told('superior', '上级定')],
    starters: [
      {
        trade: 'grain',
        label: '粮食流通',
        items: [
          grain('grain.purchase', '粮食收购企业检查', true),
          grain('grain.stock', '粮食库存检查'),
          grain('grain.policy', '政策性粮食购销活动检查'),
        ],
      },
      {
        trade: 'lightning',
        label: '气象防雷',
        items: [
          {
            key: 'lightning.detect',
            name: '防雷装置检测单位检查',
            basis: '《防雷减灾管理办法》第二十条',
            there: false,
          },
        ],
      },
    ],
  }
}

export function editionView(line: EditionLine): EditionView {
  return {
    line,
    version: 2,
    story: [
      {
        at: '2026-02-10T09:00:00+08:00',
        by: '李娜',
        sentence: `送审 ${line.number}`,
        changes: [],
        seq: 51,
      },
    ],
  }
}

export function catalogDiff(change: Partial<CatalogDiff> = {}): CatalogDiff {
  return {
    before: '2026年第1版',
    after: '工作清单',
    sums: { added: 1, changed: 1, removed: 1, same: 10 },
    items: [
      {
        id: 7,
        number: 'SX-000007',
        name: '政策性粮食购销活动检查',
        kind: told('added', '新增'),
        changes: [
          fieldChange({ field: 'name', label: '抽查事项', before: '', after: '政策性粮食购销活动检查' }),
        ],
      },
      {
        id: 3,
        number: 'SX-000003',
        name: '防雷装置检测单位检查',
        kind: told('changed', '修改'),
        changes: [fieldChange({ field: 'ratio', label: '抽查比例', before: '3%', after: '3%–5%' })],
      },
      { id: 9, number: 'SX-000009', name: '散煤检查', kind: told('removed', '移出'), changes: [] },
    ],
    ...change,
  }
}

/** The answers of a list of `total` items with these editions. */
export function itemAnswers(
  total: number,
  editions: EditionLine[] = [],
  change?: (id: number) => Partial<ItemLine>,
): Answers {
  return {
    items_view: itemsOf(total, editions, change),
    items_choices: itemsChoices(),
    item_open: ({ id }) => itemView(id, { line: itemLine(id, change?.(id)) }),
    item_check: { problems: [] },
    catalog_check: { obstacles: [] },
    catalog_diff: catalogDiff(),
    edition_open: ({ id }) => editionView(editions.find((one) => one.id === id) ?? edition(id)),
  }
}
