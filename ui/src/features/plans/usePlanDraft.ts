// A plan as somebody works on it: its own fields, its lines and its milestones, as they would be saved together. After each
// change the program says what the lines come to and what is wrong with them.
import { computed, ref, shallowRef } from 'vue'
import { call } from '@/ipc/call'
import type { FieldView } from '@/ipc/generated/FieldView'
import type { PlanChecked } from '@/ipc/generated/PlanChecked'
import type { PlanLineChecked } from '@/ipc/generated/PlanLineChecked'
import type { PlanRemark } from '@/ipc/generated/PlanRemark'
import type { PlanSave } from '@/ipc/generated/PlanSave'
import type { PlanView } from '@/ipc/generated/PlanView'
import type { Problem } from '@/ipc/generated/Problem'
import type { Values } from '@/shared/registry/useEntryForm'

export interface DraftLine {
  key: number
  /** Its number; none: it is new. */
  line: number | null
  values: Values
  /** What was said of it where it was read from a file. */
  notes: PlanRemark[]
}

export interface DraftMilestone {
  key: number
  milestone: number | null
  values: Values
}

export const valuesOf = (fields: readonly FieldView[]): Values =>
  Object.fromEntries(fields.map(({ field, value }) => [field, value]))

export function usePlanDraft() {
  const view = shallowRef<PlanView | null>(null)
  const head = ref<Values>({})
  const lines = ref<DraftLine[]>([])
  const milestones = ref<DraftMilestone[]>([])
  const checked = shallowRef<PlanChecked | null>(null)
  const touched = ref({ head: false, lines: false, milestones: false })
  const unsaved = computed(() => Object.values(touched.value).includes(true))
  let keys = 0
  let asked = 0
  let proposed = ''

  function begin(plan: PlanView): void {
    asked += 1
    view.value = plan
    head.value = valuesOf(plan.fields)
    lines.value = plan.lines.map(({ line, values }) => ({
      key: (keys += 1),
      line,
      values: { ...values },
      notes: [],
    }))
    milestones.value = plan.milestones.map(({ milestone, values }) => ({
      key: (keys += 1),
      milestone,
      values: { ...values },
    }))
    checked.value = null
    touched.value = { head: false, lines: false, milestones: false }
  }

  /** A plan that does not exist yet: with it, nothing is saved before somebody does. */
  function beginNew(fields: readonly FieldView[], values: Values = {}): void {
    asked += 1
    view.value = null
    head.value = { ...valuesOf(fields), ...values }
    proposed = head.value['title'] ?? ''
    lines.value = []
    milestones.value = []
    checked.value = null
    touched.value = { head: true, lines: true, milestones: true }
  }

  /** Nothing is worked on any more. */
  function drop(): void {
    beginNew([])
    touched.value = { head: false, lines: false, milestones: false }
  }

  function request(reason: string): PlanSave {
    const plan = view.value
    const { head: ofHead, lines: ofLines, milestones: ofMilestones } = touched.value
    return {
      id: plan?.head.id ?? null,
      version: plan?.version ?? null,
      // A new plan that nobody named is called as usual.
      values: ofHead
        ? Object.fromEntries(Object.entries(head.value).filter(([, value]) => plan || value !== ''))
        : {},
      lines: ofLines ? lines.value.map(({ line, values }) => ({ line, values: { ...values } })) : null,
      milestones: ofMilestones
        ? milestones.value.map(({ milestone, values }) => ({ milestone, values: { ...values } }))
        : null,
      reason,
    }
  }

  /** What the program says of all of it; of several questions only the last one counts. */
  async function check(): Promise<void> {
    const mine = (asked += 1)
    try {
      const answer = await call('plan_check', request(''))
      if (mine === asked) checked.value = answer
    } catch {
      // Saving says what is wrong.
    }
  }

  function said(part: keyof typeof touched.value): Promise<void> {
    touched.value[part] = true
    return check()
  }

  /** The plan with one line as it stands in a form: what the program would say of that line, and what is wrong with it. */
  async function tryLine(key: number | null, values: Values): Promise<[PlanLineChecked | null, Problem[]]> {
    const all = lines.value.map((line) => (line.key === key ? { ...line, values } : line))
    if (key === null) all.push({ key: 0, line: null, values, notes: [] })
    const place = key === null ? all.length - 1 : all.findIndex((line) => line.key === key)
    const answer = await call('plan_check', {
      ...request(''),
      lines: all.map(({ line, values: own }) => ({ line, values: { ...own } })),
    })
    const before = `lines.${place}.`
    const problems = answer.problems.flatMap((problem) =>
      'field' in problem.place && problem.place.field.startsWith(before)
        ? [{ ...problem, place: { field: problem.place.field.slice(before.length) } }]
        : [],
    )
    return [answer.lines[place] ?? null, problems]
  }

  return {
    view,
    head,
    lines,
    milestones,
    checked,
    unsaved,
    editable: computed(() => view.value?.editable ?? true),
    begin,
    beginNew,
    drop,
    request,
    tryLine,
    setHead(field: string, value: string): Promise<void> {
      head.value[field] = value
      // What the program proposed names the period that was proposed with it; left empty, a plan is called as usual.
      const named = field === 'year' || field === 'period'
      if (named && head.value['title'] === proposed) head.value['title'] = ''
      return said('head')
    },
    putLine(key: number | null, values: Values): Promise<void> {
      const line = lines.value.find((one) => one.key === key)
      if (line) Object.assign(line, { values, notes: [] })
      else lines.value.push({ key: (keys += 1), line: null, values, notes: [] })
      return said('lines')
    },
    addLines(read: readonly { values: Values; notes: PlanRemark[] }[]): Promise<void> {
      for (const { values, notes } of read) lines.value.push({ key: (keys += 1), line: null, values, notes })
      return said('lines')
    },
    dropLine(key: number): Promise<void> {
      lines.value = lines.value.filter((line) => line.key !== key)
      return said('lines')
    },
    putMilestone(key: number | null, values: Values): Promise<void> {
      const milestone = milestones.value.find((one) => one.key === key)
      if (milestone) milestone.values = values
      else milestones.value.push({ key: (keys += 1), milestone: null, values })
      return said('milestones')
    },
    dropMilestone(key: number): Promise<void> {
      milestones.value = milestones.value.filter((milestone) => milestone.key !== key)
      return said('milestones')
    },
  }
}

export type PlanDraft = ReturnType<typeof usePlanDraft>
