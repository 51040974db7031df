// @ts-check
// The built page: what it is made of is known to Chromium 95, reaches nowhere, and is allowed nothing.
import { Linter } from 'eslint'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const HERE = dirname(fileURLToPath(import.meta.url))
const page = readFileSync(join(HERE, '../../../assets/verifier/verify.html'), 'utf8')
const scripts = [...page.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, code]) => code)

/** Without comments, which name types by where they are imported from. @param {string} code */
const bare = (code) => code.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')

/** Came after Chromium 95. */
const TOO_NEW =
  /\.(toSorted|toReversed|toSpliced|findLast|findLastIndex|isWellFormed|toWellFormed|withResolvers|groupBy|fromAsync)\(|\bstructuredClone\(/
/** Ways to the network, or to code that nobody has seen. */
const REACHING =
  /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|RTCPeerConnection|eval)\s*\(|new Function\(|\bimport\s*\(/
const MARKUP = /\.(innerHTML|outerHTML)\b|insertAdjacentHTML|document\.write/

describe('the built page', () => {
  it('is two scripts: the page and its worker', () => {
    expect(scripts.length).toBe(2)
    for (const code of scripts) expect(bare(code).length).toBeGreaterThan(10_000)
  })

  it.each([0, 1])('script %i is of the language that Chromium 95 knows', (at) => {
    const told = new Linter().verify(scripts[at], {
      languageOptions: { ecmaVersion: 2022, sourceType: 'script' },
    })
    expect(told).toEqual([])
    expect(scripts[at]).not.toMatch(TOO_NEW)
  })

  it('reaches nowhere and makes no markup', () => {
    for (const code of scripts) {
      expect(bare(code)).not.toMatch(REACHING)
      expect(bare(code)).not.toMatch(MARKUP)
    }
    expect(page.replace(/<script[^]*<\/script>/g, '')).not.toMatch(/(src|href)="(?!data:|#)/)
  })

  it('is allowed nothing', () => {
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page) ?? []
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; worker-src blob:; style-src 'sha256-[^']+'; /,
    )
    expect(policy).toContain("connect-src 'none'")
  })
})
