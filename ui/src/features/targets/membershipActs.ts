// In and out of the registry: what each way is called, and what it means.

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
    says: ['暂停以后不参加抽取，资料和检查记录都留着。', '随时可以恢复。'],
    done: '已暂停',
  },
  removed: {
    verb: '移出',
    says: [
      '移出以后不参加抽取，也不再算作名录里的对象。',
      '资料不删除，以前的抽查照样查得到；移错了可以恢复。',
    ],
    done: '已移出名录',
    danger: true,
  },
  in: {
    verb: '恢复',
    says: ['恢复以后照常参加抽取。'],
    done: '已恢复',
  },
}

/** What may become of a target that stands so. */
export function membershipActsFor(now: string): [membership: Membership, act: MembershipAct][] {
  const all = Object.entries(MEMBERSHIP_ACTS) as [Membership, MembershipAct][]
  return all.filter(([membership]) => membership !== now)
}
