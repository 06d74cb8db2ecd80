import { outcome, type components } from '@conoceles/api-client'
import type { ActoCambio } from '@conoceles/domain'
import { client } from '../../../api.ts'
import type { CancelacionesPedidas, VistaPreviaPedida } from '../../../api-types.ts'

export function readCandidatura(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}', { params: { path: { id } } }))
}

export function readFormula(id: string) {
  return outcome(client.GET('/api/v1/candidaturas/{id}/formula', { params: { path: { id } } }))
}

export function findAcuerdos(q: string) {
  return outcome(client.GET('/api/v1/acuerdos', { params: { query: { q: q === '' ? undefined : q } } }))
}

export function readAcuerdo(id: string) {
  return outcome(client.GET('/api/v1/acuerdos/{id}', { params: { path: { id } } }))
}

export function findRegistradas(q: string) {
  return outcome(client.GET('/api/v1/candidaturas', { params: { query: { q, limite: 8 } } }))
}

export function previewCambio(acto: ActoCambio, id: string, body: Record<string, unknown>) {
  const pedida = { acto, candidaturas: [id], ...body } as VistaPreviaPedida
  return outcome(client.POST('/api/v1/cambios/vista-previa', { body: pedida }))
}

export interface Sending {
  id: string
  body: Record<string, unknown>
  /** The same content with the same key is done once, however often it arrives. */
  key: string
}

/** Sends an act; every answer brings its receipt. */
export function doCambio(acto: ActoCambio, sending: Sending) {
  return DOERS[acto](sending)
}

type Schema = components['schemas']

const DOERS = {
  sustituir: ({ id, body, key }: Sending) =>
    outcome(client.POST('/api/v1/candidaturas/{id}/sustituir', options<Schema['SustituirDto']>(id, body, key))),
  cancelar: ({ id, body, key }: Sending) =>
    outcome(client.POST('/api/v1/candidaturas/{id}/cancelar', options<Schema['CancelarDto']>(id, body, key))),
  corregir: ({ id, body, key }: Sending) =>
    outcome(client.POST('/api/v1/candidaturas/{id}/corregir', options<Schema['CorregirDto']>(id, body, key))),
  restituir: ({ id, body, key }: Sending) =>
    outcome(client.POST('/api/v1/candidaturas/{id}/restituir', options<Schema['RestituirDto']>(id, body, key))),
}

// The body of each act is made field by field in cambio-form.ts, whose tests stand for the compiler here.
function options<B extends object>(id: string, body: Record<string, unknown>, key: string) {
  return { params: { path: { id } }, body: body as B, headers: { 'idempotency-key': key } }
}

export function previewCancelaciones(ids: readonly string[], body: Record<string, unknown>) {
  const pedida = { acto: 'cancelar', candidaturas: ids, ...body } as VistaPreviaPedida
  return outcome(client.POST('/api/v1/cambios/vista-previa', { body: pedida }))
}

/** All of them or none. */
export function cancelSeveral(candidaturas: { id: string; version: number }[], { body, key }: Omit<Sending, 'id'>) {
  const pedidas = { candidaturas, ...body } as CancelacionesPedidas
  return outcome(client.POST('/api/v1/cambios/cancelaciones', { body: pedidas, headers: { 'idempotency-key': key } }))
}
