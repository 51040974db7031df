// What the wizard says of each sort of roster: the steps are the same, the words are not.
import { inject, provide, type InjectionKey } from 'vue'
import type { Registry } from '@/ipc/generated/Registry'

export interface RosterWords {
  registry: Registry
  /** The page where it is taken over. */
  page: string
  /** The page of the registry that it is taken into. */
  list: string
  title: string
  /** What one brings, in a word. */
  noun: string
  back: string
  see: string
  /** What the comparison is with. */
  compare: string
  /** In what its entries are counted. */
  unit: string
  /** Before and after the number of those that the roster does not have. */
  missing: [before: string, after: string]
  /** What is taken over, or nothing of it. */
  whole: string
  file: string
  source: string
}

const WHOLE = '跳过的和有错误的行不导入，改好以后再导一次就行。'

export const ROSTERS: Record<Registry, RosterWords> = {
  targets: {
    registry: 'targets',
    page: '/targets/import',
    list: '/targets',
    title: '导入检查对象名单',
    noun: '名单',
    back: '返回检查对象库',
    see: '看检查对象库',
    compare: '与名录库比对',
    unit: '户',
    missing: ['名录里有、这份名单里没有的：', '户。它们原样保留，什么也不删除。'],
    whole: `一次全部导入，中途出错就一户也不改。${WHOLE}`,
    file: '如 E:\\名单\\企业名录.xlsx',
    source: '如 2026 年市场主体名单，下次照这次的对应关系读',
  },
  inspectors: {
    registry: 'inspectors',
    page: '/inspectors/import',
    list: '/inspectors',
    title: '导入执法人员名单',
    noun: '名单',
    back: '返回执法人员库',
    see: '看执法人员库',
    compare: '与人员名录比对',
    unit: '人',
    missing: ['名录里有、这份名单里没有的：', '人。他们原样保留，一个也不删除。'],
    whole: `一次全部导入，中途出错就一个人也不改。${WHOLE}`,
    file: '如 E:\\名单\\执法人员.xlsx',
    source: '如 省行政执法证件管理系统，下次照这次的对应关系读',
  },
  visits: {
    registry: 'visits',
    page: '/targets/visits',
    list: '/targets',
    title: '导入检查台账',
    noun: '台账',
    back: '返回检查对象库',
    see: '看检查对象库',
    compare: '与已有的检查比对',
    unit: '次',
    missing: ['已有、这份台账里没有的检查：', '次。它们原样保留，一次也不删除。'],
    whole: `一次全部导入，中途出错就一次也不记。${WHOLE}`,
    file: '如 E:\\台账\\2026年检查台账.xlsx',
    source: '如 应急管理局 2026 年台账，下次照这次的对应关系读',
  },
  items: {
    registry: 'items',
    page: '/items/import',
    list: '/items',
    title: '导入抽查事项清单',
    noun: '清单',
    back: '返回抽查事项清单',
    see: '看抽查事项清单',
    compare: '与工作清单比对',
    unit: '项',
    missing: ['工作清单里有、这份清单里没有的：', '项。它们原样保留，什么也不删除。'],
    whole: `一次全部导入到工作清单，中途出错就一项也不改；审定之前不影响抽查。${WHOLE}`,
    file: '如 E:\\清单\\随机抽查事项清单.docx',
    source: '如 县司法局 2026 年清单，下次照这次的对应关系读',
  },
}

const WORDS: InjectionKey<RosterWords> = Symbol('roster')

/** The words of the page one is on, by its address; for everything within it too. */
export function provideRoster(path: string): RosterWords {
  const words = Object.values(ROSTERS).find(({ page }) => page === path) ?? ROSTERS.targets
  provide(WORDS, words)
  return words
}

export function useRoster(): RosterWords {
  return inject(WORDS, ROSTERS.targets)
}
