import type { TestApp } from './app.ts'
import { decode } from './contrato.ts'
import type { Given } from './candidaturas.ts'

export interface Campo {
  clave: string
  valor: unknown
  blanco: string | null
}

export interface Pagina {
  id: string
  nombre: string
  edad: number | null
  partidoOrigen: { clave: string } | null
  accionAfirmativa: { clave: string } | null
  eleccionConsecutiva: boolean | null
  actorPolitico: { clave: string; integrantes: { clave: string }[] }
  estatusCaptura: string
  formula: { id: string; nombre: string; calidad: string; estatus: string }[]
  secciones: { clave: string; estatus: string; verificadaEn: string | null; campos: Campo[] }[]
  distintivos: { grupo: string; origen: string }[]
  corte: { numero: number }
}

export interface Publica<T> {
  status: number
  headers: Record<string, unknown>
  /** As it went over the wire. */
  raw: Buffer
  text: string
  body: T
}

/** Anybody's request. */
export async function leer<T = Record<string, unknown>>(
  { app }: TestApp,
  path: string,
  headers: Record<string, string> = {},
): Promise<Publica<T>> {
  const answer = await app.inject({ method: 'GET', url: `/api/v1/publico/${path}`, headers })
  const raw = answer.rawPayload
  const text = raw.length > 0 ? decode({ headers: answer.headers, body: raw }).toString('utf8') : ''
  const isJson = text !== '' && String(answer.headers['content-type']).includes('json')
  return { status: answer.statusCode, headers: answer.headers, raw, text, body: (isJson ? JSON.parse(text) : {}) as T }
}

export async function pagina(test: TestApp, { id }: Given): Promise<Publica<Pagina>> {
  return leer<Pagina>(test, `candidaturas/${id}`)
}

/** Publishes what is pending and lets the public routes see it, as the process does by itself. */
export async function publicar({ services }: TestApp): Promise<{ numero: number } | null> {
  const corte = await services.publicador.publicar()
  await services.cache.refresh()
  return corte
}

/** Leaves a candidatura to the publisher, as the act that changed it would. */
export async function encolar({ owner }: TestApp, ...given: Given[]): Promise<void> {
  await owner.query(
    'insert into captura.publicacion_pendiente (candidatura_id, desde) select id, clock_timestamp() from unnest($1::uuid[]) id',
    [given.map(({ id }) => id)],
  )
}
