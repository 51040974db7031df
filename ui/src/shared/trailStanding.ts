// How the trail stands beside its anchor, as the program says at the start and after an acknowledgement.
import { computed, shallowRef } from 'vue'
import { call } from '@/ipc/call'
import type { TrailStanding } from '@/ipc/generated/TrailStanding'

const current = shallowRef<TrailStanding | null>(null)

export const trailStanding = computed(() => current.value)

export async function loadTrailStanding(): Promise<void> {
  current.value = await call('trail_standing', null)
}

export function trailStandsNow(standing: TrailStanding): void {
  current.value = standing
}
