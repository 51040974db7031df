// The beginning: finds the places in the page, joins app, desk and screen, and takes files from the button, the keyboard and
// the mouse. Any error nobody expected ends here in a sentence.
import { document, window } from './browser.mjs'
import { openApp } from './app.mjs'
import { openDesk } from './desk.mjs'
import { openScreen } from './screen.mjs'

const byId = (id) => document.getElementById(id)
const places = {
  main: byId('main'),
  tools: byId('tools'),
  notice: byId('notice'),
  announcer: byId('announcer'),
  sheets: byId('sheets'),
}
const chooser = byId('files')

const screen = openScreen(places, () => app, choose)
const desk = openDesk(byId('worker-source').textContent, (told) => screen.progress(told))
const app = openApp(desk, screen)

function choose() {
  chooser.value = ''
  chooser.click()
}

const NO_FOLDER = '放进来的是文件夹。请打开它，选里面以 .json 结尾的公开文件。'
const NO_FILE = '放进来的不是文件。请从文件夹里拖公开文件，或按“选择文件”。'

chooser.addEventListener('change', () => app.add([...chooser.files]))
byId('add').addEventListener('click', choose)
byId('clear').addEventListener('click', () => app.clear())
byId('print').addEventListener('click', () => window.print())

let inside = 0
function hover(by) {
  inside = Math.max(0, inside + by)
  document.body.classList.toggle('dropping', inside > 0)
}
window.addEventListener('dragenter', (event) => {
  event.preventDefault()
  hover(1)
})
window.addEventListener('dragleave', () => hover(-1))
window.addEventListener('dragover', (event) => event.preventDefault())
window.addEventListener('drop', (event) => {
  inside = 0
  hover(0)
  if (event.defaultPrevented) return
  event.preventDefault()
  take(event.dataTransfer)
})
window.addEventListener('paste', (event) => {
  if (event.clipboardData.files.length > 0) take(event.clipboardData)
})

/** A folder that is dropped has no bytes; only files are taken. */
function take({ items }) {
  const given = [...items].filter((item) => item.kind === 'file')
  const files = given
    .filter((item) => !item.webkitGetAsEntry?.()?.isDirectory)
    .map((item) => item.getAsFile())
  if (files.length > 0) app.add(files.filter(Boolean))
  else screen.tell(given.length > 0 ? NO_FOLDER : NO_FILE)
}

window.addEventListener('error', (event) => screen.broken(event.message))
window.addEventListener('unhandledrejection', (event) =>
  screen.broken(String(event.reason?.message ?? event.reason)),
)

screen.empty()
