// The trail on screen: pages of entries, newest first, by key, and the verdict of checking all of it.
// What an entry says and whether the trail holds comes from the program.
import { computed, ref } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { TrailEntry } from '@/ipc/generated/TrailEntry'
import type { TrailVerdict } from '@/ipc/generated/TrailVerdict'

export const PAGE = 50

export function useTrail() {
  const entries = ref<TrailEntry[]>([])
  const total = ref(0)
  const head = ref<string | null>(null)
  const loaded = ref(false)
  const loading = ref(false)
  const exhausted = ref(false)
  const failure = ref<Failure | null>(null)
  const verdict = ref<TrailVerdict | null>(null)
  const verifying = ref(false)
  const verifyFailure = ref<Failure | null>(null)

  /** The next older page; the first call brings the newest. Clicks while one is under way ask nothing more. */
  async function loadMore(): Promise<void> {
    if (loading.value) return
    loading.value = true
    failure.value = null
    try {
      // By the smallest number seen, not by counting: entries written meanwhile shift no page.
      const before = entries.value.at(-1)?.seq ?? null
      const page = await call('trail_view', { before, limit: PAGE })
      entries.value.push(...page.entries)
      total.value = page.total
      head.value = page.head
      exhausted.value = page.entries.length === 0
      loaded.value = true
    } catch (thrown) {
      failure.value = failureOf(thrown)
    } finally {
      loading.value = false
    }
  }

  async function verify(): Promise<void> {
    if (verifying.value) return
    verifying.value = true
    verdict.value = null
    verifyFailure.value = null
    try {
      verdict.value = await call('trail_verify', null)
    } catch (thrown) {
      verifyFailure.value = failureOf(thrown)
    } finally {
      verifying.value = false
    }
  }

  return {
    entries,
    total,
    head,
    loaded,
    loading,
    failure,
    verdict,
    verifying,
    verifyFailure,
    hasMore: computed(() => !exhausted.value && entries.value.length < total.value),
    loadMore,
    verify,
  }
}
