import { describe, expect, it } from 'vitest'
import { frameAt, rebase, stepsOf } from './rolling'

const PACES = [100, 400, 1000, 3000, 8000]

describe('the schedule of a row', () => {
  it.each(PACES)('at a pace of %i ms begins with the first name and is over in time', (pace) => {
    expect(frameAt(pace, 0), 'nothing has gone by').toEqual({ step: 0, over: false })
    expect(frameAt(pace, -5).step, 'a frame from before the beginning is the beginning').toBe(0)
    expect(frameAt(pace, pace - 0.01).over, 'not a moment too early').toBe(false)
    expect(frameAt(pace, pace).over, 'and not one too late').toBe(true)
  })

  it.each(PACES)(
    'at a pace of %i ms never goes back and never rests on what it will not end with',
    (pace) => {
      let before = 0
      for (let at = 0; at < pace; at += 16) {
        const { step } = frameAt(pace, at)
        expect(step, 'names go by in their order').toBeGreaterThanOrEqual(before)
        expect(step, 'the last step belongs to the recorded row').toBeLessThan(stepsOf(pace))
        before = step
      }
    },
  )

  it('slows: the last name stands longer than the first', () => {
    const changes: number[] = []
    for (let at = 0, last = 0; at < 3000; at += 1) {
      const { step } = frameAt(3000, at)
      if (step !== last) changes.push(at)
      last = step
    }
    const gaps = changes.slice(1).map((at, index) => at - (changes[index] ?? 0))
    expect(gaps.at(-1), 'at the end people can read along').toBeGreaterThan((gaps[0] ?? 0) * 4)
    expect(
      gaps.every((gap, index) => index === 0 || gap >= (gaps[index - 1] ?? 0) - 1),
      'without a jerk',
    ).toBe(true)
  })

  it('shows no name so shortly that it cannot be painted', () => {
    const steps = stepsOf(3000)
    expect(frameAt(3000, 32).step, 'two frames show one name more at most').toBeLessThanOrEqual(1)
    expect(steps, 'a longer row has more names, not faster ones').toBe(stepsOf(1500) * 2)
  })

  it('knows a pace of nothing', () => {
    expect(frameAt(0, 0), 'it stands there at once').toEqual({ step: 1, over: true })
    expect(frameAt(Number.NaN, 5).over, 'and what is no pace rolls nothing').toBe(true)
  })

  it('goes on from where it is when the pace changes', () => {
    const begun = rebase(1000, 2000, 4000, 1000)
    expect(2000 - begun, 'a quarter had gone by, and a quarter has').toBe(250)
    expect(rebase(0, 9000, 4000, 1000), 'what was over stays over').toBe(8000)
  })
})
