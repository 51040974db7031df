// What the parts of the profile form share: the draft they edit, and the problems to show beside each field.
import { inject, provide, type InjectionKey, type Ref } from 'vue'
import type { Problem } from '@/ipc/generated/Problem'
import type { ProfileDraft } from './draft'

export interface ProfileForm {
  draft: Ref<ProfileDraft>
  /** Whether whoever looks may not change it. */
  readonly: Readonly<Ref<boolean>>
  problemsAt(anchor: string): Problem[]
  leave(anchor: string): void
}

const KEY: InjectionKey<ProfileForm> = Symbol('the profile form')

export function provideProfileForm(form: ProfileForm): void {
  provide(KEY, form)
}

export function useProfileForm(): ProfileForm {
  const form = inject(KEY)
  if (!form) throw new Error('A part of the profile form stands outside of it.')
  return form
}
