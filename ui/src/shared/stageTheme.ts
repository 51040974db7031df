// Whether the hall is bright or dark: chosen at the console, kept on this computer, followed by the stage.
import type { Ref } from 'vue'
import { remembered } from './remembered'

export type StageTheme = 'dark' | 'light'

const NAME = 'stage.theme'
const USUAL: StageTheme = 'dark'

function known(kept: unknown): StageTheme | null {
  return kept === 'dark' || kept === 'light' ? kept : null
}

/** For the console: what is put here is what the stage takes. */
export function chosenStageTheme(): Ref<StageTheme> {
  return remembered(NAME, () => USUAL, known)
}

/** For the stage: what stands in its address, else what was chosen. Looked up anew each time, for another window writes it. */
export function stageThemeNow(search: string): StageTheme {
  return known(new URLSearchParams(search).get('theme')) ?? chosenStageTheme().value
}
