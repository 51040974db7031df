// The fields of a target in the parts they belong to, in the order in which the program names them.
import type { FieldView } from '@/ipc/generated/FieldView'

export interface FieldGroup {
  name: string
  fields: FieldView[]
}

export function groupsOf(fields: readonly FieldView[]): FieldGroup[] {
  const groups = new Map<string, FieldView[]>()
  for (const field of fields) groups.set(field.group, [...(groups.get(field.group) ?? []), field])
  return [...groups].map(([name, members]) => ({ name, fields: members }))
}
