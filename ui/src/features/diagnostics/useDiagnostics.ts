// What would be handed on to whoever helps: asked for first, looked at part by part, and only then written into a file.
import { computed, ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { DiagnosticsPart } from '@/ipc/generated/DiagnosticsPart'
import type { Failure } from '@/ipc/generated/Failure'

const bytesOf = ({ text }: DiagnosticsPart) => new TextEncoder().encode(text).length

export function useDiagnostics() {
  const parts = shallowRef<DiagnosticsPart[] | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const saving = ref(false)
  const file = ref<string | null>(null)

  const sized = computed(() => (parts.value ?? []).map((part) => ({ ...part, bytes: bytesOf(part) })))
  const total = computed(() => sized.value.reduce((sum, { bytes }) => sum + bytes, 0))

  async function look(): Promise<void> {
    failure.value = null
    try {
      parts.value = (await call('diagnostics_view', null)).parts
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }

  async function save(): Promise<void> {
    if (saving.value) return
    saving.value = true
    failure.value = null
    file.value = null
    try {
      file.value = (await call('diagnostics_save', null)).file
    } catch (thrown) {
      failure.value = failureOf(thrown)
    } finally {
      saving.value = false
    }
  }

  return { parts, sized, total, failure, saving, file, look, save }
}
