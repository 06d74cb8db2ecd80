import { outcome } from '@conoceles/api-client'
import { client } from '../../api.ts'
import type { CorreoNovedades, Novedad } from '../../api-types.ts'

export function listNovedades() {
  return outcome(client.GET('/api/v1/novedades'))
}

export function listCandidaturas({ dia, tipo, vence }: Pick<Novedad, 'dia' | 'tipo' | 'vence'>) {
  return outcome(client.GET('/api/v1/novedades/candidaturas', { params: { query: { dia, tipo, ...(vence === null ? {} : { vence }) } } }))
}

export function markLeidas(hasta: string) {
  return outcome(client.POST('/api/v1/novedades/leidas', { body: { hasta } }))
}

export function readCorreo() {
  return outcome(client.GET('/api/v1/novedades/correo'))
}

export function saveCorreo(correo: CorreoNovedades) {
  return outcome(client.PUT('/api/v1/novedades/correo', { body: { correo } }))
}
