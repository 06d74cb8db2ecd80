import { outcome } from '@conoceles/api-client'
import type { FiltroPlazos } from '@conoceles/domain'
import { client } from '../../../api.ts'
import type { AnulacionNueva, CumplimientoNuevo, ResolucionNueva } from '../../../api-types.ts'
import { download, type Received } from '../../../shared/red/download.ts'

/** A path has no room for the slash of a month or an event. */
export const pathOf = (clave: string) => ({ clave: clave.replace('/', '~') })

export function readTablero() {
  return outcome(client.GET('/api/v1/actividades'))
}

/** The table with these filters, as a workbook. */
export function downloadCalendario(query: FiltroPlazos, onProgress: (now: Received) => void) {
  return download(client.GET('/api/v1/actividades/calendario.xlsx', { params: { query }, parseAs: 'stream' }), onProgress)
}

export function readEntregable(clave: string) {
  return outcome(client.GET('/api/v1/actividades/{clave}', { params: { path: pathOf(clave) } }))
}

/** Sesiones on whose agenda it was. */
export function listSesionesDe(entregable: string) {
  return outcome(client.GET('/api/v1/sesiones', { params: { query: { entregable } } }))
}

/** Approvals that the next sesiones need and no convened sesión takes. */
export function listPorConvocar() {
  return outcome(client.GET('/api/v1/sesiones/por-convocar'))
}

export function resolverPlazo(clave: string, body: ResolucionNueva) {
  return outcome(client.POST('/api/v1/actividades/{clave}/resolver', { params: { path: pathOf(clave) }, body }))
}

export function cumplirActividad(clave: string, body: CumplimientoNuevo) {
  return outcome(client.POST('/api/v1/actividades/{clave}/cumplir', { params: { path: pathOf(clave) }, body }))
}

export function anularCumplimiento(clave: string, body: AnulacionNueva) {
  return outcome(client.POST('/api/v1/actividades/{clave}/anular', { params: { path: pathOf(clave) }, body }))
}

/** `entregable` undefined: the whole programme. */
export function downloadErratas(onProgress: (now: Received) => void) {
  return download(client.GET('/api/v1/actividades/erratas.pdf', { parseAs: 'stream' }), onProgress)
}

export function downloadExpediente(entregable: string | undefined, onProgress: (received: Received) => void) {
  return download(client.GET('/api/v1/expedientes', { params: { query: { entregable } }, parseAs: 'stream' }), onProgress)
}
