import { describe, expect, it } from 'vitest'
import tokens from './tokens.css?raw'

const sources = import.meta.glob<string>('../**/*.{vue,ts,css}', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const guarded = Object.entries(sources).filter(
  ([path]) => !path.endsWith('/tokens.css') && !path.endsWith('.test.ts') && !path.includes('/generated/'),
)

/** Every line of the guarded files that matches, as "file: line". */
function linesWith(pattern: RegExp, except?: RegExp): string[] {
  return guarded.flatMap(([path, text]) =>
    text
      .split('\n')
      .filter((line) => pattern.test(line) && !except?.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  )
}

describe('the house style', () => {
  it('has something to guard', () => {
    expect(guarded.length, 'a scan of nothing would always pass').toBeGreaterThan(30)
    const empty = [...guarded, ['tokens.css', tokens] as const].filter(([, text]) => text.trim() === '')
    expect(
      empty.map(([path]) => path),
      'nor does a scan of empty texts prove anything',
    ).toEqual([])
  })

  it('keeps raw colours in tokens.css', () => {
    const colour =
      /(?<![\w&])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgba?|hsla?|oklch|color-mix)\(/i
    expect(linesWith(colour), 'a second blue begins with one raw colour').toEqual([])
  })

  it('keeps raw sizes in tokens.css', () => {
    // A container query cannot read a variable.
    expect(linesWith(/\b\d+(?:\.\d+)?px\b/, /@(container|media)/), 'sizes are chosen once').toEqual([])
  })

  it('uses only tokens that exist', () => {
    const declared = new Set([...tokens.matchAll(/(--[\w-]+):/g)].map((match) => match[1]))
    const used = guarded.flatMap(([path, text]) =>
      [...text.matchAll(/var\((--(?!el-)[\w-]+)/g)].map((match) => ({ path, token: match[1] })),
    )
    expect(used.length, 'the pattern still finds something').toBeGreaterThan(100)
    const unknown = used.filter(({ token }) => !declared.has(token))
    expect(unknown, 'an unknown variable silently means nothing').toEqual([])
  })

  it('keeps components small enough to read at once', () => {
    const long = guarded.filter(([path, text]) => path.endsWith('.vue') && text.split('\n').length > 200)
    expect(
      long.map(([path]) => path),
      'two hundred lines at most',
    ).toEqual([])
  })
})

describe('the colours', () => {
  const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1] ?? ''

  function luminance(hex: string): number {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(hex.slice(at, at + 2), 16) / 255
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  it.each([
    ['ink', 'paper'],
    ['ink-soft', 'paper'],
    ['ink-soft', 'card'],
    ['ink-soft', 'fill-quiet'],
    ['ink-soft', 'brand-soft'],
    ['ink-soft', 'red-soft'],
    ['ink-label', 'fill-quiet'],
    ['brand', 'brand-soft'],
    ['brand', 'red-soft'],
    ['on-brand', 'brand'],
    ['on-brand', 'brand-hover'],
    ['on-bar-soft', 'bar'],
    ['gold', 'card'],
    ['gold', 'gold-soft'],
    ['gold', 'gold-tag'],
    ['ink-soft', 'gold-soft'],
    ['ok', 'ok-soft'],
    ['red', 'card'],
    ['red', 'red-soft'],
    ...['dark', 'light'].flatMap((hall) =>
      ['ink', 'soft', 'gold', 'red', 'ok'].flatMap((front) =>
        ['ground', 'panel'].map((ground): [string, string] => [
          `stage-${hall}-${front}`,
          `stage-${hall}-${ground}`,
        ]),
      ),
    ),
  ])('%s is legible on %s', (front, ground) => {
    const [bright = 0, dark = 0] = [luminance(colour(front)), luminance(colour(ground))].sort((a, b) => b - a)
    expect((bright + 0.05) / (dark + 0.05), 'at least 4.5 to 1').toBeGreaterThanOrEqual(4.5)
  })
})
