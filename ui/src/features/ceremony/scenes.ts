// The pictures of the stage, by what people call them, in the order in which they are shown.

export type Scene = 'prepare' | 'seal' | 'witness' | 'draw' | 'crew' | 'result' | 'check' | 'archive' | 'void'

export const SCENE_NAMES: Record<string, string> = {
  idle: '待机画面',
  prepare: '名单公示',
  seal: '封存码',
  witness: '见证数',
  draw: '摇号',
  crew: '派人',
  result: '结果',
  check: '当场复核',
  archive: '致谢',
  void: '作废',
}

/** Those that are played row by row. */
export const PLAYED: readonly Scene[] = ['draw', 'crew']

const AFTER_A_DRAW: Scene[] = ['seal', 'witness', 'draw', 'crew', 'result', 'check', 'archive']
const AFTER_VOID: Scene[] = ['seal', 'witness', 'void', 'archive']

export function scenesOf(isVoid: boolean, crews: boolean): Scene[] {
  if (isVoid) return AFTER_VOID
  return AFTER_A_DRAW.filter((scene) => crews || scene !== 'crew')
}

const NEXT: Record<string, Scene> = {
  seal: 'draw',
  witness: 'draw',
  draw: 'crew',
  crew: 'result',
  result: 'check',
  check: 'archive',
}

/** What is shown next; none after the last. */
export function nextScene(scene: string, crews: boolean): Scene | null {
  const next = NEXT[scene] ?? null
  return next === 'crew' && !crews ? 'result' : next
}
