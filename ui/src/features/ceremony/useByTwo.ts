// An act that is done by two people where it is formal, and by one where it is only tried out: what was typed is sent, and where the
// program wants a second person, that person joins in.
import { onMounted, shallowRef } from 'vue'
import type { PersonView } from '@/ipc/generated/PersonView'
import type { Second } from '@/ipc/generated/Second'
import { TWO_PEOPLE } from '@/ipc/generated/permits'
import type { CommandName } from '@/ipc/host'
import { whoCanJoin } from '@/shared/secondPeople'
import { useTwoPersonAct } from '@/shared/useTwoPersonAct'

export function useByTwo(
  act: () => CommandName,
  {
    send,
    refused,
  }: { send: (second: { second?: Second }) => Promise<void>; refused: (thrown: unknown) => void },
) {
  const who = shallowRef<PersonView[]>([])
  const two = useTwoPersonAct({ send: (second) => send(second ? { second } : {}), refused })

  async function look(): Promise<void> {
    if (TWO_PEOPLE[act()] === undefined) return
    try {
      who.value = await whoCanJoin(act())
    } catch (thrown) {
      refused(thrown)
    }
  }

  onMounted(look)

  return { who, ...two }
}
