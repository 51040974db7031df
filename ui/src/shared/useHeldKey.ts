// Whether a key is held down: what it leads to can be shown meanwhile. A window that one has left hears of no release.
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

export function useHeldKey(key: string): Readonly<Ref<boolean>> {
  const held = ref(false)
  const onKey = (event: KeyboardEvent) => {
    if (event.key === key) held.value = event.type === 'keydown'
  }
  const letGo = () => (held.value = false)
  onMounted(() => {
    window.addEventListener('keydown', onKey)
    window.addEventListener('keyup', onKey)
    window.addEventListener('blur', letGo)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', onKey)
    window.removeEventListener('keyup', onKey)
    window.removeEventListener('blur', letGo)
  })
  return held
}
