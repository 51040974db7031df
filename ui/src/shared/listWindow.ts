// Which rows of a long list are in sight. A list of a million rows is taller than any element may be: above a limit
// the bar stands for the whole list, and a step of it for several rows.

/** Browsers cut off what is taller. */
const TALLEST = 8_000_000

/** Rows drawn above and below what is in sight, so that a small step shows no gap. */
export const SPARE = 6

export interface Sight {
  /** How tall the scrolled element is. */
  height: number
  first: number
  last: number
  /** Where the first row is drawn. */
  top: number
}

export function sightOf(count: number, rowHeight: number, viewport: number, scrolled: number): Sight {
  const whole = count * rowHeight
  const height = Math.min(whole, TALLEST)
  const visible = Math.ceil(viewport / rowHeight)
  const furthest = Math.max(1, height - viewport)
  const place = Math.min(scrolled, furthest)
  const share = whole > height ? (place / furthest) * (whole - viewport) : place
  const at = Math.max(0, Math.floor(share / rowHeight))
  const first = Math.max(0, at - SPARE)
  const last = Math.min(count - 1, at + visible + SPARE)
  return { height, first, last, top: Math.max(0, place - (share - first * rowHeight)) }
}

/** How far to scroll so that a row stands at the top of the sight. */
export function scrollTo(index: number, count: number, rowHeight: number, viewport: number): number {
  const whole = count * rowHeight
  const height = Math.min(whole, TALLEST)
  if (whole <= height) return index * rowHeight
  return ((index * rowHeight) / Math.max(1, whole - viewport)) * (height - viewport)
}

/** How far the bar moves for one point of the list. */
export function barStep(count: number, rowHeight: number, viewport: number): number {
  const whole = count * rowHeight
  return whole <= TALLEST ? 1 : (TALLEST - viewport) / (whole - viewport)
}
