// The walk through a long list: which rows are in sight, and which one the keys have come to. One row at a time can be
// reached by Tab; the arrow keys move it, Page keys, Home and End jump. What a row shows is for whoever draws it.
import { computed, nextTick, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import { barStep, scrollTo, sightOf, SPARE } from './listWindow'

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

  // Browsers keep whole points only; where a point of the bar stands for several, the exact place is kept here.
  function onScroll(): void {
    const bar = box.value?.scrollTop ?? 0
    if (Math.abs(bar - scrolled.value) >= 1) scrolled.value = bar
  }

  // One row further than the list is tall: its heads may stand inside the same box.
  function scrollBar(to: number): void {
    if (!box.value) return
    scrolled.value = Math.max(0, Math.min(to, sight.value.height - viewport.value + rowHeight.value))
    box.value.scrollTop = scrolled.value
    onScroll()
  }

  /** The wheel moves rows, not the bar: in a list taller than the bar a notch would jump over screenfuls. */
  function onWheel(event: WheelEvent): void {
    const step = barStep(count(), rowHeight.value, viewport.value)
    if (step === 1 || event.ctrlKey || event.deltaY === 0) return
    event.preventDefault()
    const points = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? rowHeight.value : 1
    scrollBar(scrolled.value + event.deltaY * points * step)
  }

  /** Back to the newest, as after a new search. */
  function toTop(): void {
    active.value = 0
    scrolled.value = 0
    if (box.value) box.value.scrollTop = 0
  }

  /** The cursor back to the row that the keys have come to, where rows take it. */
  function toActive(): void {
    const row = box.value?.querySelector<HTMLElement>(`[data-index="${active.value}"][tabindex]`)
    row?.focus({ preventScroll: true })
  }

  async function moveTo(index: number): Promise<void> {
    active.value = Math.max(0, Math.min(count() - 1, index))
    const begin = sight.value.first + (scrolled.value > 0 ? SPARE : 0)
    const visible = active.value >= begin && active.value < begin + inSight()
    if (!visible && box.value) {
      const top = active.value < begin ? active.value : Math.max(0, active.value - inSight() + 1)
      const end = active.value === count() - 1
      scrollBar(end ? sight.value.height : scrollTo(top, count(), rowHeight.value, viewport.value))
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

  return { active, sight, rows, onScroll, onWheel, toTop, toActive, follow }
}
