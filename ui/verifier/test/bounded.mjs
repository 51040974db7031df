// @ts-check
// The command line, and at its end how much memory it held at most: one line `peak N` of MB on standard error. For the test
// of hostile files, which starts it with a bound.
import process from 'node:process'

process.on('exit', () => {
  process.stderr.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)}\n`)
})
await import('../cli.mjs')
