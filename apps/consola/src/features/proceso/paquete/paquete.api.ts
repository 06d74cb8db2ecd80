import { outcome } from '@conoceles/api-client'
import { client, multipart } from '../../../api.ts'
import type { DecisionPaquete, FormularioPaquete } from '../../../api-types.ts'

export function getPaquete() {
  return outcome(client.GET('/api/v1/paquete'))
}

export function proponerPaquete(archivo: File) {
  return outcome(client.POST('/api/v1/paquete/propuestas', { body: multipart<FormularioPaquete>({ archivo }) }))
}

export function decidirPaquete(id: string, decision: DecisionPaquete) {
  return outcome(client.POST('/api/v1/paquete/propuestas/{id}/decidir', { params: { path: { id } }, body: { decision } }))
}
