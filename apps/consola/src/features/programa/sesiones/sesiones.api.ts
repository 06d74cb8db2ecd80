import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type {
  ActaNueva,
  ConvocatoriaNueva,
  IntegranteNuevo,
  IntegranteTerminado,
  SesionCelebrada,
  SesionCorregida,
  SesionEditada,
  SesionNueva,
  SesionRelatada,
} from '../../../api-types.ts'
import { download, type Received } from '../../../shared/red/download.ts'

export interface SesionesFilter {
  organo?: string | undefined
  anio?: number | undefined
  estatus?: 'programada' | 'convocada' | 'diferida' | 'celebrada' | 'cancelada' | undefined
}

const headersOf = (key: string) => ({ 'idempotency-key': key })

export function listSesiones(query: SesionesFilter) {
  return outcome(client.GET('/api/v1/sesiones', { params: { query } }))
}

export function readSesion(id: string) {
  return outcome(client.GET('/api/v1/sesiones/{id}', { params: { path: { id } } }))
}

export function listOrganos() {
  return outcome(client.GET('/api/v1/organos'))
}

export function listEntregables() {
  return outcome(client.GET('/api/v1/actividades'))
}

/** Drafts that wait for an organ. */
export function listMaterias() {
  return outcome(client.GET('/api/v1/sesiones/materias'))
}

export function vincularIntegrante(id: string, correo: string | null) {
  return outcome(client.PUT('/api/v1/integrantes/{id}/cuenta', { params: { path: { id } }, body: { correo } }))
}

export function programarSesion(body: SesionNueva, key: string) {
  return outcome(client.POST('/api/v1/sesiones', { body, headers: headersOf(key) }))
}

export function editarSesion(id: string, body: SesionEditada, key: string) {
  return outcome(client.PUT('/api/v1/sesiones/{id}', { params: { path: { id } }, body, headers: headersOf(key) }))
}

export function convocarSesion(id: string, body: ConvocatoriaNueva) {
  return outcome(client.POST('/api/v1/sesiones/{id}/convocar', { params: { path: { id } }, body }))
}

export function diferirSesion(id: string, body: { version: number; motivo: string }) {
  return outcome(client.POST('/api/v1/sesiones/{id}/diferir', { params: { path: { id } }, body }))
}

export function cancelarSesion(id: string, body: { version: number; motivo: string }) {
  return outcome(client.POST('/api/v1/sesiones/{id}/cancelar', { params: { path: { id } }, body }))
}

export function agregarActa(id: string, body: ActaNueva) {
  return outcome(client.POST('/api/v1/sesiones/{id}/acta', { params: { path: { id } }, body }))
}

/** Warnings on a received document before it is given as the signed acta. */
export function advertirActa(id: string, documentoId: string) {
  return outcome(client.GET('/api/v1/sesiones/{id}/acta', { params: { path: { id }, query: { documentoId } } }))
}

export function celebrarSesion(id: string, body: SesionCelebrada, key: string) {
  return outcome(client.POST('/api/v1/sesiones/{id}/celebrar', { params: { path: { id } }, body, headers: headersOf(key) }))
}

export function corregirSesion(id: string, body: SesionCorregida, key: string) {
  return outcome(client.POST('/api/v1/sesiones/{id}/corregir', { params: { path: { id } }, body, headers: headersOf(key) }))
}

export function relatarSesion(id: string, body: SesionRelatada, key: string) {
  return outcome(client.PUT('/api/v1/sesiones/{id}/relato', { params: { path: { id } }, body, headers: headersOf(key) }))
}

export type Hoja = 'convocatoria' | 'orden' | 'asistencia' | 'acta' | 'votacion'
export type FormatoHoja = 'pdf' | 'docx'

export function readPapeles(id: string) {
  return outcome(client.GET('/api/v1/sesiones/{id}/papeles', { params: { path: { id } } }))
}

export function downloadHoja(
  { id, hoja, formato }: { id: string; hoja: Hoja; formato: FormatoHoja },
  onProgress: (received: Received) => void,
) {
  const call = client.GET('/api/v1/sesiones/{id}/hojas/{hoja}', { params: { path: { id, hoja }, query: { formato } }, parseAs: 'stream' })
  return download(call, onProgress)
}

export function downloadTodo(sesion: string, onProgress: (received: Received) => void) {
  return download(client.GET('/api/v1/expedientes', { params: { query: { sesion } }, parseAs: 'stream' }), onProgress)
}

export function listIntegrantes(organo: string, dia: string | undefined) {
  return outcome(client.GET('/api/v1/integrantes', { params: { query: { organo, dia } } }))
}

export function registrarIntegrante(body: IntegranteNuevo, key: string) {
  return outcome(client.POST('/api/v1/integrantes', { body, headers: headersOf(key) }))
}

export function terminarIntegrante(id: string, body: IntegranteTerminado) {
  return outcome(client.POST('/api/v1/integrantes/{id}/terminar', { params: { path: { id } }, body }))
}

/** An informe, to know whether its approved text is still to be emitted. */
export function readInforme(clave: string) {
  return outcome(client.GET('/api/v1/informes/{clave}', { params: { path: { clave: clave.replace('/', '~') } } }))
}

/** Figures of the newest version of an informe beside those of now. */
export function readVigencia(clave: string) {
  return outcome(client.GET('/api/v1/informes/{clave}/vigencia', { params: { path: { clave: clave.replace('/', '~') } } }))
}
