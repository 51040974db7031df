import { describe, expect, it } from 'vitest'
import type { AnchorCheck } from '@/ipc/generated/AnchorCheck'
import type { AnchorWritten } from '@/ipc/generated/AnchorWritten'
import type { BackupPlace } from '@/ipc/generated/BackupPlace'
import { inFours } from '@/shared/format'
import { findBarriers } from '@/testing/accessibility'
import { later, openConsole, settle, type Desk } from '@/testing/desk'
import { backupView, consoleAt, failure, foundAll, problem, standing, trailOf, WANG } from '@/testing/samples'

type Answers = Parameters<typeof openConsole>[0]

const STICK: BackupPlace = { label: '监督员的 U 盘䶮（28 GB）', folder: '/media/wang/JIANDU' }
const OTHER: BackupPlace = { label: 'E:（14 GB）', folder: 'E:\\' }

const facts = standing().anchor.anchored!
const written: AnchorWritten = { file: `${STICK.folder}/sunlot-anchor-1a2b3c4d.json`, anchor: facts }

async function open(places: BackupPlace[], answers: Answers = {}): Promise<Desk> {
  return openConsole(
    {
      console_view: { ...consoleAt('open', WANG), permitted: ['anchor_write', 'anchor_check'] },
      trail_find: foundAll(3),
      trail_view: trailOf(3),
      backup_view: backupView({ places }),
      anchor_write: written,
      ...answers,
    },
    '/trail',
  )
}

async function escape(desk: Desk, id: string): Promise<void> {
  desk
    .see(id)
    .element.closest('dialog')
    ?.dispatchEvent(new Event('cancel', { cancelable: true }))
  await settle()
}

/** Whether a button can be pressed now. */
const works = (desk: Desk, id: string) => !desk.see(id).element.hasAttribute('disabled')

const refusing = (change: Parameters<typeof failure>[0]) => () => {
  throw failure(change)
}

describe('the anchor on the page of the trail', () => {
  it('is told in the program’s words', async () => {
    const desk = await open([])
    expect(desk.textOf('anchor-standing'), 'word for word').toBe(standing().anchor.message)
  })

  it('offers only what the program permits', async () => {
    const desk = await openConsole({ console_view: consoleAt('open') }, '/trail')
    expect(desk.shows('anchor-write') || desk.shows('anchor-check'), 'nothing that could only fail').toBe(
      false,
    )
  })
})

describe('carrying the anchor away', () => {
  it('goes to the only stick with Enter, and shows where it lies and what it says', async () => {
    const desk = await open([STICK])
    await desk.click('anchor-write')
    expect(desk.valueOf('anchor.folder'), 'nobody types that').toBe(STICK.folder)
    await desk.enter('anchor.folder')
    expect(desk.host.requests('anchor_write'), 'into that folder').toEqual([{ folder: STICK.folder }])
    expect(desk.textOf('made-file'), 'where to find it').toBe(written.file)
    const told = desk.textOf('anchor-written')
    expect(told, 'how far it goes').toContain('第 3 条，第 1 纪元，2026年11月20日 10:05')
    expect(told, 'to compare by eye').toContain(inFours(facts.head))
    expect(document.activeElement, 'Enter ends it').toBe(desk.see('anchor-done').element)
    await desk.click('anchor-done')
    expect(desk.asks('anchor-write-dialog'), 'done').toBe(false)
    await desk.click('anchor-write')
    expect(desk.shows('anchor-written'), 'the next one begins anew').toBe(false)
  })

  it('chooses nothing where there are several, until somebody does', async () => {
    const desk = await open([STICK, OTHER])
    await desk.click('anchor-write')
    expect(works(desk, 'anchor-go'), 'on whose stick nobody guesses').toBe(false)
    const [, second] = document.querySelectorAll<HTMLElement>('[data-testid="anchor-stick"]')
    second?.click()
    await settle()
    expect(desk.valueOf('anchor.folder'), 'that one').toBe('E:\\')
    expect(second?.getAttribute('aria-pressed'), 'and it can be seen').toBe('true')
    expect(works(desk, 'anchor-go'), 'now it can go').toBe(true)
  })

  it('says that there is no stick, looks again, and takes any folder', async () => {
    const desk = await open([])
    await desk.click('anchor-write')
    expect(desk.textOf('anchor-no-stick'), 'what to do').toContain('插上后再找，或写明文件夹')
    desk.host.answer({ backup_view: backupView({ places: [STICK] }) })
    await desk.click('anchor-look')
    expect(desk.valueOf('anchor.folder'), 'plugged in meanwhile').toBe(STICK.folder)
    await desk.type('anchor.folder', ' /srv/elsewhere ')
    await desk.enter('anchor.folder')
    expect(desk.host.requests('anchor_write'), 'as meant').toEqual([{ folder: '/srv/elsewhere' }])
  })

  it('does without sticks where they cannot be looked for', async () => {
    const desk = await open([], { backup_view: refusing({}) })
    await desk.click('anchor-write')
    expect(desk.shows('anchor-no-stick'), 'a folder can still be typed').toBe(true)
    expect(desk.shows('failure-notice'), 'and nothing stands in the way').toBe(false)
  })

  it('says why it could not be written, and keeps the folder', async () => {
    const message =
      '没有写锚点：“/media/wang/JIANDU/sunlot-anchor-1a2b3c4d.json”里已有的锚点与现有留痕对不上。'
    const desk = await open([STICK], { anchor_write: refusing({ code: 'anchor_would_go_back', message }) })
    await desk.click('anchor-write')
    await desk.enter('anchor.folder')
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe(message)
    expect(desk.valueOf('anchor.folder'), 'to try another').toBe(STICK.folder)
    desk.host.answer({ anchor_write: refusing({ problems: [problem('folder', '这里写不进去。')] }) })
    await desk.enter('anchor.folder')
    expect(desk.textOf('problem-anchor.folder'), 'beside its field').toContain('这里写不进去。')
  })

  it('warns where the trail is not the one that the anchor here tells of', async () => {
    const desk = await open([STICK], { trail_standing: standing({ blocks: true, message: '留痕变短了。' }) })
    await desk.click('notice-look')
    await desk.click('anchor-write')
    expect(desk.shows('anchor-differs'), 'it would vouch for what nobody has cleared up').toBe(true)
  })

  it('is given up with Escape', async () => {
    const desk = await open([STICK])
    await desk.click('anchor-write')
    await desk.type('anchor.folder', '/tmp')
    await escape(desk, 'anchor-write-dialog')
    expect(desk.asks('anchor-write-dialog'), 'gone').toBe(false)
    expect(desk.host.requests('anchor_write'), 'nothing was written').toEqual([])
    await desk.click('anchor-write')
    expect(desk.valueOf('anchor.folder'), 'and begins anew').toBe(STICK.folder)
  })

  it('can be used by everybody', async () => {
    const desk = await open([STICK, OTHER])
    await desk.click('anchor-write')
    expect(await findBarriers(), 'the form').toEqual([])
    await desk.type('anchor.folder', '/tmp')
    await desk.enter('anchor.folder')
    expect(await findBarriers(), 'and what became of it').toEqual([])
  })
})

describe('holding an anchor against the trail', () => {
  function answer(change: Parameters<typeof standing>[0] = {}): AnchorCheck {
    return { file: written.file, anchor: standing({ place: written.file, ...change }).anchor }
  }

  async function check(desk: Desk, file = written.file): Promise<void> {
    await desk.click('anchor-check')
    await desk.type('anchor.file', file)
    await desk.enter('anchor.file')
  }

  it('begins in the stick, and waits for the name of the file', async () => {
    const desk = await open([OTHER])
    await desk.click('anchor-check')
    expect(desk.valueOf('anchor.file'), 'as its system writes it').toBe('E:\\')
    expect(works(desk, 'check-go'), 'a folder is no anchor').toBe(false)
    await desk.type('anchor.file', 'E:\\sunlot-anchor-1a2b3c4d.json')
    expect(works(desk, 'check-go'), 'that is one').toBe(true)
  })

  it.each([
    ['fits', false, 'ok', 'status'],
    ['shorter', true, 'red', 'alert'],
    ['restored_since', false, 'gold', 'status'],
    ['unkept', false, 'gold', 'status'],
  ])('tells %s in the program’s words and in its tone', async (code, blocks, tone, role) => {
    const said = { standing: code, blocks, message: `留痕${code}。`, hint: '这样做。' }
    const desk = await open([STICK], { anchor_check: answer(said) })
    await check(desk)
    expect(desk.host.requests('anchor_check'), 'that file').toEqual([{ file: written.file }])
    const verdict = desk.see('anchor-verdict')
    expect(verdict.attributes('data-tone'), 'good news is calm, bad news is not').toBe(tone)
    expect(verdict.attributes('role'), 'heard as well as seen').toBe(role)
    expect(desk.textOf('anchor-verdict'), 'what, what next, and both sides').toMatch(
      new RegExp(`^留痕${code}。 ?这样做。 ?锚点记着.*现在的留痕`),
    )
    expect(desk.valueOf('anchor.file'), 'of which file, stays to be seen').toBe(written.file)
  })

  it('takes the verdict away with another file', async () => {
    const desk = await open([STICK], { anchor_check: answer() })
    await check(desk)
    await desk.type('anchor.file', '/media/wang/JIANDU/other.json')
    expect(desk.shows('anchor-verdict'), 'that was not said of this one').toBe(false)
  })

  it('says why it could not be read, and never that it fits', async () => {
    const message = '“other.json”不是锚点文件，或者已经损坏。'
    const desk = await open([STICK], { anchor_check: answer() })
    await check(desk)
    desk.host.answer({ anchor_check: refusing({ code: 'anchor_file_unreadable', message }) })
    await desk.enter('anchor.file')
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe(message)
    expect(desk.shows('anchor-verdict'), 'and no green beside it').toBe(false)
  })

  it('shows nothing that arrives after it was closed', async () => {
    const slow = later<AnchorCheck>()
    const desk = await open([STICK], { anchor_check: () => slow.promise })
    await check(desk)
    await escape(desk, 'anchor-check-dialog')
    await slow.arrive(answer())
    await desk.click('anchor-check')
    expect(desk.shows('anchor-verdict'), 'this one was not asked yet').toBe(false)
  })

  it('can be used by everybody', async () => {
    const desk = await open([STICK], { anchor_check: answer({ blocks: true, standing: 'shorter' }) })
    await check(desk)
    expect(await findBarriers(), 'the worst of it').toEqual([])
  })
})
