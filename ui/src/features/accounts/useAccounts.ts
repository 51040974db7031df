// The accounts on screen, as the program lists them; every act answers with the list as it is then.
import { ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { AccountsView } from '@/ipc/generated/AccountsView'
import type { Failure } from '@/ipc/generated/Failure'

export function useAccounts() {
  const view = shallowRef<AccountsView | null>(null)
  const failure = ref<Failure | null>(null)

  async function load(): Promise<void> {
    failure.value = null
    try {
      view.value = await call('accounts_view', null)
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }

  return { view, failure, load }
}
