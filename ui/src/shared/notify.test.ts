import { ElMessage } from 'element-plus'
import { nextTick } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { notifyOf } from './notify'

afterEach(() => ElMessage.closeAll())

async function said(): Promise<string[]> {
  await nextTick()
  return [...document.querySelectorAll('.el-message__content')].map((message) => message.textContent ?? '')
}

describe('what is said of what was done', () => {
  it('is that it was done, and what else is to be known of it', async () => {
    notifyOf('已新增 DX-000003', [{ value: 'namesakes', label: 'DX-000001 也叫这个名称。' }])
    expect(await said()).toEqual(['已新增 DX-000003', 'DX-000001 也叫这个名称。'])
  })

  it('is never that it was done where nothing changed', async () => {
    notifyOf('已保存', [{ value: 'unchanged', label: '没有变化，没有另存新版。' }])
    expect(await said()).toEqual(['没有变化，没有另存新版。'])
  })
})
