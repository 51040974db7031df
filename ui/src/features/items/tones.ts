// How the states of items, of their bases and of editions are coloured. Values that are not named here are plain.
import type { Tone } from '@/shared/tones'

const TONES: Record<string, Tone> = {
  in_force: 'good',
  not_yet: 'fair',
  lapsed: 'bad',
  added: 'good',
  changed: 'fair',
  removed: 'bad',
  submitted: 'fair',
  returned: 'bad',
  ratified: 'good',
  published: 'good',
}

export const toneOf = ({ value }: { value: string }): Tone => TONES[value] ?? 'plain'
