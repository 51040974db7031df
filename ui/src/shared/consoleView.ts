// What the whole console knows of itself: the office's name, its folder, who sits here and what they may do. Asked for
// at the start, and again whenever the program says that something at the door has changed.
import { computed, shallowRef } from 'vue'
import { call, onFailure } from '@/ipc/call'
import type { ConsoleView } from '@/ipc/generated/ConsoleView'
import type { CommandName } from '@/ipc/host'

/** Refusals that mean: what this window believes of the door is no longer so. */
const AT_THE_DOOR = new Set([
  'enter_first',
  'screen_locked',
  'own_password_first',
  'accounts_begun_already',
  'not_permitted',
])

const current = shallowRef<ConsoleView | null>(null)

// Views have numbers: one that was asked for before another was handed in is older than that.
let latest = 0

export const consoleView = computed(() => current.value)

export const door = computed(() => current.value?.door ?? null)

/** Whoever sits here, also behind a locked screen. */
export const person = computed(() => {
  const at = door.value
  return at && 'person' in at ? at.person : null
})

export async function loadConsoleView(): Promise<void> {
  const number = ++latest
  const view = await call('console_view', null)
  if (number === latest) current.value = view
}

/** The console as an act has left it. */
export function takeConsoleView(view: ConsoleView): void {
  latest += 1
  current.value = view
}

/** Whether whoever sits here may do this, as the program says. */
export function may(act: CommandName): boolean {
  return current.value?.permitted.includes(act) ?? false
}

export function officeIsNamed(name: string): void {
  if (current.value) current.value = { ...current.value, officeName: name === '' ? null : name }
}

onFailure(({ code }) => {
  if (AT_THE_DOOR.has(code)) loadConsoleView().catch(() => undefined)
})
