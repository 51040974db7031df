// The start of the console: chooses the host, listens for mistakes of our own, mounts. The only file that names a host.
import { createApp } from 'vue'
import { createWebHashHistory } from 'vue-router'
import { installHost } from '@/ipc/call'
import { tauriHost } from '@/ipc/tauri'
import { beginLetters } from '@/shared/readiness'
import { reportUnexpected, watchWindowForErrors } from '@/shared/unexpected'
import App from './App.vue'
import { fetchFirstPage } from './navigation'
import { consoleRouter } from './router'
import { behaveLikeAProgram } from './windowManners'

installHost(tauriHost())
watchWindowForErrors(window)
if (import.meta.env.PROD) behaveLikeAProgram(window)

fetchFirstPage()
beginLetters().catch(reportUnexpected)
const app = createApp(App)
app.config.errorHandler = reportUnexpected
app.use(consoleRouter(createWebHashHistory()))
app.mount('#app')
