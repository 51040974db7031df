// What the picture in front of witnesses never does, whatever is pressed over it: menus, reloading, searching, printing,
// zooming, marking, dragging, or taking a file that somebody lets go.

const NEVER = ['contextmenu', 'keydown', 'mousedown', 'selectstart', 'dragstart', 'dragover', 'drop'] as const

export function behaveLikeAPicture(target: Window): void {
  const refuse = (event: Event) => event.preventDefault()
  for (const kind of NEVER) target.addEventListener(kind, refuse)
  // The wheel with Ctrl would zoom.
  target.addEventListener('wheel', refuse, { passive: false })
}
