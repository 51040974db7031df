// The columns of a list: what they are called, how wide they are, what they are sorted by.

export interface ListColumn<Name extends string = string, Key extends string = string> {
  name: Name
  label: string
  width: string
  sort?: Key
}

export interface ListSort<Key extends string = string> {
  by: Key
  descending: boolean
}

/** A choice that was kept: names that are still known, in the order of the list, the one that always stands there among them. */
export function keptNames<Name extends string>(
  kept: unknown,
  known: readonly { name: Name }[],
  always: Name,
): Name[] | null {
  if (!Array.isArray(kept)) return null
  const names = known.map(({ name }) => name).filter((name) => name === always || kept.includes(name))
  return names.length > 1 ? names : null
}
