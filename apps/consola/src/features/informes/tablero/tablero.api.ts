import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { ConsultaTablero, PedidoRecordatorios } from '../../../api-types.ts'
import type { Consulta } from '../../registro/candidaturas/index.ts'
import { download, type Received } from '../../../shared/red/download.ts'

export function readTablero(asked: Consulta, despues: string | undefined) {
  return outcome(client.GET('/api/v1/tablero', { params: { query: { ...queryOf(asked), despues } } }))
}

export function readAvanceActores() {
  return outcome(client.GET('/api/v1/tablero/actores'))
}

export function readTiemposRevision() {
  return outcome(client.GET('/api/v1/revision/tiempos'))
}

export function downloadTablero(asked: Consulta, formato: 'xlsx' | 'csv', onProgress: (received: Received) => void) {
  const { orden: _orden, ...filters } = queryOf(asked) ?? {}
  return download(client.GET('/api/v1/tablero/exportar', { params: { query: { ...filters, formato } }, parseAs: 'stream' }), onProgress)
}

export function previewRecordatorios(pedido: PedidoRecordatorios) {
  return outcome(client.POST('/api/v1/recordatorios/captura/vista-previa', { body: pedido }))
}

/** The same content with the same key is done once, however often it arrives. */
export function sendRecordatorios(pedido: PedidoRecordatorios, key: string) {
  return outcome(client.POST('/api/v1/recordatorios/captura', { body: pedido, headers: { 'idempotency-key': key } }))
}

/** The address may hold anything; the API says so where a value is none of its list. */
function queryOf(asked: Consulta): ConsultaTablero {
  return asked as ConsultaTablero
}
