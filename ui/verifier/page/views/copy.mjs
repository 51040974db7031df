// A button that puts a text on the clipboard, and says so. Where the browser refuses, it says how to do it by hand.
import { clearTimeout, navigator, setTimeout } from '../browser.mjs'
import { el } from '../dom.mjs'

const SAID_FOR = 2500

/**
 * @param {string | (() => string)} text
 * @param {{title: string, about?: string}} options `about` tells several such buttons apart for a screen reader
 */
export function copyButton(text, { title, about = '' }) {
  const said = el('span', {}, title)
  let timer = 0
  const say = (words) => {
    clearTimeout(timer)
    said.textContent = words
    timer = setTimeout(() => (said.textContent = title), SAID_FOR)
  }
  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === 'function' ? text() : text)
      say('已复制')
    } catch {
      say('浏览器不许，请选中后按 Ctrl+C')
    }
  }
  return el('button.copy', { type: 'button', onclick: copy, 'aria-label': about && `${title}${about}` }, said)
}
