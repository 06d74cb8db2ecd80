import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { ClavePregunta } from '../../../api-types.ts'
import { download, type Received } from '../../../shared/red/download.ts'

export interface Consulta {
  pregunta: ClavePregunta
  desde?: string
  hasta?: string
  texto?: string
}

export const FORMATOS = ['pdf', 'xlsx', 'csv'] as const
export type Formato = (typeof FORMATOS)[number]

export function listPreguntas() {
  return outcome(client.GET('/api/v1/auditoria/preguntas'))
}

export function responder(query: Consulta) {
  return outcome(client.GET('/api/v1/auditoria/respuesta', { params: { query } }))
}

export function exportar(query: Consulta & { formato: Formato }, onProgress: (received: Received) => void) {
  return download(client.GET('/api/v1/auditoria/archivo', { params: { query }, parseAs: 'stream' }), onProgress)
}
