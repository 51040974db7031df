// The fields of a target in the parts they belong to, in the order in which the program names them.
import type { TargetFieldView } from '@/ipc/generated/TargetFieldView'

export interface FieldGroup {
  name: string
  fields: TargetFieldView[]
}

export function groupsOf(fields: readonly TargetFieldView[]): FieldGroup[] {
  const groups = new Map<string, TargetFieldView[]>()
  for (const field of fields) groups.set(field.group, [...(groups.get(field.group) ?? []), field])
  return [...groups].map(([name, members]) => ({ name, fields: members }))
}
