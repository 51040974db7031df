// Tabs after the ARIA pattern: arrow keys move, Home and End jump, one tab stop. What the panels hold is left to callers.
import { el, fill } from '../dom.mjs'

/**
 * @param {{id: string, title: string, panel: () => Node}[]} tabs
 * @param {{label: string, active: string, onChange: (id: string) => void}} options
 */
export function makeTabs(tabs, { label, active, onChange }) {
  const buttons = new Map()
  const panels = new Map()
  const bar = el('div.tabs', { role: 'tablist', 'aria-label': label, onkeydown: move })
  const holder = el('div.panels')
  for (const { id, title } of tabs) {
    const note = el('span.tab-note')
    const button = el(
      'button.tab',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${id}`,
        'aria-controls': `panel-${id}`,
        onclick: () => choose(id),
      },
      title,
      note,
    )
    const panel = el('section.panel', {
      role: 'tabpanel',
      id: `panel-${id}`,
      'aria-labelledby': `tab-${id}`,
      tabindex: '0',
    })
    buttons.set(id, { button, note })
    panels.set(id, panel)
    bar.append(button)
    holder.append(panel)
  }
  let current = ''
  choose(tabs.some(({ id }) => id === active) ? active : tabs[0].id, false)

  function choose(id, tell = true) {
    if (id === current) return
    current = id
    for (const [name, { button }] of buttons) {
      button.setAttribute('aria-selected', String(name === id))
      button.tabIndex = name === id ? 0 : -1
    }
    for (const [name, panel] of panels) panel.hidden = name !== id
    const panel = panels.get(id)
    if (!panel.hasChildNodes()) fill(panel, tabs.find((tab) => tab.id === id).panel())
    if (tell) onChange(id)
  }

  function move(event) {
    const names = [...buttons.keys()]
    const at = names.indexOf(current)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const name = names[(to + names.length) % names.length]
    choose(name)
    buttons.get(name).button.focus()
  }

  return {
    nodes: [bar, holder],
    choose,
    focus: (id) => buttons.get(id).button.focus(),
    /** Makes a panel anew, now or when it is next looked at. */
    renew(id) {
      const panel = panels.get(id)
      if (id === current) fill(panel, tabs.find((tab) => tab.id === id).panel())
      else fill(panel)
    },
    /** A word or two behind a title, such as how many are wrong. */
    note(id, text, tone = '') {
      const { note } = buttons.get(id)
      note.textContent = text
      note.className = `tab-note ${tone}`.trim()
    },
  }
}
