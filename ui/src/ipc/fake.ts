// A host for tests: answers from a table, remembers every question, and lets a test close the window.
import type { CommandName, FileDrop, Host, RequestOf, ResponseOf } from './host'

type Answer<C extends CommandName> =
  ResponseOf<C> | ((request: RequestOf<C>) => ResponseOf<C> | Promise<ResponseOf<C>>)
export type Answers = { [C in CommandName]?: Answer<C> }
export type Asked = { [C in CommandName]: { name: C; request: RequestOf<C> } }[CommandName]

export interface FakeHost extends Host {
  readonly asked: Asked[]
  /** The requests of one command, oldest first. */
  requests<C extends CommandName>(name: C): RequestOf<C>[]
  /** Changes answers from now on. */
  answer(more: Answers): void
  /** Clicks the cross of the window; resolves to whether it closed. */
  close(): Promise<boolean>
  /** Drags files over the window, or lets them go. */
  drag(drop: FileDrop): void
  /** Says that something changed which the stage shows. */
  stageChanges(): void
  /** Says that the window of the stage is not where it was. */
  stageMoves(): void
}

export function fakeHost(answers: Answers): FakeHost {
  const table: Answers = { ...answers }
  const asked: Asked[] = []
  const closeAskers = new Set<() => Promise<boolean>>()
  const dropListeners = new Set<(drop: FileDrop) => void>()
  const stageListeners = new Set<() => void>()
  const moveListeners = new Set<() => void>()

  return {
    asked,
    async invoke(name, request) {
      // A copy, as the real wire makes one: later typing must not change what was sent.
      asked.push({ name, request: structuredCopy(request) } as unknown as Asked)
      // Which answer belongs to which command is checked where tests write it down, not here for all of them at once.
      const answer = table[name] as unknown
      if (answer === undefined) throw new Error(`The fake host has no answer for ${name}.`)
      const given =
        typeof answer === 'function' ? await (answer as (asked: unknown) => unknown)(request) : answer
      return given as ResponseOf<typeof name>
    },
    requests(name) {
      return asked.filter((question) => question.name === name).map((question) => question.request as never)
    },
    answer(more) {
      Object.assign(table, more)
    },
    onCloseRequested(mayClose) {
      closeAskers.add(mayClose)
      return Promise.resolve(() => void closeAskers.delete(mayClose))
    },
    onFileDrop(listener) {
      dropListeners.add(listener)
      return Promise.resolve(() => void dropListeners.delete(listener))
    },
    onStageChanged(listener) {
      stageListeners.add(listener)
      return Promise.resolve(() => void stageListeners.delete(listener))
    },
    onStageWindow(listener) {
      moveListeners.add(listener)
      return Promise.resolve(() => void moveListeners.delete(listener))
    },
    stageMoves() {
      for (const listener of moveListeners) listener()
    },
    stageChanges() {
      for (const listener of stageListeners) listener()
    },
    drag(drop) {
      for (const listener of dropListeners) listener(drop)
    },
    async close() {
      for (const mayClose of closeAskers) if (!(await mayClose())) return false
      return true
    },
  }
}

function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
