// What the page is doing now: which files, what came of them, which of them is looked at, what was typed from paper. It asks
// the desk and tells the screen; how things look is left to the screen.
import { clearTimeout, setTimeout } from './browser.mjs'
import { comparedParts, emptySheet, sheetFor } from './paper.mjs'
import { failsOnly } from './words/verdict.mjs'
import { Stopped } from './desk.mjs'

/** Up to this size a file is verified again after every change on paper; a larger one waits for a button. */
const SOON = 3 * 1024 * 1024
const TYPING_PAUSE = 500

/**
 * @param {ReturnType<typeof import('./desk.mjs').openDesk>} desk
 * @param {object} screen empty, working, broken, stopped, results, renewed, tell
 */
export function openApp(desk, screen) {
  const sheets = new Map()
  const state = {
    files: [],
    report: null,
    heads: [],
    hints: [],
    prints: [],
    active: 0,
    tab: 'checks',
    station: '',
  }
  let turn = 0
  let timer = 0

  async function verify() {
    turn += 1
    const mine = turn
    screen.working(state.files)
    try {
      const told = await desk.ask('verify', { files: state.files, station: toldStation(null) })
      if (mine !== turn) return
      Object.assign(state, told, { active: firstToSee(told) })
      await compareAll(mine)
      if (mine === turn) screen.results(state)
    } catch (error) {
      report(error, mine)
    }
  }

  /** Every file once more with what stands on paper; nothing is asked where nothing was typed. */
  async function compareAll(mine) {
    for (const [index, head] of state.heads.entries()) {
      const wish = head && { index, station: toldStation(head), sheet: sheetFor(sheetOf(index), head) }
      if (!wish || (!wish.station && !wish.sheet && !state.report.files[index].onPaper)) continue
      const told = await desk.ask('compare', wish)
      if (mine !== turn) return
      state.report.files[index] = { ...told, onPaper: true }
    }
    state.report.valid = state.report.files.every(({ valid }) => valid)
  }

  async function compareSoon() {
    clearTimeout(timer)
    if (isLarge()) return
    timer = setTimeout(async () => {
      turn += 1
      const mine = turn
      try {
        await compareAll(mine)
        if (mine === turn) screen.renewed(state)
      } catch (error) {
        report(error, mine)
      }
    }, TYPING_PAUSE)
  }

  async function compareNow() {
    turn += 1
    const mine = turn
    screen.working(state.files)
    try {
      await compareAll(mine)
      if (mine === turn) screen.results(state)
    } catch (error) {
      report(error, mine)
    }
  }

  /** A fingerprint half written is no fingerprint yet. */
  function toldStation(head) {
    if (!head) return undefined
    const part = comparedParts(emptySheet(), state.station, head)
    return part.length > 0 ? state.station : undefined
  }

  function sheetOf(index) {
    const file = state.files[index]
    if (!sheets.has(file)) sheets.set(file, emptySheet())
    return sheets.get(file)
  }

  function isLarge() {
    return state.files.reduce((sum, { size }) => sum + size, 0) > SOON
  }

  function report(error, mine) {
    if (mine !== turn) return
    if (error instanceof Stopped) screen.stopped()
    else {
      desk.stop()
      screen.broken(error.message || String(error))
    }
  }

  return {
    state,
    isLarge,
    verify,
    compareSoon,
    compareNow,
    stop: () => desk.stop(),
    sheetOf,
    /** What of the paper was compared with a file; for the words only. */
    comparedOf: (index) =>
      state.heads[index] ? comparedParts(sheetOf(index), state.station, state.heads[index]) : [],
    add(files) {
      const known = new Set(state.files.map(identity))
      const fresh = files.filter((file) => !known.has(identity(file)))
      if (fresh.length === 0) return screen.tell('这个文件已经在里面了。')
      screen.tell('')
      state.files = [...state.files, ...fresh]
      verify()
    },
    remove(index) {
      state.files = state.files.filter((_, at) => at !== index)
      if (state.files.length > 0) verify()
      else this.clear()
    },
    clear() {
      turn += 1
      desk.stop()
      sheets.clear()
      Object.assign(state, {
        files: [],
        report: null,
        heads: [],
        hints: [],
        prints: [],
        active: 0,
        tab: 'checks',
        station: '',
      })
      screen.empty()
    },
    rows: (index) => (wish) => desk.ask('rows', { index, ...wish }),
    searches: (index) => ({
      lookUp: (asked) => desk.ask('lookUp', { index, asked }),
      findOwn: (text) => desk.ask('findOwn', { index, text }),
    }),
  }
}

/** What is wrong comes first; where nothing is, the latest draw. */
function firstToSee({ report, heads }) {
  const wrong = report.files.findIndex((file) => !failsOnly(file, ['chain']))
  const latest = Math.max(...heads.map((head) => head?.sequence ?? 0))
  if (wrong >= 0) return wrong
  return heads.findIndex((head) => head?.sequence === latest)
}

function identity({ name, size, lastModified }) {
  return `${name}\n${size}\n${lastModified}`
}
