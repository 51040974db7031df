// One typed way to ask the program something. Whatever goes wrong arrives as a CallError with a Failure inside,
// so that every caller shows errors alike. Words of known errors come from Rust; this file has none but the last resort.
import { UNEXPECTED } from '@/shared/words'
import type { Failure } from './generated/Failure'
import type { CommandName, FileDrop, Host, RequestOf, ResponseOf } from './host'

let host: Host | null = null

/** Chosen once, before the first page is shown; tests install one of their own. */
export function installHost(chosen: Host): void {
  host = chosen
}

function currentHost(): Host {
  if (!host) throw new Error('No host is installed: call installHost() before anything else.')
  return host
}

export class CallError extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'CallError'
    this.failure = failure
  }
}

const listeners = new Set<(failure: Failure) => void>()

/** Whoever must know of every failure, whichever call it came from. Returns how to stop listening. */
export function onFailure(listener: (failure: Failure) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export async function call<C extends CommandName>(name: C, request: RequestOf<C>): Promise<ResponseOf<C>> {
  try {
    return await currentHost().invoke(name, request)
  } catch (thrown) {
    const failure = failureOf(thrown)
    for (const listener of listeners) listener(failure)
    throw new CallError(failure)
  }
}

export function onCloseRequested(mayClose: () => Promise<boolean>): Promise<() => void> {
  return currentHost().onCloseRequested(mayClose)
}

export function onFileDrop(listener: (drop: FileDrop) => void): Promise<() => void> {
  return currentHost().onFileDrop(listener)
}

export function onStageChanged(listener: () => void): Promise<() => void> {
  return currentHost().onStageChanged(listener)
}

export function onStageWindow(listener: () => void): Promise<() => void> {
  return currentHost().onStageWindow(listener)
}

/** What was thrown, as a Failure: the program's own one where there is one, otherwise `internal` with the text as detail. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof CallError) return thrown.failure
  if (isFailure(thrown)) return thrown
  return { code: 'internal', ...UNEXPECTED, detail: textOf(thrown), problems: [] }
}

function isFailure(value: unknown): value is Failure {
  if (typeof value !== 'object' || value === null) return false
  const candidate = value as Partial<Record<keyof Failure, unknown>>
  return (
    typeof candidate.code === 'string' &&
    typeof candidate.message === 'string' &&
    typeof candidate.hint === 'string' &&
    typeof candidate.detail === 'string' &&
    Array.isArray(candidate.problems)
  )
}

function textOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.stack ?? `${thrown.name}: ${thrown.message}`
  if (typeof thrown === 'string') return thrown
  try {
    // JSON.stringify answers undefined for what JSON cannot say, and throws on a circle.
    return (JSON.stringify(thrown) as string | undefined) ?? String(thrown)
  } catch {
    return String(thrown)
  }
}
