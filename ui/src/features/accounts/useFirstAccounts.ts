// The first accounts on the desk: who works, who watches, and who keeps accounts where that is a third person. The
// program judges what was typed; this file keeps track of which fields somebody has left already.
import { computed, onBeforeUnmount, ref, watch } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { NewAccount } from '@/ipc/generated/NewAccount'
import type { Problem } from '@/ipc/generated/Problem'
import type { Role } from '@/ipc/generated/Role'
import { afterPress } from '@/shared/afterPress'
import { takeConsoleView } from '@/shared/consoleView'
import { showRecoveryPapers } from '@/shared/recoveryPapers'

export const CHECK_DELAY = 400

const FIELDS = ['name', 'login', 'password', 'again'] as const

function blank(roles: Role[]): NewAccount {
  return { login: '', name: '', roles, password: '', again: '' }
}

export function useFirstAccounts() {
  const both = ref(true)
  const all = ref([blank(['handler', 'administrator']), blank(['supervisor']), blank(['administrator'])])
  const people = computed(() => all.value.slice(0, both.value ? 2 : 3))
  const found = ref<Problem[]>([])
  const left = ref(new Set<string>())
  // A field that was only passed by, on the way to another or to the tick below it, is not judged yet.
  const typedIn = new Set<string>()
  const failure = ref<Failure | null>(null)
  const busy = ref(false)

  // Each question has a number; only the answer to the latest one counts, in whatever order answers arrive.
  let latest = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const pathOf = (problem: Problem) => ('field' in problem.place ? problem.place.field : '')
  const paths = computed(() =>
    people.value.flatMap((_, index) => FIELDS.map((field) => `accounts.${index}.${field}`)),
  )
  const visible = computed(() => found.value.filter((problem) => left.value.has(pathOf(problem))))

  function forgetQuestions(): void {
    clearTimeout(timer)
    latest += 1
  }

  async function check(): Promise<void> {
    forgetQuestions()
    const number = latest
    try {
      const { problems } = await call('accounts_check', { accounts: people.value })
      if (number === latest) found.value = problems
    } catch (thrown) {
      if (number === latest) failure.value = failureOf(thrown)
    }
  }

  watch(both, (isBoth) => {
    const first = all.value[0]
    if (first) first.roles = isBoth ? ['handler', 'administrator'] : ['handler']
  })
  watch(
    people,
    () => {
      forgetQuestions()
      // Before the first field is left, nothing would be shown of it.
      if (left.value.size > 0) timer = setTimeout(() => void check(), CHECK_DELAY)
    },
    { deep: true },
  )
  onBeforeUnmount(() => {
    forgetQuestions()
    for (const person of all.value) person.password = person.again = ''
  })

  async function begin(): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    forgetQuestions()
    failure.value = null
    try {
      const begun = await call('accounts_begin', { accounts: people.value })
      for (const person of all.value) person.password = person.again = ''
      left.value.clear()
      showRecoveryPapers(begun.recovery)
      takeConsoleView(begun.console)
      return true
    } catch (thrown) {
      failure.value = failureOf(thrown)
      found.value = failure.value.problems
      for (const path of paths.value) left.value.add(path)
      return false
    } finally {
      busy.value = false
    }
  }

  return {
    both,
    people,
    busy,
    begin,
    problemCount: computed(() => visible.value.length),
    problemsAt: (path: string): Problem[] => visible.value.filter((problem) => pathOf(problem) === path),
    /** What went wrong, as far as no field shows it. */
    notice: computed<Failure | null>(() => {
      if (!failure.value) return null
      const problems = failure.value.problems.filter((problem) => !paths.value.includes(pathOf(problem)))
      return failure.value.problems.length > 0 && problems.length === 0
        ? null
        : { ...failure.value, problems }
    }),
    leave: (path: string) =>
      afterPress(() => {
        if (!typedIn.has(path)) return
        left.value.add(path)
        void check()
      }),
    edited: (path: string): void => void typedIn.add(path),
    isUnsaved: () => people.value.some((person) => FIELDS.some((field) => person[field] !== '')),
  }
}
