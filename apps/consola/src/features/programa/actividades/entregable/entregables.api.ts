import { outcome } from '@conoceles/api-client'
import { client } from '../../../../api.ts'
import type { ContenidoSenalado, ObservacionNueva, PasoNuevo, RespuestaNueva, VersionNueva } from '../../../../api-types.ts'
import { pathOf } from '../actividades.api.ts'

/** The acts on an entregable; `key` makes a second click, or a second try after the line fell, the same act. */
const sent = <P extends object, B extends object>(path: P, body: B, key: string) => ({
  params: { path },
  body,
  headers: { 'idempotency-key': key },
})

export function readTrabajo(clave: string) {
  return outcome(client.GET('/api/v1/entregables/{clave}', { params: { path: pathOf(clave) } }))
}

/** Organs, and the charges in one: whose account writes is asked of them. */
export function listOrganosQueSesionan() {
  return outcome(client.GET('/api/v1/organos'))
}

export function listIntegrantesDe(organo: string) {
  return outcome(client.GET('/api/v1/integrantes', { params: { query: { organo } } }))
}

export function readVersion(clave: string, numero: number) {
  const path = { ...pathOf(clave), numero }
  return outcome(client.GET('/api/v1/entregables/{clave}/versiones/{numero}/archivo', { params: { path }, parseAs: 'blob' }))
}

export function addVersion(clave: string, body: VersionNueva, key: string) {
  return outcome(client.POST('/api/v1/entregables/{clave}/versiones', sent(pathOf(clave), body, key)))
}

export function withdrawVersion(clave: string, { numero, motivo }: { numero: number; motivo: string }, key: string) {
  return outcome(client.POST('/api/v1/entregables/{clave}/versiones/{numero}/retirar', sent({ ...pathOf(clave), numero }, { motivo }, key)))
}

export function markContenido(clave: string, body: ContenidoSenalado, key: string) {
  return outcome(client.POST('/api/v1/entregables/{clave}/contenidos/senalar', sent(pathOf(clave), body, key)))
}

export function unmarkContenido(clave: string, body: { contenido: string; motivo: string }, key: string) {
  return outcome(client.POST('/api/v1/entregables/{clave}/contenidos/quitar', sent(pathOf(clave), body, key)))
}

export function addObservacion(clave: string, body: ObservacionNueva, key: string) {
  return outcome(client.POST('/api/v1/entregables/{clave}/observaciones', sent(pathOf(clave), body, key)))
}

export function answerObservacion(clave: string, { id, ...body }: RespuestaNueva & { id: string }, key: string) {
  return outcome(client.POST('/api/v1/entregables/{clave}/observaciones/{id}/responder', sent({ ...pathOf(clave), id }, body, key)))
}

export function withdrawObservacion(clave: string, { id, motivo }: { id: string; motivo: string }, key: string) {
  return outcome(client.POST('/api/v1/entregables/{clave}/observaciones/{id}/retirar', sent({ ...pathOf(clave), id }, { motivo }, key)))
}

export function recordPaso(clave: string, { paso, ...body }: PasoNuevo & { paso: string }, key: string) {
  return outcome(client.POST('/api/v1/entregables/{clave}/pasos/{paso}/hecho', sent({ ...pathOf(clave), paso }, body, key)))
}

export function annulPaso(clave: string, { paso, motivo }: { paso: string; motivo: string }, key: string) {
  return outcome(client.POST('/api/v1/entregables/{clave}/pasos/{paso}/anular', sent({ ...pathOf(clave), paso }, { motivo }, key)))
}
