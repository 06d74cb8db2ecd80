import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import { download, type Received } from '../../../shared/red/download.ts'
import type { ConsultaBloqueados, EtapaConclusion, EtapaFijada, EtapaRealizada } from '../../../api-types.ts'

export function readPlan() {
  return outcome(client.GET('/api/v1/conclusion'))
}

/** The same content with the same key is done once, however often it arrives. */
export function fijarEtapa(clave: EtapaConclusion['clave'], body: EtapaFijada, key: string) {
  return outcome(
    client.POST('/api/v1/conclusion/{clave}/fecha', { params: { path: { clave } }, body, headers: { 'idempotency-key': key } }),
  )
}

export function realizarEtapa(clave: EtapaConclusion['clave'], body: EtapaRealizada, key: string) {
  return outcome(client.POST('/api/v1/conclusion/{clave}/acto', { params: { path: { clave } }, body, headers: { 'idempotency-key': key } }))
}

export function downloadConstancia(onProgress: (received: Received) => void) {
  return download(client.GET('/api/v1/conclusion/constancia', { parseAs: 'stream' }), onProgress)
}

export function consultarBloqueados(body: ConsultaBloqueados) {
  return outcome(client.POST('/api/v1/conclusion/consultas', { body }))
}
