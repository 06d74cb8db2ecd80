import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { PoliticaGuardada } from '../../../api-types.ts'
import { download, type Received } from '../../../shared/red/download.ts'

export function listPoliticas() {
  return outcome(client.GET('/api/v1/politica'))
}

export function readVersionPolitica(version: number) {
  return outcome(client.GET('/api/v1/politica/versiones/{version}', { params: { path: { version } } }))
}

export function readBorradorPolitica(id: string) {
  return outcome(client.GET('/api/v1/politica/borradores/{id}', { params: { path: { id } } }))
}

/** The same click twice is one draft. */
export function crearBorradorPolitica(key: string) {
  return outcome(client.POST('/api/v1/politica/borradores', { headers: { 'idempotency-key': key } }))
}

export function guardarBorradorPolitica(id: string, body: PoliticaGuardada) {
  return outcome(client.PUT('/api/v1/politica/borradores/{id}', { params: { path: { id } }, body }))
}

export function readAlcancePolitica(id: string, desde: number) {
  return outcome(client.GET('/api/v1/politica/borradores/{id}/alcance', { params: { path: { id }, query: { desde } } }))
}

export function downloadAlcancePolitica(id: string, onProgress: (received: Received) => void) {
  return download(client.GET('/api/v1/politica/borradores/{id}/alcance/libro', { params: { path: { id } }, parseAs: 'stream' }), onProgress)
}

/** Vote by which a draft comes into force; without one, the reason. */
export interface VotoPolitica {
  sesion: string | null
  puntoId: string | null
  motivo: string | null
}

export function activarPolitica(id: string, body: VotoPolitica & { version: number }, key: string) {
  return outcome(
    client.POST('/api/v1/politica/borradores/{id}/activar', {
      params: { path: { id } },
      body,
      headers: { 'idempotency-key': key },
    }),
  )
}

export function descartarPolitica(id: string, body: { version: number; motivo: string }) {
  return outcome(client.POST('/api/v1/politica/borradores/{id}/descartar', { params: { path: { id } }, body }))
}
