// Which column is read as which field: what the program guessed, until somebody says otherwise.
import type { ColumnLook } from '@/ipc/generated/ColumnLook'
import type { ImportField } from '@/ipc/generated/ImportField'
import type { SheetLook } from '@/ipc/generated/SheetLook'

/** By the letters of the column: a field, nothing for one that is left out, null for one that nobody has decided about. */
export type Mapping = Record<string, string | null>

export function guessed({ columns }: SheetLook): Mapping {
  const begin = ({ field, known }: ColumnLook) => field ?? (known ? '' : null)
  return Object.fromEntries(columns.map((column) => [column.letters, begin(column)]))
}

/** The fields that several columns are read as although only one may be. */
export function takenTwice(mapping: Mapping, fields: readonly ImportField[]): Set<string> {
  const chosen = Object.values(mapping).filter((field): field is string => Boolean(field))
  const single = fields.filter(({ repeats }) => !repeats).map(({ field }) => field)
  return new Set(single.filter((field) => chosen.filter((one) => one === field).length > 1))
}

/** The fields without which a row cannot be taken and that no column is read as. */
export function lacking(mapping: Mapping, fields: readonly ImportField[]): ImportField[] {
  const chosen = new Set(Object.values(mapping))
  return fields.filter(({ field, required }) => required && !chosen.has(field))
}

/** As the program wants to hear it: by heading, or by the letters where two columns have the same one. */
export function columnsOf(sheet: SheetLook, mapping: Mapping): Record<string, string> {
  const alone = (heading: string) => sheet.columns.filter((other) => other.heading === heading).length === 1
  return Object.fromEntries(
    sheet.columns.map(({ letters, heading }) => [
      heading !== '' && alone(heading) ? heading : letters,
      mapping[letters] ?? '',
    ]),
  )
}
