// What a program's window does not do although a browser's would: a menu on the right button, and reloading on F5,
// which would throw typed text away. Fields and selected text keep their menu, for copying and pasting.

export function behaveLikeAProgram(target: Window): void {
  target.addEventListener('contextmenu', (event) => {
    const inField = event.target instanceof Element && event.target.closest('input, textarea') !== null
    const selecting = (target.getSelection()?.toString() ?? '') !== ''
    if (!inField && !selecting) event.preventDefault()
  })
  target.addEventListener('keydown', (event) => {
    const reloads = event.code === 'F5' || (event.ctrlKey && event.code === 'KeyR')
    if (reloads) event.preventDefault()
  })
}
