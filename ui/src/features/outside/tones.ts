// How the states of draws of other systems and of their rows are coloured.
import type { Tone } from '@/shared/tones'

const TONES: Record<string, Tone> = {
  taken: 'good',
  withdrawn: 'bad',
  found: 'good',
  chosen: 'good',
  named: 'fair',
  open: 'bad',
}

export const toneOf = ({ value }: { value: string }): Tone => TONES[value] ?? 'plain'
