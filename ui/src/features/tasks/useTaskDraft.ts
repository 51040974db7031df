// One task on the desk: read, typed, held against the program, saved. Typed text is only ever replaced by what was saved from it,
// or by somebody who said so. What is wrong with it the program says; this file keeps what was said beside its part of the form.
import { computed, nextTick, ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { Problem } from '@/ipc/generated/Problem'
import type { TaskView } from '@/ipc/generated/TaskView'
import { notifyOf } from '@/shared/notify'
import { atField, withFields } from '@/shared/registry/fieldProblems'
import { useRefusal } from '@/shared/useRefusal'
import { blankDraft, draftOf, requestOf, sameDraft, type TaskDraft } from './draft'
import { pathOf, tabOf, type DraftTab, type TaskTab } from './parts'

interface Asked {
  /** The tab on which something is to be mended is put in front. */
  show: (tab: DraftTab) => void
  saved: (view: TaskView) => void
}

export function useTaskDraft({ show, saved }: Asked) {
  const view = shallowRef<TaskView | null>(null)
  const draft = ref<TaskDraft | null>(null)
  const reason = ref('')
  const failure = shallowRef<Failure | null>(null)
  const loading = ref(false)
  const saving = shallowRef<Promise<boolean> | null>(null)
  const said = shallowRef<Problem[]>([])
  /** Where the last refusal found something that nobody has touched since. */
  const wrong = ref<string[]>([])
  /** Counts what the program answered: whatever was worked out from an earlier answer is to be asked for anew. */
  const stamp = ref(0)
  let first = ''
  let round = 0
  let look = 0

  const { refused, settled, ...shown } = useRefusal(
    (path) => path === 'reason' || tabOf(path) !== null,
    () => `task.${first}`,
  )
  const fresh = computed(() => draft.value !== null && view.value === null)
  const dirty = computed(() => {
    if (!draft.value) return false
    return !sameDraft(draft.value, view.value ? draftOf(view.value.form) : blankDraft())
  })

  function put(now: TaskView | null, typed: TaskDraft | null): void {
    round += 1
    look += 1
    view.value = now
    draft.value = typed
    reason.value = ''
    failure.value = null
    loading.value = false
    said.value = []
    wrong.value = []
    stamp.value += 1
    settled()
  }

  async function open(id: number): Promise<void> {
    put(null, null)
    const mine = round
    loading.value = true
    try {
      const answer = await call('task_open', { id })
      if (mine === round) put(answer, draftOf(answer.form))
    } catch (thrown) {
      if (mine !== round) return
      failure.value = failureOf(thrown)
      loading.value = false
    }
  }

  /** An answer to another act on the same task; what is typed meanwhile stays. */
  function take(answer: TaskView): void {
    if (!dirty.value) return put(answer, draftOf(answer.form))
    view.value = answer
    stamp.value += 1
  }

  const request = (typed: TaskDraft) => {
    const now = view.value
    return requestOf(typed, now ? { id: now.line.id, version: now.version } : null, reason.value)
  }

  /** One save at a time: a second press joins the first. */
  function save(): Promise<boolean> {
    saving.value ??= send().finally(() => (saving.value = null))
    return saving.value
  }

  async function send(): Promise<boolean> {
    const typed = draft.value
    if (!typed) return false
    const mine = round
    const sent = draftOf(request(typed))
    look += 1
    said.value = []
    wrong.value = []
    settled()
    try {
      const answer = await withFields(call('task_save', request(typed)))
      if (mine !== round) return true
      // Whoever typed on while it was saved keeps the new text.
      put(answer, sameDraft(typed, sent) ? draftOf(answer.form) : typed)
      notifyOf(`已保存 ${answer.line.number}`, answer.notes)
      saved(answer)
      return true
    } catch (thrown) {
      if (mine !== round) return false
      await toProblems(failureOf(thrown).problems)
      refused(thrown)
      return false
    }
  }

  async function toProblems(problems: Problem[]): Promise<void> {
    wrong.value = problems.map(pathOf)
    first = wrong.value.find((path) => tabOf(path) !== null) ?? 'title'
    const tab = tabOf(first)
    if (tab) show(tab)
    await nextTick()
  }

  /** What the program says of the part that was left; of the others nobody has asked yet. */
  async function left(path: string): Promise<void> {
    if (!draft.value) return
    const mine = (look += 1)
    try {
      const { problems } = await call('task_check', request(draft.value))
      if (mine !== look) return
      const here = problems.map(atField).filter((problem) => pathOf(problem) === path)
      said.value = [...said.value.filter((problem) => pathOf(problem) !== path), ...here]
    } catch {
      // Saving says what is wrong.
    }
  }

  function forget(within: (path: string) => boolean): void {
    look += 1
    said.value = said.value.filter((problem) => !within(pathOf(problem)))
    wrong.value = wrong.value.filter((path) => !within(path))
  }

  return {
    view,
    draft,
    reason,
    failure,
    loading,
    saving,
    stamp,
    fresh,
    dirty,
    open,
    take,
    save,
    left,
    begin: () => put(null, blankDraft()),
    away: () => put(null, null),
    discard: () => view.value && put(view.value, draftOf(view.value.form)),
    form: shown.form,
    notice: shown.notice,
    problemsAt(path: string): Problem[] {
      const here = shown.problemsAt(path)
      return here.length > 0 ? here : said.value.filter((problem) => pathOf(problem) === path)
    },
    edited(path: string): void {
      forget((one) => one === path)
      shown.edited(path)
    },
    /** Strata came, went or changed places: what was said of a place may be about another one now. */
    rearranged(count: number): void {
      forget((one) => one.startsWith('strata'))
      for (const path of ['strata', ...Array.from({ length: count + 1 }, (_, at) => `strata.${at}`)])
        shown.edited(path)
    },
    /** How much is to be mended on a tab. */
    wrongOn: (tab: TaskTab): number => wrong.value.filter((path) => tabOf(path) === tab).length,
    /** For whoever wants to leave: waits for a save under way. */
    async isUnsaved(): Promise<boolean> {
      await saving.value
      return dirty.value
    },
  }
}

export type TaskDesk = ReturnType<typeof useTaskDraft>
