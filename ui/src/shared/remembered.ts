// What somebody chose on this computer and should find again tomorrow: which columns a list shows. It stays in the web
// view of this computer; nothing of an office's data is kept so.
import { ref, watch, type Ref } from 'vue'

const PREFIX = 'sunlot.'

/** `accept` looks at what was kept, which may be older than the program; what it refuses is forgotten. */
export function remembered<T>(name: string, usual: () => T, accept: (kept: unknown) => T | null): Ref<T> {
  const value = ref(read(name, accept) ?? usual()) as Ref<T>
  watch(value, (now) => write(name, now), { deep: true })
  return value
}

function read<T>(name: string, accept: (kept: unknown) => T | null): T | null {
  try {
    const kept = window.localStorage.getItem(PREFIX + name)
    return kept === null ? null : accept(JSON.parse(kept))
  } catch {
    return null
  }
}

function write(name: string, value: unknown): void {
  try {
    window.localStorage.setItem(PREFIX + name, JSON.stringify(value))
  } catch {
    // A web view that keeps nothing: the choice holds until the window closes.
  }
}
