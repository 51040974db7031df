// The rows of a draw. Ten thousand are asked for a part at a time, those that are in sight first.
import { computed, ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { DrawRow } from '@/ipc/generated/DrawRow'
import type { Failure } from '@/ipc/generated/Failure'

export const PAGE = 100

/** A row as a list knows one: by a number. */
export interface RowLine {
  id: number
  row: DrawRow
}

export function useDrawRows(ceremony: () => number, standing: () => boolean) {
  const total = ref<number | null>(null)
  const pages = shallowRef(new Map<number, RowLine[]>())
  const loading = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const count = computed(() => total.value ?? 0)
  let wanted: [first: number, last: number] = [0, 0]
  let round = 0
  let bringing = false

  const pageOf = (index: number) => Math.floor(index / PAGE)

  async function read(page: number, mine: number): Promise<boolean> {
    try {
      const from = page * PAGE
      const answer = await call('draw_rows', { id: ceremony(), standing: standing(), from, limit: PAGE })
      if (mine !== round) return false
      const lines = answer.rows.map((row, at) => ({ id: from + at + 1, row }))
      pages.value = new Map(pages.value).set(page, lines)
      total.value = answer.total
      failure.value = null
      return true
    } catch (thrown) {
      if (mine === round) failure.value = failureOf(thrown)
      return false
    }
  }

  function missing(): number | null {
    const last = Math.min(wanted[1], count.value - 1)
    for (let page = pageOf(wanted[0]); page <= pageOf(last); page += 1)
      if (page >= 0 && !pages.value.has(page)) return page
    return null
  }

  async function bring(mine: number): Promise<void> {
    if (bringing || loading.value) return
    bringing = true
    for (let page = missing(); page !== null && mine === round; page = missing())
      if (!(await read(page, mine))) break
    bringing = false
    // What was wanted of a list that was begun anew meanwhile.
    if (mine !== round) void bring(round)
  }

  /** Asks anew from the beginning: another list, or one that was changed. */
  async function find(): Promise<void> {
    const mine = (round += 1)
    loading.value = true
    pages.value = new Map()
    await read(0, mine)
    if (mine !== round) return
    loading.value = false
    void bring(mine)
  }

  return {
    total,
    count,
    loading,
    failure,
    find,
    want(first: number, last: number): void {
      wanted = [first, last]
      if (total.value !== null) void bring(round)
    },
    lineAt: (index: number): RowLine | undefined => pages.value.get(pageOf(index))?.[index % PAGE],
  }
}
