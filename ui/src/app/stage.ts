// The start of the stage: chooses the host, shows the one picture. With the console's start the only file that names a host.
import { createApp } from 'vue'
import StageScreen from '@/features/stage/StageScreen.vue'
import { installHost } from '@/ipc/call'
import { tauriHost } from '@/ipc/tauri'
import { beginLetters } from '@/shared/readiness'
import { behaveLikeAPicture } from './stageManners'

/** Long enough that a mistake which stays does not flicker. */
const AGAIN = 2000

installHost(tauriHost())
behaveLikeAPicture(window)

// Letters that cannot be read are no reason to show nothing.
beginLetters().catch(() => undefined)
const app = createApp(StageScreen)
// A mistake of the pages is nothing for witnesses to read: the picture is drawn anew, from what is recorded.
app.config.errorHandler = () => setTimeout(() => window.location.reload(), AGAIN)
app.mount('#app')
