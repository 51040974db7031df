// The search: what an enterprise asks about itself, answered in sentences. Finding is done in the worker.
import { el, fill } from '../dom.mjs'
import { grouped } from '../words/figures.mjs'
import { hitCard } from './hits.mjs'
import { ownView } from './own.mjs'

/**
 * @param {import('../worker/head.mjs').Head} head
 * @param {{lookUp: (asked: string) => Promise<object>, findOwn: (text: string) => Promise<object>}} options
 */
export function searchView(head, { lookUp, findOwn }) {
  const answer = el('div.answers', { 'aria-live': 'polite' })
  const field = el('input.large', {
    type: 'search',
    id: 'our-name',
    autocomplete: 'off',
    placeholder: '例如 91130609MA0000015B、臧记饲料、A-37',
  })
  async function find(event) {
    event.preventDefault()
    try {
      const told = await lookUp(field.value)
      fill(answer, answers(told))
    } catch (error) {
      fill(answer, el('p.empty', {}, `没能查成：${error.message}`))
    }
  }
  return el(
    'div.narrow-panel',
    {},
    el('h2', {}, '我单位查询'),
    el(
      'p.soft',
      {},
      `在这次的 ${grouped(head.counts.pool)} 个参加对象和 ${grouped(head.counts.exclusions)} 个排除对象里查。`,
    ),
    el(
      'form.search',
      { onsubmit: find, role: 'search' },
      el('label', { for: 'our-name' }, '统一社会信用代码、名称里的几个字，或抽签号'),
      el('div.search-line', {}, field, el('button.primary.large', { type: 'submit' }, '查询')),
    ),
    answer,
    head.counts.sealed > 0 && ownView(findOwn),
  )
}

function answers({ query, hits, total, sealed }) {
  if (query === '') return [el('p.empty', {}, '请先填代码、名称或抽签号。')]
  const more =
    total > hits.length &&
    el(
      'p.soft',
      {},
      `符合的有${total >= 1000 ? '一千多' : ` ${total} `}个，只列出前 ${hits.length} 个，请写得更全一些。`,
    )
  return [
    hits.length === 0 && nothing(query, sealed),
    hits.map(hitCard),
    more,
    hits.length > 0 && sealedNote(sealed),
  ]
}

function nothing(query, sealed) {
  const sure = sealed === 0
  return el(
    'div.answer',
    {},
    el('h3', {}, `没有查到“${query.length > 40 ? `${query.slice(0, 40)}…` : query}”`),
    sure
      ? el(
          'p',
          {},
          '这份文件列出了全部参加对象和排除对象，里面都没有。请看名称、代码是否与登记的一致；确实应当在内，可以向办理单位询问。',
        )
      : sealedNote(sealed),
  )
}

function sealedNote(sealed) {
  if (sealed === 0) return null
  return el(
    'p.sealed-note',
    {},
    `这份文件把 ${grouped(sealed)} 条没有抽中的或被排除的名单密封了，只给摘要，在这里查不到名字，查不到不等于不在内。`,
    '贵单位可以向办理单位索要自己的那一条（含随机盐），在下面核对。',
  )
}
