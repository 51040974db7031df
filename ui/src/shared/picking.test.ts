import { describe, expect, it } from 'vitest'
import { importAnswers } from '@/testing/imports'
import { later, openConsole, settle } from '@/testing/desk'
import { failure } from '@/testing/samples'

const CHOSEN = { path: '/media/usb/企业名录.xlsx', replaces: false }
const page = (answers = {}) => openConsole({ ...importAnswers(), ...answers }, '/targets/import')

describe('the button that finds a file', () => {
  it('asks in the system’s own window and reads what was chosen there', async () => {
    const desk = await page({ file_choose: CHOSEN })
    await desk.click('import-pick')
    expect(desk.host.requests('file_choose'), 'a roster is looked for').toEqual([
      { purpose: 'roster', at: '', name: null },
    ])
    expect(desk.host.requests('import_look')[0]?.path, 'one click, and it is read').toBe(CHOSEN.path)
  })

  it('leaves everything as it was where nothing is chosen', async () => {
    const desk = await page()
    await desk.type('import-path', '/srv/名录.xlsx')
    await desk.click('import-pick')
    expect(desk.host.requests('file_choose')[0]?.at, 'the window begins where the field points').toBe(
      '/srv/名录.xlsx',
    )
    expect(desk.valueOf('import-path'), 'what was typed still stands').toBe('/srv/名录.xlsx')
    expect(desk.host.requests('import_look'), 'and nothing is read').toEqual([])
  })

  it('opens one window, however often it is clicked', async () => {
    const answer = later<null>()
    const desk = await page({ file_choose: () => answer.promise })
    await desk.click('import-pick')
    await desk.click('import-pick')
    expect(desk.host.requests('file_choose').length, 'a second one would hide the first').toBe(1)
    await answer.arrive(null)
    await desk.click('import-pick')
    expect(desk.host.requests('file_choose').length, 'later it asks anew').toBe(2)
  })

  it('is reached by the keys and says what it is for', async () => {
    const desk = await page()
    const button = desk.see('import-pick').element as HTMLButtonElement
    expect(button.tagName, 'a real button takes Enter and Space').toBe('BUTTON')
    expect(button.tabIndex, 'Tab comes by').toBe(0)
    expect(button.type, 'Enter in the field beside it must not press it').toBe('button')
    expect(button.getAttribute('aria-label'), 'there are several in a program').toBe('选择：要导入的名单')
  })

  it('says why there is no window', async () => {
    const desk = await page({
      file_choose: () => {
        throw failure()
      },
    })
    await desk.click('import-pick')
    expect(desk.textOf('failure-message'), 'in the program’s words').toBe(failure().message)
  })
})

describe('a list that is exported', () => {
  it('goes where it is wanted, under a name of its sort', async () => {
    const desk = await openConsole(
      {
        ...(await import('@/testing/inspectors')).inspectorAnswers(3),
        inspectors_export: { path: '/srv/人员.csv', rows: 3 },
        file_choose: { path: '/srv/人员.csv', replaces: true },
      },
      '/inspectors',
    )
    await desk.click('inspectors-export')
    await desk.see('format-csv').setValue()
    await desk.click('export-pick')
    expect(desk.host.requests('file_choose'), 'with the ending of what it is to be').toEqual([
      { purpose: 'list', at: '', name: '执法检查人员.csv' },
    ])
    expect(desk.valueOf('export-path'), 'it can be read and changed').toBe('/srv/人员.csv')
    await desk.see('export-go').trigger('submit')
    await settle()
    expect(
      desk.host.requests('inspectors_export')[0],
      'there, and the old file goes as was agreed',
    ).toMatchObject({
      path: '/srv/人员.csv',
      overwrite: true,
    })
    await desk.see('export-path').setValue('/srv/别的.csv')
    await desk.see('export-go').trigger('submit')
    await settle()
    expect(desk.host.requests('inspectors_export')[1], 'nobody agreed to another one').toMatchObject({
      path: '/srv/别的.csv',
      overwrite: false,
    })
    await desk.see('format-xlsx').setValue()
    expect(desk.valueOf('export-path'), 'a file of another sort has another name').toBe('')
  })
})
