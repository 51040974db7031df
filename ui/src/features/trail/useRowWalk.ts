// The walk through a long list: which rows are in sight, and which one the keys have come to. One row at a time can be
// reached by Tab; the arrow keys move it, Page keys, Home and End jump. What a row shows is for whoever draws it.
import { computed, nextTick, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import { scrollTo, sightOf, SPARE } from './window'

/** `box` is the element that scrolls. */
export function useRowWalk(
  box: Readonly<Ref<HTMLElement | null>>,
  count: () => number,
  want: (first: number, last: number) => void,
) {
  const active = ref(0)
  const scrolled = ref(0)
  const viewport = ref(600)
  const rowHeight = ref(32)
  let watcher: ResizeObserver | null = null

  const sight = computed(() => sightOf(count(), rowHeight.value, viewport.value, scrolled.value))
  const rows = computed(() => {
    const { first, last } = sight.value
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step)
  })
  const inSight = () => Math.max(1, Math.floor(viewport.value / rowHeight.value) - 1)

  watch(
    () => [sight.value.first, sight.value.last, count()] as const,
    ([first, last]) => want(first, last),
    { immediate: true },
  )
  watch(count, (now) => (active.value = Math.min(active.value, Math.max(0, now - 1))))

  function measure(): void {
    if (!box.value) return
    viewport.value = box.value.clientHeight || viewport.value
    const height = getComputedStyle(box.value).getPropertyValue('--row-height')
    rowHeight.value = Number.parseInt(height, 10) || rowHeight.value
  }

  onMounted(() => {
    measure()
    watcher = new ResizeObserver(measure)
    if (box.value) watcher.observe(box.value)
  })
  onBeforeUnmount(() => watcher?.disconnect())

  function onScroll(): void {
    scrolled.value = box.value?.scrollTop ?? 0
  }

  /** Back to the newest, as after a new search. */
  function toTop(): void {
    active.value = 0
    scrolled.value = 0
    if (box.value) box.value.scrollTop = 0
  }

  /** The cursor back to the row that the keys have come to. */
  function toActive(): void {
    const row = box.value?.querySelector<HTMLElement>(`[data-index="${active.value}"]`)
    row?.focus({ preventScroll: true })
  }

  async function moveTo(index: number): Promise<void> {
    active.value = Math.max(0, Math.min(count() - 1, index))
    const begin = sight.value.first + (scrolled.value > 0 ? SPARE : 0)
    const visible = active.value >= begin && active.value < begin + inSight()
    if (!visible && box.value) {
      const top = active.value < begin ? active.value : Math.max(0, active.value - inSight() + 1)
      box.value.scrollTop = scrollTo(top, count(), rowHeight.value, viewport.value)
      onScroll()
    }
    await nextTick()
    toActive()
  }

  /** Follows a key pressed on a row; says whether it was one that moves. */
  function follow(event: KeyboardEvent, index: number): boolean {
    const moves: Record<string, number | undefined> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + inSight(),
      PageUp: index - inSight(),
      Home: 0,
      End: count() - 1,
    }
    const to = moves[event.key]
    if (to === undefined) return false
    event.preventDefault()
    void moveTo(to)
    return true
  }

  return { active, sight, rows, onScroll, toTop, toActive, follow }
}
