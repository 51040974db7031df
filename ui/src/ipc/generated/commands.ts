// Generated from Rust by a test. Do not edit.
import type { AccountAdd } from './AccountAdd'
import type { AccountChange } from './AccountChange'
import type { AccountEnter } from './AccountEnter'
import type { AccountRecover } from './AccountRecover'
import type { AccountReset } from './AccountReset'
import type { AccountUnlock } from './AccountUnlock'
import type { AccountsBegin } from './AccountsBegin'
import type { AccountsBegun } from './AccountsBegun'
import type { AccountsCheck } from './AccountsCheck'
import type { AccountsView } from './AccountsView'
import type { ConsoleView } from './ConsoleView'
import type { OfficeProfile } from './OfficeProfile'
import type { OfficeProfileCheck } from './OfficeProfileCheck'
import type { OfficeProfileSaved } from './OfficeProfileSaved'
import type { OfficeProfileView } from './OfficeProfileView'
import type { OwnPassword } from './OwnPassword'
import type { OwnRecovery } from './OwnRecovery'
import type { RecoveryCode } from './RecoveryCode'
import type { TrailRequest } from './TrailRequest'
import type { TrailVerdict } from './TrailVerdict'
import type { TrailView } from './TrailView'

export type Commands = {
  console_view: { request: null; response: ConsoleView }
  console_ready: { request: null; response: null }
  console_stir: { request: null; response: null }
  office_profile: { request: null; response: OfficeProfileView }
  office_profile_check: { request: OfficeProfile; response: OfficeProfileCheck }
  office_profile_save: { request: OfficeProfile; response: OfficeProfileSaved }
  accounts_view: { request: null; response: AccountsView }
  accounts_check: { request: AccountsBegin; response: AccountsCheck }
  accounts_begin: { request: AccountsBegin; response: AccountsBegun }
  account_enter: { request: AccountEnter; response: ConsoleView }
  account_leave: { request: null; response: ConsoleView }
  account_lock: { request: null; response: ConsoleView }
  account_recover: { request: AccountRecover; response: RecoveryCode }
  account_password: { request: OwnPassword; response: ConsoleView }
  account_recovery_make: { request: OwnRecovery; response: RecoveryCode }
  account_add: { request: AccountAdd; response: AccountsView }
  account_change: { request: AccountChange; response: AccountsView }
  account_reset: { request: AccountReset; response: AccountsView }
  account_unlock: { request: AccountUnlock; response: AccountsView }
  trail_view: { request: TrailRequest; response: TrailView }
  trail_verify: { request: null; response: TrailVerdict }
}
