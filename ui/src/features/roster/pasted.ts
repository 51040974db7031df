// What the clipboard holds of a table. Spreadsheets and Word put it there twice: as HTML, which knows merged cells and what
// is a text, and as plain text. What it means is for the program to read.

export interface Taken {
  /** For the program. */
  text: string
  /** To be looked at. */
  shown: string
  rows: number
}

export function takenFrom(clipboard: DataTransfer): Taken {
  const plain = clipboard.getData('text/plain')
  const html = clipboard.getData('text/html')
  const rows = html === '' ? 0 : rowsOfHtml(html)
  return rows > 0
    ? { text: html, shown: plain, rows }
    : { text: plain, shown: plain, rows: rowsOfText(plain) }
}

export function rowsOfText(text: string): number {
  return text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').length
}

/** Parsed beside the page, where nothing of it runs or is shown. */
function rowsOfHtml(html: string): number {
  return new DOMParser().parseFromString(html, 'text/html').querySelectorAll('tr').length
}
