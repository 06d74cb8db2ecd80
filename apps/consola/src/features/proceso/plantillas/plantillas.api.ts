import { outcome } from '@conoceles/api-client'
import type { DocumentoPlantilla } from '@conoceles/domain'
import { client } from '../../../api.ts'
import type { PartePlantilla } from '../../../api-types.ts'
import { download, type Received } from '../../../shared/red/download.ts'

export function listPlantillas() {
  return outcome(client.GET('/api/v1/plantillas'))
}

interface Guardada {
  partes: PartePlantilla[]
  version: number
  motivo: string
}

/** The same text with the same key is one version, however often it arrives. */
export function guardarPlantilla(documento: DocumentoPlantilla, body: Guardada, key: string) {
  return outcome(
    client.POST('/api/v1/plantillas/{documento}', { params: { path: { documento } }, body, headers: { 'idempotency-key': key } }),
  )
}

export function previewPlantilla(documento: DocumentoPlantilla, partes: PartePlantilla[], onProgress: (received: Received) => void) {
  const params = { path: { documento } }
  return download(client.POST('/api/v1/plantillas/{documento}/vista-previa', { params, body: { partes }, parseAs: 'stream' }), onProgress)
}
