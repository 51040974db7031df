// A task as it is typed. Each condition and each stratum keeps its own number, so that what is typed stays with its row however
// the rows are moved; what is sent knows nothing of those numbers.
import type { PlanLineChoice } from '@/ipc/generated/PlanLineChoice'
import type { ClauseForm } from '@/ipc/generated/ClauseForm'
import type { CrewForm } from '@/ipc/generated/CrewForm'
import type { PatternView } from '@/ipc/generated/PatternView'
import type { StratumForm } from '@/ipc/generated/StratumForm'
import type { TaskChoices } from '@/ipc/generated/TaskChoices'
import type { TaskSave } from '@/ipc/generated/TaskSave'

export type ClauseRow = ClauseForm & { key: number }
export type StratumRow = Omit<StratumForm, 'clauses'> & { key: number; clauses: ClauseRow[] }

export interface TaskDraft {
  values: Record<string, string>
  plan: number | null
  line: number | null
  rules: number | null
  items: number[]
  scope: ClauseRow[]
  strata: StratumRow[]
  crew: CrewForm
}

/** A copy on the wire's own terms: nothing that is typed reaches what was read. */
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

let last = 0
const nextKey = () => (last += 1)

export const clauseRow = (clause: ClauseForm): ClauseRow => ({ ...copyOf(clause), key: nextKey() })

export const stratumRow = (stratum: StratumForm): StratumRow => ({
  ...copyOf(stratum),
  clauses: stratum.clauses.map(clauseRow),
  key: nextKey(),
})

export const blankClause = (field: string): ClauseRow => clauseRow({ field, any_of: [], not: false })

export const blankStratum = (): StratumRow =>
  stratumRow({
    label: '',
    meaning: '',
    clauses: [],
    quota: 'rate',
    share: '',
    min: '',
    max: '',
    count: '',
    reserve: '',
    items: [],
  })

const blankCrew = (): CrewForm => ({
  later: false,
  joint: false,
  lead: '',
  partners: [],
  size: '',
  cap: '',
  left_out: [],
})

export function blankDraft(): TaskDraft {
  return {
    values: {},
    plan: null,
    line: null,
    rules: null,
    items: [],
    scope: [],
    strata: [],
    crew: blankCrew(),
  }
}

export function draftOf({ values, plan, line, rules, items, scope, strata, crew }: TaskSave): TaskDraft {
  return {
    values: { ...values },
    plan: plan ?? null,
    line: line ?? null,
    rules: rules ?? null,
    items: [...items],
    scope: scope.map(clauseRow),
    strata: strata.map(stratumRow),
    crew: copyOf(crew),
  }
}

const clauseOf = ({ field, any_of, not }: ClauseRow): ClauseForm => ({ field, any_of, not })

export function stratumOf({ key, clauses, ...stratum }: StratumRow): StratumForm {
  void key
  const { slots = [], ...rest } = stratum
  // Without places of its own a stratum has those that follow from the rules, and says nothing of them.
  return { ...rest, clauses: clauses.map(clauseOf), ...(slots.length > 0 ? { slots } : {}) }
}

/** What is sent: of a task that stands already with its number and the version that was opened. */
export function requestOf(
  draft: TaskDraft,
  of: { id: number; version: number } | null,
  reason: string,
): TaskSave {
  const { plan, line, rules, scope, strata, ...rest } = draft
  return copyOf({
    id: of?.id,
    version: of?.version,
    plan: plan ?? undefined,
    line: line ?? undefined,
    rules: rules ?? undefined,
    scope: scope.map(clauseOf),
    strata: strata.map(stratumOf),
    ...rest,
    reason,
  })
}

/** Whether both would be sent alike. A field that was never touched is as good as an empty one. */
export function sameDraft(one: TaskDraft, other: TaskDraft): boolean {
  const told = (draft: TaskDraft) => {
    const { values, ...rest } = requestOf(draft, null, '')
    const filled = Object.entries(values).filter(([, value]) => value.trim() !== '')
    return JSON.stringify([rest, filled.sort(([a], [b]) => (a < b ? -1 : 1))])
  }
  return told(one) === told(other)
}

/** The line of a plan that a task is of, as long as that plan is in force. */
export const lineOf = (lines: readonly PlanLineChoice[], draft: TaskDraft | null): PlanLineChoice | null =>
  lines.find(({ plan, line }) => plan === draft?.plan && line === draft.line) ?? null

/** Strata ready to be taken over for these items: those of the one that asks for most. */
export function patternsOf(choices: TaskChoices, items: readonly number[]): PatternView[] {
  const chosen = choices.items.filter(({ id }) => items.includes(id))
  const most = Math.max(0, ...chosen.map(({ bounded }) => bounded))
  return choices.bounded[most - 1] ?? choices.patterns
}

/** The rows with one moved by a step; as they are at the ends. */
export function moved<T>(rows: readonly T[], at: number, step: number): T[] {
  const after = [...rows]
  const [row] = after.splice(at, 1)
  if (row === undefined || at + step < 0 || at + step > after.length) return [...rows]
  after.splice(at + step, 0, row)
  return after
}
