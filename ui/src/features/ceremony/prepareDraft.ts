// How a ceremony is held, as it is typed. Each seat keeps its own number, so that what is typed stays with its row however the rows are
// moved; what is sent knows nothing of those numbers.
import type { CeremonySave } from '@/ipc/generated/CeremonySave'
import type { SeatForm } from '@/ipc/generated/SeatForm'

export type SeatRow = SeatForm & { key: number }
export type PrepareDraft = Omit<CeremonySave, 'id' | 'version' | 'seats'> & { seats: SeatRow[] }

let last = 0

export const seatRow = (seat: SeatForm): SeatRow => ({ ...seat, key: (last += 1) })

export const blankSeat = (role: string): SeatRow =>
  seatRow({ role, alias: '', name: '', unit: '', shown: false })

export function draftOf(form: CeremonySave): PrepareDraft {
  const { way, place, seats, public_source, public_date, width_cm, distance_cm } = form
  return { way, place, seats: seats.map(seatRow), public_source, public_date, width_cm, distance_cm }
}

function seatOf({ role, alias, name, unit, shown }: SeatRow): SeatForm {
  return { role, alias, name, unit, shown }
}

export function requestOf(draft: PrepareDraft, of: { id: number; version: number }): CeremonySave {
  const { id, version } = of
  return { ...draft, seats: draft.seats.map(seatOf), id, version }
}

/** Whether both would be sent alike. */
export function sameDraft(one: PrepareDraft, other: PrepareDraft): boolean {
  const told = (draft: PrepareDraft) => JSON.stringify(requestOf(draft, { id: 0, version: 0 }), KEYS)
  return told(one) === told(other)
}

/** In one order, whatever order the program wrote them in. */
const KEYS = [
  'way',
  'place',
  'seats',
  'public_source',
  'public_date',
  'width_cm',
  'distance_cm',
  'role',
  'alias',
  'name',
  'unit',
  'shown',
]

/** The rows with one moved by a step; as they are at the ends. */
export function moved(rows: readonly SeatRow[], at: number, step: number): SeatRow[] {
  const after = [...rows]
  const [row] = after.splice(at, 1)
  if (row === undefined || at + step < 0 || at + step > after.length) return [...rows]
  after.splice(at + step, 0, row)
  return after
}
