// The targets that one number of a pool counts. A million are asked for a part at a time, those that are in sight first.
import { computed, ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { PoolRow } from '@/ipc/generated/PoolRow'
import type { PoolRows } from '@/ipc/generated/PoolRows'

export const PAGE = 100

/** More than anybody scrolls through in one go; older parts are read again. */
const KEPT_PAGES = 40

/** A row as a list knows one: by a number. */
export interface PoolLine {
  id: number
  row: PoolRow
}

export function usePoolRows(task: number, of: string) {
  const text = ref('')
  const total = ref<number | null>(null)
  const pages = shallowRef(new Map<number, PoolLine[]>())
  const loading = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const count = computed(() => total.value ?? 0)
  let wanted: [first: number, last: number] = [0, 0]
  let round = 0
  let bringing = 0

  const pageOf = (index: number) => Math.floor(index / PAGE)

  function take(page: number, { rows, total: all }: PoolRows): void {
    const kept = pages.value.size < KEPT_PAGES ? pages.value : new Map<number, PoolLine[]>()
    const lines = rows.map((row) => ({ id: row.target, row }))
    pages.value = new Map(kept).set(page, lines)
    total.value = all
    failure.value = null
  }

  async function read(page: number, mine: number): Promise<void> {
    try {
      const answer = await call('task_pool_rows', {
        id: task,
        of,
        text: text.value.trim(),
        from: page * PAGE,
        limit: PAGE,
      })
      if (mine !== round) return
      if (bringing === 0) pages.value = new Map()
      take(page, answer)
    } catch (thrown) {
      if (mine === round) failure.value = failureOf(thrown)
    }
  }

  /** Asks anew, where the list stands; what stands there stays until the answer comes. */
  async function find(from = 0): Promise<void> {
    const mine = (round += 1)
    bringing = 0
    loading.value = true
    await read(pageOf(from), mine)
    if (mine !== round) return
    loading.value = false
    void bring(mine)
  }

  function missing(): number | null {
    const last = Math.min(wanted[1], count.value - 1)
    for (let page = pageOf(wanted[0]); page <= pageOf(last); page += 1) {
      if (page >= 0 && !pages.value.has(page)) return page
    }
    return null
  }

  async function bring(mine: number): Promise<void> {
    if (bringing > 0 || loading.value) return
    bringing += 1
    for (let page = missing(); page !== null && mine === round; page = missing()) {
      await read(page, mine)
      if (failure.value) break
    }
    if (mine === round) bringing = 0
  }

  return {
    text,
    total,
    count,
    loading,
    failure,
    find,
    /** The same list once more where one is, as after something was changed. */
    refresh: () => find(wanted[0]),
    want(first: number, last: number): void {
      wanted = [first, last]
      if (total.value !== null) void bring(round)
    },
    lineAt: (index: number): PoolLine | undefined => pages.value.get(pageOf(index))?.[index % PAGE],
  }
}
