// From a field path of the wire ("name", "channels.0.detail") to the element that edits it, and the focus to it.

export function controlId(path: string): string {
  return `control-${path.replaceAll('.', '-')}`
}

/** Puts the cursor into the field; for a part that has none of its own, into the nearest part around it. */
export function focusField(path: string): boolean {
  for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
    const element = document.getElementById(controlId(part))
    if (element && focusIn(element)) return true
  }
  return false
}

/** The first field marked wrong, in the order people read them. */
export function focusFirstProblem(form: ParentNode | null): boolean {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
  return wrong ? focusIn(wrong) : false
}

function focusIn(element: HTMLElement): boolean {
  const usable =
    'input:not([disabled]), select:not([disabled]), textarea:not([disabled]), button:not([disabled])'
  const target = element.matches(usable) ? element : element.querySelector<HTMLElement>(usable)
  if (!target) return false
  target.focus()
  target.scrollIntoView({ block: 'center' })
  return true
}
