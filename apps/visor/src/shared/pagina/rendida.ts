import { parseJson } from '@conoceles/domain/typed'

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
  return block?.textContent ? parseJson<Record<string, unknown>>(block.textContent) : {}
}
