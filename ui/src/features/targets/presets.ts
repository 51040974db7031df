// The questions about targets that are asked most often: who is on the blacklist, whose listing ends soon, who is to be looked
// at more often. They are filters like any other; what they mean is the program's to say.
import type { CountedChoice } from '@/ipc/generated/CountedChoice'
import type { TargetFacetChoices } from '@/ipc/generated/TargetFacetChoices'
import type { TargetFilter } from '@/ipc/generated/TargetFilter'
import type { TargetsChoices } from '@/ipc/generated/TargetsChoices'

export type Preset = 'all' | 'blacklist' | 'ending' | 'flagged'

export const PRESETS: { key: Preset; label: string }[] = [
  { key: 'all', label: '全部' },
  { key: 'blacklist', label: '黑名单' },
  { key: 'ending', label: '标志 60 日内到期' },
  { key: 'flagged', label: '有触发标志' },
]

const ENDING = { value: 'ending', label: '60 日内到期' }

function countedOf(choices: TargetsChoices | null): CountedChoice[] {
  return choices?.facets.find(({ facet }) => facet === 'flag')?.choices ?? []
}

/** Every flag that there is; those that no target has now are found, too, and are called by their names. */
export function facetsOf(choices: TargetsChoices | null): TargetFacetChoices[] {
  const counted = countedOf(choices)
  const rest = [...(choices?.flags ?? []), ENDING].filter(
    ({ value }) => !counted.some((choice) => choice.value === value),
  )
  const all = [...counted, ...rest.map((one) => ({ ...one, count: 0 }))]
  return (choices?.facets ?? []).map((one) => (one.facet === 'flag' ? { ...one, choices: all } : one))
}

/** Of the flags those that some target has; where none has any, all of them. */
function flagsOf(preset: Preset, choices: TargetsChoices | null): string[] {
  if (preset !== 'flagged') return preset === 'all' ? [] : [preset]
  const all = (choices?.flags ?? []).map(({ value }) => value)
  const had = countedOf(choices).map(({ value }) => value)
  const some = all.filter((value) => had.includes(value))
  return some.length > 0 ? some : all
}

export function filterOf(preset: Preset, choices: TargetsChoices | null): TargetFilter {
  const flags = flagsOf(preset, choices)
  return { text: '', values: flags.length === 0 ? {} : { flag: flags } }
}

/** The question that this filter asks, whatever else it narrows down. */
export function presetOf({ text, values }: TargetFilter, choices: TargetsChoices | null): Preset | null {
  const asked = values.flag ?? []
  if (asked.length === 0) return text === '' && Object.keys(values).length === 0 ? 'all' : null
  const same = ({ key }: { key: Preset }) =>
    key !== 'all' && [...flagsOf(key, choices)].sort().join() === [...asked].sort().join()
  return PRESETS.find(same)?.key ?? null
}

/** How many targets a question finds in the whole registry. */
export function countOf(preset: Preset, choices: TargetsChoices | null, total: number): number | null {
  if (!choices) return null
  if (preset === 'all') return total
  const counted = countedOf(choices)
  const having = (value: string) => counted.find((choice) => choice.value === value)?.count ?? 0
  return preset === 'flagged' ? total - having('') : having(preset)
}
