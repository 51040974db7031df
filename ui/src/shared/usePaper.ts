// Sends the paper of a recovery code to the printer or into a file. The program judges the code once more and lays the
// paper; this file keeps track of how far it has come.
import { ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { PaperMade } from '@/ipc/generated/PaperMade'
import type { PaperWay } from '@/ipc/generated/PaperWay'
import type { RecoveryCode } from '@/ipc/generated/RecoveryCode'

export function usePaper(paper: () => RecoveryCode) {
  const busy = ref(false)
  const made = shallowRef<PaperMade | null>(null)
  const failure = shallowRef<Failure | null>(null)

  async function send(to: PaperWay): Promise<void> {
    if (busy.value) return
    busy.value = true
    made.value = null
    failure.value = null
    const { login, groups } = paper()
    try {
      made.value = await call('account_recovery_paper', { login, code: groups.join('-'), to })
    } catch (thrown) {
      failure.value = failureOf(thrown)
    } finally {
      busy.value = false
    }
  }

  return { busy, made, failure, send }
}
