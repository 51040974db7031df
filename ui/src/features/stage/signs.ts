// How texts of unknown length fit in a place of known size, and how many cards stand beside each other.

/** Which of the sizes a name is set in: by its own length alone. */
export function nameSize(name: string): 'short' | 'middle' | 'long' {
  const signs = [...name].length
  if (signs <= 12) return 'short'
  return signs <= 22 ? 'middle' : 'long'
}

/** 385201 reads as 385 201. */
export function inThrees(digits: string): string {
  return digits.replace(/(\d{3})(?=\d)/g, '$1\u2009')
}

/** So many cards beside each other, as large as they can be and still all be seen. */
export function seatColumns(seats: number): number {
  if (seats <= 3) return Math.max(1, seats)
  if (seats === 4) return 2
  if (seats <= 6 || seats === 9) return 3
  if (seats <= 12) return 4
  return seats <= 20 ? 5 : 6
}
