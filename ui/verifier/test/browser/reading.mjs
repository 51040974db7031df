// The scenes in which somebody gives files and reads the verdict: what is seen has to be what the engine says of the files.
import assert from 'node:assert/strict'
import { verifyFiles } from '../../engine/index.mjs'
import { CHECKS, STATUS } from '../../page/words/checks.mjs'
import { placeWords } from '../../page/words/places.mjs'
import { shownStatus } from '../../page/words/verdict.mjs'
import {
  chainOf,
  enormous,
  firstOfEachKind,
  hostile,
  HOSTILE,
  longNames,
  noRows,
  strangers,
  worked,
} from './files.mjs'

/** Digests are shown in groups, each on its own line. */
const bare = (text) => text.replace(/\s/g, '')

/** Every check and notice of the open file against the engine. */
async function seesWhatTheEngineSays(verifier, files, at = 0) {
  const { report, faults } = verifyFiles(files)
  const seen = await verifier.checks()
  report.files[at].checks.forEach((check, place) => {
    const { title, status, said } = seen[place]
    assert.equal(title, CHECKS[check.name].title)
    assert.equal(status, STATUS[shownStatus(check)], check.name)
    for (const { text, path } of faults[at].get(check.name)) {
      for (const part of text.split('，'))
        assert.ok(bare(said).includes(bare(part)), `${check.name}: ${text}`)
      if (path) assert.ok(said.includes(placeWords(path)), `${check.name}: ${path}`)
    }
    if (check.status === 'pass') assert.equal(said, '')
  })
  const notices = await verifier.texts('.notices h3')
  assert.deepEqual(
    notices,
    report.files[at].notices.map(({ text }) => text),
  )
}

/** Files that come from elsewhere: the page says that they are good, and so does the engine of each. */
export const allGood =
  (files) =>
  async ({ verifier }) => {
    await verifier.give(...files)
    assert.equal(await verifier.verdict(), '相符')
    const { report } = verifyFiles(files)
    for (const { name, checks } of report.files)
      assert.deepEqual(
        checks.filter(({ status }) => status === 'fail'),
        [],
        name,
      )
  }

async function good({ verifier, picture }) {
  await picture('empty')
  const file = worked('01-small.signed.json')
  await verifier.give(file)
  assert.equal(await verifier.verdict(), '相符')
  await seesWhatTheEngineSays(verifier, [file])
  assert.match(await verifier.text('.meaning-of'), /不说明什么/)
  assert.match(await verifier.text('.head-strip'), /2026年下半年“双随机”抽查/)
  await picture('good')
  for (const tab of ['results', 'record']) {
    await verifier.openTab(tab)
    await picture(`good-${tab}`)
  }
}

async function amended({ verifier, picture }) {
  const file = worked('03-amended.signed.json')
  await verifier.give(file)
  assert.equal(await verifier.verdict(), '相符')
  await seesWhatTheEngineSays(verifier, [file])
  await verifier.openTab('results')
  assert.match(await verifier.text('#panel-results'), /现在在列/)
  await picture('amended-results')
}

async function sealed({ verifier, picture }) {
  const file = worked('01-small.sealed-edition.json')
  await verifier.give(file)
  assert.equal(await verifier.verdict(), '相符')
  await seesWhatTheEngineSays(verifier, [file])
  assert.match(await verifier.text('.badges'), /密封 9 条/)
  await picture('sealed')
}

const voided = (name, words) =>
  async function ({ verifier, picture }) {
    const file = worked(`${name}.record.json`)
    await verifier.give(file)
    assert.equal(await verifier.verdict(), '相符')
    await seesWhatTheEngineSays(verifier, [file])
    assert.match(await verifier.text('.verdict'), /作废的记录，没有生效的结果/)
    assert.match(await verifier.text('.badges'), /作废/)
    await picture(name)
    await verifier.openTab('results')
    assert.match(await verifier.text('.void-box'), words)
    await picture(`${name}-results`)
  }

async function chained({ verifier, picture }) {
  const files = [1, 2, 3].map((n) => worked(`10-chain-${n}.record.json`))
  await verifier.give(...files)
  assert.match(await verifier.text('.batch'), /相符[^]*3 个文件：3 个相符。它们一次接一次，没有缺漏/)
  assert.equal((await verifier.texts('.stop')).length, 3)
  await seesWhatTheEngineSays(verifier, files, 2)
  await picture('chain')
  await verifier.page.click('#file-1')
  await seesWhatTheEngineSays(verifier, files, 1)
  assert.equal(await verifier.page.$eval(':focus', (element) => element.id), 'file-1')
}

async function brokenChain({ verifier, picture }) {
  for (const number of ['01', '03', '08']) {
    const files = chainOf(`13-chain.bad-${number}-chain.json`)
    await verifier.fresh()
    await verifier.give(...files)
    assert.match(await verifier.text('.batch'), /不相符[^]*前后接不上/)
    const seen = await verifier.checks()
    assert.equal(seen[11].status, '不符')
    await picture(`chain-bad-${number}`)
  }
}

async function badOfEveryKind({ verifier, picture }) {
  const kinds = firstOfEachKind()
  assert.ok(kinds.size >= 9, `only ${kinds.size} kinds`)
  for (const [kind, name] of kinds) {
    const file = worked(name)
    await verifier.fresh()
    await verifier.give(file)
    assert.equal(await verifier.verdict(), '不相符')
    await seesWhatTheEngineSays(verifier, [file])
    assert.ok((await verifier.text('.verdict')).includes(CHECKS[kind].title), `${kind} is not in the verdict`)
    await picture(`bad-${kind}`)
  }
}

async function somethingElse({ verifier, picture }) {
  for (const { file, seems } of strangers()) {
    await verifier.fresh()
    await verifier.give(file)
    assert.match(await verifier.verdict(), /读不出来|不相符/)
    const said = await verifier.text('.verdict')
    assert.ok(said.includes(seems), `${file.name}: ${said}`)
    await picture(`other-${file.name}`)
  }
}

async function oneStranger({ verifier, picture }) {
  const files = [worked('10-chain-1.record.json'), strangers()[1].file]
  await verifier.give(...files)
  assert.match(await verifier.text('.batch'), /读不出来[^]*1 个相符|1 个自身相符/)
  await picture('chain-stranger')
  await verifier.page.click('.stop.unreadable .stop-remove')
  await verifier.page.waitForFunction(() => !globalThis.document.querySelector('.batch .verdict-word'))
  assert.equal(await verifier.verdict(), '相符')
}

async function hostileTexts({ verifier, picture }) {
  const elements = () => verifier.page.$$eval('*', (all) => all.map(({ tagName }) => tagName))
  const count = (tags, wanted) => tags.filter((tag) => tag === wanted).length
  const before = await elements()
  await verifier.give(hostile())
  assert.equal(await verifier.verdict(), '相符')
  for (const tab of ['checks', 'results', 'search', 'record']) {
    await verifier.openTab(tab)
    await picture(`hostile-${tab}`)
  }
  assert.ok((await verifier.text('.head-title h1')).includes(HOSTILE.image))
  assert.ok((await verifier.text('#panel-record')).includes(HOSTILE.script))
  await verifier.openTab('search')
  assert.ok((await verifier.ask('onerror')).includes(HOSTILE.image))
  await verifier.openTab('results')
  for (const list of await verifier.page.$$('.pick')) await list.click()
  const now = await elements()
  assert.equal(count(now, 'SCRIPT'), 2)
  for (const tag of ['IMG', 'IFRAME', 'OBJECT', 'EMBED', 'LINK', 'STYLE', 'BASE', 'META']) {
    assert.equal(count(now, tag), count(before, tag), tag)
  }
  const links = await verifier.page.$$eval('a', (all) => all.map((link) => link.getAttribute('href')))
  assert.deepEqual(
    links.filter((href) => !href.startsWith('#')),
    [],
  )
  assert.doesNotMatch(await verifier.page.title(), /taken/)
}

async function rare({ verifier, picture }) {
  await verifier.give(worked('05-rare-characters.record.json'))
  assert.equal(await verifier.verdict(), '相符')
  await verifier.openTab('results')
  await picture('rare-results')
}

async function nothingDrawn({ verifier, picture }) {
  await verifier.give(noRows())
  assert.equal(await verifier.verdict(), '相符')
  await verifier.openTab('results')
  assert.match(await verifier.text('#panel-results'), /没有抽中的对象/)
  await picture('no-rows-results')
  assert.match(await verifier.openTab('search').then(() => verifier.ask('甲')), /没有查到/)
}

async function long({ verifier, picture }) {
  await verifier.give(longNames())
  for (const tab of ['checks', 'results', 'record']) {
    await verifier.openTab(tab)
    const spill = await verifier.page.evaluate(() => {
      const { scrollWidth, clientWidth } = globalThis.document.documentElement
      return scrollWidth - clientWidth
    })
    assert.equal(spill, 0, `${tab} is wider than the window`)
    await picture(`long-${tab}`)
  }
}

/** The page shows the beginning of what nobody could read to its end, and stays quick. */
async function megabytes({ verifier, picture }) {
  await verifier.give(enormous())
  assert.equal(await verifier.verdict(), '不相符')
  for (const tab of ['checks', 'paper', 'results', 'search', 'record']) {
    await verifier.openTab(tab)
    const { length } = await verifier.text('body')
    assert.ok(length < 30_000, `${tab} shows ${length} characters`)
    await picture(`enormous-${tab}`)
  }
  await verifier.openTab('search')
  assert.ok((await verifier.ask('长长')).length < 10_000)
}

export const READING = {
  'a good file': good,
  'a file with amendments': amended,
  'a sealed edition': sealed,
  'void before the cards': voided('07-void-before-cards', /没有见证数，所以没有结果/),
  'void after the cards': voided('08-void-after-cards', /只供查看，不生效/),
  'void for a refused card': voided('11-void-card-refused', /没有公开，所以算不出/),
  'a chain': chained,
  'chains that do not hold': brokenChain,
  'a bad file of every kind': badOfEveryKind,
  'files that are something else': somethingElse,
  'a stranger among records': oneStranger,
  'hostile texts': hostileTexts,
  'rare characters': rare,
  'nobody drawn': nothingDrawn,
  'long names': long,
  'megabytes of text': megabytes,
}
