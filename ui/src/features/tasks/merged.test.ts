import { describe, expect, it } from 'vitest'
import type { TaskMergedView } from '@/ipc/generated/TaskMergedView'
import { findBarriers } from '@/testing/accessibility'
import { openConsole, settle } from '@/testing/desk'
import { outsideLine } from '@/testing/outside'
import { failure } from '@/testing/samples'
import { mergedView } from '@/testing/pools'
import { taskAnswers, taskLine } from '@/testing/tasks'

type Answers = Parameters<typeof openConsole>[0]

async function open(view: TaskMergedView, more: Answers = {}) {
  const answers = { ...taskAnswers([taskLine(1)], { outside: [outsideLine(1)] }), task_merged: view, ...more }
  const desk = await openConsole(answers, '/tasks')
  await desk.click('task-1')
  await desk.click('tab-merged')
  return desk
}

describe('visits that go together', () => {
  it('name the other draw, the days, the items of the one sheet and what stays apart', async () => {
    const desk = await open(mergedView())
    const row = desk.textOf('merged-5')
    expect(row, 'the other draw').toContain('外部抽取 WB-0001')
    expect(row, 'one visit').toMatch(
      /一次检查（本任务＋WB-0001）.*一张表带上 SX-000001 粮食收购企业检查、计量器具检查/,
    )
    expect(row, 'what does not go together').toContain('分开检查')
    expect(desk.textOf('second-6'), 'and who would be visited a second time, with the day').toContain(
      '2026-03-05 检查过',
    )
    expect(desk.textOf('merged-lines'), 'lines of the plan').toContain('可以和本任务合并上门')
    expect(desk.textOf('task-outside'), 'the draw that belongs to the task').toContain('WB-0001')
  })

  it('say that there are none', async () => {
    const none = { merged: [], merged_total: 0, second: [], second_total: 0, lines: [] }
    const desk = await open(mergedView(none))
    expect(desk.shows('merged-none'), 'nobody is due elsewhere').toBe(true)
    expect(desk.shows('second-none'), 'nobody was visited').toBe(true)
    expect(desk.shows('merged-lines'), 'and no line fits').toBe(false)
  })

  it('are paged through', async () => {
    const desk = await open(mergedView({ second_total: 120 }))
    expect(desk.shows('merged-next'), 'one page holds the others').toBe(false)
    await desk.click('second-next')
    await settle()
    expect(desk.host.requests('task_merged').at(-1), 'the next part').toEqual({
      id: 1,
      merged_from: 0,
      second_from: 50,
      limit: 50,
    })
  })

  it('say why they cannot be worked out', async () => {
    const desk = await open(mergedView(), {
      task_merged: () => Promise.reject(failure({ code: 'internal' })),
    })
    expect(desk.shows('merged-retry'), 'and offer to try again').toBe(true)
  })

  it('can be read by everybody', async () => {
    await open(mergedView())
    expect(await findBarriers(), 'no barrier').toEqual([])
  })
})
