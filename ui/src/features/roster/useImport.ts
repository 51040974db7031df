// A roster on its way into a registry: looked at, read as somebody says, compared, accepted. Going back a step loses nothing;
// the program keeps what was read until it is accepted or forgotten.
import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { call } from '@/ipc/call'
import type { DuplicateRule } from '@/ipc/generated/DuplicateRule'
import type { HiddenRows } from '@/ipc/generated/HiddenRows'
import type { ImportCompared } from '@/ipc/generated/ImportCompared'
import type { ImportDone } from '@/ipc/generated/ImportDone'
import type { ImportLook } from '@/ipc/generated/ImportLook'
import type { ImportReading } from '@/ipc/generated/ImportReading'
import type { Registry } from '@/ipc/generated/Registry'
import { columnsOf, guessed, type Mapping } from './mapping'
import { useWork } from './useWork'

export type Step = 'source' | 'look' | 'compare' | 'accept' | 'done'

/** By field, by word, what it means. */
export type Words = Record<string, Record<string, string>>

export function useImport(registry: Registry) {
  const step = ref<Step>('source')
  const path = ref('')
  const pasted = ref<string | null>(null)
  const look = shallowRef<ImportLook | null>(null)
  const compared = shallowRef<ImportCompared | null>(null)
  const done = shallowRef<ImportDone | null>(null)
  const sheetAt = ref(0)
  const mappings = ref<Record<number, Mapping>>({})
  const headers = ref<Record<number, number | null>>({})
  const words = ref<Words>({})
  const source = ref('')
  const reason = ref('')
  const hiddenRows = ref<HiddenRows>('ask')
  const kindConfirmed = ref(false)
  const work = useWork()

  const sheet = computed(() => look.value?.sheets[sheetAt.value] ?? null)
  const mapping = computed<Mapping>({
    get: () => mappings.value[sheetAt.value] ?? {},
    set: (now) => (mappings.value = { ...mappings.value, [sheetAt.value]: now }),
  })
  /** Whether leaving now would lose something. */
  const begun = computed(
    () => step.value !== 'done' && (look.value !== null || (pasted.value ?? '') !== '' || path.value !== ''),
  )

  function reading(): ImportReading {
    const { value: now } = sheet
    return {
      sheet: now?.name ?? null,
      header: headers.value[sheetAt.value] ?? now?.header ?? null,
      columns: now ? columnsOf(now, mapping.value) : {},
      kindConfirmed: kindConfirmed.value,
      hiddenRows: hiddenRows.value,
      words: words.value,
      source: source.value.trim(),
      duplicates: 'ask',
    }
  }

  function take(answer: ImportLook, chosen: number): void {
    look.value = answer
    sheetAt.value = chosen
    mappings.value = Object.fromEntries(answer.sheets.map((one, at) => [at, guessed(one)]))
    compared.value = null
  }

  /** What was said of one sheet is not said of another. */
  function unanswered(): void {
    hiddenRows.value = 'ask'
    kindConfirmed.value = false
  }
  watch(sheetAt, unanswered)

  function forget(): void {
    const before = look.value?.import
    look.value = null
    compared.value = null
    if (before !== undefined) call('import_forget', { import: before }).catch(() => undefined)
  }

  async function lookAt(): Promise<void> {
    const answer = await work.run(() =>
      call('import_look', { registry, path: path.value.trim(), pasted: pasted.value }),
    )
    if (!answer) return
    forget()
    take(answer, answer.chosen)
    headers.value = {}
    words.value = {}
    unanswered()
    step.value = 'look'
  }

  /** The headings stand in another row than was thought. */
  async function reread(header: number): Promise<void> {
    const number = look.value?.import
    if (number === undefined) return
    const at = sheetAt.value
    const asked = { ...reading(), header, columns: {} }
    const answer = await work.run(() => call('import_reread', { import: number, reading: asked }))
    if (!answer) return
    const others = mappings.value
    take(answer, at)
    mappings.value = { ...others, [at]: mappings.value[at] ?? {} }
    headers.value = { ...headers.value, [at]: header }
  }

  async function compare(): Promise<void> {
    const number = look.value?.import
    if (number === undefined) return
    const answer = await work.run(() => call('import_compare', { import: number, reading: reading() }))
    if (!answer) return
    compared.value = answer
    step.value = 'compare'
  }

  async function decide(group: number | null, rule: DuplicateRule): Promise<void> {
    const number = look.value?.import
    if (number === undefined) return
    const answer = await work.run(() => call('import_decide', { import: number, group, rule }))
    if (answer) compared.value = answer
  }

  /** Throws what the program says against it: the reason is asked for where it is accepted. */
  async function accept(): Promise<void> {
    const number = look.value?.import
    if (number === undefined) return
    const answer = await work.under(() => call('import_accept', { import: number, reason: reason.value }))
    if (!answer) return
    done.value = answer
    step.value = 'done'
  }

  function another(): void {
    look.value = null
    compared.value = null
    done.value = null
    path.value = ''
    pasted.value = null
    reason.value = ''
    step.value = 'source'
  }

  onBeforeUnmount(() => {
    if (step.value !== 'done') forget()
  })

  return {
    step,
    path,
    pasted,
    look,
    sheet,
    sheetAt,
    mapping,
    words,
    source,
    reason,
    hiddenRows,
    kindConfirmed,
    compared,
    done,
    begun,
    ...work,
    lookAt,
    reread,
    compare,
    decide,
    accept,
    another,
  }
}
