import { describe, expect, it } from 'vitest'
import { seqAt } from './runs'

describe('the number at a place', () => {
  it('is counted through the runs', () => {
    const runs: [number, number][] = [
      [10, 8],
      [5, 5],
      [2, 1],
    ]
    const numbers = [0, 1, 2, 3, 4, 5, 6].map((index) => seqAt(runs, index))
    expect(numbers, 'newest first, and nothing past the end').toEqual([10, 9, 8, 5, 2, 1, null])
  })
})
