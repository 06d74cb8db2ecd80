/** Paragraphs of a page that are read aloud, and the voice that reads them. */

const BLOCKS = 'h1, h2, h3, h4, p, li, dt, dd'
/** Controls, and parts that are only for paper. */
const SILENT = 'button, nav, form, [role="status"], .u-print-only, .escuchar'
const PREFERRED = [/^es[-_]MX$/i, /^es[-_](419|US)$/i, /^es([-_]|$)/i]

/** Voice of the device itself, for the others send the text to somebody else: of Mexico, else of America, else any that speaks Spanish. */
export function vozPropia<Voz extends Pick<SpeechSynthesisVoice, 'lang' | 'localService'>>(voces: readonly Voz[]): Voz | null {
  const own = voces.filter(({ localService }) => localService)
  for (const wanted of PREFERRED) {
    const found = own.find(({ lang }) => wanted.test(lang))
    if (found) return found
  }
  return null
}

/** Paragraphs on the screen in the main part of the page, in order; none holds another. */
export function parrafosDe(page: Document): HTMLElement[] {
  return [...(page.querySelector('main')?.querySelectorAll<HTMLElement>(BLOCKS) ?? [])].filter(
    (block) => !block.closest(SILENT) && !block.querySelector(BLOCKS) && block.getClientRects().length > 0 && textOf(block) !== '',
  )
}

export function textOf(block: HTMLElement): string {
  return block.innerText.replaceAll(/\s+/g, ' ').trim()
}
