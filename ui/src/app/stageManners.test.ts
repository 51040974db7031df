import { describe, expect, it } from 'vitest'
import { behaveLikeAPicture } from './stageManners'

describe('the window in front of witnesses', () => {
  it.each([
    new MouseEvent('contextmenu', { cancelable: true }),
    new KeyboardEvent('keydown', { code: 'F5', cancelable: true }),
    new KeyboardEvent('keydown', { code: 'KeyP', ctrlKey: true, cancelable: true }),
    new Event('dragover', { cancelable: true }),
    new Event('wheel', { cancelable: true }),
  ])('answers nothing', (event) => {
    behaveLikeAPicture(window)
    window.dispatchEvent(event)
    expect(event.defaultPrevented, `${event.type} does nothing over a picture`).toBe(true)
  })
})
