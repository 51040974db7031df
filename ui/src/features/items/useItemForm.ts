// The form of a whole item: its fields, its legal bases and its check points. Only what is different is sent. Whoever leaves
// a field hears at once what the program says of it.
import { computed, onBeforeUnmount, ref, watch } from 'vue'
import { call } from '@/ipc/call'
import type { CheckPoint } from '@/ipc/generated/CheckPoint'
import type { FieldView } from '@/ipc/generated/FieldView'
import type { ItemSave } from '@/ipc/generated/ItemSave'
import type { ItemView } from '@/ipc/generated/ItemView'
import type { Problem } from '@/ipc/generated/Problem'
import { atField, withFields } from '@/shared/registry/fieldProblems'
import type { Values } from '@/shared/registry/useEntryForm'
import { useRefusal } from '@/shared/useRefusal'
import { basisText, rowsOf, withoutKeys, type BasisText, type Row } from './rows'

const REASON = 'reason'

interface Asked {
  open: () => boolean
  fields: () => FieldView[]
  /** The item that is changed; none: a new one. */
  item: () => ItemView | null
  saved: (view: ItemView) => void
}

const pathOf = ({ place }: Problem) => ('field' in place ? place.field : '')
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

export function useItemForm({ open, fields, item, saved }: Asked) {
  const values = ref<Values>({})
  const bases = ref<Row<BasisText>[]>([])
  const points = ref<Row<CheckPoint>[]>([])
  const reason = ref('')
  const busy = ref(false)
  const said = ref<Problem[]>([])
  let round = 0
  let look = 0

  const rows = (path: string) => (path.startsWith('bases.') ? bases : points).value.length
  const { refused, settled, ...shown } = useRefusal((path) => {
    if (path === REASON || path === 'bases' || path === 'checkPoints') return true
    const within = /^(?:bases|checkPoints)\.(\d+)\.\w+$/.exec(path)
    return within ? Number(within[1]) < rows(path) : path in values.value
  })

  const oldBases = computed(() => (item()?.bases ?? []).map(basisText))
  const oldPoints = computed(() => item()?.check_points ?? [])
  const changed = computed(() => {
    const different = fields().filter(({ field, value }) => (values.value[field] ?? '').trim() !== value)
    return {
      fields: different,
      bases: !same(withoutKeys(bases.value), oldBases.value),
      points: !same(withoutKeys(points.value), oldPoints.value),
    }
  })
  const count = computed(
    () => changed.value.fields.length + Number(changed.value.bases) + Number(changed.value.points),
  )

  function begin(): void {
    round += 1
    look += 1
    values.value = Object.fromEntries(fields().map(({ field, value }) => [field, value]))
    bases.value = rowsOf(oldBases.value)
    points.value = rowsOf(oldPoints.value)
    reason.value = ''
    busy.value = false
    said.value = []
    settled()
  }

  watch(open, begin, { immediate: true })
  onBeforeUnmount(begin)

  function request(): ItemSave {
    const edit = item()
    const { fields: different, bases: otherBases, points: otherPoints } = changed.value
    return {
      id: edit?.line.id ?? null,
      version: edit?.version ?? null,
      values: Object.fromEntries(different.map(({ field }) => [field, values.value[field] ?? ''])),
      bases: otherBases
        ? withoutKeys(bases.value).map((basis) => ({ ...basis, state: { value: '', label: '' } }))
        : null,
      checkPoints: otherPoints ? withoutKeys(points.value) : null,
      confirmed: false,
      reason: reason.value,
    }
  }

  async function submit(): Promise<void> {
    if (busy.value) return
    const mine = (round += 1)
    busy.value = true
    said.value = []
    settled()
    try {
      const view = await withFields(call('item_save', request()))
      saved(view)
      if (mine === round) begin()
    } catch (thrown) {
      if (mine !== round) return
      busy.value = false
      refused(thrown)
    }
  }

  /** What the program says of the field that was left; of the others nobody has asked yet. */
  async function left(path: string): Promise<void> {
    const mine = (look += 1)
    try {
      const { problems } = await call('item_check', request())
      if (mine !== look) return
      const here = problems.map(atField).filter((problem) => pathOf(problem) === path)
      said.value = [...said.value.filter((problem) => pathOf(problem) !== path), ...here]
    } catch {
      // Saving says what is wrong.
    }
  }

  /** Rows came, went or changed places: what was said of a place may be about another row now. */
  function rearranged(list: 'bases' | 'checkPoints'): void {
    look += 1
    said.value = said.value.filter((problem) => !pathOf(problem).startsWith(`${list}.`))
    settled()
  }

  return {
    values,
    bases,
    points,
    reason,
    busy,
    count,
    submit,
    left,
    rearranged,
    form: shown.form,
    notice: shown.notice,
    problemsAt(path: string): Problem[] {
      const here = shown.problemsAt(path)
      return here.length > 0 ? here : said.value.filter((problem) => pathOf(problem) === path)
    },
    edited(path: string): void {
      said.value = said.value.filter((problem) => pathOf(problem) !== path)
      shown.edited(path)
    },
  }
}

export type ItemForm = ReturnType<typeof useItemForm>
