import { describe, expect, it } from 'vitest'
import type { OfficeProfileSaved } from '@/ipc/generated/OfficeProfileSaved'
import { later, openConsole, settle, type Desk } from '@/testing/desk'
import { failure, profile, profileView } from '@/testing/samples'

// The guard is tried where people meet it: on the page of the office profile.

async function edited(answers: Parameters<typeof openConsole>[0] = {}): Promise<Desk> {
  const desk = await openConsole(answers)
  await desk.type('field-name', '改过的名称')
  return desk
}

function isAsking(): boolean {
  return document.querySelector<HTMLDialogElement>('[data-testid="unsaved-question"]')?.open ?? false
}

const saved: OfficeProfileSaved = {
  view: profileView({ profile: profile({ name: '改过的名称' }), version: 4 }),
  changed: ['单位名称'],
}

describe('leaving with unsaved text', () => {
  it('asks nothing when there is nothing to lose', async () => {
    const desk = await openConsole()
    await desk.click('nav-trail')
    expect(desk.router.currentRoute.value.path, 'a question without a reason is noise').toBe('/trail')
    expect(await desk.host.close(), 'the window closes at once').toBe(true)
  })

  it('stays, with the text, when one wants to go on editing', async () => {
    const desk = await edited()
    await desk.click('nav-trail')
    expect(isAsking(), 'it asks before anything is lost').toBe(true)
    await desk.click('unsaved-stay')
    expect(desk.router.currentRoute.value.path, 'still on the page').toBe('/settings/office')
    expect((desk.see('field-name').element as HTMLInputElement).value, 'with the text').toBe('改过的名称')
    expect(isAsking(), 'and the question is gone').toBe(false)
  })

  it('leaves without saving when told so', async () => {
    const desk = await edited()
    await desk.click('nav-trail')
    await desk.click('unsaved-drop')
    expect(desk.router.currentRoute.value.path, 'it leaves').toBe('/trail')
    expect(desk.host.requests('office_profile_save'), 'and nothing was saved').toEqual([])
  })

  it('saves first and leaves then', async () => {
    const desk = await edited({ office_profile_save: saved })
    await desk.click('nav-trail')
    await desk.click('unsaved-save')
    expect(desk.host.requests('office_profile_save').length, 'saved once').toBe(1)
    expect(desk.router.currentRoute.value.path, 'then left').toBe('/trail')
  })

  it('stays when saving fails, so that the reason can be read', async () => {
    const desk = await edited({
      office_profile_save: () => {
        throw failure()
      },
    })
    await desk.click('nav-trail')
    await desk.click('unsaved-save')
    expect(desk.router.currentRoute.value.path, 'the text would be lost elsewhere').toBe('/settings/office')
    expect(desk.textOf('failure-message'), 'and here is why').toBe(failure().message)
  })

  it('asks before the window closes, and only once for two clicks on the cross', async () => {
    const desk = await edited()
    const first = desk.host.close()
    const second = desk.host.close()
    await settle()
    expect(isAsking(), 'the window waits for an answer').toBe(true)
    await desk.click('unsaved-drop')
    expect([await first, await second], 'one answer serves both').toEqual([true, true])
  })

  it('waits for a save under way instead of asking about it', async () => {
    const answer = later<OfficeProfileSaved>()
    const desk = await edited({ office_profile_save: () => answer.promise })
    void desk.see('save').trigger('click')
    const closing = desk.host.close()
    await settle()
    expect(isAsking(), 'what is being saved is not unsaved').toBe(false)
    await answer.arrive(saved)
    expect(await closing, 'saved, so it may close').toBe(true)
  })

  it('does not ask on behalf of a page that has been left', async () => {
    const desk = await edited()
    await desk.click('nav-trail')
    await desk.click('unsaved-drop')
    expect(await desk.host.close(), 'nobody guards the old page any more').toBe(true)
  })
})
