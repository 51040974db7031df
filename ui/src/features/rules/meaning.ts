// What saving a profile means, line by line, before it is saved.
import type { RulesOpened } from '@/ipc/generated/RulesOpened'
import type { RulesView } from '@/ipc/generated/RulesView'
import { changedSwitches, type RulesDraft } from './draft'
import { tell } from './tell'

/** More changes than these are counted. */
const MOST = 8

export function meaningOf(
  view: RulesView,
  opened: RulesOpened | null,
  before: RulesDraft,
  after: RulesDraft,
): string[] {
  const names = changedSwitches(before, after)
  const switches = view.switches.filter(({ name }) => names.includes(name))
  const told = switches.map(
    (one) =>
      `${one.label}：${tell(one, before.values[one.name] ?? '')} → ${tell(one, after.values[one.name] ?? '')}`,
  )
  const more = told.length > MOST ? [`另有 ${told.length - MOST} 项改动`] : []
  const version = opened ? [`存成第 ${opened.line.version + 1} 版，以前的版本留着。`] : ['存成一份新的配置。']
  return [...version, ...told.slice(0, MOST), ...more, ...forceOf(view, before, after, opened)]
}

function forceOf(
  view: RulesView,
  before: RulesDraft,
  after: RulesDraft,
  opened: RulesOpened | null,
): string[] {
  if (opened && before.inForce && !after.inForce)
    return ['不再是现行配置；没有别的现行配置时，按通用配置办。']
  if (!after.inForce || (opened && before.inForce)) return []
  const former = view.inForce
  const gone = former.builtIn ? '' : `，原来现行的 ${former.number} ${former.name}不再现行`
  return [`作为现行配置：以后的抽查任务按它办${gone}。`]
}
