// What a machine can find that would keep somebody from using a page.
import axe from 'axe-core'

// Colours need a browser that paints; the contrast of the tokens is tested beside them.
const OPTIONS = { rules: { 'color-contrast': { enabled: false } } }

export async function findBarriers(): Promise<string[]> {
  const { violations } = await axe.run(document.documentElement, OPTIONS)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}
