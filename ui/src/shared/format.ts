// How moments, numbers and codes are written on screen. It only writes: what they mean is settled elsewhere.

const THIN_SPACE = '\u2009'
const WRITTEN_WITH_OFFSET = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):\d{2}(?:\.\d+)?[+-]\d{2}:\d{2}$/

/** A moment as official papers write it. One with an offset keeps the office's own clock, even on a PC set to another zone. */
export function formatMoment(rfc3339: string): string {
  const written = WRITTEN_WITH_OFFSET.exec(rfc3339)
  if (written) {
    const [, year, month, day, hour, minute] = written
    return `${year}年${Number(month)}月${Number(day)}日 ${hour}:${minute}`
  }
  const moment = new Date(rfc3339)
  if (Number.isNaN(moment.getTime())) return rfc3339
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${moment.getFullYear()}年${moment.getMonth() + 1}月${moment.getDate()}日`
  return `${date} ${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** The day of a moment. */
export function formatDay(rfc3339: string): string {
  return formatMoment(rfc3339).replace(/ \d{2}:\d{2}$/, '')
}

/** 1 406, with thin spaces. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, THIN_SPACE)
}

/** How large a text or file is, as people say it. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / (1024 * 1024), 'MB']
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`
}

/** 9f3c 71a0 5be2 …: codes are compared by people, four signs at a time. A number with a hyphen has its parts already. */
export function inFours(code: string): string {
  if (code.includes('-')) return code
  return code.replace(/(.{4})(?=.)/gu, '$1 ')
}
