// What the whole console knows of itself: the office's name, its folder, who is acting, which software.
// Asked for once at the start; a use case that changes the name hands in the new one.
import { computed, shallowRef } from 'vue'
import { call } from '@/ipc/call'
import type { ConsoleView } from '@/ipc/generated/ConsoleView'

const current = shallowRef<ConsoleView | null>(null)

export const consoleView = computed(() => current.value)

export async function loadConsoleView(): Promise<void> {
  current.value = await call('console_view', null)
}

export function officeIsNamed(name: string): void {
  if (current.value) current.value = { ...current.value, officeName: name === '' ? null : name }
}
