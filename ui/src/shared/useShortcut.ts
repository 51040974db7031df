// A key combination that works while the component stands. It never fires inside a question: those have their own keys.
import { onBeforeUnmount, onMounted } from 'vue'

interface Combination {
  /** The physical key, such as KeyS or Digit1: it stays the same under every input method. */
  code: string
  ctrl?: boolean
  alt?: boolean
}

export function useShortcut(combination: Combination, act: () => void): void {
  const onKeydown = (event: KeyboardEvent) => {
    if (event.code !== combination.code) return
    if (event.ctrlKey !== (combination.ctrl ?? false) || event.altKey !== (combination.alt ?? false)) return
    if (event.shiftKey || event.metaKey) return
    event.preventDefault()
    // Half-typed Chinese is not text yet: acting now would lose it.
    if (event.repeat || event.isComposing || document.querySelector('dialog[open]')) return
    act()
  }
  onMounted(() => window.addEventListener('keydown', onKeydown))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKeydown))
}
