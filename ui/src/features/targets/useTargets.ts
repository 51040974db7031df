// The registry on screen: how many targets the filter lets through, and the lines of those that are in sight. Who is
// found, in which order, comes from the program; a million are asked for a part at a time, one part after the other.
import { computed, ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { TargetFilter } from '@/ipc/generated/TargetFilter'
import type { TargetLine } from '@/ipc/generated/TargetLine'
import type { TargetsChoices } from '@/ipc/generated/TargetsChoices'
import type { TargetSort } from '@/ipc/generated/TargetSort'
import type { TargetsView } from '@/ipc/generated/TargetsView'

export const PAGE = 100

/** More than anybody scrolls through in one go; older parts are read again. */
const KEPT_PAGES = 40

export function everyTarget(): TargetFilter {
  return { text: '', values: {} }
}

export function useTargets() {
  const filter = ref<TargetFilter>(everyTarget())
  const sort = ref<TargetSort>({ by: 'number', descending: false })
  const view = shallowRef<Omit<TargetsView, 'lines'> | null>(null)
  const choices = shallowRef<TargetsChoices | null>(null)
  const pages = shallowRef(new Map<number, TargetLine[]>())
  const loading = ref(false)
  const failure = ref<Failure | null>(null)
  const count = computed(() => view.value?.found ?? 0)
  let wanted: [first: number, last: number] = [0, 0]
  /** The part with which the list is to be asked for anew. */
  let due: number | null = null
  let bringing = false

  const pageOf = (index: number) => Math.floor(index / PAGE)
  const read = (page: number) =>
    call('targets_view', { filter: filter.value, sort: sort.value, from: page * PAGE, limit: PAGE })

  /** Asks anew. What stands there stays until the answer comes; of several questions only the last one counts. */
  async function ask(page: number): Promise<void> {
    due = page
    if (loading.value) return
    loading.value = true
    while (due !== null) await askOnce()
    loading.value = false
    void bring()
  }

  async function askOnce(): Promise<void> {
    const page = due ?? 0
    due = null
    try {
      const answer = await read(page)
      if (due !== null) return
      pages.value = new Map([[page, answer.lines]])
      view.value = answer
      failure.value = null
    } catch (thrown) {
      if (due === null) failure.value = failureOf(thrown)
    }
  }

  /** The list from its beginning, as the filter and the order say now. */
  const find = () => ask(0)

  /** The same list once more where one is, as after something was changed. */
  async function refresh(): Promise<void> {
    await Promise.all([ask(pageOf(wanted[0])), readChoices()])
  }

  async function readChoices(): Promise<void> {
    try {
      choices.value = await call('targets_choices', null)
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }

  /** Brings what is missing of these places of the list. */
  function want(first: number, last: number): void {
    wanted = [first, last]
    void bring()
  }

  function missing(): number | null {
    const last = Math.min(wanted[1], count.value - 1)
    for (let page = pageOf(wanted[0]); page <= pageOf(last); page += 1) {
      if (page >= 0 && !pages.value.has(page)) return page
    }
    return null
  }

  async function bring(): Promise<void> {
    if (bringing) return
    bringing = true
    try {
      for (let page = missing(); page !== null && !loading.value; page = missing()) {
        const answer = await read(page)
        if (!loading.value) take(page, answer)
      }
      if (!loading.value && view.value) failure.value = null
    } catch (thrown) {
      failure.value = failureOf(thrown)
    } finally {
      bringing = false
    }
  }

  /** Lines of a registry that has changed since do not fit those that were read before. */
  function take(page: number, answer: TargetsView): void {
    const fits = answer.seq === view.value?.seq && pages.value.size < KEPT_PAGES
    pages.value = new Map(fits ? pages.value : []).set(page, answer.lines)
    view.value = answer
  }

  function lineAt(index: number): TargetLine | undefined {
    return pages.value.get(pageOf(index))?.[index % PAGE]
  }

  return { filter, sort, view, choices, count, loading, failure, find, refresh, readChoices, want, lineAt }
}
