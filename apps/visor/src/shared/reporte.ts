const PAGINA = /^\/(?!\/)[\w./%-]{0,199}$/

/** The page that an address names, or null: nothing else is shown or sent. */
export function paginaDe(value: unknown): string | null {
  return typeof value === 'string' && PAGINA.test(value) ? value : null
}

/** Where an error of a page is reported. */
export function direccionReporte(pagina: string): string {
  return paginaDe(pagina) === null ? '/reportar-error' : `/reportar-error?pagina=${encodeURIComponent(pagina)}`
}

const FOLIO = /^E-[2-9A-Z]{8}$/

export function folioDe(value: unknown): string | null {
  return typeof value === 'string' && FOLIO.test(value) ? value : null
}
