// How the states of plans, of reminders and of remarks are coloured. Values that are not named here are plain.
import type { PlanTone } from '@/ipc/generated/PlanTone'
import type { Tone } from '@/shared/tones'

const STATES: Record<string, Tone> = { draft: 'fair', approved: 'good', submitted: 'good', published: 'good' }
const SEVERITIES: Record<string, Tone> = { error: 'bad', warning: 'fair', note: 'plain' }
const DUE: Record<PlanTone, Tone> = { calm: 'plain', near: 'fair', overdue: 'bad' }

export const toneOfState = ({ value }: { value: string }): Tone => STATES[value] ?? 'plain'
export const toneOfSeverity = ({ value }: { value: string }): Tone => SEVERITIES[value] ?? 'plain'
export const toneOfDue = (tone: PlanTone): Tone => DUE[tone]
