// The scenes in which somebody does more than read: asks for an enterprise, compares the paper, pastes a leaf, uses the
// keyboard and the mouse, copies and prints.
import assert from 'node:assert/strict'
import { shortCode, fingerprint } from '../../engine/index.mjs'
import { vector } from '../vectors.mjs'
import { worked } from './files.mjs'

const FULL = vector('01-small.record.json')
const { manifest, result, contributions, commitment } = FULL.record

/** The leaf of a number. */
const leafOf = ({ stratum, number }) => manifest.strata.find(({ key }) => key === stratum).targets[number - 1]
const lotOf = ({ stratum, number }) => `${stratum}-${number}`

/** A number that is neither selected nor a reserve. */
function missed() {
  const known = new Set([...result.selected, ...result.reserves].map(lotOf))
  const all = manifest.strata.flatMap(({ key, targets }) =>
    targets.map((_, at) => ({ stratum: key, number: at + 1 })),
  )
  return all.find((lot) => !known.has(lotOf(lot)))
}

async function lookUp({ verifier, picture }) {
  await verifier.give(worked('01-small.record.json'))
  await verifier.openTab('search')
  const [drawn] = result.selected
  const leaf = leafOf(drawn)
  for (const asked of [leaf.id, leaf.name.slice(0, 6), lotOf(drawn), ` ${leaf.id.toLowerCase()} `]) {
    const told = await verifier.ask(asked)
    for (const part of [leaf.id, leaf.name, lotOf(drawn), '抽中，第 1 个抽出', '户中抽']) {
      assert.ok(told.includes(part), `${asked}: ${told}`)
    }
  }
  await picture('search-drawn')
  const [reserve] = result.reserves
  assert.match(await verifier.ask(lotOf(reserve)), /本层候补第 1，没有用到/)
  await picture('search-reserve')
  assert.match(await verifier.ask(leafOf(missed()).id), /没有抽中，也不是候补/)
  const [excluded] = manifest.exclusions
  const told = await verifier.ask(excluded.name)
  assert.ok(told.includes('不参加抽取') && told.includes(excluded.reason))
  await picture('search-excluded')
  assert.match(await verifier.ask('无此单位'), /没有查到“无此单位”[^]*里面都没有/)
  assert.match(await verifier.ask('  '), /请先填/)
  assert.ok(!(await verifier.has('.own')), 'nothing is sealed, and yet a leaf is asked for')
}

async function afterAmendments({ verifier }) {
  const file = vector('03-amended.record.json')
  await verifier.give(worked('03-amended.record.json'))
  await verifier.openTab('search')
  const dropped = file.amendments.find(({ kind }) => kind === 'drop-target')
  assert.match(await verifier.ask(lotOf(dropped)), /按第 \d+ 条变更/)
}

async function ownLeaf({ verifier, picture }) {
  await verifier.give(worked('01-small.sealed-edition.json'))
  await verifier.openTab('search')
  const [excluded] = manifest.exclusions
  assert.match(await verifier.ask(excluded.name), /查不到不等于不在内/)
  const lot = missed()
  assert.match(await verifier.ask(lotOf(lot)), /名称密封/)
  const told = await verifier.own(JSON.stringify(leafOf(lot), null, 2))
  for (const part of ['在参加抽取的名单里', leafOf(lot).name, lotOf(lot), '没有抽中']) {
    assert.ok(told.includes(part), told)
  }
  await picture('own-pool')
  const out = await verifier.own(`  ${JSON.stringify(excluded)},\n`)
  assert.ok(out.includes('在排除名单里') && out.includes(excluded.reason), out)
  await picture('own-excluded')
  const changed = await verifier.own(JSON.stringify({ ...leafOf(lot), name: '别的名字' }))
  assert.match(changed, /文件里没有这一条/)
  await picture('own-absent')
  const open = leafOf(result.selected[0])
  assert.match(await verifier.own(JSON.stringify(open)), /一字不差[^]*抽中/)
  assert.match(await verifier.own(JSON.stringify({ ...open, name: '别的' })), /与文件写的不一致/)
  for (const [text, words] of [
    ['', /请先把/],
    ['{"id": “A”}', /读不出来/],
    ['{"id": "A", "id": "A"}', /写法不合规定/],
    ['{"id": "A"}', /这不是一条名单/],
    [JSON.stringify({ leaf: '0'.repeat(64) }), /这不是一条名单/],
    ['x'.repeat(70_000), /太长了/],
  ]) {
    assert.match(await verifier.own(text), words)
  }
}

async function paper({ verifier, picture }) {
  const file = worked('01-small.signed.json')
  await verifier.give(file)
  await verifier.openTab('paper')
  const code = shortCode(commitment)
  assert.match(await verifier.typePaper('封存码', code.slice(0, 9)), /前 8 位一致/)
  assert.match(await verifier.typePaper('封存码', code.toLowerCase()), /一致/)
  assert.match(await verifier.typePaper('质询数', manifest.challenge), /一致/)
  assert.match(await verifier.typePaper('见证数', contributions[1]), /与 2 号席位的见证数一致/)
  assert.match(await verifier.typePaper('本站指纹', fingerprint(manifest.station)), /一致/)
  await verifier.page.waitForFunction(() =>
    globalThis.document.querySelector('.verdict').innerText.includes('您的见证数也算在内'),
  )
  await picture('paper-right')
  await verifier.openTab('checks')
  const right = await verifier.checks()
  assert.deepEqual([right[9].status, right[10].status], ['相符', '相符'])
  await verifier.openTab('paper')
  const wrong = code.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  assert.match(await verifier.typePaper('封存码', wrong), /不一致[^]*第 32 位起不同/)
  await verifier.untilSheet('mismatch')
  assert.match(await verifier.text('.verdict'), /与您填写的纸面内容不符/)
  assert.match(await verifier.text('#tab-paper'), /不一致/)
  await picture('paper-wrong')
  await verifier.openTab('checks')
  const seen = await verifier.checks()
  assert.equal(seen[10].status, '不符')
  assert.match(seen[10].said, /封存码与纸面不符/)
}

async function keyboard({ verifier }) {
  const { page } = verifier
  const focused = () => page.evaluate(() => globalThis.document.activeElement.id)
  await page.keyboard.press('Tab')
  assert.match(await page.evaluate(() => globalThis.document.activeElement.innerText), /跳到内容/)
  await page.keyboard.press('Tab')
  assert.equal(await focused(), 'choose')
  // The system's own window would cover everything from here on.
  await page.$eval('#files', (input) => {
    input.addEventListener('click', (event) => {
      event.preventDefault()
      globalThis.chooserOpened = true
    })
  })
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => globalThis.chooserOpened)
  await verifier.give(worked('01-small.record.json'))
  await page.focus('#tab-checks')
  for (const [key, tab] of [
    ['ArrowRight', 'tab-paper'],
    ['End', 'tab-record'],
    ['ArrowRight', 'tab-checks'],
    ['ArrowLeft', 'tab-record'],
    ['Home', 'tab-checks'],
  ]) {
    await page.keyboard.press(key)
    assert.equal(await focused(), tab)
  }
  await page.focus('#tab-search')
  await page.click('#tab-search')
  await page.type('#our-name', manifest.exclusions[0].name)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.answer .state.excluded')
}

async function dropped({ verifier, picture }) {
  const { page } = verifier
  const drop = (kind, text) =>
    page.evaluate(
      (type, content) => {
        const { DataTransfer, DragEvent, File, document } = globalThis
        const data = new DataTransfer()
        data.items.add(new File([content], 'dropped.json'))
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
        )
      },
      kind,
      text,
    )
  const isVeiled = () =>
    page.$eval('.drop-veil', (veil) => globalThis.getComputedStyle(veil).display !== 'none')
  const text = JSON.stringify(FULL)
  await drop('dragenter', text)
  assert.ok(await isVeiled())
  await picture('drag')
  await drop('drop', text)
  assert.ok(!(await isVeiled()))
  await page.waitForSelector('.verdict')
  assert.equal(await verifier.verdict(), '相符')
  await page.evaluate(() => {
    const { DataTransfer, DragEvent, document } = globalThis
    const data = new DataTransfer()
    data.setData('text/plain', 'x')
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
    )
  })
  assert.match(await verifier.text('#notice'), /不是文件/)
}

async function droppedLeaf({ verifier }) {
  await verifier.give(worked('01-small.sealed-edition.json'))
  await verifier.openTab('search')
  await verifier.page.$eval(
    '#own-leaf',
    (field, content) => {
      const { DataTransfer, DragEvent, File } = globalThis
      const data = new DataTransfer()
      data.items.add(new File([content], 'leaf.json'))
      field.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    },
    JSON.stringify(manifest.exclusions[0]),
  )
  await verifier.page.waitForSelector('.own-found')
  assert.match(await verifier.text('.own .answers'), /在排除名单里/)
  assert.equal(await verifier.verdict(), '相符')
}

async function copied({ verifier }) {
  await verifier.give(worked('01-small.bad-10-selection.json'))
  // What a clipboard holds is the system's affair; what is put there is ours.
  await verifier.page.evaluate(() => {
    const write = async (text) => void (globalThis.copiedText = text)
    Object.defineProperty(globalThis.navigator, 'clipboard', { value: { writeText: write } })
  })
  await verifier.page.click('.heading .copy')
  await verifier.page.waitForFunction(() =>
    globalThis.document.querySelector('.heading .copy').innerText.includes('已复制'),
  )
  const text = await verifier.page.evaluate(() => globalThis.copiedText)
  assert.match(text, /^摇号结果核验：不相符\n[^]*5\. 抽取结果：不符\n {3}抽中名单：应有 3 行，文件有 2 行\n/)
}

async function printed({ verifier, print }) {
  await verifier.give(worked('03-amended.signed.json'))
  await verifier.openTab('paper')
  await verifier.typePaper('质询数', '000000')
  await verifier.untilSheet('mismatch')
  await verifier.page.emulateMediaType('print')
  const shown = (selector) =>
    verifier.page.$eval(selector, (element) => globalThis.getComputedStyle(element).display !== 'none')
  assert.ok(await shown('#sheets'))
  assert.ok(!(await shown('.screen')))
  const sheet = await verifier.text('.sheet')
  for (const part of ['摇号结果核验单', '03-amended.signed.json', 'SHA-256', '不相符', '核验人', '质询数'])
    assert.ok(sheet.includes(part), part)
  await print('sheet-amended')
  await verifier.page.emulateMediaType('screen')
}

async function printedChain({ verifier, print }) {
  await verifier.give(...[1, 2, 3].map((n) => worked(`10-chain-${n}.record.json`)))
  assert.equal((await verifier.page.$$('.sheet')).length, 3)
  await print('sheet-chain')
}

async function printedBad({ verifier, print }) {
  await verifier.give(worked('01-small.bad-44-format.json'))
  await print('sheet-bad')
}

export const ASKING = {
  'an enterprise looks itself up': lookUp,
  'an enterprise that left': afterAmendments,
  'the own leaf of a sealed edition': ownLeaf,
  'the paper, right and wrong': paper,
  'the keyboard alone': keyboard,
  'a file dropped on the page': dropped,
  'a leaf dropped on its field': droppedLeaf,
  'the conclusion copied': copied,
  'the sheet printed': printed,
  'the sheets of a chain': printedChain,
  'the sheet of a bad file': printedBad,
}
