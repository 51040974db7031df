import { describe, expect, it } from 'vitest'
import { scrollTo, sightOf } from './listWindow'

describe('the rows in sight', () => {
  it('are the first ones at the top and the last ones at the bottom, however long the list is', () => {
    for (const count of [1, 20, 10_000, 1_000_000]) {
      const top = sightOf(count, 32, 600, 0)
      expect(top.first, `${count} rows begin with the first`).toBe(0)
      const bottom = sightOf(count, 32, 600, Math.max(0, top.height - 600))
      expect(bottom.last, `${count} rows end with the last`).toBe(count - 1)
      expect(top.height, 'no element is taller than browsers draw').toBeLessThanOrEqual(8_000_000)
    }
  })

  it('leave no place of a million rows out', () => {
    const count = 1_000_000
    for (const index of [0, 1, 499_999, 500_000, 999_980]) {
      const sight = sightOf(count, 32, 600, scrollTo(index, count, 32, 600))
      expect(sight.first, `row ${index} can be scrolled to`).toBeLessThanOrEqual(index)
      expect(sight.last, `and is then in sight`).toBeGreaterThanOrEqual(index)
    }
  })

  it('are none where there is nothing', () => {
    expect(sightOf(0, 32, 600, 0).last, 'an empty list has no last row').toBe(-1)
  })
})
