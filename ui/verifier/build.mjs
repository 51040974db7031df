// Builds the verifier page: everything of page/ and engine/ in one HTML file that needs nothing else and reaches nowhere.
// The same input gives the same bytes. `node verifier/build.mjs` writes it; with --check it only compares, and fails on
// drift. What the page does is in page/main.mjs, what it computes in engine/.
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const HERE = dirname(fileURLToPath(import.meta.url))
const OUT = join(HERE, '../../assets/verifier/verify.html')
const STYLES = [
  'tokens.css',
  'page.css',
  'opening.css',
  'verdict.css',
  'rail.css',
  'checks.css',
  'tables.css',
  'narrow.css',
  'print.css',
]

/** One classic script: a worker from a Blob and an inline script both want no imports. */
async function bundle(entry) {
  const built = await build({
    configFile: false,
    root: HERE,
    logLevel: 'warn',
    build: {
      write: false,
      // Chromium 95 knows all of it; named by its version, the bundler would rewrite private members, at half the speed.
      target: 'es2022',
      // Left readable: people are meant to look at what judges a draw.
      minify: false,
      modulePreload: false,
      rollupOptions: { input: join(HERE, entry), output: { format: 'iife' } },
    },
  })
  const [chunk, ...others] = built.output
  if (others.length > 0) throw new Error(`${entry}: one script was expected`)
  return chunk.code
}

/** Text for inside a script element: nothing in it may end that element, or change how it is read. */
function inScript(code) {
  if (/<\/script|<!--|<script/i.test(code))
    throw new Error('the code holds what would end its script element')
  return `\n${code.trim()}\n`
}

function hashSource(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

function policy(script, style) {
  return [
    "default-src 'none'",
    `script-src ${hashSource(script)}`,
    'worker-src blob:',
    `style-src ${hashSource(style)}`,
    'img-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

async function makePage() {
  const styles = await Promise.all(STYLES.map((name) => readFile(join(HERE, 'page/style', name), 'utf8')))
  const style = `\n${styles.join('\n').trim()}\n`
  const script = inScript(await bundle('page/main.mjs'))
  const parts = {
    POLICY: policy(script, style),
    STYLE: style,
    WORKER: inScript(await bundle('page/worker/worker.mjs')),
    PAGE: script,
    VERSION: JSON.parse(await readFile(join(HERE, '../package.json'), 'utf8')).version,
  }
  const template = await readFile(join(HERE, 'index.html'), 'utf8')
  // The spaces around a placeholder belong to the template's layout, not to what is hashed.
  return template.replace(/(?:(?<=>)\s*)?__([A-Z]+)__(?:\s*(?=<\/s))?/g, (_, name) => parts[name])
}

// The bundler names its inputs as seen from here: from another folder the same sources would give other bytes.
process.chdir(join(HERE, '..'))
const page = await makePage()
if (process.argv.includes('--check')) {
  const kept = await readFile(OUT, 'utf8').catch(() => '')
  if (kept !== page) {
    process.stderr.write(
      'assets/verifier/verify.html is not what its sources give: run node verifier/build.mjs\n',
    )
    process.exit(1)
  }
} else {
  await mkdir(dirname(OUT), { recursive: true })
  await writeFile(OUT, page)
  process.stdout.write(`assets/verifier/verify.html ${page.length} characters\n`)
}
