import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'

/** Act that can be done to several candidaturas at once. */
export type ActoVarias = 'validar' | 'verificar'

const PATHS = { validar: '/api/v1/validaciones', verificar: '/api/v1/verificaciones' } as const

export function previewVarias(acto: ActoVarias, candidaturas: string[]) {
  return outcome(client.POST(`${PATHS[acto]}/vista-previa`, { body: { candidaturas } }))
}

/** The same content with the same key is done once, however often it arrives. */
export function hacerVarias(acto: ActoVarias, candidaturas: { id: string; version: number }[], key: string) {
  return outcome(client.POST(PATHS[acto], { body: { candidaturas }, headers: { 'idempotency-key': key } }))
}
