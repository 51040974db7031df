// Locking the screen and getting up from the desk, wherever that is asked for.
import { call } from '@/ipc/call'
import { takeConsoleView } from './consoleView'

export async function lockScreen(): Promise<void> {
  takeConsoleView(await call('account_lock', null))
}

/** Whether anything unsaved may be lost has been asked before. */
export async function getUp(): Promise<void> {
  takeConsoleView(await call('account_leave', null))
}
