import { outcome } from '@conoceles/api-client'
import type { MateriaBitacora } from '@conoceles/domain'
import { client } from '../../api.ts'
import type { Filtros } from './filtros.ts'

export function listActos(filtros: Filtros, despues: string | undefined) {
  return outcome(client.GET('/api/v1/bitacora', { params: { query: queryOf(filtros, despues) } }))
}

/** Those of the account that asks. */
export function listPropios(filtros: Filtros, despues: string | undefined) {
  return outcome(client.GET('/api/v1/bitacora/propia', { params: { query: queryOf(filtros, despues) } }))
}

function queryOf(filtros: Filtros, despues: string | undefined) {
  const materia = filtros.materia as MateriaBitacora | undefined
  return { ...filtros, materia, despues: despues === undefined ? undefined : Number(despues) }
}

/** All of it, one act a line, for `npm run verificar`. */
export function readExtracto() {
  return outcome(client.GET('/api/v1/bitacora/extracto', { parseAs: 'blob' }))
}

export function checkBitacora() {
  return outcome(client.GET('/api/v1/bitacora/verificacion'))
}
