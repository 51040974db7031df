// The trail on screen: every number that the filter lets through, and the entries of those that are in sight. What an
// entry says and what a filter finds comes from the program; a million of them are asked for a page at a time.
import { computed, ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { TrailChoices } from '@/ipc/generated/TrailChoices'
import type { TrailEntry } from '@/ipc/generated/TrailEntry'
import type { TrailFilter } from '@/ipc/generated/TrailFilter'
import type { TrailFound } from '@/ipc/generated/TrailFound'
import { seqAt } from './runs'

export const PAGE = 100

/** More pages than anybody scrolls through in one go; older ones are read again. */
const KEPT_PAGES = 60

export function everything(): TrailFilter {
  return { person: null, kinds: [], object: null, from: null, to: null, text: null }
}

export function useTrail() {
  const filter = ref<TrailFilter>(everything())
  const found = shallowRef<TrailFound | null>(null)
  const choices = shallowRef<TrailChoices | null>(null)
  const pages = shallowRef(new Map<number, TrailEntry[]>())
  const loading = ref(false)
  const failure = ref<Failure | null>(null)
  const asked = new Set<number>()
  let search = 0

  const count = computed(() => found.value?.count ?? 0)

  /** Looks for what the filter says; an answer that comes after a newer question is let go. */
  async function find(): Promise<void> {
    const mine = (search += 1)
    loading.value = true
    failure.value = null
    try {
      const answer = await call('trail_find', filter.value)
      if (mine !== search) return
      pages.value = new Map()
      asked.clear()
      found.value = answer
    } catch (thrown) {
      if (mine === search) failure.value = failureOf(thrown)
    } finally {
      if (mine === search) loading.value = false
    }
  }

  async function readChoices(): Promise<void> {
    try {
      choices.value = await call('trail_choices', null)
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }

  /** Brings the pages that hold these places of the list. */
  function want(first: number, last: number): void {
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
      if (page >= 0 && page * PAGE < count.value) void bring(page)
    }
  }

  async function bring(page: number): Promise<void> {
    const current = found.value
    if (!current || pages.value.has(page) || asked.has(page)) return
    const newest = seqAt(current.runs, page * PAGE)
    if (newest === null) return
    asked.add(page)
    const mine = search
    try {
      // By the number itself, not by counting: entries written meanwhile shift no page.
      const view = await call('trail_view', { filter: filter.value, before: newest + 1, limit: PAGE })
      if (mine !== search) return
      const kept = new Map(pages.value)
      if (kept.size >= KEPT_PAGES) kept.clear()
      pages.value = kept.set(page, view.entries)
      failure.value = null
    } catch (thrown) {
      if (mine === search) failure.value = failureOf(thrown)
    } finally {
      asked.delete(page)
    }
  }

  /** The entry at a place of the list; none while it is still being read. */
  function entryAt(index: number): TrailEntry | undefined {
    return pages.value.get(Math.floor(index / PAGE))?.[index % PAGE]
  }

  return { filter, found, choices, count, loading, failure, pages, find, readChoices, want, entryAt }
}
