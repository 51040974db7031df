// The system's own window of files: asked by the program, answered by a person.
import { call } from '@/ipc/call'
import type { FileChosen } from '@/ipc/generated/FileChosen'
import type { FilePurpose } from '@/ipc/generated/FilePurpose'

/** `at`: what stands in the field; `name`: what a new file would be called. Null: nothing was chosen. */
export function chooseFile(
  purpose: FilePurpose,
  { at = '', name = null }: { at?: string; name?: string | null } = {},
): Promise<FileChosen | null> {
  return call('file_choose', { purpose, at, name })
}
