// What stands on the desk of a rule profile: as it was opened, as it is typed, and what of it is different.
import type { RulesOpened } from '@/ipc/generated/RulesOpened'
import type { RulesPreset } from '@/ipc/generated/RulesPreset'
import type { RulesSave } from '@/ipc/generated/RulesSave'
import type { RulesView } from '@/ipc/generated/RulesView'

type Texts = Record<string, string>

export interface RulesDraft {
  name: string
  basis: string
  inForce: boolean
  values: Texts
  texts: Texts
}

export function draftOf({ line, values, texts }: RulesOpened): RulesDraft {
  return {
    name: line.name,
    basis: line.basis,
    inForce: line.inForce,
    values: Object.fromEntries(values.map(({ name, value }) => [name, value])),
    texts: Object.fromEntries(texts.map(({ name, text }) => [name, text])),
  }
}

/** A new one that begins with what an office says. It is meant to hold where nothing of one's own does yet. */
export function draftFrom(preset: RulesPreset, view: RulesView): RulesDraft {
  return {
    name: '',
    basis: '',
    inForce: view.inForce.builtIn,
    values: { ...preset.values },
    texts: Object.fromEntries(view.texts.map(({ value }) => [value, ''])),
  }
}

const different = (before: Texts, after: Texts): Texts =>
  Object.fromEntries(Object.entries(after).filter(([name, text]) => text.trim() !== (before[name] ?? '')))

export const changedSwitches = (before: RulesDraft, after: RulesDraft): string[] =>
  Object.keys(different(before.values, after.values))

export function isChanged(before: RulesDraft, after: RulesDraft): boolean {
  return (
    before.name !== after.name.trim() ||
    before.basis !== after.basis.trim() ||
    before.inForce !== after.inForce ||
    changedSwitches(before, after).length > 0 ||
    Object.keys(different(before.texts, after.texts)).length > 0
  )
}

/** Of a new one everything is sent, of another what is different. */
export function requestOf(
  opened: RulesOpened | null,
  before: RulesDraft,
  after: RulesDraft,
  reason: string,
): RulesSave {
  return {
    id: opened?.line.id ?? null,
    version: opened?.line.version ?? null,
    name: after.name,
    inForce: after.inForce === before.inForce && opened ? null : after.inForce,
    values: opened ? different(before.values, after.values) : after.values,
    texts: different(before.texts, after.texts),
    basis: after.basis,
    reason,
  }
}
