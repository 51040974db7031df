// @ts-check
// RFC 3339 times with an offset: whether a text is one, and which of two is earlier. JavaScript's own Date knows three
// digits of a second and takes much that is no such time.

/**
 * A moment: whole seconds from 1970 in UTC, and the digits of the fraction without trailing zeros.
 * @typedef {{seconds: number, fraction: string}} Moment
 */

const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const DAY = 86400

/** @param {number} year */
const isLeap = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/**
 * @param {number} year
 * @param {number} month
 */
const daysIn = (year, month) => (month === 2 && isLeap(year) ? 29 : MONTH_DAYS[month - 1])

/**
 * Days from 1970-01-01, in the calendar that runs on backwards.
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
function dayNumber(year, month, day) {
  // A year that begins in March has its leap day at the end.
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/**
 * The moment a text names, or null when it is not a time with an offset.
 * @param {string} text
 * @returns {Moment | null}
 */
export function parseTime(text) {
  const parts = PATTERN.exec(text)
  if (!parts) return null
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number)
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  if (hour > 23 || minute > 59 || second > 60) return null
  const offsetHour = Number(parts[9] ?? 0)
  const offsetMinute = Number(parts[10] ?? 0)
  if (offsetHour > 23 || offsetMinute > 59) return null
  const offset = (offsetHour * 3600 + offsetMinute * 60) * (parts[8] === '-' ? -1 : 1)
  const seconds = dayNumber(year, month, day) * DAY + hour * 3600 + minute * 60 + second - offset
  if (second === 60 && !endsMonth(seconds)) return null
  return { seconds, fraction: (parts[7] ?? '').replace(/0+$/, '') }
}

/**
 * Whether a moment is the first of a month in UTC: the only place where a second 60 can come just before.
 * @param {number} seconds
 */
function endsMonth(seconds) {
  if (seconds % DAY !== 0) return false
  return new Date(seconds * 1000).getUTCDate() === 1
}

/**
 * Whether one time is earlier than another; both must be times.
 * @param {string} one
 * @param {string} other
 */
export function isEarlier(one, other) {
  const a = parseTime(one)
  const b = parseTime(other)
  if (!a || !b) return false
  if (a.seconds !== b.seconds) return a.seconds < b.seconds
  return a.fraction < b.fraction
}
