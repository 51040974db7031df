// The form of a whole target, new or to be changed: only what is different is sent. Whoever leaves a field hears at once what
// the program says of it.
import { computed, ref, watch } from 'vue'
import { call } from '@/ipc/call'
import type { Problem } from '@/ipc/generated/Problem'
import type { FieldView } from '@/ipc/generated/FieldView'
import type { TargetSave } from '@/ipc/generated/TargetSave'
import type { TargetView } from '@/ipc/generated/TargetView'
import { useForm } from '@/shared/useForm'
import { atField, withFields } from './targetProblems'

export const REASON = 'reason'

interface Asked {
  open: () => boolean
  fields: () => FieldView[]
  /** The target that is changed; none: a new one. */
  target: () => TargetView | null
  saved: (view: TargetView) => void
}

export function useTargetForm({ open, fields, target, saved }: Asked) {
  const said = ref<Problem[]>([])
  let look = 0

  const blank = (): Record<string, string> => ({
    ...Object.fromEntries(fields().map(({ field, value }) => [field, value])),
    [REASON]: '',
  })

  const shared = useForm({
    blank,
    open,
    async send(typed) {
      saved(await withFields(call('target_save', request(typed))))
    },
  })
  const { typed, problemsAt, edited } = shared

  const changed = computed(() =>
    fields().filter(({ field, value }) => (typed.value[field] ?? '').trim() !== value),
  )

  function request(now: Record<string, string>): TargetSave {
    const edit = target()
    return {
      id: edit?.line.id ?? null,
      version: edit?.version ?? null,
      values: Object.fromEntries(changed.value.map(({ field }) => [field, now[field] ?? ''])),
      confirmed: false,
      reason: now[REASON] ?? '',
    }
  }

  watch(open, () => {
    look += 1
    said.value = []
  })

  /** What the program says of the field that was left; of the others nobody has asked yet. */
  async function left(field: string): Promise<void> {
    const mine = (look += 1)
    try {
      const { problems } = await call('target_check', request(typed.value))
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
