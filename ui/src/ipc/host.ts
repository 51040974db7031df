// The one door to the program behind the pages. A host is whatever runs them: the desktop window, or a test.
// It carries questions and answers and decides nothing; wording and rules come with the answers.
import type { Commands } from './generated/commands'

export type CommandName = keyof Commands
export type RequestOf<C extends CommandName> = Commands[C]['request']
export type ResponseOf<C extends CommandName> = Commands[C]['response']

/** `over`: files are held over the window; `away`: no longer; `drop`: they were let go. */
export type FileDrop = { state: 'over' | 'away' } | { state: 'drop'; paths: string[] }

export interface Host {
  invoke<C extends CommandName>(name: C, request: RequestOf<C>): Promise<ResponseOf<C>>
  /** `mayClose` is asked each time somebody closes the window; the returned function ends the asking. */
  onCloseRequested(mayClose: () => Promise<boolean>): Promise<() => void>
  /** Files that somebody drags over the window and lets go; the returned function ends the listening. */
  onFileDrop(listener: (drop: FileDrop) => void): Promise<() => void>
  /** Something may have changed that the stage shows; the returned function ends the listening. */
  onStageChanged(listener: () => void): Promise<() => void>
  /** The window of the stage was closed, lost its monitor or found it again; the returned function ends the listening. */
  onStageWindow(listener: () => void): Promise<() => void>
}
