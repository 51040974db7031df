import { describe, expect, it } from 'vitest'
import { findBarriers } from '@/testing/accessibility'
import { openConsole, settle, type Desk } from '@/testing/desk'
import {
  account,
  accountsView,
  consoleAt,
  entryRefused,
  failure,
  formerKey,
  LINA,
  noStation,
  paperMade,
  problem,
  stationKey,
  stationView,
  WANG,
  ZHAO,
} from '@/testing/samples'
import type { Second } from '@/ipc/generated/Second'
import type { StationView } from '@/ipc/generated/StationView'

type Answers = Parameters<typeof openConsole>[0]

const ACTS = ['station_make', 'station_rotate', 'station_report_lost', 'station_revoke', 'station_rewrap']
const PASSPHRASE = 'wu yun hou mian you qing tian'
const NEW_KEY = stationKey({ fingerprint: 'abcdef0123456789abcdef0123456789', opening_label: '与前一把互签' })

async function open(view: StationView, answers: Answers = {}, person = LINA): Promise<Desk> {
  const permitted = person === ZHAO ? [] : ACTS
  return openConsole(
    { console_view: { ...consoleAt('open', person), permitted }, station_view: view, ...answers },
    '/settings/station',
  )
}

/** The program asks for the second person, and is content with whoever comes. */
function wantsSecond<T>(answer: T): (request: { second: Second | null }) => T {
  return ({ second }) => {
    if (!second) throw failure({ code: 'second_missing' })
    return answer
  }
}

async function typeTwice(desk: Desk, path: string, text = PASSPHRASE): Promise<void> {
  await desk.type(`station.${path}`, text)
  await desk.type('station.again', text)
}

function groupsOf(desk: Desk): string {
  const groups = desk.see('station-fingerprint').findAll('li')
  return groups.map((group) => group.text()).join(' ')
}

async function join(desk: Desk): Promise<void> {
  await desk.type('second.password', 'Jiandu-yuan26')
  await desk.enter('second.password')
}

describe('a station without a key', () => {
  it('is nothing wrong, and says what comes next in the program’s words', async () => {
    const desk = await open(noStation())
    expect(desk.textOf('station-empty'), 'nobody need worry').toContain('还没有密钥，第一次正式封存时再建')
    expect(desk.textOf('station-file'), 'word for word').toBe(
      '现在没有密钥文件。正式封存之前，由两人一起制作密钥。',
    )
    expect(desk.shows('station-print'), 'there is no fingerprint to post').toBe(false)
  })

  it('says so where there was one before', async () => {
    const former = [formerKey({ state: 'revoked', state_label: '已作废' })]
    const desk = await open({ ...noStation(), former })
    expect(desk.textOf('station-empty'), 'that is not the first time').toContain('现在没有在用的密钥')
    expect(desk.shows('former-11aa'), 'what came before stays to be seen').toBe(true)
  })

  it('is shown to whoever may only look, without a button that would be refused', async () => {
    const desk = await open(noStation(), {}, ZHAO)
    expect(desk.shows('station_make'), 'the program says who may').toBe(false)
    expect(desk.shows('station-who'), 'and here is how to go on').toBe(true)
  })

  it('leads guests to the accounts first', async () => {
    const desk = await openConsole({ station_view: noStation() }, '/settings/station')
    expect(desk.see('station-who').find('a').attributes('href'), 'nobody could enter yet').toBe(
      '/settings/accounts',
    )
  })

  it('says why it cannot be read, and tries again', async () => {
    const desk = await open(noStation(), {
      station_view: () => {
        throw failure()
      },
    })
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe(failure().message)
    expect(desk.shows('station-empty'), 'no answer is not “none”').toBe(false)
    desk.host.answer({ station_view: noStation() })
    await desk.click('station-retry')
    expect(desk.shows('station-empty'), 'the second time it works').toBe(true)
  })
})

describe('making the key', () => {
  it('takes the passphrase twice and a second person, and leads to the sheet', async () => {
    const desk = await open(noStation(), {
      station_make: wantsSecond(stationView()),
      station_sheet: paperMade(),
    })
    await desk.click('station_make')
    await typeTwice(desk, 'passphrase')
    await desk.enter('station.again')
    expect(desk.textOf('second-happens'), 'what the second agrees to').toContain('制作站点密钥')
    await join(desk)
    expect(desk.host.requests('station_make'), 'first alone, then together').toEqual([
      { passphrase: PASSPHRASE, second: null },
      { passphrase: PASSPHRASE, second: { login: 'wang', password: 'Jiandu-yuan26' } },
    ])
    expect(desk.asks('station-act'), 'done').toBe(false)
    expect(desk.textOf('station-post'), 'what must follow; nothing hangs there yet').toBe(
      '密钥已经做好。请打印指纹公示单，盖章张贴。 打印指纹公示单',
    )
    await desk.click('station-post-print')
    await desk.click('paper-go')
    expect(desk.host.requests('station_sheet'), 'the sheet').toEqual([{ way: 'print', printer: 'room' }])
  })

  it('sends nothing while the two differ: nobody could look a mistyped one up', async () => {
    const desk = await open(noStation())
    await desk.click('station_make')
    await desk.type('station.passphrase', PASSPHRASE)
    await desk.type('station.again', 'something else entirely')
    expect(desk.shows('station-differs'), 'it says so').toBe(true)
    await desk.enter('station.again')
    expect(desk.host.requests('station_make'), 'not yet').toEqual([])
  })

  it('shows what the program finds wrong with the passphrase at its field, before anybody is called', async () => {
    const desk = await open(noStation(), {
      station_make: () => {
        throw failure({ code: 'station_request_invalid', problems: [problem('passphrase', '密钥口令太短')] })
      },
    })
    await desk.click('station_make')
    await typeTwice(desk, 'passphrase', 'short')
    await desk.enter('station.again')
    expect(desk.textOf('problem-station.passphrase'), 'in the program’s words').toContain('密钥口令太短')
    expect(desk.asks('second-person'), 'not in vain').toBe(false)
    expect(document.activeElement?.id, 'to be mended at once').toBe('control-station-passphrase')
  })

  it('keeps what was typed where the second person is refused', async () => {
    const desk = await open(noStation(), {
      station_make: ({ second }) => {
        throw second ? entryRefused({ code: 'second_refused' }) : failure({ code: 'second_missing' })
      },
    })
    await desk.click('station_make')
    await typeTwice(desk, 'passphrase')
    await desk.enter('station.again')
    await join(desk)
    expect(desk.asks('second-person'), 'try again').toBe(true)
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe('登录名或密码不对。')
    await desk.click('second-cancel')
    expect(desk.valueOf('station.passphrase'), 'nothing is typed anew').toBe(PASSPHRASE)
  })

  it('says who is needed where nobody could join in', async () => {
    const accounts = [account(LINA, { you: true }), account(WANG, { suspended: true })]
    const desk = await open(noStation(), {
      accounts_view: accountsView({ accounts }),
      station_make: wantsSecond(stationView()),
    })
    await desk.click('station_make')
    await typeTwice(desk, 'passphrase')
    await desk.enter('station.again')
    expect(desk.textOf('second-nobody'), 'by role').toContain('监督员')
  })

  it('forgets what was typed when it is given up', async () => {
    const desk = await open(noStation())
    await desk.click('station_make')
    await typeTwice(desk, 'passphrase')
    await desk.see('station-act').trigger('cancel')
    await settle()
    expect(desk.shows('station-act'), 'Escape gives it up').toBe(false)
    await desk.click('station_make')
    expect(desk.valueOf('station.passphrase'), 'a passphrase does not lie about').toBe('')
  })
})

describe('the key in force', () => {
  it('is shown as the posted sheet shows it, with its file', async () => {
    const desk = await open(stationView())
    expect(groupsOf(desk), 'four signs at a time').toBe('9f3c 71a0 5be2 d448 0c6e 1b97 a2f0 5d38')
    expect(desk.textOf('station-current'), 'since when').toContain('2026年11月20日 10:05')
    expect(desk.textOf('station-file'), 'in the program’s words').toContain('密钥文件完好。')
  })

  it('never looks good when its file is not', async () => {
    const file = { state: 'key_file_missing', usable: false, message: '密钥文件不见了。', hint: '请恢复。' }
    const desk = await open(stationView({ file }))
    expect(desk.see('station-file').classes(), 'not by the words alone').toContain('broken')
  })

  it('says when the statements do not fit, and where to look', async () => {
    const desk = await open(stationView({ consistent: false }))
    expect(desk.see('station-inconsistent').find('a').attributes('href'), 'the trail tells more').toBe(
      '/trail',
    )
  })

  it('is replaced by two, with both passphrases and a reason', async () => {
    const after = stationView({ current: NEW_KEY, former: [formerKey()] })
    const desk = await open(stationView(), { station_rotate: wantsSecond(after) })
    await desk.click('station_rotate')
    await desk.type('station.passphrase', 'the old one, long enough')
    await typeTwice(desk, 'new_passphrase')
    await desk.type('station-reason', '经办人员变动')
    await desk.click('station-next')
    await desk.enter('station.again')
    expect(desk.textOf('second-happens'), 'with the reason').toContain('原因：经办人员变动')
    await join(desk)
    expect(desk.host.requests('station_rotate').at(-1), 'all of it').toEqual({
      passphrase: 'the old one, long enough',
      new_passphrase: PASSPHRASE,
      reason: '经办人员变动',
      second: { login: 'wang', password: 'Jiandu-yuan26' },
    })
    expect(desk.textOf('station-post'), 'the old sheet comes down').toContain('盖章张贴，换下以前的。')
    expect(groupsOf(desk), 'the new one').toContain('abcd ef01')
    expect(desk.textOf('former-11aa'), 'the old one with its dates').toContain('2025年3月1日')
  })

  it('is not replaced with a wrong passphrase, and the cursor is where it was mistyped', async () => {
    const desk = await open(stationView(), {
      station_rotate: () => {
        throw failure({ code: 'passphrase_wrong', message: '密钥口令不对。' })
      },
    })
    await desk.click('station_rotate')
    await desk.type('station.passphrase', 'wrong')
    await typeTwice(desk, 'new_passphrase')
    await desk.enter('station.again')
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe('密钥口令不对。')
    expect(document.activeElement?.id, 'to be typed again').toBe('control-station-passphrase')
    expect(desk.valueOf('station.new_passphrase'), 'the rest stays').toBe(PASSPHRASE)
  })

  it('is reported lost without its passphrase', async () => {
    const after = stationView({ current: NEW_KEY, former: [formerKey({ state: 'lost' })] })
    const desk = await open(stationView(), { station_report_lost: wantsSecond(after) })
    await desk.click('station_report_lost')
    expect(desk.shows('station.passphrase'), 'that is what was lost').toBe(false)
    await typeTwice(desk, 'new_passphrase')
    await desk.type('station-reason', '硬盘损坏')
    await desk.enter('station.again')
    expect(desk.textOf('second-happens'), 'the price is said').toContain('断代')
    await join(desk)
    expect(desk.host.requests('station_report_lost').at(-1)?.reason, 'as typed').toBe('硬盘损坏')
    expect(desk.shows('station-post'), 'a new sheet is needed').toBe(true)
  })

  it('gets another passphrase by one alone', async () => {
    const desk = await open(stationView(), { station_rewrap: stationView() })
    await desk.click('station_rewrap')
    await desk.type('station.old', 'the old one, long enough')
    await typeTwice(desk, 'new')
    await desk.enter('station.again')
    expect(desk.host.requests('station_rewrap'), 'nobody is called').toEqual([
      { old: 'the old one, long enough', new: PASSPHRASE },
    ])
    expect(desk.shows('station-post'), 'the fingerprint is the same').toBe(false)
  })

  it('can be looked at and printed by whoever may only look', async () => {
    const desk = await open(stationView(), {}, ZHAO)
    expect(desk.shows('station-print'), 'everybody may post it').toBe(true)
    expect(
      ACTS.some((act) => desk.shows(act)),
      'nothing that would be refused',
    ).toBe(false)
  })
})

describe('revoking', () => {
  it('names the key, says what it means, and goes without a passphrase', async () => {
    const desk = await open(stationView({ former: [formerKey()] }), {
      station_revoke: wantsSecond(stationView()),
    })
    await desk.click('revoke-11aa')
    expect(desk.textOf('station-act'), 'which one').toContain('11aa 22bb 33cc')
    await desk.type('station-at', '2026-11-01')
    await desk.type('station-reason', '旧电脑被盗')
    await desk.enter('station.passphrase')
    expect(desk.textOf('second-happens'), 'and that it is for good').toContain('不能撤回')
    await join(desk)
    expect(desk.host.requests('station_revoke').at(-1), 'an empty one is none').toEqual({
      fingerprint: '11aa22bb33cc44dd55ee66ff77008899',
      reason: '旧电脑被盗',
      at: '2026-11-01',
      passphrase: null,
      second: { login: 'wang', password: 'Jiandu-yuan26' },
    })
  })

  it('shows what is wrong with the day and the reason beside them', async () => {
    const desk = await open(stationView(), {
      station_revoke: () => {
        throw failure({ problems: [problem('at', '起算时间还没有到'), problem('reason', '没有写原因')] })
      },
    })
    await desk.click('station_revoke')
    await desk.enter('station.passphrase')
    expect(desk.textOf('problem-station.at'), 'at the day').toContain('起算时间还没有到')
    expect(desk.textOf('problem-station.reason'), 'at the reason').toContain('没有写原因')
    expect(desk.shows('failure-notice'), 'and not twice').toBe(false)
  })

  it('asks for no passphrase where there is no key to sign', async () => {
    const desk = await open({ ...noStation(), former: [formerKey()] })
    await desk.click('revoke-11aa')
    expect(desk.shows('station.passphrase'), 'nothing could be opened with it').toBe(false)
  })

  it('is not offered twice', async () => {
    const former = [formerKey({ state: 'revoked', state_label: '已作废', signed_off: true })]
    const desk = await open(stationView({ former }))
    expect(desk.shows('revoke-11aa'), 'it is revoked').toBe(false)
    expect(desk.textOf('former-11aa'), 'and signed').toContain('有签名为证')
  })
})

describe('everybody', () => {
  it('can use the page and its dialogs', async () => {
    const desk = await open(stationView({ former: [formerKey()] }))
    expect(await findBarriers(), 'the page').toEqual([])
    await desk.click('station_revoke')
    expect(await findBarriers(), 'the most crowded dialog').toEqual([])
  })
})
