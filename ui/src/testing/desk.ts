// Puts the real pages on a desk with a fake program behind them, and works them as a person would: by what is visible.
import { DOMWrapper, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createMemoryHistory, type Router } from 'vue-router'
import App from '@/app/App.vue'
import { DESTINATIONS, INNER_PAGES } from '@/app/navigation'
import { consoleRouter } from '@/app/router'
import { installHost } from '@/ipc/call'
import { fakeHost, type Answers, type FakeHost } from '@/ipc/fake'
import {
  accountsView,
  CONSOLE,
  foundAll,
  noStation,
  printer,
  printersView,
  profileView,
  standing,
  trailOf,
} from './samples'
import { ceremonyAnswers } from './ceremony'
import { inspectorAnswers } from './inspectors'
import { itemAnswers } from './items'
import { outsideAnswers } from './outside'
import { rulesAnswers } from './rules'
import { planAnswers } from './plans'
import { registryAnswers } from './targets'
import { taskAnswers } from './tasks'

export interface Desk {
  host: FakeHost
  router: Router
  window: VueWrapper
  /** The element with this test id, anywhere in the document. Fails if there is none. */
  see(id: string): DOMWrapper<HTMLElement>
  /** Whether there is such an element now. */
  shows(id: string): boolean
  textOf(id: string): string
  type(id: string, text: string): Promise<void>
  leave(id: string): Promise<void>
  click(id: string): Promise<void>
  /** Presses Enter in a field of a form. */
  enter(id: string): Promise<void>
  /** What stands in a field. */
  valueOf(id: string): string
  /** Whether a dialog is open: it may be there and closed. */
  asks(id: string): boolean
  press(key: KeyboardEventInit): Promise<KeyboardEvent>
}

export async function openConsole(answers: Answers = {}, path = '/settings/office'): Promise<Desk> {
  const host = fakeHost({
    console_view: CONSOLE,
    console_ready: null,
    office_profile: profileView(),
    office_profile_check: { problems: [], documentNumberExample: null },
    trail_standing: standing(),
    trail_view: trailOf(0),
    trail_find: foundAll(0),
    trail_choices: { people: [], kinds: [], objects: [] },
    trail_progress: { running: true, done: 0, total: 0, verdict: null },
    accounts_view: accountsView(),
    accounts_check: { problems: [] },
    console_stir: null,
    file_choose: null,
    station_view: noStation(),
    diagnostics_view: { parts: [] },
    printers_view: printersView(printer('room', { is_default: true })),
    ...registryAnswers(0),
    ...inspectorAnswers(0),
    ...itemAnswers(0),
    ...rulesAnswers(0),
    ...taskAnswers(),
    ...outsideAnswers(),
    ...planAnswers(),
    ...ceremonyAnswers(),
    ...answers,
  })
  installHost(host)

  // Pages are loaded on first use; how long that takes is no part of what a test is about.
  await Promise.all([...DESTINATIONS, ...INNER_PAGES].map(({ page }) => page()))
  const router = consoleRouter(createMemoryHistory())
  await router.push(path)
  const place = document.body.appendChild(document.createElement('div'))
  const window = mount(App, { attachTo: place, global: { plugins: [router] } })
  await settle()

  const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
  const see = (id: string): DOMWrapper<HTMLElement> => {
    const element = find(id)
    if (!element) throw new Error(`Nobody can see ${id} on the page.`)
    return new DOMWrapper(element)
  }
  return {
    host,
    router,
    window,
    see,
    shows: (id) => find(id) !== null,
    textOf: (id) => see(id).text().replace(/\s+/g, ' ').trim(),
    async type(id, text) {
      await see(id).setValue(text)
    },
    async leave(id) {
      await see(id).trigger('blur')
      await settle()
    },
    async click(id) {
      await see(id).trigger('click')
      await settle()
    },
    async enter(id) {
      await see(id).trigger('keydown', { key: 'Enter' })
      see(id).element.closest('form')?.requestSubmit()
      await settle()
    },
    valueOf: (id) => (see(id).element as HTMLInputElement).value,
    asks: (id) => find(id)?.closest('dialog')?.open ?? false,
    async press(key) {
      const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...key })
      document.body.dispatchEvent(event)
      await settle()
      return event
    },
  }
}

/** Lets every answer that is due arrive, and the page be drawn with it. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 3; round += 1) await flushPromises()
}

/** An answer that arrives when the test says so. */
export function later<T>(): {
  promise: Promise<T>
  arrive: (value: T) => Promise<void>
  fail: (reason: unknown) => Promise<void>
} {
  const { promise, resolve, reject } = withResolvers<T>()
  return {
    promise,
    arrive: async (value) => {
      resolve(value)
      await settle()
    },
    fail: async (reason) => {
      reject(reason as Error)
      await settle()
    },
  }
}

function withResolvers<T>() {
  let resolve!: (value: T) => void
  let reject!: (reason: Error) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
