// Puts the views where they belong and renews them when the app says so. It decides nothing about files or verdicts.
import { batchBand, verdictBand } from './views/verdict.mjs'
import { brokenView, emptyView, stoppedView, workingView } from './views/opening.mjs'
import { el, fill } from './dom.mjs'
import { headStrip, recordView } from './views/record.mjs'
import { WORDS, kindOfAll, verdictWords } from './words/verdict.mjs'
import { chainOrder, railView } from './views/rail.mjs'
import { checksView } from './views/checks.mjs'
import { conclusionText } from './words/conclusion.mjs'
import { document, window } from './browser.mjs'
import { makeTabs } from './views/tabs.mjs'
import { paperView } from './views/paper.mjs'
import { printedSheet } from './views/sheet.mjs'
import { resultsView } from './views/results.mjs'
import { searchView } from './views/search.mjs'

const TITLE = '摇号结果核验'

/**
 * @param {{main: Element, tools: Element, notice: Element, announcer: Element, sheets: Element}} places
 * @param {() => ReturnType<typeof import('./app.mjs').openApp>} theApp
 * @param {() => void} onChoose
 */
export function openScreen({ main, tools, notice, announcer, sheets }, theApp, onChoose) {
  let showProgress = () => {}
  /** The parts of the result that change while somebody types. */
  let live = null

  function opening(view, words) {
    live = null
    tools.hidden = true
    fill(sheets)
    fill(main, view)
    say(words)
  }

  function say(words) {
    announcer.textContent = words
    document.title = words ? `${words} · ${TITLE}` : TITLE
  }

  function results(state) {
    tools.hidden = false
    live = { batch: el('div'), rail: el('div.rail-place'), file: el('div.file') }
    fill(
      main,
      el(`div.results${state.files.length > 1 ? '.several' : ''}`, {}, live.batch, live.rail, live.file),
    )
    openFile(state)
    renewAround(state)
    window.scrollTo(0, 0)
    live.verdict.focus({ preventScroll: true })
  }

  function openFile(state) {
    const app = theApp()
    const { active } = state
    const head = state.heads[active]
    live.verdict = el('div.verdict-place', { tabindex: '-1' })
    live.tabs = head ? makeTabs(tabsOf(app, state, head, active), tabOptions(state)) : null
    fill(
      live.file,
      live.verdict,
      head && headStrip(head, state.files[active].name),
      live.tabs
        ? live.tabs.nodes
        : el(
            'div.panel',
            {},
            unreadNote(state, active),
            checksView(state.report.files[active], null, conclusionOf(theApp(), state, active)),
          ),
    )
    makeRoom(head ? state.tab : 'checks')
    renewFile(state)
  }

  function tabsOf(app, state, head, index) {
    const again = {
      onChange: () => app.compareSoon(),
      onAgain: app.isLarge() ? () => app.compareNow() : null,
    }
    const sheet = app.sheetOf(index)
    const typed = {
      sheet,
      get station() {
        return state.station
      },
      set station(value) {
        state.station = value
      },
    }
    return [
      {
        id: 'checks',
        title: '核验结论',
        panel: () => checksView(state.report.files[index], head, conclusionOf(app, state, index)),
      },
      { id: 'paper', title: '对照纸面', panel: () => paperView(head, typed, again) },
      { id: 'results', title: '结果与变更', panel: () => resultsView(head, app.rows(index)) },
      { id: 'search', title: '我单位查询', panel: () => searchView(head, app.searches(index)) },
      {
        id: 'record',
        title: '记录与规则',
        panel: () => recordView(head, state.prints[index], app.rows(index)),
      },
    ]
  }

  function tabOptions(state) {
    const onChange = (id) => {
      state.tab = id
      makeRoom(id)
    }
    return { label: '这份文件', active: state.tab, onChange }
  }

  /** Where a list wants the room, the verdict keeps to its word and its first sentence. */
  function makeRoom(tab) {
    live.file.classList.toggle('brief', ['results', 'search', 'record'].includes(tab))
  }

  /** Verdict, notes behind the tabs and the check list of the file that is open. */
  function renewFile(state) {
    const app = theApp()
    const told = state.report.files[state.active]
    const compared = app.comparedOf(state.active)
    const toPaper = () => (live.tabs.choose('paper'), live.tabs.focus('paper'))
    const isAsked = live.tabs && told.valid && compared.length === 0
    const action = isAsked ? el('button', { type: 'button', onclick: toPaper }, '去对照纸面') : null
    fill(
      live.verdict,
      verdictBand(verdictWords(told, state.heads[state.active], compared, state.hints[state.active]), action),
    )
    if (!live.tabs) return
    const failed = told.checks.filter(({ status }) => status === 'fail').length
    live.tabs.note('checks', failed > 0 ? `${failed} 项不符` : '', 'bad')
    const differs = compared.some(({ result }) => result.state === 'differs')
    live.tabs.note(
      'paper',
      compared.length === 0 ? '未对照' : differs ? '不一致' : '一致',
      differs ? 'bad' : compared.length > 0 ? 'good' : '',
    )
  }

  /** Everything around the open file. */
  function renewAround(state) {
    const app = theApp()
    const several = state.files.length > 1
    fill(live.batch, several && batchBand(state.report))
    fill(live.rail, several && railView(state, { onOpen: open, onRemove: (index) => app.remove(index) }))
    fill(
      sheets,
      chainOrder(state.heads).map((index, place) => sheetOf(app, state, index, place)),
    )
    const whole = WORDS[kindOfAll(state.report)]
    say(several ? `${state.files.length} 个文件：${whole}` : whole)
    function open(index) {
      state.active = index
      openFile(state)
      fill(live.rail, railView(state, { onOpen: open, onRemove: (at) => app.remove(at) }))
      document.getElementById(`file-${index}`)?.focus()
    }
  }

  function sheetOf(app, state, index, place) {
    return printedSheet({
      file: state.files[index],
      print: state.prints[index],
      told: state.report.files[index],
      head: state.heads[index],
      hint: state.hints[index],
      compared: app.comparedOf(index),
      batch: state.files.length > 1 ? `第 ${place + 1} 份，共 ${state.files.length} 份` : '',
    })
  }

  return {
    /** A sentence about what was just put in; it stands until the next one. */
    tell(words) {
      notice.hidden = words === ''
      notice.textContent = words
    },
    empty: () => opening(emptyView({ onChoose }), ''),
    working(files) {
      const { view, show } = workingView({ files, onStop: () => theApp().stop() })
      showProgress = show
      opening(view, '正在核验')
    },
    progress: (told) => showProgress(told),
    stopped: () => opening(stoppedView(againOptions(theApp())), '已经停止'),
    broken: (message) => opening(brokenView({ message, ...againOptions(theApp()) }), '没能做完核验'),
    results,
    renewed(state) {
      if (!live) return
      renewFile(state)
      if (live.tabs) live.tabs.renew('checks')
      renewAround(state)
    },
  }
}

function againOptions(app) {
  return { onAgain: () => app.verify(), onClear: () => app.clear() }
}

function unreadNote(state, index) {
  const hint = '不是公开文件的，可以在文件列表里移去，再看其余的。'
  return el(
    'div.unread',
    {},
    el('h1', {}, state.files[index].name),
    el('p.soft', {}, `没有读出内容。${state.files.length > 1 ? hint : ''}`),
  )
}

/** What the copy button gives, made when it is pressed: by then more may have been compared. */
function conclusionOf(app, state, index) {
  return () =>
    conclusionText({
      name: state.files[index].name,
      print: state.prints[index],
      told: state.report.files[index],
      head: state.heads[index],
      hint: state.hints[index],
      compared: app.comparedOf(index),
    })
}
