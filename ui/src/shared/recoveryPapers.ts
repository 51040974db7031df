// Recovery codes that the program has just made and will never show again. They wait here, in memory only, until
// whoever sits at the desk says that they stand on paper.
import { computed, shallowRef } from 'vue'
import type { RecoveryCode } from '@/ipc/generated/RecoveryCode'

const waiting = shallowRef<RecoveryCode[]>([])

export const recoveryPapers = computed(() => waiting.value)

export function showRecoveryPapers(codes: RecoveryCode[]): void {
  waiting.value = codes
}

export function putRecoveryPapersAway(): void {
  waiting.value = []
}
