// @ts-check
// Makes a published file with a great many targets, for the measurement: four strata, 5% drawn, two inspectors to each out
// of sixty. It comes out the same every time.
import { drawn } from './making.mjs'

/** Looks random, and is not: what chance would give here is of no matter. @param {number} of */
const salt = (of) =>
  (BigInt(of + 1) * 0x9e3779b97f4a7c15f39cc0605cedc835n).toString(16).slice(-32).padStart(32, '0')

/** @param {number} at */
const target = (at) => ({
  id: `91${String(at).padStart(16, '0')}`,
  name: `徐水区第${at}号个体工商经营部`,
  region: '大王店镇',
  salt: salt(at),
})

/** @param {number} at */
const inspector = (at) => ({
  dept: ['市场监管局', '应急局', '气象局'][at % 3],
  id: `冀F${String(at).padStart(8, '0')}`,
  name: `检查员${at}`,
  salt: salt(-2 - at).replace('-', ''),
  skills: ['计量', '防雷', '食品'].slice(at % 3),
})

/**
 * @param {string} key
 * @param {number} first
 * @param {number} count
 */
const stratum = (key, first, count) => ({
  items: ['QX-01'],
  key,
  label: `${key}类`,
  quota: Math.floor(count / 20),
  reserve: 5,
  rule: /** @type {const} */ ({ kind: 'rate', bp: 500, rounding: 'down', min: 0, max: null }),
  slots: [{ role: '主办' }, { role: '协办', dept: null }],
  targets: Array.from({ length: count }, (_, i) => target(first + i)),
})

/** The text of the file. @param {number} count  of targets */
export function manyTargets(count) {
  const each = count / 4
  const file = drawn('01-small', (manifest) => {
    manifest.strata = ['A', 'B', 'C', 'D'].map((key, i) => stratum(key, i * each, each))
    manifest.inspectors = Array.from({ length: 60 }, (_, at) => inspector(at))
    manifest.exclusions = []
    manifest.recusals = []
    manifest.crew = { cap: 0, balance: true }
  })
  return JSON.stringify(file, null, 1)
}
