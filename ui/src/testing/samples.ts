// Plausible answers of the program, each in one place, so that a test states only what it is about.
import type { AccountsView } from '@/ipc/generated/AccountsView'
import type { AccountView } from '@/ipc/generated/AccountView'
import type { BackupView } from '@/ipc/generated/BackupView'
import type { ConsoleView } from '@/ipc/generated/ConsoleView'
import type { Door } from '@/ipc/generated/Door'
import type { Failure } from '@/ipc/generated/Failure'
import type { OfficeProfile } from '@/ipc/generated/OfficeProfile'
import type { OfficeProfileView } from '@/ipc/generated/OfficeProfileView'
import type { PersonView } from '@/ipc/generated/PersonView'
import type { PaperMade } from '@/ipc/generated/PaperMade'
import type { PrintersView } from '@/ipc/generated/PrintersView'
import type { PrinterView } from '@/ipc/generated/PrinterView'
import type { Problem } from '@/ipc/generated/Problem'
import type { RecoveryCode } from '@/ipc/generated/RecoveryCode'
import type { StationKeyView } from '@/ipc/generated/StationKeyView'
import type { StationView } from '@/ipc/generated/StationView'
import type { TrailEntry } from '@/ipc/generated/TrailEntry'
import type { TrailRequest } from '@/ipc/generated/TrailRequest'
import type { TrailFound } from '@/ipc/generated/TrailFound'
import type { TrailStanding } from '@/ipc/generated/TrailStanding'
import type { TrailVerdict } from '@/ipc/generated/TrailVerdict'
import type { TrailView } from '@/ipc/generated/TrailView'

/** What an office lets everybody do with its registries who may change anything. */
const REGISTRIES: ConsoleView['permitted'] = [
  'target_save',
  'target_membership',
  'targets_bulk_save',
  'target_flag_add',
  'target_flag_end',
  'visit_add',
  'risk_check',
  'risk_grade',
  'inquiry_add',
  'inquiry_withdraw',
  'visit_withdraw',
  'inspector_save',
  'inspector_membership',
  'conflict_add',
  'conflict_end',
  'rotation_save',
  'item_save',
  'item_membership',
  'starters_take',
  'edition_submit',
  'edition_return',
  'edition_ratify',
  'edition_publish',
  'task_save',
  'task_approve',
  'task_cancel',
  'target_exclude',
  'target_include',
  'task_announce',
  'task_borrow',
  'task_joint_send',
  'task_joint_look',
  'task_joint_take',
  'task_give_back',
  'recusal_ask',
  'recusal_decide',
  'recusal_withdraw',
  'outside_draw_take',
  'outside_draw_withdraw',
  'plan_save',
  'plan_move',
  'import_accept',
  'rules_save',
  'rules_attach',
  'rules_detach',
  'ceremony_prepare',
  'ceremony_save',
  'ceremony_drop',
  'ceremony_card',
  'ceremony_turn',
  'ceremony_number',
  'ceremony_confirm',
  'ceremony_note',
  'ceremony_archive',
  'ceremony_publish',
  'rehearsal_seal',
  'rehearsal_envelope',
  'rehearsal_void',
  'rehearsal_amend',
  'stage_show',
  'stage_typing',
]

/** What nobody does without an account. */
const BY_NAME: ConsoleView['permitted'] = [
  'ceremony_seal',
  'ceremony_envelope',
  'ceremony_void',
  'draw_amend',
  'ceremony_sign',
]

export const CONSOLE: ConsoleView = {
  officeName: '徐水区气象局',
  officeFolder: '/srv/office',
  actor: 'root（未设账户）',
  software: 'Sunlot 0.1.0',
  door: { state: 'guests' },
  idleMinutes: 20,
  permitted: [
    'anchor_acknowledge',
    'office_profile',
    'office_profile_check',
    'office_profile_save',
    'accounts_begin',
    'trail_view',
    ...REGISTRIES,
  ],
}

export const LINA: PersonView = {
  login: 'lina',
  name: '李娜',
  roles: ['handler', 'administrator'],
  roleLabel: '经办员、管理员',
}

export const WANG: PersonView = {
  login: 'wang',
  name: '王建国',
  roles: ['supervisor'],
  roleLabel: '监督员',
}

export const ZHAO: PersonView = { login: 'zhao', name: '赵䶮', roles: ['reader'], roleLabel: '只读' }

const MAY: Record<string, ConsoleView['permitted']> = {
  lina: [
    'office_profile_save',
    'account_add',
    'account_change',
    'account_reset',
    'account_unlock',
    ...REGISTRIES,
    ...BY_NAME,
  ],
  wang: ['account_add', 'account_change', 'account_unlock'],
  zhao: [],
}

/** The console with somebody at it, or with the door in another state. */
export function consoleAt(state: Door['state'], person = LINA): ConsoleView {
  const door: Door = state === 'guests' || state === 'closed' ? { state } : { state, person }
  const permitted = state === 'guests' ? CONSOLE.permitted : state === 'open' ? (MAY[person.login] ?? []) : []
  return { ...CONSOLE, actor: 'person' in door ? person.name : CONSOLE.actor, door, permitted }
}

export function account(person: PersonView, change: Partial<AccountView> = {}): AccountView {
  return {
    person,
    suspended: false,
    locked: false,
    wrong: 0,
    passwordReset: false,
    hasRecovery: true,
    you: false,
    ...change,
  }
}

export function accountsView(change: Partial<AccountsView> = {}): AccountsView {
  return {
    accounts: [account(LINA, { you: true }), account(WANG), account(ZHAO)],
    advice: ['监督员只有一人，请再设一名备份，以免请假时办不了事。'],
    ...change,
  }
}

export function paper(person: PersonView): RecoveryCode {
  return { login: person.login, name: person.name, groups: ['A7K2QM', '9WXR4T', 'B3CDEF', 'GHJ5K6'] }
}

export function printer(name: string, change: Partial<PrinterView> = {}): PrinterView {
  return { name, description: `打印机 ${name}`, is_default: false, state: 'ready', said: '', ...change }
}

export function printersView(...printers: PrinterView[]): PrintersView {
  return { printers }
}

/** A paper that is on its way to the printer. */
export function paperMade(change: Partial<PaperMade> = {}): PaperMade {
  return { pages: 1, file: null, job: 'hall-7', remarks: [], ...change }
}

export function stationKey(change: Partial<StationKeyView> = {}): StationKeyView {
  return {
    fingerprint: '9f3c71a05be2d4480c6e1b97a2f05d38',
    public_key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    certificate: '1f'.repeat(32),
    certificate_until: '2056-11-20T10:05:00+08:00',
    epoch: 1,
    generation: 1,
    opening: 'first',
    opening_label: '首把',
    state: 'in_force',
    state_label: '在用',
    since: '2026-11-20T10:05:00+08:00',
    until: null,
    reason: '',
    signed_off: false,
    ...change,
  }
}

/** A key that was replaced. */
export function formerKey(change: Partial<StationKeyView> = {}): StationKeyView {
  return stationKey({
    fingerprint: '11aa22bb33cc44dd55ee66ff77008899',
    state: 'retired',
    state_label: '已更换',
    since: '2025-03-01T09:00:00+08:00',
    until: '2026-11-20T10:05:00+08:00',
    reason: '经办人员变动',
    ...change,
  })
}

export function stationView(change: Partial<StationView> = {}): StationView {
  return {
    office: '徐水区气象局',
    telephone: '',
    current: stationKey(),
    former: [],
    file: {
      state: 'in_place',
      usable: true,
      message: '密钥文件完好。',
      hint: '请记牢口令，并妥善保管备份。',
    },
    scanned: 'sunlot:key:ed25519:9f3c71a05be2d4480c6e1b97a2f05d38',
    statements: 1,
    consistent: true,
    ...change,
  }
}

/** A station on which no key was made yet. */
export function noStation(): StationView {
  const file = {
    state: 'none',
    usable: false,
    message: '现在没有密钥文件。',
    hint: '正式封存之前，由两人一起制作密钥。',
  }
  return stationView({ current: null, scanned: null, statements: 0, file })
}

/** A password that was not accepted. */
export function entryRefused(change: Partial<Failure> = {}): Failure {
  return failure({
    code: 'entry_refused',
    message: '登录名或密码不对。',
    hint: '请看大写锁定键和输入法，然后重试。',
    detail: '',
    ...change,
  })
}

export function profile(change: Partial<OfficeProfile> = {}): OfficeProfile {
  return {
    name: '徐水区气象局',
    code: '',
    authority: null,
    entrustingAuthority: '',
    docPrefix: '',
    regionCode: '',
    regionName: '',
    address: '',
    phone: '',
    supervisionPhone: '',
    channels: [],
    ...change,
  }
}

export function profileView(change: Partial<OfficeProfileView> = {}): OfficeProfileView {
  return {
    profile: profile(),
    version: 3,
    savedAt: '2026-11-21T10:05:00+08:00',
    savedBy: 'root',
    missing: [],
    ...change,
  }
}

export function failure(change: Partial<Failure> = {}): Failure {
  return {
    code: 'disk_full',
    message: '磁盘已满，没有保存',
    hint: '请清理磁盘后再试。',
    detail: 'SQLITE_FULL',
    problems: [],
    ...change,
  }
}

export function problem(field: string, message = `${field} 有误`): Problem {
  return { place: { field }, code: 'wrong', message, hint: '请改正。' }
}

export function entry(seq: number): TrailEntry {
  return {
    seq,
    at: '2026-11-20T10:05:00+08:00',
    actor: 'root',
    second: null,
    kind: 'office_profile.saved',
    label: '保存单位资料',
    sentence: `第 ${seq} 件事`,
    hash: seq.toString(16).padStart(64, '0'),
  }
}

/** A trail of `total` entries that answers by key, as the program does. */
export function trailOf(total: number): (request: TrailRequest) => TrailView {
  return ({ before, limit }) => {
    const newest = (before ?? total + 1) - 1
    const count = Math.max(0, Math.min(limit, newest))
    return {
      entries: Array.from({ length: count }, (_, index) => entry(newest - index)),
      total,
      head: total > 0 ? entry(total).hash : null,
    }
  }
}

/** Every number of a trail of `total` entries. */
export function foundAll(total: number): TrailFound {
  return {
    count: total,
    runs: total > 0 ? [[total, 1]] : [],
    heading: '全部留痕',
    total,
    head: total > 0 ? entry(total).hash : null,
  }
}

export function verdict(change: Partial<TrailVerdict> = {}): TrailVerdict {
  return {
    valid: true,
    since: 0,
    events: 3,
    rows: 7,
    head: null,
    faults: [],
    faulty: [],
    stopped: false,
    at: '2026-11-20T10:05:00+08:00',
    ...change,
  }
}

/** A trail that fits its anchor and was verified lately. */
export function standing(change: Partial<TrailStanding['anchor']> = {}): TrailStanding {
  const facts = { seq: 3, head: entry(3).hash, epoch: 1, at: '2026-11-20T10:05:00+08:00' }
  return {
    anchor: {
      standing: 'fits',
      blocks: false,
      message: '留痕与锚点相符。',
      hint: '不用做什么。',
      anchored: facts,
      found: facts,
      missing: null,
      place: '/state/sunlot/anchors',
      failing: null,
      ...change,
    },
    check: verdict(),
    wholeAt: '2026-11-20T10:05:00+08:00',
    wholeDue: false,
  }
}

/** The page of backups before the first one. */
export function backupView(change: Partial<BackupView> = {}): BackupView {
  return {
    settings: { folder: 'E:\\', keep: 10, automatic: true },
    unreachable: null,
    last: null,
    changesSince: 4,
    advice: '还没有备份。请插上 U 盘，现在就做一份。',
    items: [],
    places: [],
    epoch: 1,
    notice: null,
    ...change,
  }
}
