// A key combination that works while the component stands. It does not fire inside a question, which has its own keys,
// unless it is said to work everywhere.
import { onBeforeUnmount, onMounted } from 'vue'

interface Combination {
  /** The physical key, such as KeyS or Digit1: it stays the same under every input method. */
  code: string
  ctrl?: boolean
  alt?: boolean
  /** Even over a dialog. */
  everywhere?: boolean
}

export function useShortcut(combination: Combination, act: () => void): void {
  const onKeydown = (event: KeyboardEvent) => {
    if (event.code !== combination.code) return
    if (event.ctrlKey !== (combination.ctrl ?? false) || event.altKey !== (combination.alt ?? false)) return
    if (event.shiftKey || event.metaKey) return
    event.preventDefault()
    // Half-typed Chinese is not text yet: acting now would lose it.
    if (event.repeat || event.isComposing) return
    if (!combination.everywhere && document.querySelector('dialog[open]')) return
    act()
  }
  onMounted(() => window.addEventListener('keydown', onKeydown))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKeydown))
}
