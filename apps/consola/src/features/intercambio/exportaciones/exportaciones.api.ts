import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import { download, type Received } from '../../../shared/red/download.ts'

type OnProgress = (received: Received) => void

export interface ListadoPedido {
  clave: string
  formato: 'xlsx' | 'pdf'
  acuerdo?: string
  al?: string
}

export interface LibroPedido {
  alcance: 'publico' | 'completo'
  motivo?: string
}

export function listListados() {
  return outcome(client.GET('/api/v1/exportaciones/listados'))
}

export function downloadListado({ clave, ...query }: ListadoPedido, onProgress: OnProgress) {
  const call = client.GET('/api/v1/exportaciones/listados/{clave}', { params: { path: { clave }, query }, parseAs: 'stream' })
  return download(call, onProgress)
}

export function downloadLibro(query: LibroPedido, onProgress: OnProgress) {
  return download(client.GET('/api/v1/exportaciones/ine', { params: { query }, parseAs: 'stream' }), onProgress)
}
