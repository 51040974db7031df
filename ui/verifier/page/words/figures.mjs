// How numbers, times and codes are written for people. What they belong to is left to the callers.

/** 1000000 → 1 000 000 with thin spaces, as on the stage. */
export function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '\u2009')
}

/** The time as the file states it, never moved to this computer's zone. */
export function moment(text) {
  const parts = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d:\d\d)(?::(\d\d))?(?:\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.exec(text)
  if (!parts) return text
  const [, year, month, day, clock, , zone] = parts
  const place = zone === '+08:00' ? '' : `（${/z/i.test(zone) ? 'UTC' : `UTC${zone}`}）`
  return `${year}年${Number(month)}月${Number(day)}日 ${clock}${place}`
}

/** Only the day, for places with little room. */
export function day(text) {
  return moment(text).split(' ')[0]
}

/** 64 hex digits in groups of four, so that an eye can follow them. */
export function fours(text) {
  return text.replace(/(.{4})(?=.)/g, '$1 ')
}

/** The two ends of a digest, where the whole is shown elsewhere. */
export function ends(digest) {
  return digest.length > 20 ? `${digest.slice(0, 8)}…${digest.slice(-8)}` : digest
}

/** 3 of 30 → 10%; a chance that is not nothing never reads 0%. */
export function percent(part, whole) {
  if (whole === 0) return '—'
  const value = (part / whole) * 100
  if (part > 0 && value < 0.1) return '不到 0.1%'
  return `${Number(value.toFixed(1))}%`
}

/** Bytes as an office says them. */
export function size(bytes) {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** A text out of a file can be of any length; what is shown has an end. */
export function clipped(text, most = 200) {
  const letters = text.length > most ? Array.from(text.slice(0, most * 2)) : null
  return letters && letters.length > most ? `${letters.slice(0, most).join('')}…` : text
}
