// Generated from Rust by a test. Do not edit.
import type { ConsoleView } from './ConsoleView'
import type { OfficeProfile } from './OfficeProfile'
import type { OfficeProfileCheck } from './OfficeProfileCheck'
import type { OfficeProfileSaved } from './OfficeProfileSaved'
import type { OfficeProfileView } from './OfficeProfileView'
import type { TrailRequest } from './TrailRequest'
import type { TrailVerdict } from './TrailVerdict'
import type { TrailView } from './TrailView'

export type Commands = {
  console_view: { request: null; response: ConsoleView }
  console_ready: { request: null; response: null }
  office_profile: { request: null; response: OfficeProfileView }
  office_profile_check: { request: OfficeProfile; response: OfficeProfileCheck }
  office_profile_save: { request: OfficeProfile; response: OfficeProfileSaved }
  trail_view: { request: TrailRequest; response: TrailView }
  trail_verify: { request: null; response: TrailVerdict }
}
