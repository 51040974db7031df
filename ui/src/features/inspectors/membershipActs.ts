// In and out of the registry of inspectors: what each way is called, and what it means.
import type { Membership } from '@/ipc/generated/Membership'

export interface MembershipAct {
  verb: string
  says: string[]
  done: string
  danger?: boolean
}

export const MEMBERSHIP_ACTS: Record<Membership, MembershipAct> = {
  suspended: {
    verb: '暂停',
    says: ['暂停以后不参加抽取，证件和回避关系都留着。', '随时可以恢复。'],
    done: '已暂停',
  },
  removed: {
    verb: '移出',
    says: [
      '移出以后不参加抽取，也不再算作名录里的人员。',
      '资料不删除，以前的抽查照样查得到；移错了可以恢复。',
    ],
    done: '已移出名录',
    danger: true,
  },
  in: { verb: '恢复', says: ['恢复以后，证件有效的照常参加抽取。'], done: '已恢复' },
}

/** What may become of somebody who stands so. */
export function membershipActsFor(now: string): [membership: Membership, act: MembershipAct][] {
  const all = Object.entries(MEMBERSHIP_ACTS) as [Membership, MembershipAct][]
  return all.filter(([membership]) => membership !== now)
}
