// How the states of an inspector and of their certificates are coloured. Values that are not named here are plain.
import type { CertificateView } from '@/ipc/generated/CertificateView'
import type { InspectorLine } from '@/ipc/generated/InspectorLine'
import type { Tone } from '@/shared/tones'

const CERTIFICATE: Record<string, Tone> = { valid: 'good', expiring: 'fair', expired: 'bad', unknown: 'fair' }
const MEMBERSHIP: Record<string, Tone> = { in: 'good', suspended: 'fair', removed: 'bad' }

export const certificateTone = ({ state }: CertificateView): Tone => CERTIFICATE[state.value] ?? 'plain'

export const membershipTone = ({ membership }: InspectorLine): Tone => MEMBERSHIP[membership.value] ?? 'plain'
