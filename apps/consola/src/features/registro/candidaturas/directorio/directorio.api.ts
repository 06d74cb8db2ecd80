import { outcome } from '@conoceles/api-client'
import { client } from '../../../../api.ts'
import type { ConsultaDirectorio } from '../../../../api-types.ts'
import { download, type Received } from '../../../../shared/red/download.ts'
import { askedOfConsulta, type Consulta } from './filters.ts'

const PART = 50

export function listCandidaturas(asked: Consulta, despues: string | undefined, limite = PART) {
  return outcome(client.GET('/api/v1/candidaturas', { params: { query: { ...queryOf(asked), despues, limite } } }))
}

export function countCandidaturas(asked: Consulta) {
  const { orden: _orden, ...filters } = asked
  return outcome(client.GET('/api/v1/candidaturas/conteos', { params: { query: queryOf(filters) } }))
}

export function listVistas() {
  return outcome(client.GET('/api/v1/vistas'))
}

export function saveVista(vista: { nombre: string; consulta: string }) {
  return outcome(client.POST('/api/v1/vistas', { body: vista }))
}

export function deleteVista(id: string) {
  return outcome(client.DELETE('/api/v1/vistas/{id}', { params: { path: { id } } }))
}

export function downloadConsulta(
  { consulta, vista }: { consulta: string; vista: string | null },
  onProgress: (received: Received) => void,
) {
  const query = { ...queryOf(askedOfConsulta(consulta)), ...(vista === null ? {} : { vista }) }
  return download(client.GET('/api/v1/exportaciones/consulta', { params: { query }, parseAs: 'stream' }), onProgress)
}

/** The address may hold anything; the API says so where a value is none of its list. */
function queryOf(asked: Consulta): ConsultaDirectorio {
  return asked as ConsultaDirectorio
}
