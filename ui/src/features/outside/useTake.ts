// A draw of another system while it is typed: its fields, its file, what the program reads out of it, and the answers about rows
// that it did not find. Nothing is kept before it is registered.
import { computed, ref, shallowRef, watch } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { OutsideDrawsView } from '@/ipc/generated/OutsideDrawsView'
import type { OutsideDrawView } from '@/ipc/generated/OutsideDrawView'
import type { OutsideLooked } from '@/ipc/generated/OutsideLooked'
import type { OutsideTake } from '@/ipc/generated/OutsideTake'
import { useForm } from '@/shared/useForm'

interface Around {
  open: () => boolean
  desk: () => OutsideDrawsView
  /** What it begins with: one that was withdrawn. */
  begun: () => OutsideTake | null
  taken: (view: OutsideDrawView) => void
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export function useTake({ open, desk, begun, taken }: Around) {
  const items = ref<number[]>([])
  const answers = ref<Record<number, string>>({})
  const leaveRest = ref(false)
  const looked = shallowRef<OutsideLooked | null>(null)
  const lookFailure = shallowRef<Failure | null>(null)
  const looking = ref(false)
  let round = 0

  function blank(): Record<string, string> {
    const form = begun()
    const values = desk().fields.map(({ field }) => [field, form?.values[field] ?? ''])
    const task = form?.task === undefined ? '' : String(form.task)
    const targets = form?.targets.join('\n') ?? ''
    const inspectors = form?.inspectors.join('\n') ?? ''
    const more = { task, targets, inspectors, path: '', sheet: '', rows: '', answers: '' }
    return { ...Object.fromEntries(values), ...more } as Record<string, string>
  }

  const form = useForm({
    blank,
    open,
    send: async () => taken(await call('outside_draw_take', request())),
  })
  const { typed } = form
  const hasList = computed(() => {
    const { path, targets } = typed.value
    return (path ?? '').trim() !== '' || (targets ?? '').trim() !== ''
  })

  watch(open, () => {
    round += 1
    items.value = [...(begun()?.items ?? [])]
    forget()
  })

  /** What was read belongs to another file. */
  function forget(): void {
    round += 1
    answers.value = {}
    leaveRest.value = false
    looked.value = lookFailure.value = null
    looking.value = false
  }

  function request(): OutsideTake {
    const now = typed.value
    const text = (field: string) => now[field] ?? ''
    const said = Object.entries(answers.value).map(([row, target]) => ({ row: Number(row), target }))
    return {
      values: Object.fromEntries(desk().fields.map(({ field }) => [field, text(field)])),
      items: items.value,
      ...(text('task') === '' ? {} : { task: Number(text('task')) }),
      path: text('path'),
      sheet: text('sheet'),
      digest: looked.value?.digest ?? '',
      targets: linesOf(text('targets')),
      inspectors: linesOf(text('inspectors')),
      answers: said,
      leave_rest: leaveRest.value,
    }
  }

  async function look(): Promise<void> {
    if (!hasList.value) return forget()
    const mine = (round += 1)
    looking.value = true
    try {
      const answer = await call('outside_draw_look', request())
      if (mine !== round) return
      looked.value = answer
      lookFailure.value = null
      typed.value['sheet'] = answer.sheet
      if ((typed.value['items'] ?? '') === '' && items.value.length === 0) typed.value['items'] = answer.items
    } catch (thrown) {
      if (mine === round) lookFailure.value = failureOf(thrown)
    } finally {
      if (mine === round) looking.value = false
    }
  }

  /** Another file, or another of its sheets: what was said of the rows before means nothing in it. */
  async function read(path: string, sheet = ''): Promise<void> {
    forget()
    typed.value['path'] = path
    typed.value['sheet'] = sheet
    await look()
  }

  return { ...form, items, answers, leaveRest, looked, lookFailure, looking, hasList, forget, look, read }
}
