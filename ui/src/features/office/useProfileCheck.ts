// Asks the program, a moment after each change, what it thinks of the draft, and settles what of the answer is shown:
// only about fields somebody has left already, or everything once saving was tried. It judges nothing itself.
import { computed, onBeforeUnmount, ref, watch, type Ref } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { Problem } from '@/ipc/generated/Problem'
import { afterPress } from '@/shared/afterPress'
import { door } from '@/shared/consoleView'
import { anchorOf, anchorsShown, profileOf, rowKeys, type ProfileDraft } from './draft'

export const CHECK_DELAY = 400

interface Anchored {
  anchor: string
  problem: Problem
}

export function useProfileCheck(draft: Ref<ProfileDraft | null>) {
  const found = ref<Anchored[]>([])
  const example = ref<string | null>(null)
  const failure = ref<Failure | null>(null)
  const left = ref(new Set<string>())
  const saveRefused = ref(false)

  // Each question has a number; only the answer to the latest one counts, in whatever order answers arrive.
  let latest = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const locked = computed(() => door.value?.state === 'locked')

  async function checkNow(): Promise<void> {
    forgetQuestions()
    // Behind a locked screen nothing is answered; it is asked as soon as somebody is back.
    if (!draft.value || locked.value) return
    const number = latest
    const keys = rowKeys(draft.value)
    try {
      const answer = await call('office_profile_check', profileOf(draft.value))
      if (number !== latest) return
      take(answer.problems, keys)
      example.value = answer.documentNumberExample
      failure.value = null
    } catch (thrown) {
      if (number === latest) failure.value = failureOf(thrown)
    }
  }

  function forgetQuestions(): void {
    clearTimeout(timer)
    latest += 1
  }

  function take(problems: Problem[], keys: number[]): void {
    found.value = problems.map((problem) => ({
      anchor: 'field' in problem.place ? anchorOf(problem.place.field, keys) : '',
      problem,
    }))
  }

  watch(
    draft,
    (_, before) => {
      // A draft that has just been loaded is asked about at once, by whoever loaded it.
      if (before === null) return
      forgetQuestions()
      timer = setTimeout(() => void checkNow(), CHECK_DELAY)
    },
    { deep: true },
  )
  watch(locked, (isLocked) => {
    if (!isLocked) void checkNow()
  })
  onBeforeUnmount(forgetQuestions)

  const shown = computed(() => (draft.value ? anchorsShown(draft.value) : new Set<string>()))
  const visible = computed(() =>
    found.value.filter(({ anchor }) => shown.value.has(anchor) && left.value.has(anchor)),
  )

  return {
    example,
    failure,
    checkNow,
    forgetQuestions,
    problemCount: computed(() => visible.value.length),
    /** Problems without a place on the form. */
    unplaced: computed(() =>
      found.value.filter(({ anchor }) => !shown.value.has(anchor)).map((one) => one.problem),
    ),
    problemsAt: (anchor: string): Problem[] =>
      visible.value.filter((one) => one.anchor === anchor).map((one) => one.problem),
    /** Somebody has finished with this field for now. */
    leave: (anchor: string) => afterPress(() => left.value.add(anchor)),
    /** Whether the last save was refused for what is still shown. */
    refusal: computed(() => saveRefused.value && visible.value.length > 0),
    /** Saving was refused, for these reasons: whatever is on the form counts as left. A row added later does not. */
    refused(problems: Problem[], keys: number[]): void {
      saveRefused.value = true
      for (const anchor of shown.value) left.value.add(anchor)
      take(problems, keys)
    },
    /** Saved, or set back to what was saved: a clean sheet. */
    settled(): void {
      forgetQuestions()
      saveRefused.value = false
      left.value.clear()
      found.value = []
    },
  }
}
