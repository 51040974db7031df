// The stroke that leads to the search of a list, as people know it from web pages. In a field it is a sign like any other.
import { onBeforeUnmount, onMounted } from 'vue'

export function useSlashKey(act: () => void): void {
  const onKeydown = (event: KeyboardEvent) => {
    if (event.code !== 'Slash' && event.key !== '/') return
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return
    const target = event.target
    if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]')) return
    if (document.querySelector('dialog[open]')) return
    event.preventDefault()
    act()
  }
  onMounted(() => window.addEventListener('keydown', onKeydown))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKeydown))
}
