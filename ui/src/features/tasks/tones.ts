// How the states of tasks and of what belongs to them are coloured. Values that are not named here are plain.
import type { Tone } from '@/shared/tones'

const TONES: Record<string, Tone> = {
  draft: 'fair',
  approved: 'good',
  cancelled: 'bad',
  excluded: 'bad',
  fallen: 'bad',
  yes: 'good',
  same: 'good',
  changed: 'bad',
  replaced: 'bad',
  sure: 'good',
  thin: 'fair',
  short: 'fair',
  impossible: 'bad',
  open: 'fair',
  granted: 'good',
}

export const toneOf = ({ value }: { value: string }): Tone => TONES[value] ?? 'plain'
