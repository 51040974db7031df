// @ts-check
// What a user has typed from paper, tidied up, and held against the file: commitment, challenge, station and number. The
// sheet itself is never read here, only what somebody read off it.
import { fingerprint, groupShortCode, SHORT_CODE_DIGITS, SHORT_CODE_LENGTH, shortCode } from './digests.mjs'
import { Findings } from './findings.mjs'
import * as words from './words.mjs'

/** @typedef {import('./content.mjs').DrawRecord} DrawRecord */
/**
 * Whatever was typed; `seat` counts from 1.
 * @typedef {{commitment?: string, challenge?: string, station?: string, seat?: number, number?: string}} Sheet
 */

const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g
const FULL_WIDTH = /[\uff01-\uff5e]/g

/**
 * A text as typed, without the spaces and hyphens that group it, and with ordinary letters and digits.
 * @param {string} text
 */
export function tidy(text) {
  return text
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(SPACE, '')
    .replace(/-/g, '')
}

/** A fingerprint as typed; undefined when nothing was. @param {string | undefined} text */
export function tidyFingerprint(text) {
  const tidied = tidy(text ?? '').replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  return tidied === '' ? undefined : tidied
}

/** @param {string} text  tidied */
function asShortCode(text) {
  const digits = text
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const isCode =
    digits.length === SHORT_CODE_LENGTH && [...digits].every((d) => SHORT_CODE_DIGITS.includes(d))
  return isCode ? groupShortCode(digits) : null
}

/**
 * @param {string} given  tidied
 * @param {string} commitment
 */
function commitmentFault(given, commitment) {
  if (/^[0-9A-Fa-f]{64}$/.test(given)) {
    const hex = given.toLowerCase()
    return hex === commitment ? null : words.sheetCommitment(hex, commitment)
  }
  const code = shortCode(commitment)
  const typed = asShortCode(given)
  return typed === code ? null : words.sheetCommitment(typed ?? given, code)
}

/**
 * @param {number | undefined} seat
 * @param {string} given  tidied, not empty
 * @param {(string | null)[]} contributions
 */
function numberFault(seat, given, contributions) {
  if (seat === undefined) {
    return contributions.includes(given) ? null : words.sheetNoSuchNumber(given)
  }
  if (seat < 1 || seat > contributions.length) return words.sheetNoSeat(seat)
  const found = contributions[seat - 1]
  return found === given ? null : words.sheetNumber(seat, given, found)
}

/** Whether anything was typed that can be compared; a seat says only whose number it is. @param {Sheet | undefined} sheet */
export function isGiven(sheet) {
  if (!sheet) return false
  const { commitment, challenge, station, number } = sheet
  return [commitment, challenge, station, number].some((text) => tidy(text ?? '') !== '')
}

/**
 * @param {Sheet} sheet
 * @param {DrawRecord} record
 */
export function checkSheet(sheet, record) {
  const findings = new Findings()
  /** @param {string | null} fault */
  const note = (fault) => (fault === null ? undefined : findings.add(fault))
  const commitment = tidy(sheet.commitment ?? '')
  if (commitment !== '') note(commitmentFault(commitment, record.commitment))
  const challenge = tidy(sheet.challenge ?? '')
  if (challenge !== '' && challenge !== record.manifest.challenge) {
    note(words.sheetChallenge(challenge, record.manifest.challenge))
  }
  const station = tidyFingerprint(sheet.station)
  const found = fingerprint(record.manifest.station)
  if (station !== undefined && station !== found) note(words.sheetStation(station, found))
  const number = tidy(sheet.number ?? '')
  if (number !== '') note(numberFault(sheet.seat, number, record.contributions))
  return findings
}
