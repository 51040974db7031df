// Makes elements. Every text goes in as a text node, never as markup: names and reasons come from a stranger's file.
// What is shown where is left to the views.
import { document } from './browser.mjs'

const SVG = 'http://www.w3.org/2000/svg'

/**
 * `el('p.note.soft', {id: 'x', onclick: f}, 'text', child, null)`
 * @param {string} name a tag, then classes each behind a dot
 * @param {object} [traits] `on…` are listeners, true is an empty attribute, false and null are left out
 * @param {...(Node|string|number|null|false|Array)} children
 */
export function el(name, traits = {}, ...children) {
  const [tag, ...classes] = name.split('.')
  const element = document.createElement(tag || 'div')
  if (classes.length > 0) element.className = classes.join(' ')
  for (const [key, value] of Object.entries(traits)) setTrait(element, key, value)
  element.append(...children.flat(Infinity).filter(isShown).map(asNode))
  return element
}

/** @param {Element} parent */
export function fill(parent, ...children) {
  parent.replaceChildren(...children.flat(Infinity).filter(isShown).map(asNode))
}

/** A small drawing of strokes; words beside it always say the same. */
export function mark(kind) {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('class', `mark mark-${kind}`)
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', STROKES[kind])
  svg.append(path)
  return svg
}

const STROKES = {
  pass: 'M4.5 12.5l5 5 10-11',
  fail: 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  stuck: 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  skipped: 'M5 12h14',
  unreadable: 'M8.5 9a3.5 3.5 0 1 1 5.2 3c-1.2.7-1.7 1.3-1.7 2.6M12 18.6v.6',
  waiting: 'M5 12h.1M12 12h.1M19 12h.1',
}

function setTrait(element, key, value) {
  if (value === null || value === undefined || value === false) return
  if (key.startsWith('on')) element.addEventListener(key.slice(2), value)
  else if (key === 'value' || key === 'disabled' || key === 'checked') element[key] = value
  else element.setAttribute(key, value === true ? '' : String(value))
}

function isShown(child) {
  return child !== null && child !== undefined && child !== false
}

function asNode(child) {
  return typeof child === 'object' ? child : document.createTextNode(String(child))
}
