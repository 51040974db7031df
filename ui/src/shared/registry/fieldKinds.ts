// Which fields are filled otherwise than with one line or one word.
import type { FieldView } from '@/ipc/generated/FieldView'

/** Texts of several lines. */
const LONG = new Set(['content', 'target_scope', 'procedure', 'standard', 'range', 'means', 'requirement'])

/** Several of the words may stand side by side. */
const SEVERAL = new Set(['modes'])

export const isLong = ({ field }: FieldView): boolean => LONG.has(field)

export const isSeveral = ({ field }: FieldView): boolean => SEVERAL.has(field)
