// Generated from Rust by a test. Do not edit.
import type { Commands } from './commands'
import type { Role } from './Role'

export const TWO_PEOPLE: Partial<Record<keyof Commands, [Role[], Role[]]>> = {
  account_add: [["administrator"], ["supervisor"]],
  account_change: [["administrator"], ["supervisor"]],
  account_unlock: [["administrator","handler"], ["supervisor"]],
  target_exclude: [["administrator","handler"], ["supervisor"]],
  target_include: [["administrator","handler"], ["supervisor"]],
  ceremony_seal: [["handler"], ["supervisor"]],
  ceremony_void: [["handler"], ["supervisor"]],
  ceremony_envelope: [["handler"], ["supervisor"]],
  draw_amend: [["handler"], ["supervisor"]],
  anchor_acknowledge: [["administrator","handler"], ["supervisor"]],
  station_make: [["administrator","handler"], ["supervisor"]],
  station_rotate: [["administrator","handler"], ["supervisor"]],
  station_report_lost: [["administrator","handler"], ["supervisor"]],
  station_revoke: [["administrator","handler"], ["supervisor"]],
  backup_restore: [["administrator"], ["supervisor"]],
}
