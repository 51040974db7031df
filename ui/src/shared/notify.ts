// Brief words that pass by: for what went well. An error never stands only here; it has a place on the page.
import { ElMessage } from 'element-plus'
import 'element-plus/es/components/message/style/css'
import { copyText } from './copyText'
import { COPY_REFUSED } from './words'

const LONG_ENOUGH_TO_READ = 2400

export function notify(text: string): void {
  ElMessage({ message: text, type: 'success', duration: LONG_ENOUGH_TO_READ, grouping: true })
}

export async function copyAndSay(text: string): Promise<void> {
  if (await copyText(text)) notify('已复制')
  else ElMessage({ message: COPY_REFUSED, type: 'warning', grouping: true })
}
