// Rows of an editor: each keeps its own number, so that what is typed stays with its row however the rows are moved.
import type { CheckPoint } from '@/ipc/generated/CheckPoint'
import type { LegalBasis } from '@/ipc/generated/LegalBasis'

export type BasisText = Omit<LegalBasis, 'state'>
export type Row<Text> = Text & { key: number }

let last = 0

export function rowsOf<Text extends object>(texts: readonly Text[]): Row<Text>[] {
  return texts.map((text) => ({ ...text, key: (last += 1) }))
}

export function withoutKeys<Text extends object>(rows: readonly Row<Text>[]): Text[] {
  return rows.map((row) => {
    const text: Text & { key?: number } = { ...row }
    delete text.key
    return text
  })
}

export const blankBasis = (): BasisText => ({ law: '', article: '', text: '', validFrom: '', validTo: '' })

export const blankPoint = (): CheckPoint => ({ content: '', method: '', materials: '' })

/** What is edited of a basis: whether it is in force the program says. */
export function basisText({ law, article, text, validFrom, validTo }: LegalBasis): BasisText {
  return { law, article, text, validFrom, validTo }
}

/** The rows with one moved by a step; as they are at the ends. */
export function moved<T>(rows: readonly T[], at: number, step: number): T[] {
  const after = [...rows]
  const [row] = after.splice(at, 1)
  if (row === undefined || at + step < 0 || at + step > after.length) return [...rows]
  after.splice(at + step, 0, row)
  return after
}
