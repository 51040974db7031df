// The form of a whole entry, new or to be changed: only what is different is sent. Whoever leaves a field hears at once what
// the program says of it.
import { computed, ref, watch } from 'vue'
import type { FieldView } from '@/ipc/generated/FieldView'
import type { FormChecked } from '@/ipc/generated/FormChecked'
import type { Problem } from '@/ipc/generated/Problem'
import { useForm } from '@/shared/useForm'
import { atField, withFields } from './fieldProblems'

export const REASON = 'reason'

export type Values = Record<string, string>

interface Asked {
  open: () => boolean
  fields: () => FieldView[]
  /** What the program says of values that are not saved yet. */
  check: (values: Values, reason: string) => Promise<FormChecked>
  save: (values: Values, reason: string) => Promise<void>
}

export function useEntryForm({ open, fields, check, save }: Asked) {
  const said = ref<Problem[]>([])
  let look = 0

  const blank = (): Values => ({
    ...Object.fromEntries(fields().map(({ field, value }) => [field, value])),
    [REASON]: '',
  })

  const shared = useForm({
    blank,
    open,
    send: (typed) => withFields(save(values(typed), typed[REASON] ?? '')),
  })
  const { typed, problemsAt, edited } = shared

  const changed = computed(() =>
    fields().filter(({ field, value }) => (typed.value[field] ?? '').trim() !== value),
  )

  function values(now: Values): Values {
    return Object.fromEntries(changed.value.map(({ field }) => [field, now[field] ?? '']))
  }

  watch(open, () => {
    look += 1
    said.value = []
  })

  /** What the program says of the field that was left; of the others nobody has asked yet. */
  async function left(field: string): Promise<void> {
    const mine = (look += 1)
    try {
      const { problems } = await check(values(typed.value), typed.value[REASON] ?? '')
      if (mine !== look) return
      const here = problems.map(atField).filter((problem) => at(problem) === field)
      said.value = [...said.value.filter((problem) => at(problem) !== field), ...here]
    } catch {
      // Saving says what is wrong.
    }
  }

  return {
    ...shared,
    changed,
    left,
    problemsAt(field: string): Problem[] {
      const refused = problemsAt(field)
      return refused.length > 0 ? refused : said.value.filter((problem) => at(problem) === field)
    },
    edited(field: string): void {
      said.value = said.value.filter((problem) => at(problem) !== field)
      edited(field)
    },
  }
}

const at = ({ place }: Problem) => ('field' in place ? place.field : '')
