// Generated from Rust by a test. Do not edit.
import type { Commands } from './commands'
import type { Role } from './Role'

export const TWO_PEOPLE: Partial<Record<keyof Commands, [Role[], Role[]]>> = {
  account_add: [["administrator"], ["supervisor"]],
  account_change: [["administrator"], ["supervisor"]],
  account_unlock: [["administrator","handler"], ["supervisor"]],
}
