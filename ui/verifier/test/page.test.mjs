// @ts-check
// What the page's worker finds out besides the report: where the leaf of one enterprise stands, and what a file that cannot
// be read seems to be.
import { describe, expect, it } from 'vitest'
import { leafDigest, NOT_UTF8, readOwnLeaf, UNREADABLE } from '../engine/index.mjs'
import { openDossier } from '../page/worker/dossier.mjs'
import { findOwn } from '../page/worker/own.mjs'
import { sniff } from '../page/worker/sniff.mjs'
import { unreadWords } from '../page/words/unread.mjs'
import { strangers } from './browser/files.mjs'
import { vector, verify } from './vectors.mjs'

const full = vector('01-small.record.json')
const sealed = vector('01-small.sealed-edition.json')
const { strata, exclusions } = full.record.manifest

describe('the own leaf', () => {
  it('has the digest that stands in its place', () => {
    let count = 0
    sealed.record.manifest.strata.forEach((/** @type {any} */ stratum, /** @type {number} */ i) => {
      stratum.targets.forEach((/** @type {any} */ leaf, /** @type {number} */ j) => {
        const own = strata[i].targets[j]
        if (!('leaf' in leaf)) return
        count += 1
        expect(leafDigest(own)).toBe(leaf.leaf)
        const told = findOwn(openDossier(sealed), JSON.stringify(own))
        expect(told).toMatchObject({ state: 'pool', wasSealed: true, id: own.id, name: own.name })
        expect(told.hit?.lot).toBe(`${stratum.key}-${j + 1}`)
      })
    })
    expect(count).toBeGreaterThan(5)
  })

  it('is found among the exclusions, with its reason', () => {
    const [own] = exclusions
    const told = findOwn(openDossier(sealed), ` ${JSON.stringify(own, null, 2)},\n`)
    expect(told).toMatchObject({ state: 'excluded', wasSealed: true, reason: own.reason })
  })

  it('is not found once a character differs', () => {
    const [own] = exclusions
    const dossier = openDossier(sealed)
    for (const other of [
      { ...own, name: `${own.name} ` },
      { ...own, salt: '0'.repeat(32) },
      { ...own, more: 1 },
    ]) {
      expect(findOwn(dossier, JSON.stringify(other)).state).toBe('absent')
    }
    const changed = { ...exclusions[0], reason: '别的' }
    expect(findOwn(openDossier(full), JSON.stringify(changed)).state).toBe('other')
  })

  it.each([
    ['', 'empty'],
    ['{', 'json'],
    ['[1]', 'json'],
    ['"\ud800"', 'json'],
    ['{"id":1e400}', 'format'],
    ['{"id":-1}', 'format'],
    ['{"a":{"a":1,"a":1}}', 'format'],
    [`{"a":${'['.repeat(20)}${']'.repeat(20)}}`, 'format'],
    ['{"id":"A","name":"甲","salt":"xyz"}', 'leaf'],
    [`{"id":"a","name":"甲","salt":"${'0'.repeat(32)}"}`, 'leaf'],
    [`{"leaf":"${'0'.repeat(64)}"}`, 'leaf'],
    ['['.repeat(60_000), 'json'],
    [' x'.repeat(60_000), 'long'],
  ])('is refused: %#', (text, trouble) => {
    expect(readOwnLeaf(text)).toEqual({ trouble })
  })
})

describe('a file that is something else', () => {
  it.each(strangers().map(({ file, seems }) => ({ ...file, seems })))('$name', ({ bytes, seems }) => {
    const [{ checks }] = verify([bytes]).report.files
    const hint = sniff(bytes, {
      isReadable: checks.every(({ reason }) => reason !== UNREADABLE),
      isText: checks.every(({ reason }) => !reason.endsWith(NOT_UTF8)),
    })
    expect(hint && unreadWords(hint)).toContain(seems)
  })

  it('is named by line and character', () => {
    const told = (/** @type {string} */ text) =>
      sniff(new TextEncoder().encode(text), { isReadable: false, isText: true })
    expect(told('{\n "汉字": 1,\n "b" 2}')).toEqual({ kind: 'edited', line: 3, column: 2 })
    expect(told('{\n "a": [1,')).toEqual({ kind: 'cut', line: 2, column: 10 })
    expect(told(`{"a": "${'x'.repeat(3000)}", "b": tru}`)).toEqual({ kind: 'edited', line: 1 })
    expect(told('\ufeff{"a" 1}')).toEqual({ kind: 'edited', line: 1, column: 2 })
  })

  it('is a record after all, with a fault', () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...full, more: 1 }))
    expect(sniff(bytes, { isReadable: true, isText: true })).toBe(null)
  })
})
