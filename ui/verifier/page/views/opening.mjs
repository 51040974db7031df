// What stands on the page before there is a verdict: what this is and how to begin, work under way, work stopped, and the
// sentence for a program that failed. Choosing files is left to the caller.
import { el, mark } from '../dom.mjs'
import { grouped, size } from '../words/figures.mjs'

export function emptyView({ onChoose }) {
  return el(
    'div.opening',
    {},
    el('h1', {}, '核验一次摇号'),
    el(
      'div.opening-words',
      {},
      el(
        'p',
        {},
        '这个网页在您自己的电脑上，把双随机抽查摇号的封存码、抽取结果和检查组重新算一遍，看与公开文件写的是否一致。',
      ),
      el('p', {}, '请把单位公布的公开文件（.json）放进来，同一单位前后几次的文件可以一起放。'),
      el(
        'p',
        {},
        '再把封存单、见证卡上抄的内容填进来对照：文件自身相符，又与纸面一致，才说明它就是现场那一次。',
      ),
    ),
    el(
      'div.drop',
      {},
      el('p.drop-lead', {}, '把文件拖到这里'),
      el('p.soft', {}, '或者'),
      el('button.primary.large', { type: 'button', onclick: onChoose, id: 'choose' }, '选择文件'),
      el('p.soft.small', {}, '文件只在本机读取，不会上传到任何地方。'),
    ),
  )
}

/** What the engine is busy with, in words; a stage it names anew is shown without any. */
const STAGES = {
  open: '打开文件',
  hash: '计算文件的 SHA-256',
  read: '逐字检查格式',
  leaves: '重算封存码：逐条计算名单摘要',
  selection: '重新摇号',
  crews: '重新派检查组',
  amendments: '核对事后变更',
  signatures: '验证签名',
}
const IN_BYTES = ['hash', 'read']

/** A card whose parts are renewed as work goes on. */
export function workingView({ files, onStop }) {
  const stage = el('p.working-stage', { role: 'status' }, '准备')
  const figure = el('p.working-figure.soft', {}, '')
  const bar = el('progress', { 'aria-label': '进度' })
  const title = files.length === 1 ? files[0].name : `${files.length} 个文件`
  const view = el(
    'div.working.card',
    {},
    el('h1', {}, `正在核验 ${title}`),
    stage,
    bar,
    el('div.working-foot', {}, figure, el('button', { type: 'button', onclick: onStop, id: 'stop' }, '停止')),
  )
  function show({ stage: name, done, total, name: file }) {
    const words = STAGES[name] ?? '重新计算'
    const told = file ? `${words}：${file}` : words
    if (stage.textContent !== told) stage.textContent = told
    if (total > 1) {
      const write = IN_BYTES.includes(name) ? size : grouped
      bar.max = total
      bar.value = done
      figure.textContent = `${write(done)} / ${write(total)}（${Math.floor((done / total) * 100)}%）`
    } else {
      // One step of unknown length: a bar that stands at nothing would look stuck.
      bar.removeAttribute('value')
      figure.textContent = ''
    }
  }
  return { view, show }
}

export function stoppedView({ onAgain, onClear }) {
  return el(
    'div.working.card',
    {},
    el('h1', {}, '已经停止'),
    el('p', {}, '核验没有做完，没有结论。'),
    el(
      'div.buttons',
      {},
      el('button.primary', { type: 'button', onclick: onAgain }, '重新核验'),
      el('button', { type: 'button', onclick: onClear }, '换文件'),
    ),
  )
}

export function brokenView({ message, onAgain, onClear }) {
  return el(
    'div.working.card.broken',
    { role: 'alert' },
    el('h1', {}, mark('fail'), '没能做完核验'),
    el('p', {}, '这不是“不相符”，而是这个网页自己遇到了问题，没有结论。'),
    el('p.reason', {}, message),
    el(
      'p',
      {},
      '请再试一次；仍不行，换一台内存更大的电脑，或换用新版的 Chrome、Edge 浏览器，并把上面这句话告诉提供本网页的单位。',
    ),
    el(
      'div.buttons',
      {},
      el('button.primary', { type: 'button', onclick: onAgain }, '再试一次'),
      el('button', { type: 'button', onclick: onClear }, '换文件'),
    ),
  )
}
