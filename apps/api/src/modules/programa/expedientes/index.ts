import { parseJson } from '@conoceles/domain/typed'
export { expedientesRoutes } from './expedientes.routes.ts'
export { ExpedientesService } from './expedientes.service.ts'
export { readAcusesOf, readBitacoraOf } from './expedientes.queries.ts'
export type { Indice } from './indice.ts'
export { sealedEntries, type Archivo, type Sellado } from './sellar.ts'

/** Accounts that did these acts. */
export function cuentasDe(actos: readonly { contenido: string }[]): string[] {
  const ids = actos.map(({ contenido }) => parseJson<{ cuenta: string | null }>(contenido).cuenta)
  return [...new Set(ids.filter((id) => id !== null))]
}
