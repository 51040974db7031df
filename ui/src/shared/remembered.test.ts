import { nextTick } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { remembered } from './remembered'

const usual = () => ['a']
const accept = (kept: unknown) => (Array.isArray(kept) ? (kept as string[]) : null)

beforeEach(() => window.localStorage.clear())

describe('what is remembered on this computer', () => {
  it('is there again the next time', async () => {
    remembered('test', usual, accept).value = ['b']
    await nextTick()
    expect(remembered('test', usual, accept).value, 'nobody chooses twice').toEqual(['b'])
  })

  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['what an older program meant', '{"a":1}'],
  ])('begins as usual with %s', (_, kept) => {
    if (kept !== null) window.localStorage.setItem('sunlot.test', kept)
    expect(remembered('test', usual, accept).value, 'a page must open in any case').toEqual(['a'])
  })

  it('works where nothing can be kept', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('refused')
    })
    const value = remembered('test', usual, accept)
    value.value = ['b']
    await nextTick()
    expect(value.value, 'it holds until the window closes').toEqual(['b'])
  })
})
