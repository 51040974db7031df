// Who could join in an act that nobody does alone, by the program's own table of permits.
import { call } from '@/ipc/call'
import type { AccountView } from '@/ipc/generated/AccountView'
import { ROLE_LABELS } from '@/ipc/generated/labels'
import { TWO_PEOPLE } from '@/ipc/generated/permits'
import type { PersonView } from '@/ipc/generated/PersonView'
import type { Role } from '@/ipc/generated/Role'
import type { CommandName } from '@/ipc/host'

/** What the second person must be, given what the first is. */
function rolesToJoin(act: CommandName, first: Role[]): Role[] {
  const [one, other] = TWO_PEOPLE[act] ?? [[], []]
  const holds = (roles: Role[]) => first.some((role) => roles.includes(role))
  return [...(holds(one) ? other : []), ...(holds(other) ? one : [])]
}

export function roleLabelToJoin(act: CommandName, first: Role[]): string {
  return rolesToJoin(act, first)
    .map((role) => ROLE_LABELS[role])
    .join('或')
}

/** Who does this act together, for people: the roles of the one side, then those of the other. */
export function rolesTogether(act: CommandName): string {
  const sides = TWO_PEOPLE[act] ?? []
  return sides.map((roles) => roles.map((role) => ROLE_LABELS[role]).join('或')).join('会同')
}

/** Those whose password the program would accept now. */
export function peopleToJoin(act: CommandName, accounts: AccountView[]): PersonView[] {
  const first = accounts.find(({ you }) => you)?.person.roles ?? []
  const roles = rolesToJoin(act, first)
  return accounts
    .filter(({ you, suspended, locked, passwordReset }) => !you && !suspended && !locked && !passwordReset)
    .map((account) => account.person)
    .filter((person) => person.roles.some((role) => roles.includes(role)))
}

/** The same for a page that does not have the accounts at hand. */
export async function whoCanJoin(act: CommandName): Promise<PersonView[]> {
  return peopleToJoin(act, (await call('accounts_view', null)).accounts)
}
