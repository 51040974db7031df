// Playing what is decided: row by row, ten at a time, or at once. Where it has come to stands in the program, so that it goes on there
// after anything that may happen to this window; the clock here only asks for the next row.
import { computed, onBeforeUnmount, ref } from 'vue'
import { remembered } from '@/shared/remembered'
import { nextScene, PLAYED, scenesOf, type Scene } from './scenes'
import type { Stage } from './useStage'

/** How long a row is played, in milliseconds. */
export const PACES = [
  { value: 5000, label: '慢' },
  { value: 3000, label: '中' },
  { value: 1200, label: '快' },
] as const
const USUAL_PACE = 3000

/** Between two rows: time to read the one that fell. */
export const BREATH = 900

export const STRIDES = [
  { value: 1, label: '逐户' },
  { value: 10, label: '十户一组' },
] as const

export function usePlay(stage: Stage, of: { id: () => number; crews: () => boolean; total: () => number }) {
  const running = ref(false)
  const stride = ref<number>(1)
  const pace = remembered<number>(
    'ceremony.pace',
    () => USUAL_PACE,
    (kept) => PACES.find(({ value }) => value === kept)?.value ?? null,
  )
  let timer: ReturnType<typeof setTimeout> | undefined

  const scene = computed(() => stage.view.value?.step ?? '')
  const place = computed(() => stage.view.value?.place ?? 0)
  const rolls = computed(() => PLAYED.includes(scene.value as Scene))
  /** How far it can be played: rows, or the last page. */
  const end = computed(() => {
    const view = stage.view.value
    if (rolls.value) return view?.draw?.total ?? 0
    return scene.value === 'result' ? Math.max(0, (view?.page?.pages ?? 1) - 1) : 0
  })
  const atEnd = computed(() => place.value >= end.value)
  const next = computed(() => nextScene(scene.value, of.crews()))

  function pause(): void {
    running.value = false
    clearTimeout(timer)
  }

  const show = (step: string, at: number, time: number) =>
    stage.show({ id: of.id(), step, place: Math.max(0, at), pace: time })

  async function forward(): Promise<void> {
    clearTimeout(timer)
    const step = rolls.value ? stride.value : 1
    const went = await show(
      scene.value,
      Math.min(end.value, place.value + step),
      rolls.value ? pace.value : 0,
    )
    if (!running.value) return
    // What the stage is refused is not asked again and again: somebody looks at it first.
    if (!went || atEnd.value) return pause()
    timer = setTimeout(() => void forward(), pace.value + BREATH)
  }

  async function start(): Promise<void> {
    if (running.value || atEnd.value) return
    running.value = true
    await forward()
  }

  onBeforeUnmount(pause)

  return {
    running,
    stride,
    pace,
    scene,
    place,
    rolls,
    end,
    atEnd,
    next,
    start,
    pause,
    /** One step on by hand. */
    async step(): Promise<void> {
      pause()
      if (!atEnd.value) await forward()
    },
    async back(): Promise<void> {
      pause()
      await show(scene.value, place.value - (rolls.value ? stride.value : 1), 0)
    },
    /** To where nothing has fallen yet: a row that comes after another picture would stand there without having rolled. */
    async rewind(): Promise<void> {
      pause()
      await show(scene.value, 0, 0)
    },
    async skip(): Promise<void> {
      pause()
      await show(scene.value, end.value, 0)
    },
    /** Another picture; what was played before stands there whole. */
    async turnTo(wanted: Scene): Promise<void> {
      pause()
      const order = scenesOf(false, of.crews())
      const played = order.indexOf(scene.value as Scene) > order.indexOf(wanted)
      await show(wanted, PLAYED.includes(wanted) && played ? of.total() : 0, 0)
    },
  }
}

export type Play = ReturnType<typeof usePlay>
