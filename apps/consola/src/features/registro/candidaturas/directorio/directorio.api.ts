import { outcome } from '@conoceles/api-client'
import { isOneOf } from '@conoceles/domain/typed'
import { client } from '../../../../api.ts'
import type { ConsultaDirectorio } from '../../../../api-types.ts'
import { download, type Received } from '../../../../shared/red/download.ts'
import { askedOfConsulta, type Consulta } from './filters.ts'

const PART = 50
/** Columns that a file of the chosen ones may have. */
const CLAVES = ['nombre', 'folio', 'cargoNombre', 'actorPolitico', 'acuerdo', 'estatusCaptura', 'venceEn'] as const

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

/** The chosen ones with the columns that the list shows; the API writes them in the order of the ballots. */
export function downloadSeleccion(
  { candidaturas, formato, columnas }: { candidaturas: string[]; formato: 'xlsx' | 'csv'; columnas: readonly string[] },
  onProgress: (received: Received) => void,
) {
  const body = { candidaturas, formato, columnas: columnas.filter((clave) => isOneOf(CLAVES, clave)) }
  return download(client.POST('/api/v1/exportaciones/seleccion', { body, parseAs: 'stream' }), onProgress)
}

export function downloadFichas(candidaturas: string[], onProgress: (received: Received) => void) {
  return download(client.POST('/api/v1/exportaciones/fichas', { body: { candidaturas }, parseAs: 'stream' }), onProgress)
}

/** The address may hold anything; the API says so where a value is none of its list. */
function queryOf(asked: Consulta): ConsultaDirectorio {
  return asked as ConsultaDirectorio
}
