import { leerDireccionIdioma, parseLugar } from '@conoceles/domain'

/** Pages that show something else by the query of their address: with one, the browser makes them. */
const BY_QUERY: readonly string[] = ['/candidaturas', '/comparar', '/reportar-error', '/reporte-recibido']
const BOLETA = '/boleta'

/** The address that a page was rendered for; null where the query decides its content. */
export function direccionOf(url: string): string | null {
  const [address = '/', query = ''] = url.split('?')
  const direccion = address.replace(/(?<=.)\/$/, '')
  const enEspanol = leerDireccionIdioma(direccion)?.direccion ?? direccion
  const decides = BY_QUERY.includes(enEspanol) ? query !== '' : enEspanol === BOLETA && parseLugar(query) !== null
  return decides ? null : direccion
}

/** Pages and data share the memory, and no address of one is of the other. */
export function keyOfPagina(direccion: string): string {
  return `pagina:${direccion}`
}
