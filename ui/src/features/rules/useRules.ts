// The rule profiles on the desk: all of them, the one that is opened or begun, and what is typed into it. The program judges
// every value; this file keeps track of what has been sent.
import { computed, nextTick, ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { Problem } from '@/ipc/generated/Problem'
import type { RulesOpened } from '@/ipc/generated/RulesOpened'
import type { RulesPreset } from '@/ipc/generated/RulesPreset'
import type { RulesView } from '@/ipc/generated/RulesView'
import { draftFrom, draftOf, isChanged, requestOf, type RulesDraft } from './draft'

const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const pathOf = ({ place }: Problem) => ('field' in place ? place.field : '')

export function useRules() {
  const view = shallowRef<RulesView | null>(null)
  const opened = shallowRef<RulesOpened | null>(null)
  const before = shallowRef<RulesDraft | null>(null)
  const draft = ref<RulesDraft | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const problems = shallowRef<Problem[]>([])
  const saved = ref<string | null>(null)
  let look = 0

  const dirty = computed(() => {
    if (!draft.value || !before.value) return false
    return opened.value === null || isChanged(before.value, draft.value)
  })

  function stand(next: RulesDraft | null): void {
    look += 1
    before.value = next
    draft.value = next && copied(next)
    problems.value = []
    saved.value = null
  }

  function take(answer: RulesOpened): void {
    opened.value = answer
    stand(draftOf(answer))
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
      failure.value = null
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }

  const open = (id: number) => attempt(async () => take(await call('rules_open', { id })))
  const refresh = () => attempt(async () => void (view.value = await call('rules_view', null)))

  /** The list, and the one that is in force; nothing is opened where nothing was ever saved. */
  async function load(): Promise<void> {
    await refresh()
    if (view.value && view.value.profiles.length > 0) await open(view.value.inForce.id)
  }

  function begin(preset: RulesPreset): void {
    if (!view.value) return
    opened.value = null
    stand(draftFrom(preset, view.value))
  }

  /** The switches of an office in place of those that stand there; name, basis and texts stay. */
  function adopt(preset: RulesPreset): void {
    if (draft.value) draft.value.values = { ...preset.values }
    problems.value = []
  }

  async function discard(): Promise<void> {
    if (opened.value) return open(opened.value.line.id)
    stand(null)
    await load()
  }

  const request = (reason: string) =>
    draft.value && before.value ? requestOf(opened.value, before.value, draft.value, reason) : null

  async function found(): Promise<Problem[]> {
    const asked = request('')
    return asked ? (await call('rules_check', asked)).problems : []
  }

  /** Whether it could be saved; what stands in the way is shown where it is. */
  async function check(): Promise<boolean> {
    const mine = (look += 1)
    await attempt(async () => {
      const all = await found()
      if (mine === look) problems.value = all
    })
    await nextTick()
    return failure.value === null && problems.value.length === 0
  }

  /** What the program says of the field that was left; of the others nobody has asked yet. */
  async function left(path: string): Promise<void> {
    const mine = (look += 1)
    try {
      const here = (await found()).filter((problem) => pathOf(problem) === path)
      if (mine === look)
        problems.value = [...problems.value.filter((problem) => pathOf(problem) !== path), ...here]
    } catch {
      // Saving says what is wrong.
    }
  }

  async function save(reason: string): Promise<void> {
    const asked = request(reason)
    if (!asked) return
    const answer = await call('rules_save', asked)
    take(answer)
    saved.value = answer.notices?.[0]?.label ?? `已保存 第 ${answer.line.version} 版`
    await refresh()
  }

  /** An act that was done with the opened profile: its answer, and the list anew. */
  async function changed(answer: RulesOpened): Promise<void> {
    take(answer)
    await refresh()
  }

  return {
    view,
    opened,
    before,
    draft,
    dirty,
    failure,
    problems,
    saved,
    load,
    open,
    begin,
    adopt,
    discard,
    check,
    left,
    save,
    changed,
    problemsAt: (path: string) => problems.value.filter((problem) => pathOf(problem) === path),
    edited(path: string): void {
      saved.value = null
      problems.value = problems.value.filter((problem) => pathOf(problem) !== path)
    },
  }
}

export type Rules = ReturnType<typeof useRules>
