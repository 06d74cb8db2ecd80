import { randomUUID } from 'node:crypto'
import type { TestApp } from '../app.ts'
import { must, sql } from './candidaturas.ts'
import type { Acuse, Equipo, Problem } from '../actos/captura.ts'
import { send, type Answer } from '../actos/envios.ts'

/** Before this hour the acuerdos of these tests were approved. */
export const APROBADO = '2030-05-01T10:00:00-07:00'
export const EFECTOS = '2030-05-01'

export const PERSONA = {
  nombre: 'Nadia',
  primerApellido: 'Entrante',
  sexo: 'mujer',
  fechaNacimiento: '1985-03-04',
} as const

export interface Advertencia {
  regla: string
  texto: string
}

export interface CambioHecho {
  candidaturaId: string
  sale: string | null
  diferencias: { campo: string; antes: string | null; despues: string | null }[]
  advertencias: Advertencia[]
  acuse: Acuse
  cuantas: number
}

export type Hacer = 'sustituir' | 'cancelar' | 'corregir' | 'restituir'

/** An acuerdo registered by the secretaría, by the API. */
export async function givenAcuerdo(equipo: Equipo, more: Record<string, unknown> = {}): Promise<{ id: string; numero: string }> {
  const { status, body, bytes } = await send<{ id: string; numero: string }>(equipo.test, ['POST', '/acuerdos'], {
    token: await equipo.secretaria(),
    json: { numero: `VC/${randomUUID().slice(0, 8)}`, organo: 'concejo', aprobadoEn: APROBADO, asunto: 'Cambio de prueba', ...more },
  })
  if (status !== 201) throw new Error(`acuerdo not registered: ${bytes.toString()}`)
  return body
}

export const PDF = Buffer.from('%PDF-1.7\nprueba\n%%EOF\n')

export async function givenDocumento(equipo: Equipo, content: Buffer = PDF): Promise<string> {
  const { body } = await send<{ id: string }>(equipo.test, ['POST', '/documentos'], {
    token: await equipo.secretaria(),
    form: { file: { field: 'archivo', name: 'soporte.pdf', content } },
  })
  return body.id
}

export async function versionOf(test: TestApp, id: string): Promise<number> {
  return must((await sql<{ version: number }>(test, 'select version from captura.candidatura where id = $1', [id]))[0]).version
}

/** Fields that each act needs besides, when the test does not say otherwise. */
const NEEDS: Record<Hacer, (acuerdoId: string) => object> = {
  sustituir: (acuerdoId) => ({ acuerdoId, causa: 'renuncia', efectosDesde: EFECTOS, entra: PERSONA }),
  cancelar: (acuerdoId) => ({ acuerdoId, causa: 'renuncia', efectosDesde: EFECTOS }),
  corregir: (acuerdoId) => ({ acuerdoId, motivo: 'Acta corregida', datos: { apodo: 'La Corregida' } }),
  restituir: (acuerdoId) => ({ acuerdoId, efectosDesde: EFECTOS, motivo: 'Lo ordena una sentencia' }),
}

export interface Peticion {
  id: string
  hacer: Hacer
  token?: string
  /** Idempotency-Key. */
  clave?: string
}

/** A change on the version that is there now, or on `version`; as the secretaría unless another token is given. */
export async function cambiar<T = CambioHecho & Problem>(
  equipo: Equipo,
  { id, hacer, token, clave }: Peticion,
  more: Record<string, unknown> = {},
): Promise<Answer<T>> {
  const acuerdoId = (more.acuerdoId as string | undefined) ?? (await givenAcuerdo(equipo)).id
  const json = { version: await versionOf(equipo.test, id), ...NEEDS[hacer](acuerdoId), ...more }
  const headers: Record<string, string> = clave ? { 'idempotency-key': clave } : {}
  return send<T>(equipo.test, ['POST', `/candidaturas/${id}/${hacer}`], { token: token ?? (await equipo.secretaria()), json, headers })
}

/** The same, which must go well. */
export async function hecho(equipo: Equipo, peticion: Peticion, more: Record<string, unknown> = {}): Promise<CambioHecho> {
  const { status, body, bytes } = await cambiar(equipo, peticion, more)
  if (status !== 200) throw new Error(`${peticion.hacer}: ${status} ${bytes.toString()}`)
  return body
}

export async function actosDe(test: TestApp, id: string): Promise<string[]> {
  const rows = await sql<{ acto: string }>(test, 'select acto from bitacora.acto where objeto_id = $1 order by n', [id])
  return rows.map(({ acto }) => acto)
}

export async function estatusDe(test: TestApp, ids: string[]): Promise<string[]> {
  const rows = await sql<{ id: string; estatus: string }>(test, 'select id, estatus from captura.candidatura where id = any($1)', [ids])
  return ids.map((id) => rows.find((row) => row.id === id)?.estatus ?? 'missing')
}
