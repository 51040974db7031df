// The acts on the station's keys: what each asks for, what it says before it is done, and how it is sent. Whether it may
// be done, and what is wrong with what was typed, is the program's to say.
import { call } from '@/ipc/call'
import type { Second } from '@/ipc/generated/Second'
import type { StationKeyView } from '@/ipc/generated/StationKeyView'
import type { StationView } from '@/ipc/generated/StationView'
import { formatDay, inFours } from '@/shared/format'

export type StationActName =
  'station_make' | 'station_rotate' | 'station_report_lost' | 'station_revoke' | 'station_rewrap'

export interface Typed {
  /** The passphrase until now. */
  old: string
  fresh: string
  again: string
  reason: string
  at: string
}

export const blank = (): Typed => ({ old: '', fresh: '', again: '', reason: '', at: '' })

interface Asked {
  /** The field of the request. */
  path: string
  label: string
  placeholder?: string
}

export interface StationAct {
  name: StationActName
  title: string
  /** What it means, before anything is typed. */
  explains: string
  old: Asked | null
  fresh: Asked | null
  reason: Asked | null
  at: Asked | null
  /** What the second person reads, line by line. */
  happens: (key: StationKeyView | null, typed: Typed) => string[]
  send: (key: StationKeyView | null, typed: Typed, second: Second | null) => Promise<StationView>
  done: string
  /** Whether another fingerprint has to be posted now. */
  newSheet: boolean
  grave: boolean
}

const told = (key: StationKeyView | null) => `指纹 ${inFours(key?.fingerprint ?? '')}`
const because = ({ reason }: Typed) => `原因：${reason.trim()}`

const make: StationAct = {
  name: 'station_make',
  title: '制作密钥',
  explains:
    '密钥用口令包好，存在单位文件夹里，以后每次正式封存都要输入这个口令。口令没有别处可查：忘了，只能挂失另做。',
  old: null,
  fresh: { path: 'passphrase', label: '密钥口令' },
  reason: null,
  at: null,
  happens: () => [
    '制作站点密钥，做好就在用',
    '正式封存的材料从此用它签名',
    '做好以后打印指纹公示单，盖章张贴',
  ],
  send: (_, { fresh }, second) => call('station_make', { passphrase: fresh, second }),
  done: '密钥已经做好。',
  newSheet: true,
  grave: false,
}

const rotate: StationAct = {
  name: 'station_rotate',
  title: '更换密钥',
  explains: '另做一把新的，新旧两把互相签名，认得旧指纹的人可以接着认新的。旧密钥签过的材料照样有效。',
  old: { path: 'passphrase', label: '现在的口令' },
  fresh: { path: 'new_passphrase', label: '新口令' },
  reason: { path: 'reason', label: '原因', placeholder: '例如：经办人员变动' },
  at: null,
  happens: (key, typed) => [
    `更换站点密钥：${told(key)} 到此为止`,
    because(typed),
    '另做一把新的，与它互签，做好就在用',
    '原来张贴的公示单要换成新的',
  ],
  send: (_, { old, fresh, reason }, second) =>
    call('station_rotate', { passphrase: old, new_passphrase: fresh, reason, second }),
  done: '密钥已经更换。',
  newSheet: true,
  grave: false,
}

const reportLost: StationAct = {
  name: 'station_report_lost',
  title: '挂失密钥',
  explains:
    '口令忘了，或者密钥文件丢了又没有备份时，才用挂失。新做的一把没有旧的作证（断代），外面的人只能凭盖章张贴的公示单认它。',
  old: null,
  fresh: { path: 'new_passphrase', label: '新口令' },
  reason: { path: 'reason', label: '怎么丢的', placeholder: '例如：硬盘损坏，没有备份' },
  at: null,
  happens: (key, typed) => [
    `挂失站点密钥：${told(key)}，从现在起不算`,
    because(typed),
    '另做一把新的，没有旧的作证（断代）',
    '新的公示单要盖章张贴，并说明断代的缘由',
  ],
  send: (_, { fresh, reason }, second) =>
    call('station_report_lost', { reason, new_passphrase: fresh, second }),
  done: '旧密钥已经挂失，新密钥已经做好。',
  newSheet: true,
  grave: true,
}

const revoke: StationAct = {
  name: 'station_revoke',
  title: '作废密钥',
  explains:
    '密钥可能被别人拿到时，才用作废：从起算的那一天起，用它签的一概不算，不能撤回。口令可以不填；填了，作废的声明有签名为证。',
  old: { path: 'passphrase', label: '密钥口令', placeholder: '在用的那把的口令，没有就空着' },
  fresh: null,
  reason: { path: 'reason', label: '原因', placeholder: '例如：U 盘遗失，里面有密钥文件' },
  at: { path: 'at', label: '起算时间', placeholder: '从哪一天起不算，例如 2026-11-20' },
  happens: (key, typed) => [
    `作废站点密钥：${told(key)}`,
    `从 ${typed.at.trim()} 起，用它签的一概不算，不能撤回`,
    because(typed),
  ],
  send: (key, { old, reason, at }, second) =>
    call('station_revoke', {
      fingerprint: key?.fingerprint ?? null,
      reason,
      at,
      passphrase: old === '' ? null : old,
      second,
    }),
  done: '密钥已经作废。',
  newSheet: false,
  grave: true,
}

const rewrap: StationAct = {
  name: 'station_rewrap',
  title: '更改口令',
  explains: '密钥和指纹都不变，只换口令。以前的备份里还是旧口令，改好以后请再备份一次。',
  old: { path: 'old', label: '原来的口令' },
  fresh: { path: 'new', label: '新口令' },
  reason: null,
  at: null,
  happens: () => [],
  send: (_, { old, fresh }) => call('station_rewrap', { old, new: fresh }),
  done: '口令已经更改。',
  newSheet: false,
  grave: false,
}

export const STATION_ACTS: Record<StationActName, StationAct> = {
  station_make: make,
  station_rotate: rotate,
  station_report_lost: reportLost,
  station_revoke: revoke,
  station_rewrap: rewrap,
}

/** From when until when a key counted. */
export function spanOf({ since, until }: StationKeyView): string {
  return until === null ? `${formatDay(since)} 起` : `${formatDay(since)} 至 ${formatDay(until)}`
}
