// The office profile while it is being edited. Rows of channels carry a key, so that a row keeps its cursor and its
// problems when it moves; on the wire they have only their place. No rule lives here: values go out as typed.
import type { Channel } from '@/ipc/generated/Channel'
import type { OfficeProfile } from '@/ipc/generated/OfficeProfile'
import { OFFICE_PROFILE_LABELS } from '@/ipc/generated/labels'

export type ChannelRow = Channel & { key: number }
export type ProfileDraft = Omit<OfficeProfile, 'channels'> & { channels: ChannelRow[] }

let lastKey = 0

export function newRow(channel: Channel): ChannelRow {
  return { ...channel, key: ++lastKey }
}

/** A draft of `profile`. Rows keep the keys of `before` at the same place: saving must not tear the cursor away. */
export function draftOf(profile: OfficeProfile, before?: ProfileDraft): ProfileDraft {
  const channels = profile.channels.map((channel, index) => {
    const key = before?.channels[index]?.key
    return key === undefined ? newRow(channel) : { ...channel, key }
  })
  return { ...profile, channels }
}

export function profileOf(draft: ProfileDraft): OfficeProfile {
  return { ...draft, channels: draft.channels.map(({ kind, detail }) => ({ kind, detail })) }
}

export function sameProfile(one: OfficeProfile, other: OfficeProfile): boolean {
  const fields = Object.keys(OFFICE_PROFILE_LABELS) as (keyof OfficeProfile)[]
  return fields.every((field) => {
    if (field !== 'channels') return one[field] === other[field]
    if (one.channels.length !== other.channels.length) return false
    return one.channels.every((channel, index) => {
      const counterpart = other.channels[index]
      return channel.kind === counterpart?.kind && channel.detail === counterpart.detail
    })
  })
}

export function rowKeys(draft: ProfileDraft): number[] {
  return draft.channels.map((row) => row.key)
}

/** "channels.0.detail" as sent becomes "channels.#7.detail": the row is found again wherever it has moved since. */
export function anchorOf(path: string, keys: number[]): string {
  return path.replace(/^channels\.(\d+)(?=\.|$)/, (_, place: string) => rowAnchor(keys[Number(place)] ?? -1))
}

export function rowAnchor(key: number): string {
  return `channels.#${key}`
}

/** Also while a text is left over from before: what is sent must be seen, or nobody could put it right. */
export function showsEntrusting(draft: ProfileDraft): boolean {
  return draft.authority === 'entrusted' || draft.entrustingAuthority !== ''
}

/** Every anchor that has a place on the form; a problem elsewhere is told beside the save button instead. */
export function anchorsShown(draft: ProfileDraft): Set<string> {
  const shown = new Set<string>(Object.keys(OFFICE_PROFILE_LABELS))
  if (!showsEntrusting(draft)) shown.delete('entrustingAuthority')
  for (const key of rowKeys(draft)) shown.add(`${rowAnchor(key)}.kind`).add(`${rowAnchor(key)}.detail`)
  return shown
}
