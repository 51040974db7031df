// Ceremonies for tests, that answer as the program does: an office with one of them that goes on with every act.
import type { AmendChoices } from '@/ipc/generated/AmendChoices'
import type { AmendPreview } from '@/ipc/generated/AmendPreview'
import type { CeremoniesView } from '@/ipc/generated/CeremoniesView'
import type { CeremonyChecklist } from '@/ipc/generated/CeremonyChecklist'
import type { CeremonyLine } from '@/ipc/generated/CeremonyLine'
import type { CeremonySave } from '@/ipc/generated/CeremonySave'
import type { CeremonyView } from '@/ipc/generated/CeremonyView'
import type { DrawRow } from '@/ipc/generated/DrawRow'
import type { EndedView } from '@/ipc/generated/EndedView'
import type { OfferedPaper } from '@/ipc/generated/OfferedPaper'
import type { RoomPaper } from '@/ipc/generated/RoomPaper'
import type { SealedView } from '@/ipc/generated/SealedView'
import type { SeatView } from '@/ipc/generated/SeatView'
import type { StageShow } from '@/ipc/generated/StageShow'
import type { StageWindow } from '@/ipc/generated/StageWindow'
import type { StageView } from '@/ipc/generated/StageView'
import type { Answers } from '@/ipc/fake'
import { told } from './targets'

export const CODE = 'KWY7-1M2V-JG8N-5S9J-0000-AAAA-BBBB-CCCC'

const STATES: Record<string, string> = {
  prepared: '准备中',
  sealed: '已封存，等号牌扣好',
  cards: '号牌已扣好，正在录号',
  drawn: '已抽取',
  void: '已作废',
  archived: '已归档',
  dropped: '没有封存就收回了',
}

/** What each state lets people do; of one that is tried out by other names. */
const MAY: Record<string, string[]> = {
  prepared: ['ceremony_save', 'ceremony_seal', 'ceremony_drop', 'ceremony_note'],
  sealed: ['ceremony_card', 'ceremony_envelope', 'ceremony_void', 'ceremony_note'],
  cards: ['ceremony_number', 'ceremony_confirm', 'ceremony_void', 'ceremony_note'],
  drawn: ['draw_amend', 'ceremony_sign', 'ceremony_publish', 'ceremony_archive', 'ceremony_note'],
  void: ['ceremony_sign', 'ceremony_publish', 'ceremony_archive', 'ceremony_note'],
}
const TRIED_OUT: Record<string, string> = {
  ceremony_seal: 'rehearsal_seal',
  ceremony_envelope: 'rehearsal_envelope',
  ceremony_void: 'rehearsal_void',
  draw_amend: 'rehearsal_amend',
}

export function ceremonyLine(
  id: number,
  state = 'prepared',
  change: Partial<CeremonyLine> = {},
): CeremonyLine {
  const sealed = !['prepared', 'dropped'].includes(state)
  return {
    id,
    label: sealed ? `第 ${id} 次摇号` : '摇号准备中',
    draw: sealed ? `YH-2026-00${id}` : '',
    title: '2026 年第 1 次粮食流通随机抽查',
    task_no: '徐气抽查〔2026〕3号',
    rehearsal: false,
    state: told(state, STATES[state] ?? state),
    sealed_at: sealed ? '2026-11-27T09:41:00+08:00' : '',
    code: sealed ? CODE : '',
    amendments: 0,
    ...change,
  }
}

export function ceremonyForm(change: Partial<CeremonySave> = {}): CeremonySave {
  const seat = (role: string, alias: string, name: string) => ({ role, alias, name, unit: '', shown: false })
  return {
    id: 1,
    version: 4,
    way: 'full',
    place: '局二楼会议室',
    seats: [
      seat('人大代表', '见证人1', '王建国'),
      seat('政协委员', '见证人2', ''),
      seat('媒体记者', '见证人3', ''),
    ],
    public_source: '',
    public_date: '',
    width_cm: '',
    distance_cm: '',
    ...change,
  }
}

export function seatView(seat: number, change: Partial<SeatView> = {}): SeatView {
  return {
    seat,
    role: ['人大代表', '政协委员', '媒体记者'][seat - 1] ?? '群众代表',
    alias: `见证人${seat}`,
    card: false,
    entries: [],
    digits: '',
    confirmed: false,
    refused: false,
    warnings: [],
    ...change,
  }
}

export function sealedView(change: Partial<SealedView> = {}): SealedView {
  return {
    draw: 'YH-2026-007',
    at: '2026-11-27T09:41:00+08:00',
    commitment: '9f3c71a05be2d448'.repeat(4),
    code: CODE,
    fingerprint: '9f3c71a05be2d4480c6e1b97a2f05d38',
    strata: [],
    candidates: 1369,
    quota: 42,
    excluded: 37,
    inspectors: 18,
    ...change,
  }
}

export function endedView(change: Partial<EndedView> = {}): EndedView {
  return {
    outcome: 'drawn',
    at: '2026-11-27T09:58:00+08:00',
    digest: '0a1b2c3d4e5f6071'.repeat(4),
    latest: '0a1b2c3d4e5f6071'.repeat(4),
    selected: 42,
    reserves: 11,
    standing: 42,
    unfilled: [],
    amendments: [],
    signed: false,
    ...change,
  }
}

export function ceremonyView(state = 'prepared', change: Partial<CeremonyView> = {}): CeremonyView {
  const line = change.line ?? ceremonyLine(1, state)
  const sealed = !['prepared', 'dropped'].includes(state)
  const may = (MAY[state] ?? []).map((act) => (line.rehearsal ? (TRIED_OUT[act] ?? act) : act))
  return {
    line,
    version: 4,
    task: 3,
    told: sealed ? '第 7 次摇号 · 本任务第 1 次抽取' : '',
    earlier: [],
    steps: ['准备', '预公告', '封存', '见证', '摇号'].map((label, at) => ({
      step: ['prepare', 'announce', 'seal', 'witness', 'draw'][at] ?? '',
      label,
      state: at === 0 ? 'now' : 'next',
    })),
    prompt: ['第三步，请各位一起翻开。', '请逐席念出号码，经办人录入。'],
    may,
    papers: offeredPapers(state),
    form: ceremonyForm(),
    seats: [1, 2, 3].map((seat) => seatView(seat, { card: state === 'cards' })),
    roles: ['人大代表', '政协委员', '媒体记者', '群众代表'],
    digits_each: 7,
    digits_told: '共 0 位，还差 20 位到 20 位',
    challenge: sealed ? '482913' : '',
    sealed: sealed ? sealedView() : null,
    ended: ['drawn', 'archived'].includes(state) ? endedView() : null,
    notes: [],
    lost: '',
    void_reasons: [told('card_refused', '有见证人拒绝翻开号牌'), told('other', '其他原因')],
    void: '',
    archive: '',
    minutes: 22,
    ...change,
  }
}

/** What a ceremony of this state has on paper, in short. */
function offeredPapers(state: string): OfferedPaper[] {
  const offered = (paper: RoomPaper, label: string, now: boolean) => ({ paper, label, told: label, now })
  if (state === 'dropped') return []
  if (state === 'prepared') {
    return [offered('invitation', '邀请函', true), offered('witness_cards', '见证卡', true)]
  }
  return [offered('seal_sheet', '封存单', true), offered('witness_cards', '见证卡', false)]
}

export const rehearsal = (state = 'prepared', change: Partial<CeremonyView> = {}): CeremonyView =>
  ceremonyView(state, { line: ceremonyLine(1, state, { rehearsal: true, label: '彩排准备中' }), ...change })

export function ceremoniesView(change: Partial<CeremoniesView> = {}): CeremoniesView {
  return {
    lines: [],
    tasks: [
      { id: 3, label: '徐气抽查〔2026〕3号 粮食流通随机抽查', formal: true },
      { id: 4, label: 'RW-0004 散煤抽查', formal: false },
    ],
    open: null,
    rehearsing: null,
    ...change,
  }
}

export function checklist(change: Partial<CeremonyChecklist> = {}): CeremonyChecklist {
  return {
    lines: [
      { name: 'pool', label: '名单与分层', state: 'good', told: '可抽取 1369 户，排除 37 户，抽 42 户' },
      { name: 'notice', label: '名单预公告', state: 'warn', told: '没有公告过名单' },
      { name: 'props', label: '道具', state: 'hand', told: '见证卡、数字签' },
    ],
    problems: [],
    ...change,
  }
}

export function drawRow(order: number, change: Partial<DrawRow> = {}): DrawRow {
  return {
    order,
    number: `A-${String(order).padStart(4, '0')}`,
    name: `第 ${order} 户`,
    id: `91130609MA${String(order).padStart(7, '0')}X`,
    crew: [
      { role: '主办', name: '李娜', cert: '冀F1106001', dept: '执法大队' },
      { role: '协办', name: '', cert: '', dept: '' },
    ],
    ...change,
  }
}

export function amendChoices(change: Partial<AmendChoices> = {}): AmendChoices {
  return {
    kinds: [
      { kind: told('drop-target', '检查对象退出'), reasons: [told('closed', '已注销、吊销或者歇业')] },
      { kind: told('inspector-out', '检查人员退出'), reasons: [told('ill', '因病不能参加')] },
      { kind: told('withdraw', '撤回一项变更'), reasons: [told('mistaken', '登记有误')] },
    ],
    inspectors: [told('冀F1106001', '李娜（执法大队）')],
    borrowed: [],
    replacement: true,
    ...change,
  }
}

export function amendPreview(change: Partial<AmendPreview> = {}): AmendPreview {
  return {
    told: 'A-0003 退出，由同层下一个备选递补',
    rows: [
      { before: 'A-0003 第 3 户', after: '' },
      { before: '', after: 'A-0371 第 43 户' },
    ],
    unfilled: [],
    standing: 42,
    ...change,
  }
}

export function stageView(change: Partial<StageView> = {}): StageView {
  return {
    step: 'draw',
    place: 0,
    pace: 0,
    ceremony: 1,
    office: '徐水区气象局',
    title: '2026 年第 1 次粮食流通随机抽查',
    items: [],
    told: '第 7 次摇号 · 本任务第 1 次抽取',
    earlier: [],
    rehearsal: false,
    replay: false,
    names: true,
    steps: [],
    strata: [],
    candidates: 1369,
    quota: 42,
    excluded: 37,
    seal: null,
    seats: [],
    draw: { total: 42, now: null, stratum: null, order_only: false, rolling: [], fallen: [], progress: [] },
    page: null,
    check: [],
    void: '',
    screen: { width_cm: 250, distance_cm: 600 },
    ...change,
  }
}

/** A hall with a projector beside the screen of the console. */
export function stageWindow(change: Partial<StageWindow> = {}): StageWindow {
  return {
    open: false,
    closed: false,
    away: false,
    monitor: 'EPSON',
    monitors: [
      { id: 'LAPTOP', name: 'LAPTOP', width: 1366, height: 768, console: true },
      { id: 'EPSON', name: 'EPSON', width: 1920, height: 1080, console: false },
    ],
    ...change,
  }
}

/** The stage as it stands after it was moved. */
export const shown = ({ step, place, pace }: StageShow): StageView =>
  stageView({ step: step === '' ? 'draw' : step, place, pace })

/** The answers of an office with this ceremony under way, or with none. */
export function ceremonyAnswers(view: CeremonyView | null = null): Answers {
  const { id = 0, rehearsal: tried = false, state } = view?.line ?? {}
  const open = view !== null && ['prepared', 'sealed', 'cards'].includes(state?.value ?? '')
  return {
    ceremonies_view: ceremoniesView({
      lines: view ? [view.line] : [],
      open: open && !tried ? id : null,
      rehearsing: open && tried ? id : null,
    }),
    ...(view ? { ceremony_view: view } : {}),
    ceremony_checklist: checklist(),
    draw_rows: ({ from, limit }) => ({
      rows: Array.from({ length: Math.min(limit, 42 - from) }, (_, at) => drawRow(from + at + 1)),
      total: 42,
    }),
    draw_amend_choices: amendChoices(),
    draw_amend_check: amendPreview(),
    stage_view: stageView(),
    stage_show: shown,
    stage_typing: null,
    stage_open: ({ open, monitor }) => stageWindow({ open: open ?? false, ...(monitor ? { monitor } : {}) }),
  }
}
