// Where a paper may go: the printers of this computer as its system lists them, or a file. Offers the printer that was
// used last in this window, else the usual one, else the only one; where there is none, the file.
import { ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { PaperWay } from '@/ipc/generated/PaperWay'
import type { PrinterView } from '@/ipc/generated/PrinterView'

/** Beside the names of printers, which are never empty. */
export const AS_FILE = ''

let usedLast: string | null = null

export function usePrinters() {
  const printers = shallowRef<PrinterView[]>([])
  const failure = shallowRef<Failure | null>(null)
  const loading = ref(false)
  /** The name of a printer, or AS_FILE. */
  const chosen = ref(AS_FILE)

  async function look(): Promise<void> {
    loading.value = true
    failure.value = null
    try {
      printers.value = (await call('printers_view', null)).printers
    } catch (thrown) {
      printers.value = []
      failure.value = failureOf(thrown)
    } finally {
      loading.value = false
    }
    chosen.value = offered(printers.value)
  }

  function way(): PaperWay {
    if (chosen.value === AS_FILE) return { way: 'save', file: null }
    usedLast = chosen.value
    return { way: 'print', printer: chosen.value }
  }

  return { printers, failure, loading, chosen, look, way }
}

function offered(printers: PrinterView[]): string {
  const by = (fits: (printer: PrinterView) => boolean) => printers.find(fits)?.name
  const only = printers.length === 1 ? printers[0]?.name : undefined
  return by(({ name }) => name === usedLast) ?? by(({ is_default }) => is_default) ?? only ?? AS_FILE
}

/** For tests: each begins with a computer on which nothing was printed yet. */
export function forgetPrinterUsed(): void {
  usedLast = null
}
