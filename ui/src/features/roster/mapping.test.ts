import { describe, expect, it } from 'vitest'
import { columnLook, importLook, sheetLook } from '@/testing/imports'
import { columnsOf, guessed, lacking, takenTwice } from './mapping'

const { fields } = importLook()

describe('the columns of a roster', () => {
  it('begin as they were guessed: read, left out, or nobody knows', () => {
    const mapping = guessed(sheetLook())
    expect(mapping, 'a known column without a field is left out').toMatchObject({ A: '', B: 'name', G: null })
  })

  it('may share a field only where it holds several values', () => {
    const mapping = { A: 'name', B: 'name', C: 'remark', D: 'remark', E: '', F: null }
    expect([...takenTwice(mapping, fields)], 'two names for one target cannot be').toEqual(['name'])
  })

  it('are missed where a row needs them', () => {
    expect(
      lacking({ A: 'uscc' }, fields).map(({ field }) => field),
      'nobody without a name',
    ).toEqual(['name'])
  })

  it('travel by heading, by letters where two have the same one', () => {
    const sheet = sheetLook({
      columns: [
        columnLook('A', '电话', 'phone'),
        columnLook('B', '电话', 'phone'),
        columnLook('C', '名称', 'name'),
        columnLook('D', '', null),
      ],
    })
    expect(columnsOf(sheet, guessed(sheet)), 'so that the next roster is read alike').toEqual({
      A: 'phone',
      B: 'phone',
      名称: 'name',
      D: '',
    })
  })
})
