// How the states of a target are coloured. Values that are not named here are plain.
import type { TargetLine } from '@/ipc/generated/TargetLine'
import type { Tone } from '@/shared/tones'

const CREDIT: Record<string, Tone> = { good: 'good', fair: 'fair', poor: 'bad' }
const MEMBERSHIP: Record<string, Tone> = { in: 'good', suspended: 'fair', removed: 'bad' }

export const creditTone = ({ credit }: TargetLine): Tone => CREDIT[credit.value] ?? 'plain'

export const statusTone = ({ status }: TargetLine): Tone => (status.value === 'active' ? 'plain' : 'bad')

export const membershipTone = ({ membership }: TargetLine): Tone => MEMBERSHIP[membership.value] ?? 'plain'
