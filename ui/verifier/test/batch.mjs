// @ts-check
/**
 * Judges many groups of files in one process, for the test that holds this verifier against the Rust one. Reads one
 * JSON request a line from standard input, `{files: [path], station?, sheet?}`, and answers each with one report a
 * line. What is compared, and how, is left to that test.
 */
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { verifyFiles } from '../engine/index.mjs'

for await (const line of createInterface({ input: process.stdin })) {
  const { files, ...known } = JSON.parse(line)
  const given = files.map((/** @type {string} */ name) => ({
    name,
    bytes: new Uint8Array(readFileSync(name)),
  }))
  const { report, unreadable } = verifyFiles(given, known)
  process.stdout.write(`${JSON.stringify({ report, unreadable })}\n`)
}
