// What to say of a file that could not be read: what it seems to be, and what to do. Which of these holds is found by
// worker/sniff.mjs.
import { grouped } from './figures.mjs'

const AGAIN = '请从发布的地方重新拷一份，不要打开另存。'

const SEEMS = {
  empty: '这个文件是空的，一个字节也没有，多半是没有拷完。' + AGAIN,
  zeros: '这个文件里全是空字节，多半是拷贝时中断，或存储盘坏了。' + AGAIN,
  zip: '这看来是 Excel、Word 文件或压缩包，不是公开文件。是压缩包的，请先解开，再放里面的 .json 文件。',
  office: '这看来是老式的 Excel 或 Word 文件，不是公开文件。公开文件以 .json 结尾。',
  pdf: '这看来是 PDF，可能是打印出来的结果；核验要用一同公布的 .json 文件。',
  picture: '这看来是图片。核验要用一同公布的 .json 文件；图上的封存码可以填进“对照纸面”。',
  archive: '这看来是压缩包。请先解开，再放里面的 .json 文件。',
  html: '这看来是网页：可能是在浏览器里把发布页面另存了下来。请用页面上的下载链接取 .json 文件。',
  utf16: '这个文件被另存成了 UTF-16 编码，常见于用记事本打开再保存。' + AGAIN,
  encoding: '这个文件里有不是 UTF-8 编码的字，可能被另存成了 ANSI（GBK）编码，也可能拷贝时损坏。' + AGAIN,
  list: '这是一个 JSON 文件，但不是摇号的公开文件：公开文件整个是一个对象，以“{”开头。',
  other: '这不像是公开文件。公开文件以 .json 结尾，第一个字是“{”。',
  leaf: '这看来是办理单位给某一户的那一条名单。请先放公开文件，再到“我单位查询”里用它核对。',
  case: '这看来是单位内部摇号之前的文件，里面可能有不该外传的密数，不是公开文件。',
  report: '这看来是核验的报告，不是公开文件本身。',
  json: '这是一个 JSON 文件，但里面没有摇号的记录，不是公开文件。',
}

/** @param {import('../worker/sniff.mjs').Hint} hint */
export function unreadWords(hint) {
  if (hint.kind === 'cut')
    return `文件在末尾断了：${placeWords(hint)}以后不完整，多半是没有拷完或下载完。${AGAIN}`
  if (hint.kind === 'edited') return `文件在${placeWords(hint)}附近写坏了，可能有人用别的软件改过。${AGAIN}`
  return SEEMS[hint.kind]
}

function placeWords({ line, column }) {
  const place = `第 ${grouped(line)} 行`
  return column === undefined ? place : `${place}第 ${grouped(column)} 个字`
}
