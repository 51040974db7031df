// One enterprise as the search found it: a card with what stands in the file about it.
import { el } from '../dom.mjs'
import { crewWords } from './lists.mjs'

export function hitCard(hit) {
  if (hit.state === 'excluded') return excludedCard(hit)
  return el(
    'article.answer',
    {},
    el('h3', {}, hit.name, ' ', el(`span.state.${hit.state}`, {}, hit.short)),
    el(
      'dl.facts',
      {},
      fact('代码', hit.id || '密封', 'code'),
      fact('抽签号', hit.lot, 'code'),
      fact('类别', hit.stratum),
      fact('机会', hit.chance),
      fact(
        '结果',
        hit.long.map((line) => el('div', {}, line)),
      ),
      hit.crew.length > 0 && fact('检查组', crewWords(hit.crew), 'crew'),
      hit.leaf && fact('密封摘要', hit.leaf, 'code'),
    ),
    hit.leaf && el('p.soft', {}, '这个号的名称密封着；密封的只会是没有抽中、也没有递补的对象。'),
  )
}

function excludedCard(hit) {
  return el(
    'article.answer',
    {},
    el('h3', {}, hit.name, ' ', el('span.state.excluded', {}, hit.short)),
    el('dl.facts', {}, fact('代码', hit.id, 'code'), fact('理由', hit.reason || '没有写')),
    el('p.soft', {}, '在这次范围内，但封存以前就没有放进抽取池，所以没有抽签号。'),
  )
}

function fact(title, value, kind = '') {
  return [el('dt', {}, title), el(kind ? `dd.${kind}` : 'dd', {}, value)]
}
