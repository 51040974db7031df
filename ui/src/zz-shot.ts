import { createApp } from 'vue'
import { createWebHashHistory } from 'vue-router'
import '@/styles/base.css'
import App from '@/app/App.vue'
import { consoleRouter } from '@/app/router'
import { installHost } from '@/ipc/call'
import { fakeHost } from '@/ipc/fake'
import { CONSOLE, noStation, printer, printersView, profileView, standing, trailOf, foundAll, accountsView, problem } from '@/testing/samples'
import { registryAnswers, told } from '@/testing/targets'
import { inspectorAnswers } from '@/testing/inspectors'
import { itemAnswers } from '@/testing/items'
import * as T from '@/testing/tasks'

const q = new URLSearchParams(location.search)
const lines = q.get('none') ? [] : [T.taskLine(4), T.approvedLine(3), T.taskLine(2, { state: told('cancelled', '已取消') }), T.taskLine(1)]
const host = fakeHost({
  console_view: CONSOLE, console_ready: null, office_profile: profileView(), office_profile_check: { problems: [], documentNumberExample: null },
  trail_standing: standing(), trail_view: trailOf(0), trail_find: foundAll(0), trail_choices: { people: [], kinds: [], objects: [] },
  trail_progress: { running: true, done: 0, total: 0, verdict: null }, accounts_view: accountsView(), console_stir: null, file_choose: null,
  station_view: noStation(), diagnostics_view: { parts: [] }, printers_view: printersView(printer('room', { is_default: true })),
  ...registryAnswers(20), ...inspectorAnswers(12), ...itemAnswers(6), ...T.taskAnswers(lines),
  task_choices: T.taskChoices({ items: Array.from({ length: 9 }, (_, at) => T.taskItem(at + 1, at === 2 ? { why_not: [told('x', '没有法律依据')] } : {})) }),
  task_open: ({ id }) => T.taskView(id, { line: lines.find((line) => line.id === id)!, exclusions: [T.exclusion(1), T.exclusion(2, { withdrawn: true })],
    notices: [T.notice(2, { replaces: 1, reason: '名录新增 2 户' }), T.notice(1, { holds: told('changed', '名单已经变动') })] }),
  task_pool: T.poolView(q.get('bad') ? { obstacles: [problem('items', '抽查事项清单还没有审定的版本。'), problem('strata', '抽取比例 2% 低于事项的下限 3%。')] } : {}),
  task_pool_rows: T.poolRowsOf(1_000_000),
  task_check: { problems: [problem('strata.0', '第 1 层没有写比例')] },
  task_save: () => { throw { code: 'task_invalid', message: '任务有 2 处不对，没有保存', hint: '请改正标红的地方。', detail: '', problems: [problem('strata.0', '第 1 层的比例读不懂'), problem('reason', '请写理由')] } },
})
installHost(host)
const router = consoleRouter(createWebHashHistory())
createApp(App).use(router).mount('#app')
