import { outcome } from '@conoceles/api-client'
import { client, multipart } from '../../../api.ts'
import type { ClaseVersion } from '@conoceles/domain'
import type { FormularioBorrador } from '../../../api-types.ts'
import { download, type Received } from '../../../shared/red/download.ts'

export type Formato = 'pdf' | 'docx' | 'xlsx'
export const FORMATOS: readonly Formato[] = ['pdf', 'docx', 'xlsx']

/** A path has no room for the slash of a month. */
const at = (clave: string) => ({ clave: clave.replace('/', '~') })
const keyed = (key: string) => ({ 'idempotency-key': key })

export function listInformes() {
  return outcome(client.GET('/api/v1/informes'))
}

export function readInforme(clave: string) {
  return outcome(client.GET('/api/v1/informes/{clave}', { params: { path: at(clave) } }))
}

/** The same act with the same key is done once, however often it arrives. */
export function tomarCorte(clave: string, key: string) {
  return outcome(client.POST('/api/v1/informes/{clave}/cortes', { params: { path: at(clave) }, headers: keyed(key) }))
}

export function emitir(clave: string, corte: number, key: string) {
  return outcome(client.POST('/api/v1/informes/{clave}/emisiones', { params: { path: at(clave) }, body: { corte }, headers: keyed(key) }))
}

export function emitirAprobado(clave: string, key: string) {
  return outcome(client.POST('/api/v1/informes/{clave}/texto-aprobado', { params: { path: at(clave) }, headers: keyed(key) }))
}

export function guardarTexto(clave: string, seccion: string, body: { version: number; texto: string }) {
  return outcome(client.PUT('/api/v1/informes/{clave}/secciones/{seccion}', { params: { path: { ...at(clave), seccion } }, body }))
}

export function downloadPrevia(clave: string, formato: Formato, onProgress: (received: Received) => void) {
  const params = { path: at(clave), query: { formato } }
  return download(client.GET('/api/v1/informes/{clave}/vista-previa', { params, parseAs: 'stream' }), onProgress)
}

export function downloadEmision(
  clave: string,
  { numero, formato }: { numero: number; formato: Formato },
  onProgress: (received: Received) => void,
) {
  const params = { path: { ...at(clave), numero, formato } }
  return download(client.GET('/api/v1/informes/{clave}/emisiones/{numero}/{formato}', { params, parseAs: 'stream' }), onProgress)
}

export function downloadDatos(clave: string, numero: number, onProgress: (received: Received) => void) {
  const params = { path: { ...at(clave), numero } }
  return download(client.GET('/api/v1/informes/{clave}/cortes/{numero}/datos', { params, parseAs: 'stream' }), onProgress)
}

export function readCambios(clave: string, de: number, a: number) {
  return outcome(client.GET('/api/v1/informes/{clave}/cambios', { params: { path: at(clave), query: { de, a } } }))
}

export function downloadCambios(clave: string, query: { de: number; a: number }, onProgress: (received: Received) => void) {
  const params = { path: at(clave), query }
  return download(client.GET('/api/v1/informes/{clave}/cambios/documento', { params, parseAs: 'stream' }), onProgress)
}

export function refrescarBorrador(clave: string, { numero, archivo }: { numero: number; archivo: File }) {
  const body = multipart<FormularioBorrador>({ archivo })
  return outcome(client.POST('/api/v1/informes/{clave}/emisiones/{numero}/borrador', { params: { path: { ...at(clave), numero } }, body }))
}

export function enviar(clave: string, { numero, ...body }: { numero: number; clase: ClaseVersion; nota: string }, key: string) {
  const params = { path: { ...at(clave), numero } }
  return outcome(client.POST('/api/v1/informes/{clave}/emisiones/{numero}/version', { params, body, headers: keyed(key) }))
}
