import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { DecisionEscenario, EdicionEscenario, EscenarioNuevo, RestauracionEscenario } from '../../../api-types.ts'
import { download, type Received } from '../../../shared/red/download.ts'

const pathOf = (id: string) => ({ path: { id } })

export function listEscenarios() {
  return outcome(client.GET('/api/v1/escenarios'))
}

export function readEscenario(id: string) {
  return outcome(client.GET('/api/v1/escenarios/{id}', { params: pathOf(id) }))
}

/** However often it is sent with one key, one is created. */
export function createEscenario(body: EscenarioNuevo, key: string) {
  return outcome(client.POST('/api/v1/escenarios', { body, headers: { 'idempotency-key': key } }))
}

export function duplicarEscenario({ id, nombre }: { id: string; nombre: string }, key: string) {
  return outcome(
    client.POST('/api/v1/escenarios/{id}/duplicar', { params: pathOf(id), body: { nombre }, headers: { 'idempotency-key': key } }),
  )
}

export function renombrarEscenario(id: string, body: { nombre: string; version: number }) {
  return outcome(client.PUT('/api/v1/escenarios/{id}', { params: pathOf(id), body }))
}

export function descartarEscenario(id: string, version: number) {
  return outcome(client.POST('/api/v1/escenarios/{id}/descartar', { params: pathOf(id), body: { version } }))
}

export function recuperarEscenario(id: string) {
  return outcome(client.POST('/api/v1/escenarios/{id}/recuperar', { params: pathOf(id) }))
}

export function editarEscenario(id: string, body: EdicionEscenario) {
  return outcome(client.POST('/api/v1/escenarios/{id}/editar', { params: pathOf(id), body }))
}

export function decidirEscenario(id: string, body: DecisionEscenario) {
  return outcome(client.POST('/api/v1/escenarios/{id}/decidir', { params: pathOf(id), body }))
}

export function restaurarEscenario(id: string, body: RestauracionEscenario) {
  return outcome(client.POST('/api/v1/escenarios/{id}/restaurar', { params: pathOf(id), body }))
}

export function downloadPaquete(id: string, onProgress: (received: Received) => void) {
  return download(client.GET('/api/v1/escenarios/{id}/paquete', { params: pathOf(id), parseAs: 'stream' }), onProgress)
}

export function downloadLibro(id: string, onProgress: (received: Received) => void) {
  return download(client.GET('/api/v1/escenarios/{id}/calendario', { params: pathOf(id), parseAs: 'stream' }), onProgress)
}
