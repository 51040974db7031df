// Brief words that pass by: for what went well. An error never stands only here; it has a place on the page.
import { ElMessage } from 'element-plus'
import 'element-plus/es/components/message/style/css'
import type { Told } from '@/ipc/generated/Told'
import { copyText } from './copyText'
import { COPY_REFUSED } from './words'

const LONG_ENOUGH_TO_READ = 2400
const LONG_ENOUGH_TO_DECIDE = 12000

export function notify(text: string): void {
  ElMessage({ message: text, type: 'success', duration: LONG_ENOUGH_TO_READ, grouping: true })
}

/** What was done, and what is to be said of it. Where nothing changed, nothing was done. */
export function notifyOf(done: string, notices: Told[] = []): void {
  if (!notices.some(({ value }) => value === 'unchanged')) notify(done)
  for (const { label } of notices) {
    ElMessage({ message: label, type: 'warning', duration: LONG_ENOUGH_TO_DECIDE, showClose: true })
  }
}

export async function copyAndSay(text: string): Promise<void> {
  if (await copyText(text)) notify('已复制')
  else ElMessage({ message: COPY_REFUSED, type: 'warning', grouping: true })
}
