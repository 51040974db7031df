// The page of backups: what the program says of them, the one long work, and looking at a file before it is put back.
// Whether a backup is due, good, or may be put back is the program's to say.
import { onScopeDispose, ref } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { BackupDone } from '@/ipc/generated/BackupDone'
import type { BackupFile } from '@/ipc/generated/BackupFile'
import type { BackupInspected } from '@/ipc/generated/BackupInspected'
import type { BackupProgress } from '@/ipc/generated/BackupProgress'
import type { BackupRestore } from '@/ipc/generated/BackupRestore'
import type { BackupRestored } from '@/ipc/generated/BackupRestored'
import type { BackupSettings } from '@/ipc/generated/BackupSettings'
import type { BackupView } from '@/ipc/generated/BackupView'
import type { Failure } from '@/ipc/generated/Failure'

/** How often the program is asked how far it is. */
export const ASK_EVERY = 250

export type Work = 'create' | 'inspect' | 'restore'

export function useBackup() {
  const view = ref<BackupView | null>(null)
  const failure = ref<Failure | null>(null)
  const working = ref<Work | null>(null)
  const progress = ref<BackupProgress | null>(null)
  const done = ref<BackupDone | null>(null)
  const inspected = ref<BackupInspected | null>(null)
  const restored = ref<BackupRestored | null>(null)
  let timer: ReturnType<typeof setInterval> | undefined

  async function load(): Promise<void> {
    try {
      view.value = await call('backup_view', null)
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }

  async function askHowFar(): Promise<void> {
    try {
      progress.value = await call('backup_progress', null)
    } catch {
      // How far it is, is a courtesy; that it ended well or not is told by the work itself.
      progress.value = null
    }
  }

  async function work<T>(what: Work, run: () => Promise<T>): Promise<T | null> {
    if (working.value) return null
    working.value = what
    failure.value = null
    done.value = null
    timer = setInterval(() => void askHowFar(), ASK_EVERY)
    try {
      return await run()
    } catch (thrown) {
      failure.value = failureOf(thrown)
      return null
    } finally {
      clearInterval(timer)
      working.value = null
      progress.value = null
    }
  }

  async function create(passphrase: string): Promise<void> {
    const request = { to: null, passphrase: passphrase === '' ? null : passphrase }
    done.value = await work('create', () => call('backup_create', request))
    if (done.value) await load()
  }

  async function inspect(file: BackupFile): Promise<void> {
    inspected.value = null
    inspected.value = await work('inspect', () => call('backup_inspect', file))
  }

  async function restore(request: BackupRestore): Promise<boolean> {
    restored.value = await work('restore', () => call('backup_restore', request))
    if (!restored.value) return false
    inspected.value = null
    await load()
    return true
  }

  async function saveSettings(settings: BackupSettings): Promise<boolean> {
    failure.value = null
    try {
      view.value = await call('backup_settings_save', settings)
      return true
    } catch (thrown) {
      failure.value = failureOf(thrown)
      return false
    }
  }

  async function stop(): Promise<void> {
    await call('backup_stop', null)
  }

  onScopeDispose(() => clearInterval(timer))

  return {
    view,
    failure,
    working,
    progress,
    done,
    inspected,
    restored,
    load,
    create,
    inspect,
    restore,
    saveSettings,
    stop,
  }
}
