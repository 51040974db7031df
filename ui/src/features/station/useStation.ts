// The station's keys as the program tells of them; every act hands back the keys as it has left them.
import { shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { StationView } from '@/ipc/generated/StationView'

export function useStation() {
  const view = shallowRef<StationView | null>(null)
  const failure = shallowRef<Failure | null>(null)

  async function load(): Promise<void> {
    failure.value = null
    try {
      view.value = await call('station_view', null)
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }

  function take(now: StationView): void {
    failure.value = null
    view.value = now
  }

  return { view, failure, load, take }
}
