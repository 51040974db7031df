// What the values are called that may be kept, and how one in clear is spaced so that people can compare it.
import type { PersonalField } from '@/ipc/generated/PersonalField'

export const FIELD_LABELS: Record<PersonalField, string> = {
  mobile_phone: '手机号码',
  id_number: '公民身份号码',
}

export const FIELDS = Object.keys(FIELD_LABELS) as PersonalField[]

const GROUPS: Record<PersonalField, number[]> = {
  mobile_phone: [3, 4, 4],
  id_number: [6, 8, 4],
}

/** A value in the groups in which people read it; what is longer than expected is not cut. */
export function inGroups(field: PersonalField, value: string): string[] {
  let from = 0
  const groups = GROUPS[field].map((size) => value.slice(from, (from += size)))
  return [...groups, value.slice(from)].filter((group) => group !== '')
}
