// One form that one person sends: never twice at once, each refusal beside its field. What was typed is gone once it went
// well, and whenever the form is opened, closed or left. What two people send together has useTwoPersonAct.
import { onBeforeUnmount, ref, watch, type Ref } from 'vue'
import { useRefusal } from './useRefusal'

interface Form<Typed> {
  /** The form as it begins; its keys are the fields that problems may stand at. */
  blank: () => Typed
  /** `still` says whether the form is there as it was sent: not given up, nor begun anew. */
  send: (typed: Typed, still: () => boolean) => Promise<void>
  /** Whether the dialog around it is open; none where the form stands as long as its component. */
  open?: () => boolean
  /** The field to try again in where none is marked. */
  landing?: string
}

export function useForm<Typed extends object>({ blank, send, open, landing }: Form<Typed>) {
  const typed = ref(blank()) as Ref<Typed>
  const busy = ref(false)
  const { refused, settled, ...shown } = useRefusal(
    (path) => path in typed.value,
    landing === undefined ? undefined : () => landing,
  )
  // What is answered after the form was given up does not belong to whatever is typed into it next.
  let round = 0

  function begin(): void {
    round += 1
    typed.value = blank()
    busy.value = false
    settled()
  }

  if (open) watch(open, begin)
  onBeforeUnmount(begin)

  async function submit(): Promise<void> {
    if (busy.value) return
    const mine = (round += 1)
    const still = () => mine === round
    busy.value = true
    settled()
    try {
      await send(typed.value, still)
      if (still()) begin()
    } catch (thrown) {
      if (!still()) return
      busy.value = false
      refused(thrown)
    }
  }

  return { typed, busy, submit, ...shown }
}
