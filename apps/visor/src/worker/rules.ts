/**
 * Requests that work without network, by address alone. No address here has a query or a fragment: a kept one can never tell where somebody votes or
 * what she searched.
 */
const PUBLIC = '/api/v1/publico/'

/** The same for everybody: of these the device makes the home, the list and any ballot. */
export const BASE: readonly string[] = ['proceso', 'contiendas', 'territorio', 'indice', 'consulta', 'mosaicos'].map(
  (name) => PUBLIC + name,
)
/** Tells which corte is the newest. */
export const VIGENTE = `${PUBLIC}cortes/vigente`
/** Candidaturas that are kept, and other answers: the last ones of each that were opened. */
export const OPENED_AT_MOST = 50

export type Kind = 'page' | 'file' | 'data'

const OF_CANDIDATURA = /^\/api\/v1\/publico\/candidaturas\/([0-9a-f-]{7,36})$/
const OF_PHOTO = /^\/api\/v1\/publico\/fotografias\/[^/]+$/
/** Data of other pages: who is in a contienda, a language, the statistics, the history of a candidatura. */
const OF_OTHER =
  /^\/api\/v1\/publico\/(contiendas\/[\w-]+|idiomas\/[\w-]+|estadisticas(\/[\w-]+)?|candidaturas\/[0-9a-f-]{7,36}\/historia)$/
/** Another app, the guides, and answers that are opened by themselves. */
const NO_PAGE = /^\/(consola|api|guias)(\/|$)|\./

/** How a request is answered; null: by the browser alone, as if there were no worker. */
export function kindOf({ method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>, origin: string): Kind | null {
  const address = new URL(url)
  if (method !== 'GET' || address.origin !== origin) return null
  if (mode === 'navigate') return NO_PAGE.test(address.pathname) ? null : 'page'
  if (address.pathname.startsWith('/assets/')) return 'file'
  return address.search === '' && isData(address.pathname) ? 'data' : null
}

function isData(path: string): boolean {
  return path === VIGENTE || BASE.includes(path) || isOpened(path) || isPhoto(path)
}

/** Whether an answer is kept because somebody opened it. */
export function isOpened(path: string): boolean {
  return OF_CANDIDATURA.test(path) || OF_OTHER.test(path)
}

/** The id of a candidatura, or its beginning as the index has it; null for another answer. */
export function claveOf(path: string): string | null {
  return OF_CANDIDATURA.exec(path)?.[1] ?? null
}

export function candidaturaPath(clave: string): string {
  return `${PUBLIC}candidaturas/${clave}`
}

export function isPhoto(path: string): boolean {
  return OF_PHOTO.test(path)
}

/** Whether a kept answer, her history too, is of her whom a whole id, or the beginning of one, names. */
export function isOf(path: string, clave: string): boolean {
  return (claveOf(path.replace(/\/historia$/, '')) ?? '').replaceAll('-', '').startsWith(clave.replaceAll('-', ''))
}
