import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { ColaFilter } from './filtros.ts'

export function listCola(filter: ColaFilter, despues?: string) {
  return outcome(client.GET('/api/v1/revision/cola', { params: { query: { ...filter, despues } } }))
}

export function readTiemposPropios() {
  return outcome(client.GET('/api/v1/revision/tiempos/propios'))
}

/** Takes the next one to review, other than this one. */
export function pedirSiguiente(excepto?: string) {
  return outcome(client.POST('/api/v1/revision/cola/siguiente', { body: excepto === undefined ? {} : { excepto } }))
}

export function asignar(body: { candidaturas: string[]; deOtras: boolean; para?: string }) {
  return outcome(client.POST('/api/v1/revision/asignaciones', { body }))
}

export function soltar(candidaturas: string[]) {
  return outcome(client.POST('/api/v1/revision/asignaciones/fin', { body: { candidaturas } }))
}

export function listRevisoras() {
  return outcome(client.GET('/api/v1/revision/revisoras'))
}
