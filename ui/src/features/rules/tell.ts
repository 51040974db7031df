// The value of a switch as people say it, out of the words that the program gives for its choices.
import type { RulesSwitch } from '@/ipc/generated/RulesSwitch'

/** How several values stand side by side on the wire. */
const AND = ','

export const severalOf = (value: string): string[] => value.split(AND).filter((word) => word !== '')
export const severalText = (values: readonly string[]): string => values.join(AND)

export function tell({ kind, choices, unit, zero }: RulesSwitch, value: string): string {
  const label = (word: string) => choices.find((choice) => choice.value === word)?.label ?? word
  const nought = (value === '0' || value === '0%') && zero !== ''
  if (kind === 'several') {
    const words = severalOf(value)
    if (words.length === 0) return '一个也不选'
    return words.length === choices.length ? '全部' : words.map(label).join('、')
  }
  if (kind === 'number') return nought ? zero : `${value} ${unit}`
  if (kind === 'share') return nought ? zero : value
  return label(value)
}
