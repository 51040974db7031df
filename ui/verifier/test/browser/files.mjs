// The files that the browser test gives to the page: worked cases of the protocol, and some made for what they look like.
import { Buffer } from 'node:buffer'
import { amend, drawn } from '../making.mjs'
import { bytesOf, vector, vectorBytes, vectorNames } from '../vectors.mjs'

/** A worked case by its name. @param {string} name */
export const worked = (name) => ({ name, bytes: vectorBytes(name) })

/** A value as a file. @param {string} name @param {object} value */
export const made = (name, value) => ({ name, bytes: bytesOf(JSON.stringify(value)) })

/** The first bad case of every kind, by the check that it fails. */
export function firstOfEachKind() {
  const kinds = new Map()
  for (const name of vectorNames(/^0.*\.bad-.*\.json$/)) {
    const [, kind] = /-([a-z]+)\.json$/.exec(name)
    if (!kinds.has(kind)) kinds.set(kind, name)
  }
  return kinds
}

/** The files of a chain that does not hold. @param {string} name */
export const chainOf = (name) => vector(name).files.map((file, at) => made(`${at + 1}.json`, file))

/** Texts that want to be more than texts. All their characters may stand in a file. */
export const HOSTILE = {
  image: '<img src=x onerror="document.title=\'taken\'">',
  script: '</script><script>document.title="taken"</script>',
  address: '"><a href="https://example.com/">看这里</a>',
  style: '</style><style>*{display:none}</style>',
  rightToLeft: 'שלום 12-34 مرحبا',
  stacked: `叠${'\u0301\u0323'.repeat(40)}字`,
  template: '${alert(1)}{{7*7}}__PAGE__',
}

/** A good record with such texts wherever an office may write. */
export function hostile() {
  const file = drawn('01-small', (manifest) => {
    Object.assign(manifest, { title: HOSTILE.image, drawId: HOSTILE.template })
    manifest.office.name = HOSTILE.script
    manifest.seats[0].alias = HOSTILE.style
    manifest.items[0].name = HOSTILE.address
    manifest.ext = { note: HOSTILE.image, toString: HOSTILE.script, list: [HOSTILE.rightToLeft] }
    for (const stratum of manifest.strata) {
      stratum.label = HOSTILE.address
      stratum.targets.forEach((leaf, at) => (leaf.name = Object.values(HOSTILE)[at % 7]))
    }
    for (const leaf of manifest.exclusions)
      Object.assign(leaf, { name: HOSTILE.image, reason: HOSTILE.script })
    for (const person of manifest.inspectors) person.name = HOSTILE.rightToLeft
  })
  return made('hostile.json', amend(file, [{ kind: 'fill', reason: HOSTILE.image, by: [HOSTILE.script] }]))
}

/** Nobody to draw from, and nobody drawn. */
export const noRows = () =>
  made(
    'no-rows.json',
    drawn('01-small', (manifest) => {
      for (const stratum of manifest.strata) {
        Object.assign(stratum, { rule: { kind: 'count', n: 0 }, quota: 0, reserve: 0, targets: [] })
      }
      Object.assign(manifest, { exclusions: [], recusals: [], seats: manifest.seats })
    }),
  )

/** A good record with two megabytes wherever an office may write, and crowds where it may list. */
export function enormous() {
  const huge = '长'.repeat(700_000)
  const crowd = Array.from({ length: 20_000 }, (_, at) => `经手人${at}`)
  const file = drawn('01-small', (manifest) => {
    Object.assign(manifest, { title: huge, drawId: huge, ext: { huge, crowd } })
    manifest.office.name = huge
    manifest.items = crowd.map((name, at) => ({ code: `${at}`, name }))
    manifest.seats[0].role = huge
    const [stratum] = manifest.strata
    Object.assign(stratum, { label: huge, items: crowd })
    stratum.slots[0].role = huge
    stratum.targets.forEach((leaf) => (leaf.name = huge))
    for (const leaf of manifest.exclusions) Object.assign(leaf, { name: huge, reason: huge })
    for (const person of manifest.inspectors) Object.assign(person, { name: huge, dept: huge })
  })
  file.record.result.selected[0].crew = crowd
  return made('enormous.json', amend(file, [{ kind: 'fill', reason: huge, by: crowd }]))
}

/** Names as long as anybody could think of. */
export function longNames() {
  const long = '保定市徐水区大王店镇产业园区中小企业创业服务联合会'.repeat(6)
  return made(
    'long-names.json',
    drawn('01-small', (manifest) => {
      manifest.title = long
      manifest.office.name = long
      manifest.items[0].name = long
      for (const stratum of manifest.strata) {
        stratum.label = long
        for (const leaf of stratum.targets) Object.assign(leaf, { id: leaf.id.padEnd(64, '0'), name: long })
      }
      for (const leaf of manifest.exclusions) Object.assign(leaf, { name: long, reason: long })
      for (const person of manifest.inspectors) Object.assign(person, { name: long, dept: long })
    }),
  )
}

/** Files that are something else, and a word of what the page should say to each. */
export function strangers() {
  const text = JSON.stringify(vector('01-small.record.json'), null, 1)
  const bytes = bytesOf(text)
  const file = (name, given, seems) => ({ file: { name, bytes: Uint8Array.from(given) }, seems })
  const broken = bytesOf(text.replace('"task":', '"task"'))
  return [
    file('empty.json', [], '是空的'),
    file('table.xlsx', [0x50, 0x4b, 3, 4, 20, 0], 'Excel'),
    file('result.pdf', bytesOf('%PDF-1.7\n'), 'PDF'),
    file('photo.png', [0x89, 0x50, 0x4e, 0x47, 13, 10], '图片'),
    file('page.html', bytesOf('<!doctype html><p>公示'), '网页'),
    file('utf16.json', new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')), 'UTF-16'),
    file('zeros.json', new Uint8Array(5000), '空字节'),
    file('gbk.json', [...bytesOf('{"title": "'), 0xb0, 0xd7, 0xa3, ...bytesOf('"}')], 'UTF-8'),
    file('cut.json', bytes.subarray(0, 4000), '在末尾断了'),
    file('edited.json', broken, '附近写坏了'),
    file('list.json', bytesOf('[1, 2]'), '整个是一个对象'),
    file('leaf.json', bytesOf('{"id": "A", "name": "甲", "salt": "0"}'), '我单位查询'),
    file('case.json', bytesOf('{"manifest": {}, "contributions": []}'), '密数'),
    file('other.json', bytesOf('{"a": 1}'), '没有摇号的记录'),
  ]
}
