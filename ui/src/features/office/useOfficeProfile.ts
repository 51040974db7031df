// The office profile on the desk: loading, editing, saving, setting back. Typed text is only ever replaced by what was
// saved from that very text. The program validates and words everything; this file keeps track of what has been sent.
import { computed, ref } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { OfficeProfileView } from '@/ipc/generated/OfficeProfileView'
import { officeIsNamed } from '@/shared/consoleView'
import { draftOf, profileOf, rowKeys, sameProfile, type ProfileDraft } from './draft'
import { useProfileCheck } from './useProfileCheck'

export type SaveState = 'clean' | 'dirty' | 'saving' | 'saved' | 'unchanged'

export function useOfficeProfile() {
  const saved = ref<OfficeProfileView | null>(null)
  const draft = ref<ProfileDraft | null>(null)
  const loadFailure = ref<Failure | null>(null)
  const saveFailure = ref<Failure | null>(null)
  const outcome = ref<'clean' | 'saved' | 'unchanged'>('clean')
  const saving = ref<Promise<boolean> | null>(null)
  const check = useProfileCheck(draft)

  const dirty = computed(
    () =>
      draft.value !== null &&
      saved.value !== null &&
      !sameProfile(profileOf(draft.value), saved.value.profile),
  )
  const state = computed<SaveState>(() => {
    if (saving.value) return 'saving'
    return dirty.value ? 'dirty' : outcome.value
  })

  async function load(): Promise<void> {
    loadFailure.value = null
    try {
      saved.value = await call('office_profile', null)
      draft.value = draftOf(saved.value.profile)
    } catch (thrown) {
      loadFailure.value = failureOf(thrown)
      return
    }
    void check.checkNow()
  }

  /** One save at a time: a second click, or Ctrl+S on top of it, joins the first. */
  function save(): Promise<boolean> {
    saving.value ??= saveDraft().finally(() => (saving.value = null))
    return saving.value
  }

  async function saveDraft(): Promise<boolean> {
    if (!draft.value) return false
    const sent = profileOf(draft.value)
    const keys = rowKeys(draft.value)
    // An earlier opinion arriving now must not stand beside the verdict of the save.
    check.forgetQuestions()
    saveFailure.value = null
    try {
      const { view, changed } = await call('office_profile_save', sent)
      saved.value = view
      outcome.value = changed.length > 0 ? 'saved' : 'unchanged'
      officeIsNamed(view.profile.name)
      // Whoever typed on while it was saved keeps the new text; it counts as not saved yet.
      if (sameProfile(profileOf(draft.value), sent)) draft.value = draftOf(view.profile, draft.value)
      check.settled()
      void check.checkNow()
      return true
    } catch (thrown) {
      saveFailure.value = failureOf(thrown)
      check.refused(saveFailure.value.problems, keys)
      return false
    }
  }

  function discard(): void {
    if (!saved.value) return
    draft.value = draftOf(saved.value.profile)
    saveFailure.value = null
    outcome.value = 'clean'
    check.settled()
    void check.checkNow()
  }

  /** For whoever wants to leave: waits for a save under way before answering. */
  async function isUnsaved(): Promise<boolean> {
    await saving.value
    return dirty.value
  }

  return { saved, draft, dirty, state, loadFailure, saveFailure, check, load, save, discard, isUnsaved }
}
