// How the states of ceremonies and of what is looked at before sealing are coloured. Values that are not named here are plain.
import type { Tone } from '@/shared/tones'

const TONES: Record<string, Tone> = {
  prepared: 'fair',
  sealed: 'fair',
  cards: 'fair',
  drawn: 'good',
  void: 'bad',
  good: 'good',
  warn: 'fair',
  bad: 'bad',
  hand: 'plain',
}

export const toneOf = (value: string): Tone => TONES[value] ?? 'plain'
