// How the states of tasks and of what belongs to them are coloured. Values that are not named here are plain.
import type { Tone } from '@/shared/tones'

const TONES: Record<string, Tone> = {
  draft: 'fair',
  approved: 'good',
  cancelled: 'bad',
  excluded: 'bad',
  fallen: 'bad',
  yes: 'good',
  holds: 'good',
  replaced: 'plain',
  changed: 'bad',
  no: 'plain',
  ready: 'good',
  enough: 'good',
  thin: 'fair',
  later: 'plain',
  short: 'bad',
}

export const toneOf = ({ value }: { value: string }): Tone => TONES[value] ?? 'plain'
