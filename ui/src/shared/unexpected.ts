// Collects mistakes of the pages themselves, wherever they surface, for the one place that shows them (ErrorBoundary).
import { computed, shallowRef } from 'vue'
import { failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'

const current = shallowRef<Failure | null>(null)

export const unexpected = computed(() => current.value)

export function reportUnexpected(thrown: unknown): void {
  // The first one is the cause; what follows is mostly its echo.
  current.value ??= failureOf(thrown)
}

export function dismissUnexpected(): void {
  current.value = null
}

/** Errors outside any component: event listeners, timers, promises nobody waited for. Returns how to stop listening. */
export function watchWindowForErrors(target: Window): () => void {
  const onError = (event: ErrorEvent) => {
    // A browser's remark that a size observer took two rounds. Nothing is broken, and it carries no error.
    if (!event.error && event.message.startsWith('ResizeObserver loop')) return
    reportUnexpected(event.error ?? event.message)
  }
  const onRejection = (event: PromiseRejectionEvent) => reportUnexpected(event.reason)
  target.addEventListener('error', onError)
  target.addEventListener('unhandledrejection', onRejection)
  return () => {
    target.removeEventListener('error', onError)
    target.removeEventListener('unhandledrejection', onRejection)
  }
}
