import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { EnterarsePedido, EstatusRecordatorio, PreferenciasRecordatorios } from '../../../api-types.ts'

/** A path has no room for the slash of a month or an event. */
const pathOf = (clave: string) => ({ clave: clave.replace('/', '~') })

export function readPanorama() {
  return outcome(client.GET('/api/v1/recordatorios/panorama'))
}

export function listRecordatorios(estatus: EstatusRecordatorio | undefined, despues: string | undefined) {
  return outcome(client.GET('/api/v1/recordatorios', { params: { query: { estatus, despues } } }))
}

export function retryRecordatorio(id: string) {
  return outcome(client.POST('/api/v1/recordatorios/{id}/reintentar', { params: { path: { id } } }))
}

export function readPreferencias() {
  return outcome(client.GET('/api/v1/recordatorios/preferencias'))
}

export function savePreferencias(body: PreferenciasRecordatorios) {
  return outcome(client.PUT('/api/v1/recordatorios/preferencias', { body }))
}

export function sendPrueba() {
  return outcome(client.POST('/api/v1/recordatorios/prueba'))
}

export function listEnteradas(clave: string) {
  return outcome(client.GET('/api/v1/actividades/{clave}/enteradas', { params: { path: pathOf(clave) } }))
}

export function enterarse(clave: string, body: EnterarsePedido) {
  return outcome(client.POST('/api/v1/actividades/{clave}/enteradas', { params: { path: pathOf(clave) }, body }))
}
