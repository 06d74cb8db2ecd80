/** The data with which a page came from the server, and of which address it is; null where it came without. */
export function rendida(): HTMLElement | null {
  return document.getElementById('recursos')
}

/** Whether the page that came is the one for this address: a copy in files hands out one page for all queries. */
export function isOfThisQuery({ dataset: { consulta } }: HTMLElement): boolean {
  return consulta === undefined || consulta === location.search
}

/** One page may be served for more addresses than its own: only its own, with a slash at its end or without, is taken over. */
export function isOfThisAddress(block: HTMLElement): boolean {
  return block.dataset.ruta === location.pathname.replace(/(?<=.)\/$/, '') && isOfThisQuery(block)
}

/** The public answers that the page brought, by their path in the API. */
export function broughtBy(block: HTMLElement | null): Record<string, unknown> {
  // Nothing is imported: this is part of the first file, and a shared helper would bring all of the visor with it.
  return block?.textContent ? (JSON.parse(block.textContent) as Record<string, unknown>) : {}
}
