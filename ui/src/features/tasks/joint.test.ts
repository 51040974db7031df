import { describe, expect, it } from 'vitest'
import type { JointLooked } from '@/ipc/generated/JointLooked'
import type { TaskView } from '@/ipc/generated/TaskView'
import { findBarriers } from '@/testing/accessibility'
import { openConsole, type Desk } from '@/testing/desk'
import { consoleAt, failure, LINA } from '@/testing/samples'
import { told } from '@/testing/targets'
import { taskAnswers, taskLine, taskView } from '@/testing/tasks'

const LINES = [taskLine(1)]
const NOBODY = { file: '', digest: '', on: '', people: [] }
const JOINT: TaskView['joint'] = [
  {
    dept: '县市场监督管理局',
    file: '答复.xlsx',
    digest: '5d'.repeat(32),
    on: '2026-11-20',
    told: '派出 2 人，回避 1 条',
    people: ['赵敏（最多 1 户）', '钱进'],
  },
  { dept: '县消防救援大队', told: '还没有交回征询表', ...NOBODY },
]

function looked(change: Partial<JointLooked> = {}): JointLooked {
  const row = { sheet: '检查人员', number: '', cap: '', changes: [], remarks: [] }
  const remark = {
    column: '执法证号',
    code: 'cert_damaged',
    weight: 'error' as const,
    message: '看不清。',
    hint: '',
  }
  return {
    file: '答复.xlsx',
    digest: 'ab'.repeat(32),
    dept: '县市场监督管理局',
    told: '县市场监督管理局：检查人员 2 行',
    rows: [
      { ...row, row: 2, name: '孙丽', fate: told('added', '新增'), cap: '3' },
      { ...row, row: 3, name: '赵敏', fate: told('errors', '错误'), remarks: [remark] },
    ],
    left_out: [told('RY-000004', '钱进：配合部门没有派出')],
    notices: [],
    obstacles: [],
    ...change,
  }
}

async function at(more: Parameters<typeof openConsole>[0] = {}, joint = JOINT): Promise<Desk> {
  const answers = { ...taskAnswers(LINES, { joint }), console_view: consoleAt('open', LINA), ...more }
  const desk = await openConsole(answers, '/tasks')
  await desk.click('task-1')
  await desk.click('tab-crews')
  return desk
}

describe('the partner departments of a task', () => {
  it('are shown with what each answered', async () => {
    const desk = await at()
    expect(desk.textOf('joint-县市场监督管理局'), 'with its file').toMatch(
      /派出 2 人.*赵敏（最多 1 户）.*答复\.xlsx/,
    )
    expect(desk.textOf('joint-县消防救援大队'), 'nothing came').toContain('未答复')
  })

  it('are not there where one department inspects', async () => {
    const alone = await at({}, [])
    expect(alone.shows('joint'), 'one department').toBe(false)
  })

  it('are asked by a file each, on the stick', async () => {
    const file = { dept: '县市场监督管理局', path: '/media/U/征询表.xlsx', digest: '', people: 2 }
    const desk = await at({ task_joint_send: { files: [file] } })
    await desk.click('joint-ask')
    await desk.type('joint.folder', '/media/U')
    await desk.click('joint-send-go')
    expect(desk.host.requests('task_joint_send'), 'where it was said').toEqual([
      { id: 1, folder: '/media/U', until: '' },
    ])
    expect(desk.textOf('joint-files'), 'what was written').toContain('/media/U/征询表.xlsx')
  })

  it('answer by a file that is looked at before anything is taken', async () => {
    const desk = await at({ task_joint_look: looked(), task_joint_take: taskView(1, { joint: JOINT }) })
    await desk.click('joint-answer')
    await desk.type('joint.path', '/media/U/答复.xlsx')
    await desk.click('joint-go')
    expect(desk.textOf('joint-row-检查人员-3'), 'what is wrong, and where').toMatch(
      /第 3 行.*错误.*执法证号：看不清/,
    )
    expect(desk.textOf('joint-row-检查人员-2'), 'with the cap').toMatch(/新增.*最多 3 户/)
    expect(desk.textOf('joint-left-RY-000004'), 'who does not come').toContain('配合部门没有派出')
    expect(desk.host.requests('task_joint_take'), 'nothing yet').toEqual([])
    expect(await findBarriers(), 'and usable').toEqual([])
    await desk.click('joint-go')
    expect(desk.host.requests('task_joint_take'), 'what was looked at').toEqual([
      { id: 1, path: '/media/U/答复.xlsx', digest: 'ab'.repeat(32) },
    ])
    expect(desk.shows('joint-looked'), 'done').toBe(false)
  })

  it('are refused with a sentence where a file cannot be taken', async () => {
    const desk = await at({ task_joint_look: looked({ obstacles: ['“回避”里有 2 行看不懂。'] }) })
    await desk.click('joint-answer')
    await desk.type('joint.path', '/media/U/答复.xlsx')
    await desk.click('joint-go')
    expect(desk.textOf('joint-looked'), 'why').toContain('“回避”里有 2 行看不懂')
    await desk.click('joint-go')
    expect(desk.host.requests('task_joint_take'), 'it stays as it is').toEqual([])
    desk.host.answer({
      task_joint_look: () => {
        throw failure({ message: '“答复.xlsx”不是抽查任务 RW-0001 的征询表，没有采用。' })
      },
    })
    await desk.type('joint.path', '/media/U/别的.xlsx')
    await desk.click('joint-go')
    expect(desk.shows('joint-looked'), 'of another task nothing is shown').toBe(false)
  })
})
