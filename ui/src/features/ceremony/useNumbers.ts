// The numbers on the cards: which seat is on, what stands in its box, and the two presses that a number needs, entering and confirming.
// Whatever is typed is shown on the stage at once; it counts only once it was entered, and the seat said yes.
import { computed, ref, watch } from 'vue'
import type { SeatView } from '@/ipc/generated/SeatView'
import type { Room } from './useRoom'
import type { Stage } from './useStage'

const FULL_WIDTH_ZERO = '０'.charCodeAt(0)

/** The digits of what was typed: a paste may bring spaces and full-width ones along. */
export function digitsIn(typed: string): string {
  const narrow = typed.replace(/[０-９]/g, (sign) => String(sign.charCodeAt(0) - FULL_WIDTH_ZERO))
  return narrow.replace(/\D/g, '')
}

export function useNumbers(room: Room, stage: Stage) {
  /** What stands in the box of each seat and is not entered. */
  const typed = ref<Record<number, string>>({})
  const chosen = ref<number | null>(null)
  /** A seat whose number stands, and is typed once more. */
  const correcting = ref(false)

  const seats = computed(() => room.view.value?.seats ?? [])
  const taking = computed(() => room.view.value?.may.includes('ceremony_number') ?? false)
  const firstOpen = computed(() => seats.value.find(({ confirmed }) => !confirmed)?.seat ?? null)
  const seat = computed<SeatView | null>(() => {
    const wanted = chosen.value ?? firstOpen.value
    return seats.value.find((one) => one.seat === wanted) ?? null
  })
  const digits = computed(() => typed.value[seat.value?.seat ?? 0] ?? '')
  const typing = computed(() => {
    const now = seat.value
    return now !== null && (correcting.value || (now.digits === '' && !now.refused))
  })
  const left = computed(() => seats.value.filter(({ confirmed }) => !confirmed).length)
  const refused = computed(() => seats.value.filter((one) => one.refused))

  const id = () => room.view.value?.line.id ?? 0

  function put(text: string): void {
    if (seat.value) typed.value = { ...typed.value, [seat.value.seat]: text }
  }

  function show(): void {
    if (taking.value && seat.value && !seat.value.confirmed)
      stage.type({ id: id(), seat: seat.value.seat, digits: digits.value })
  }

  function clear(): void {
    typed.value = {}
    chosen.value = null
    correcting.value = false
  }

  watch([() => room.view.value?.line.id, taking], clear)
  // The stage marks the seat that is on.
  watch(() => [taking.value, seat.value?.seat] as const, show)

  function choose(wanted: number): void {
    if (seat.value?.seat === wanted) return
    chosen.value = wanted
    correcting.value = digits.value !== '' && (seat.value?.digits ?? '') !== ''
  }

  return {
    digits,
    seat,
    seats,
    typing,
    correcting,
    left,
    refused,
    clear,
    choose,
    unsaved: computed(() => taking.value && Object.values(typed.value).some((text) => text !== '')),
    type(text: string): void {
      put(digitsIn(text))
      show()
    },
    correct(): void {
      put('')
      correcting.value = true
    },
    keep(): void {
      put('')
      correcting.value = false
      show()
    },
    async enter(): Promise<void> {
      const now = seat.value
      if (!now || digits.value === '') return
      if (!(await room.act('ceremony_number', { id: id(), seat: now.seat, digits: digits.value }))) return
      put('')
      correcting.value = false
    },
    /** The card stays closed. */
    async refuse(): Promise<boolean> {
      const now = seat.value
      if (!now) return false
      const went = await room.act('ceremony_number', { id: id(), seat: now.seat, digits: '' })
      if (went) put('')
      if (went) correcting.value = false
      return went
    },
    async confirm(): Promise<void> {
      const now = seat.value
      if (!now || now.digits === '') return
      const { seat: number, digits: seen } = now
      if (await room.act('ceremony_confirm', { id: id(), seat: number, digits: seen })) chosen.value = null
    },
  }
}

export type Numbers = ReturnType<typeof useNumbers>
