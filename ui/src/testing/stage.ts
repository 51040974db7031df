// Pictures of the stage as the program sends them, each of them legal: nothing has fallen twice, and what rolls has not fallen.
import type { DrawRow } from '@/ipc/generated/DrawRow'
import type { SealedStratum } from '@/ipc/generated/SealedStratum'
import type { StageDraw } from '@/ipc/generated/StageDraw'
import type { StagePage } from '@/ipc/generated/StagePage'
import type { StageSeal } from '@/ipc/generated/StageSeal'
import type { StageSeat } from '@/ipc/generated/StageSeat'
import type { StageView } from '@/ipc/generated/StageView'

/** Forty signs, as long as names get. */
export const LONG_NAME =
  '徐水区安肃镇漕河大王店瀑河户木东史端正村留村义联庄遂城高林村镇崔庄联合收购经销有限责任公司'.slice(0, 40)
/** Signs that few fonts have. */
export const RARE_NAME = '大王店䶮记㙍堃𬭎汽车销售有限公司'

const NAMES = [
  '安肃臧记饲料有限公司',
  '遂城王记加油站',
  LONG_NAME,
  RARE_NAME,
  '漕河琚记粮油购销站',
  '城关堃记农药店',
]

export const HEX = '9f3c71a05be208d4a6613e9920cc5f7b18e05d2c7fa94410b3d86e51f2a0c417'

export const groups = (hex: string): string[] => hex.match(/.{4}/g) ?? []

/** Squares as dense as those of 64 digits; what they say matters to nobody here. */
export function squares(side = 37): string[] {
  const corner = (x: number, y: number) =>
    (x < 7 || x >= side - 7) && (y < 7 || y >= side - 7) && !(x >= side - 7 && y >= side - 7)
  const dark = (x: number, y: number) =>
    corner(x, y) ? [0, 6].includes(Math.min(x % (side - 7), 6)) : (x * 7 + y * 13 + x * y) % 3 === 0
  return Array.from({ length: side }, (_, y) =>
    Array.from({ length: side }, (_, x) => (dark(x, y) ? '1' : '0')).join(''),
  )
}

export function sealedStratum(key: string, change: Partial<SealedStratum> = {}): SealedStratum {
  return { key, label: `${key} 类`, size: 103, quota: 21, reserve: 5, chance: '20.39%（21/103）', ...change }
}

export function drawRow(order: number, change: Partial<DrawRow> = {}): DrawRow {
  return {
    order,
    number: `A-${String(1000 + order).slice(1)}`,
    name: NAMES[(order - 1) % NAMES.length] ?? '',
    id: '',
    crew: [],
    ...change,
  }
}

export const CREW = [
  { role: '主办', name: '张伟', cert: 'X', dept: '气象局' },
  { role: '协办', name: '臧凤金', cert: 'Y', dept: '市场监督管理局' },
]

/** So many rows of a draw of `total` have fallen. */
export function stageDraw(place: number, total = 21, change: Partial<StageDraw> = {}): StageDraw {
  const row = (order: number) => drawRow(order)
  return {
    total,
    now: place > 0 ? row(place) : null,
    stratum: place > 0 ? sealedStratum('A', { quota: total, size: total * 5 }) : null,
    order_only: false,
    rolling: place > 0 ? Array.from({ length: 60 }, (_, at) => row(place + at)) : [],
    fallen: Array.from({ length: Math.min(40, place) }, (_, at) => row(place - at)),
    progress: [
      { key: 'A', label: 'A 类', done: place, quota: total },
      { key: 'B', label: 'B 类', done: 0, quota: 9 },
    ],
    ...change,
  }
}

export function stageSeal(change: Partial<StageSeal> = {}): StageSeal {
  return {
    code: ['KWY7', '1M2V', 'JG8N', '5S9J', '4Z60', 'T3QD', '9H5B', 'E2RX'],
    commitment: groups(HEX),
    at: '2026-11-20T09:42:00+08:00',
    qr: squares(),
    seed: [],
    ...change,
  }
}

export function stageSeat(seat: number, change: Partial<StageSeat> = {}): StageSeat {
  return {
    seat,
    role: ['人大代表', '政协委员', '媒体记者'][(seat - 1) % 3] ?? '',
    alias: `见证人${seat}`,
    card: false,
    digits: '',
    typing: false,
    confirmed: false,
    refused: false,
    corrected: [],
    ...change,
  }
}

export function stagePage(total = 21, change: Partial<StagePage> = {}): StagePage {
  return {
    page: 1,
    pages: Math.max(1, Math.ceil(total / 9)),
    rows: Array.from({ length: Math.min(9, total) }, (_, at) => drawRow(at + 1, { crew: CREW })),
    total,
    digest: groups(HEX),
    qr: squares(),
    ...change,
  }
}

export function stageView(step: string, change: Partial<StageView> = {}): StageView {
  const steps = ['prepare', 'seal', 'witness', 'draw', 'crew', 'result']
  const labels = ['名单公示', '封存', '见证数', '摇号', '派人', '结果']
  const now = steps.includes(step) ? steps.indexOf(step) : steps.length
  const past = step !== 'prepare' && step !== 'idle'
  return {
    step,
    place: 0,
    pace: 0,
    ceremony: 1,
    office: '徐水区气象局',
    title: '2026年下半年“双随机”抽查摇号',
    items: ['防雷装置检测单位资质与质量检查'],
    told: '第 7 次摇号 · 本任务第 1 次抽取',
    earlier: [],
    rehearsal: false,
    replay: false,
    names: true,
    steps: steps.map((name, at) => ({
      step: name,
      label: labels[at] ?? '',
      state: at < now ? 'done' : at === now ? 'now' : 'next',
    })),
    strata: [
      sealedStratum('A'),
      sealedStratum('B', { size: 93, quota: 9, reserve: 3, chance: '9.68%（3/31）' }),
      sealedStratum('C', { size: 1173, quota: 12, reserve: 3, chance: '1.02%（4/391）' }),
    ],
    candidates: 1369,
    quota: 42,
    excluded: 37,
    seal: past ? stageSeal() : null,
    seats: [],
    draw: step === 'draw' || step === 'crew' ? stageDraw(0) : null,
    page: step === 'result' || step === 'void' ? stagePage() : null,
    check:
      step === 'check'
        ? [
            { label: '照封存单输入封存码', value: 'KWY7-1M2V-JG8N-5S9J-4Z60-T3QD-9H5B-E2RX' },
            { label: '应当显示', value: '核验通过，共 21 户' },
            { label: '结果摘要应当是', value: HEX },
          ]
        : [],
    void: step === 'void' ? '见证人没有翻开卡片' : '',
    screen: { width_cm: 250, distance_cm: 600 },
    ...change,
  }
}

export const EARLIER = [
  'YH-2026-005（2026-11-12）作废：见证人没有翻开卡片，其余号码已经公开',
  'YH-2026-006（2026-11-18）作废：停电，封存的介质损坏',
]
