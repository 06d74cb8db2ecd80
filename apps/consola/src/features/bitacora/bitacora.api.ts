import { outcome } from '@conoceles/api-client'
import type { MateriaBitacora } from '@conoceles/domain'
import { client } from '../../api.ts'
import type { Filtros } from './filtros.ts'

export function listActos(filtros: Filtros, despues: string | undefined) {
  const materia = filtros.materia as MateriaBitacora | undefined
  const query = { ...filtros, materia, despues: despues === undefined ? undefined : Number(despues) }
  return outcome(client.GET('/api/v1/bitacora', { params: { query } }))
}

/** All of it, one act a line, for `npm run verificar`. */
export function readExtracto() {
  return outcome(client.GET('/api/v1/bitacora/extracto', { parseAs: 'blob' }))
}

export function checkBitacora() {
  return outcome(client.GET('/api/v1/bitacora/verificacion'))
}
