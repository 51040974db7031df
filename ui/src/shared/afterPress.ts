// Waits until a press of the mouse has ended. Whatever moves the page while the button is down moves the target away
// from under the pointer, and the click is lost.
let pressed = false
const waiting: (() => void)[] = []

function ended(): void {
  pressed = false
  // The click comes after the release; only then may the page move.
  setTimeout(() => {
    for (const act of waiting.splice(0)) act()
  })
}

window.addEventListener('pointerdown', () => (pressed = true), true)
window.addEventListener('pointerup', ended, true)
window.addEventListener('pointercancel', ended, true)

export function afterPress(act: () => void): void {
  if (pressed) waiting.push(act)
  else act()
}
