// What is typed while a ceremony is being prepared. Typed text is only ever replaced by what was saved from it, or by somebody who said
// so. What is wrong with it the program says.
import { computed, ref, shallowRef, watch } from 'vue'
import type { CeremonyView } from '@/ipc/generated/CeremonyView'
import { notify } from '@/shared/notify'
import { useRefusal } from '@/shared/useRefusal'
import { draftOf, requestOf, sameDraft, type PrepareDraft } from './prepareDraft'
import type { Room } from './useRoom'

const ON_FORM = ['way', 'place', 'public_source', 'public_date', 'width_cm', 'distance_cm']

export function usePrepare(room: Room) {
  const draft = ref<PrepareDraft | null>(null)
  const saving = shallowRef<Promise<boolean> | null>(null)
  /** Digits that were drawn in the room and are not sealed yet. */
  const challenge = ref('')
  const { refused, settled, ...shown } = useRefusal(
    (path) => path.startsWith('seats') || ON_FORM.includes(path),
    () => 'prepare.place',
  )
  let of = 0

  const isPrepared = () => room.view.value?.line.state.value === 'prepared'
  const dirty = computed(() => {
    const { view } = room
    return draft.value !== null && view.value !== null && !sameDraft(draft.value, draftOf(view.value.form))
  })

  function put(view: CeremonyView | null): void {
    of = view?.line.id ?? 0
    draft.value = view && isPrepared() ? draftOf(view.form) : null
    settled()
  }

  watch(
    room.view,
    (view, before) => {
      if (!view || view.line.id !== of) challenge.value = ''
      const untouched =
        !draft.value || !before || view?.line.id !== of || sameDraft(draft.value, draftOf(before.form))
      if (untouched || !isPrepared()) put(view)
    },
    { immediate: true },
  )

  /** One save at a time: a second press joins the first. */
  function save(): Promise<boolean> {
    saving.value ??= send().finally(() => (saving.value = null))
    return saving.value
  }

  async function send(): Promise<boolean> {
    const view = room.view.value
    if (!draft.value || !view) return false
    const sent = requestOf(draft.value, { id: view.line.id, version: view.version })
    settled()
    try {
      if (!(await room.ask('ceremony_save', sent))) return false
      // Whoever typed on while it was saved keeps the new text.
      if (draft.value && sameDraft(draft.value, draftOf(sent))) put(room.view.value)
      notify('已保存准备')
      return true
    } catch (thrown) {
      refused(thrown)
      return false
    }
  }

  return {
    draft,
    challenge,
    dirty,
    saving,
    save,
    discard: () => put(room.view.value),
    form: shown.form,
    notice: shown.notice,
    problemsAt: shown.problemsAt,
    edited: shown.edited,
    /** Seats came, went or changed places: what was said of a place may be about another one now. */
    rearranged(count: number): void {
      shown.edited('seats')
      for (let at = 0; at <= count; at += 1)
        for (const field of ['role', 'alias', 'name', 'unit']) shown.edited(`seats.${at}.${field}`)
    },
  }
}

export type Prepare = ReturnType<typeof usePrepare>
