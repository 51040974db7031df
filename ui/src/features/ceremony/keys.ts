// Keys of the room: they work wherever the cursor is not in something that has keys of its own, and never in a question. A key that is
// held down acts once.
import { onBeforeUnmount, onMounted } from 'vue'

const WITH_KEYS_OF_THEIR_OWN =
  'input, textarea, select, button, a, summary, [contenteditable], [role="tab"], [role="grid"], [role="radio"]'

const NUMPAD: Record<string, string> = { NumpadEnter: 'Enter' }

/** The physical key, those of the number pad like those of the row. */
export function keyOf({ code }: KeyboardEvent): string {
  return NUMPAD[code] ?? code.replace(/^Numpad(\d)$/, 'Digit$1')
}

/** `data-keys` names the keys that an element leaves to the room. */
function keeps(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false
  const control = target.closest<HTMLElement>(WITH_KEYS_OF_THEIR_OWN)
  if (!control) return false
  return !(control.dataset['keys'] ?? '').split(' ').includes(key)
}

/** `meant`: whether the key is one of these; `act` is told which. */
export function useRoomKeys(meant: (key: string) => boolean, act: (key: string) => void): void {
  function onKeydown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    // Half-typed Chinese is not text yet.
    if (event.isComposing || event.defaultPrevented) return
    const key = keyOf(event)
    if (!meant(key) || keeps(event.target, key) || document.querySelector('dialog[open]')) return
    event.preventDefault()
    if (!event.repeat) act(key)
  }
  onMounted(() => window.addEventListener('keydown', onKeydown))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKeydown))
}
