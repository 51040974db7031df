// What of a draw is to be seen now. The program says which row falls; until it has rolled, nothing of it stands anywhere on the
// stage: neither beside, nor in the list, nor in a bar. Coming back to the window, nothing rolls: what fell has fallen.
import { computed, onBeforeUnmount, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { DrawRow } from '@/ipc/generated/DrawRow'
import type { StageDraw } from '@/ipc/generated/StageDraw'
import type { StageView } from '@/ipc/generated/StageView'
import { rebase } from './rolling'

/** The most rows that stand in the middle when they fell together. */
export const TOGETHER = 10

/** A row on its way. */
export interface Roll {
  draw: StageDraw
  place: number
  pace: number
  /** When it began, on the clock of animation. */
  begun: number
}

export interface Play {
  /** What has fallen, to be seen. */
  settled: ShallowRef<StageDraw | null>
  /** What is rolling. */
  roll: ShallowRef<Roll | null>
  /** Rows that fell together, the first of them first; one or none: there is only the last row. */
  together: ShallowRef<DrawRow[]>
  /** Whose stratum is named above. */
  stratum: ComputedRef<StageDraw['stratum']>
  land: () => void
}

const now = () => performance.now()

export function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** In how many strata something fell. */
function grown(before: StageDraw | null, after: StageDraw): number {
  const done = new Map(before?.progress.map((stratum) => [stratum.key, stratum.done]))
  return after.progress.filter((stratum) => stratum.done > (done.get(stratum.key) ?? 0)).length
}

export function usePlay(view: () => StageView): Play {
  const settled = shallowRef<StageDraw | null>(null)
  const roll = shallowRef<Roll | null>(null)
  const together = shallowRef<DrawRow[]>([])
  /** Rows of several strata that fell together have no stratum in common. */
  const mixed = shallowRef(false)
  let place = 0
  let ceremony: number | null = null
  let clock: ReturnType<typeof setTimeout> | undefined

  function settle(draw: StageDraw, reached: number): void {
    clearTimeout(clock)
    const fell = draw.fallen.filter(({ order }) => order > place && order <= reached)
    together.value = fell.length > 1 && reached - place <= TOGETHER ? fell.reverse() : []
    roll.value = null
    mixed.value = together.value.length > 1 && grown(settled.value, draw) > 1
    settled.value = draw
    place = reached
  }

  function land(): void {
    if (roll.value) settle(roll.value.draw, roll.value.place)
  }

  /** A window that is covered gets no frames: the row stands there in time all the same. */
  function begin(coming: Roll): void {
    roll.value = coming
    clearTimeout(clock)
    clock = setTimeout(land, Math.max(0, coming.begun + coming.pace - now()))
  }

  function follow(next: StageView): void {
    const draw = next.draw
    if (!draw) return
    const known = ceremony === next.ceremony && settled.value !== null
    ceremony = next.ceremony
    if (!known || next.place < place) {
      // Nobody here saw what came before: it did not fall together with this row.
      place = next.place
      settle(draw, next.place)
      return
    }
    if (roll.value?.place === next.place) {
      turn(roll.value, draw, next.pace)
      return
    }
    land()
    const rolls = next.pace > 0 && !draw.order_only && draw.rolling.length > 0 && !prefersStillness()
    if (next.place > place && rolls) begin({ draw, place: next.place, pace: next.pace, begun: now() })
    else if (next.place > place) settle(draw, next.place)
    else settled.value = draw
  }

  function turn(rolling: Roll, draw: StageDraw, pace: number): void {
    if (pace === 0) settle(draw, rolling.place)
    else if (pace !== rolling.pace)
      begin({ ...rolling, draw, pace, begun: rebase(rolling.begun, now(), rolling.pace, pace) })
  }

  watch(view, follow, { immediate: true })
  onBeforeUnmount(() => clearTimeout(clock))
  return {
    settled,
    roll,
    together,
    stratum: computed(() => {
      if (roll.value) return roll.value.draw.stratum
      return mixed.value ? null : (settled.value?.stratum ?? null)
    }),
    land,
  }
}
