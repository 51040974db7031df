// A change as it is typed, and what it would come to. The preview belongs to what was typed when it was asked for: whatever is typed
// after that makes it void, and nothing is confirmed that was not seen.
import { computed, ref, shallowRef, watch } from 'vue'
import { call } from '@/ipc/call'
import type { AmendChoices } from '@/ipc/generated/AmendChoices'
import type { AmendPreview } from '@/ipc/generated/AmendPreview'
import type { DrawAmend } from '@/ipc/generated/DrawAmend'

export type AmendField = 'place' | 'replace' | 'inspector' | 'of'

/** What each kind asks for. */
const ASKED: Record<string, AmendField[]> = {
  'drop-target': ['place', 'replace'],
  'inspector-out': ['inspector'],
  'inspector-in': ['inspector'],
  recuse: ['inspector', 'place'],
  withdraw: ['of'],
}

interface Given {
  id: number
  choices: AmendChoices
  /** The change that is taken back; none: another one is chosen. */
  of: number | null
  refused: (thrown: unknown) => void
}

export function useAmend({ id, choices, of, refused }: Given) {
  const blank = (): Omit<DrawAmend, 'second'> => ({
    id,
    kind: of === null ? '' : 'withdraw',
    place: '',
    replace: choices.replacement,
    inspector: '',
    of,
    code: '',
    reason: '',
    evidence: [],
  })
  const typed = ref(blank())
  const preview = shallowRef<AmendPreview | null>(null)
  const looking = ref(false)
  let round = 0

  const kind = computed(() => choices.kinds.find((one) => one.kind.value === typed.value.kind))
  const asks = computed(() => ASKED[typed.value.kind] ?? [])

  watch(
    typed,
    () => {
      round += 1
      preview.value = null
    },
    { deep: true },
  )
  watch(
    () => typed.value.kind,
    () => Object.assign(typed.value, { ...blank(), kind: typed.value.kind, evidence: typed.value.evidence }),
  )

  /** Only what the kind asks for travels. */
  function request(): Omit<DrawAmend, 'second'> {
    const now = typed.value
    const wants = (field: AmendField) => asks.value.includes(field)
    return {
      ...now,
      place: wants('place') ? now.place : '',
      replace: wants('replace') && choices.replacement && now.replace,
      inspector: wants('inspector') ? now.inspector : '',
      of: wants('of') ? now.of : null,
      evidence: now.evidence.filter((path) => path.trim() !== ''),
    }
  }

  async function look(): Promise<void> {
    if (looking.value) return
    looking.value = true
    const mine = round
    try {
      const answer = await call('draw_amend_check', request())
      if (mine === round) preview.value = answer
    } catch (thrown) {
      if (mine === round) refused(thrown)
    } finally {
      looking.value = false
    }
  }

  return { typed, preview, looking, kind, asks, request, look }
}
