// What a person does with the page and sees of it, for the browser test: give files, open a tab, type, read what stands
// there. What should stand there is for the scenes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const PAGE = join(dirname(fileURLToPath(import.meta.url)), '../../../../assets/verifier/verify.html')
const ADDRESS = pathToFileURL(PAGE).href
/** What the page may ask the browser for: itself, its worker, its icon. */
const OWN = /^(blob:|data:)/
const PATIENCE = 30_000

/** Opens the page and keeps watch over it: whatever it should not do is put into `trespasses`. */
export async function openPage(browser) {
  const page = await browser.newPage()
  const trespasses = []
  page.on('request', (request) => {
    const address = request.url()
    if (address !== ADDRESS && !OWN.test(address)) trespasses.push(`asked for ${address}`)
  })
  page.on('console', (message) => trespasses.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => trespasses.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    trespasses.push(`dialog: ${dialog.message()}`)
    dialog.dismiss()
  })
  await page.setOfflineMode(true)
  await page.setViewport({ width: 1366, height: 768 })
  await page.goto(ADDRESS)
  return new Verifier(page, trespasses)
}

export class Verifier {
  #folder = mkdtempSync(join(tmpdir(), 'sunlot-page-'))

  constructor(page, trespasses) {
    this.page = page
    this.trespasses = trespasses
  }

  /** Reloads the page, so that nothing is left of what was before. */
  async fresh() {
    await this.page.goto(ADDRESS)
  }

  /**
   * Gives files through the file chooser's input and waits for the verdict.
   * @param {...{name: string, bytes: Uint8Array}} files
   */
  async give(...files) {
    const paths = files.map(({ name, bytes }) => {
      const path = join(this.#folder, name)
      writeFileSync(path, bytes)
      return path
    })
    const input = await this.page.$('#files')
    await input.uploadFile(...paths)
    await this.page.waitForSelector('.verdict, .broken', { timeout: PATIENCE })
    if (await this.has('.broken')) throw new Error(await this.text('.broken'))
  }

  /** @param {string} selector */
  async text(selector) {
    return this.page.$eval(selector, (element) => element.innerText)
  }

  /** @param {string} selector */
  async texts(selector) {
    return this.page.$$eval(selector, (elements) => elements.map((element) => element.innerText))
  }

  /** @param {string} selector */
  async has(selector) {
    return (await this.page.$(selector)) !== null
  }

  async verdict() {
    return this.text('.verdict .verdict-word')
  }

  /** Every check as it is seen: its title, its status, and what is said of it. */
  async checks() {
    return this.page.$$eval('.check', (rows) =>
      rows.map((row) => ({
        title: row.querySelector('h3').innerText,
        status: row.querySelector('.chip').innerText,
        said: row.querySelector('.reason')?.innerText ?? '',
      })),
    )
  }

  /** @param {'checks' | 'paper' | 'results' | 'search' | 'record'} name */
  async openTab(name) {
    await this.page.click(`#tab-${name}`)
    await this.page.waitForSelector(`#panel-${name}:not([hidden])`)
    await this.page.waitForFunction(
      (panel) => [...panel.querySelectorAll('.table-holder')].every((holder) => holder.hasChildNodes()),
      {},
      await this.page.$(`#panel-${name}`),
    )
  }

  /** Asks for an enterprise and waits for the answer. @param {string} asked */
  async ask(asked) {
    await this.#type('#our-name', asked)
    return this.#answered('form.search', '.search + .answers')
  }

  /** Pastes a leaf and waits for the answer. @param {string} leaf */
  async own(leaf) {
    await this.page.$eval('#own-leaf', (field, value) => (field.value = value), leaf)
    return this.#answered('.own form', '.own .answers')
  }

  /** Types what stands on paper. @param {string} title @param {string} value */
  async typePaper(title, value) {
    await this.#type(`[id="paper-${title}"]`, value)
    return this.text(`[id="paper-${title}-answer"]`)
  }

  /** Waits until the sheet check says so. @param {string} status */
  async untilSheet(status) {
    await this.page.waitForFunction(
      (wanted) => globalThis.document.querySelector('.verdict')?.classList.contains(wanted),
      { timeout: PATIENCE },
      status,
    )
  }

  async #type(selector, value) {
    await this.page.$eval(selector, (field) => (field.value = ''))
    await this.page.type(selector, value)
  }

  async #answered(form, answers) {
    await this.page.$eval(answers, (element) => element.replaceChildren())
    await this.page.$eval(form, (element) => element.requestSubmit())
    await this.page.waitForFunction(
      (selector) => globalThis.document.querySelector(selector).hasChildNodes(),
      {},
      answers,
    )
    return this.text(answers)
  }

  async close() {
    await this.page.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
