import { randomUUID } from 'node:crypto'
import { Cambio } from '../../apps/api/src/modules/registro/index.ts'
import type { TestApp } from './app.ts'
import { decode } from './mundos/contrato.ts'
import type { Given } from './registro/candidaturas.ts'

export interface Campo {
  clave: string
  valor: unknown
  blanco: string | null
}

export interface Salida {
  tipo: string
  desde: string | null
  acuerdo: { numero: string; fecha: string } | null
  causa: string | null
  entra: { id: string; nombre: string } | null
}

export interface Pagina {
  id: string
  nombre: string
  estatus: string
  salida: Salida | null
  pasaA: { id: string; cargo: string; cargoNombre: string; lugar: string; calidad: string } | null
  sustituyeA: { id: string; nombre: string; desde: string } | null
  planilla: { id: string; nombre: string; cargo: string; cargoNombre: string; calidad: string; numero: number; estatus: string }[]
  distrito: string | null
  municipio: string | null
  comunidad: string | null
  apodo: string | null
  fotografia: { chica: string; media: string; grande: string } | null
  edad: number | null
  partidoOrigen: { clave: string } | null
  accionAfirmativa: { clave: string } | null
  eleccionConsecutiva: boolean | null
  actorPolitico: { clave: string; integrantes: { clave: string }[] }
  estatusCaptura: string | null
  formula: { id: string; nombre: string; calidad: string; estatus: string }[]
  secciones: {
    clave: string
    estatus: string
    verificadaEn: string | null
    pausa: { motivo: string | null; hasta: string | null } | null
    campos: Campo[]
  }[]
  distintivos: { grupo: string; origen: string }[]
  reserva: string | null
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

/** Publishes pending changes and lets the public routes see them, as the process does by itself. */
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

export interface GivenCambio {
  tipo: 'sustitucion' | 'cancelacion' | 'restitucion'
  de: Given
  entra?: Given
  sale?: Given
  causa?: string
  desde?: string
  motivo?: string
}

let cambios = 0

/** A change in the register as its act leaves it: who leaves, who holds the place now, and all of them queued for the publisher. */
export async function givenCambio(
  test: TestApp,
  { tipo, de, entra, sale, causa, desde = '2030-05-10', motivo }: GivenCambio,
): Promise<void> {
  const { owner, loaded } = test
  const acuerdo = randomUUID()
  await owner.query(`insert into captura.acuerdo (id, proceso_id, numero, fecha) values ($1, $2, $3, '2030-05-09')`, [
    acuerdo,
    loaded.procesoId,
    `VC/ACU/S-${(cambios += 1)}`,
  ])
  await owner.manager.insert(Cambio, {
    id: randomUUID(),
    procesoId: loaded.procesoId,
    candidaturaId: de.id,
    tipo,
    causa: causa ?? null,
    acuerdoId: acuerdo,
    efectosDesde: desde,
    entraId: entra?.id ?? null,
    saleId: sale?.id ?? null,
    motivo: motivo ?? null,
    diferencias: [],
    registradoEn: new Date(),
    registradoPor: randomUUID(),
    rol: 'secretaria',
    folio: `folio-${cambios}`,
  })
  const move = (to: string, of: Given) => owner.query('update captura.candidatura set estatus = $2 where id = $1', [of.id, to])
  if (sale) await move('sustituida', sale)
  await move({ sustitucion: 'sustituida', cancelacion: 'cancelada', restitucion: 'aprobada' }[tipo], de)
  if (entra) await move('aprobada', entra)
  await encolar(test, ...[de, entra, sale].filter((each) => each !== undefined))
}
