// The questions about targets that are asked most often: who is on the blacklist, whose listing ends soon, who is to be looked
// at more often. They are filters like any other; what they mean is the program's to say.
import type { TargetFilter } from '@/ipc/generated/TargetFilter'
import type { TargetsChoices } from '@/ipc/generated/TargetsChoices'

export type Preset = 'all' | 'blacklist' | 'ending' | 'flagged'

export const PRESETS: { key: Preset; label: string }[] = [
  { key: 'all', label: '全部' },
  { key: 'blacklist', label: '黑名单' },
  { key: 'ending', label: '标志 60 日内到期' },
  { key: 'flagged', label: '有触发标志' },
]

function flagsOf(preset: Preset, choices: TargetsChoices | null): string[] {
  if (preset === 'flagged') return (choices?.flags ?? []).map(({ value }) => value)
  return preset === 'all' ? [] : [preset]
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
  const counted = choices.facets.find(({ facet }) => facet === 'flag')?.choices ?? []
  const having = (value: string) => counted.find((choice) => choice.value === value)?.count ?? 0
  return preset === 'flagged' ? total - having('') : having(preset)
}
