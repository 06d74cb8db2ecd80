import { outcome, type Outcome } from '@conoceles/api-client'
import { client } from '../../api.ts'
import type { ActoBitacora, Lista } from '../../api-types.ts'

/** The contract leaves the members of `objeto` open; the bitácora always writes these. */
export function listActos(acto: string, despues: string | undefined) {
  const query = { acto: acto === '' ? undefined : acto, despues: despues === undefined ? undefined : Number(despues) }
  return outcome(client.GET('/api/v1/bitacora', { params: { query } })) as Promise<Outcome<Lista<ActoBitacora>>>
}

/** All of it, one act a line, for `npm run verificar`. */
export function readExtracto() {
  return outcome(client.GET('/api/v1/bitacora/extracto', { parseAs: 'blob' }))
}

export function checkBitacora() {
  return outcome(client.GET('/api/v1/bitacora/verificacion'))
}
