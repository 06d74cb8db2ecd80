import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { ConsultaTablero, PedidoRecordatorios } from '../../../api-types.ts'
import { download, type Received } from '../../../shared/red/download.ts'

export function readTablero(query: ConsultaTablero, despues: string | undefined) {
  return outcome(client.GET('/api/v1/tablero', { params: { query: { ...query, despues } } }))
}

export function downloadTablero(query: ConsultaTablero, formato: 'xlsx' | 'csv', onProgress: (received: Received) => void) {
  const { orden: _orden, ...filters } = query ?? {}
  return download(client.GET('/api/v1/tablero/exportar', { params: { query: { ...filters, formato } }, parseAs: 'stream' }), onProgress)
}

export function previewRecordatorios(pedido: PedidoRecordatorios) {
  return outcome(client.POST('/api/v1/recordatorios/captura/vista-previa', { body: pedido }))
}

/** The same content with the same key is done once, however often it arrives. */
export function sendRecordatorios(pedido: PedidoRecordatorios, key: string) {
  return outcome(client.POST('/api/v1/recordatorios/captura', { body: pedido, headers: { 'idempotency-key': key } }))
}
