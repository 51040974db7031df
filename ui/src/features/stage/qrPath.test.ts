import { describe, expect, it } from 'vitest'
import { QUIET, qrPath, qrSide, qrWidth } from './qrPath'
import { inThrees, nameSize, seatColumns } from './signs'

/** The squares of an outline, as rows again. */
function painted(outline: string, side: number): string[] {
  const rows = Array.from({ length: side }, () => Array.from({ length: side }, () => '0'))
  for (const [, x, y, run] of outline.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(run); at += 1) rows[Number(y)]![Number(x) + at] = '1'
  }
  return rows.map((row) => row.join(''))
}

describe('a code as an outline', () => {
  it('paints exactly the dark modules, with white around', () => {
    const rows = ['101', '010', '111']
    const all = painted(qrPath(rows), qrSide(rows))
    expect(
      all.slice(QUIET, -QUIET).map((row) => row.slice(QUIET, -QUIET)),
      'every square is where it was',
    ).toEqual(rows)
    expect(all.join('').replaceAll('0', '').length, 'and nothing stands in the white').toBe(6)
    expect(qrPath(rows).match(/M/g)?.length, 'neighbours are one').toBe(4)
  })

  it.each([
    [250, 600, 24],
    [250, 1000, 40],
    [400, 600, 15],
  ])('in a picture of %i cm is legible from %i cm away', (width_cm, distance_cm, share) => {
    const rows = Array.from({ length: 37 }, () => '1'.repeat(37))
    const drawn = qrWidth({ width_cm, distance_cm }, rows)
    expect((drawn * 37) / qrSide(rows), 'the code itself is a tenth of the distance').toBeCloseTo(share, 1)
  })

  it('never divides by what nobody measured', () => {
    expect(qrWidth({ width_cm: 0, distance_cm: 600 }, []), 'it takes the usual').toBe(24)
    expect(qrWidth({ width_cm: 10, distance_cm: 6000 }, []), 'and is never wider than the picture').toBe(100)
  })
})

describe('texts in their places', () => {
  it('sets a name by its own length alone', () => {
    expect(['遂城王记加油站', '大王店䶮记𬭎汽车销售有限公司分号', '长'.repeat(40)].map(nameSize)).toEqual([
      'short',
      'middle',
      'long',
    ])
    expect(nameSize('𬭎'.repeat(12)), 'a rare sign counts as one').toBe('short')
  })

  it('groups digits from the left, as they are typed', () => {
    expect(inThrees('3852017'), 'three and three and one').toBe('385\u2009201\u20097')
    expect(inThrees('385'), 'nothing dangles').toBe('385')
  })

  it('shows every seat', () => {
    expect([1, 2, 3, 4, 5, 6, 9, 12, 20, 30].map(seatColumns)).toEqual([1, 2, 3, 2, 3, 3, 3, 4, 5, 6])
  })
})
