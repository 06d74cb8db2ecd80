import { randomUUID } from 'node:crypto'
import { zip, type ZipPart } from '../../../apps/api/src/shared/archivos/zip-fixtures.ts'
import { must } from '../registro/candidaturas.ts'
import type { Acuse, Equipo, Problem } from './captura.ts'
import { send, type Answer } from './envios.ts'

export interface Paso {
  clave: string
  estatus: string
  fecha: string | null
  referencia: string | null
  antesDe: string[]
  rebasado: boolean
}

export interface Observacion {
  id: string
  integrante: string
  cargo: string
  sinObservaciones: boolean
  texto: string | null
  rol: string | null
  propia: boolean
  respuestas: { id: string; sentido: string; texto: string; version: number | null }[]
  retiro: { motivo: string } | null
}

export interface Trabajo {
  clave: string
  pasos: Paso[]
  siguiente: { clave: string; texto: string; responsables: { nombre: string }[] } | null
  registros: { paso: string; referencia: string; documento: { id: string } | null }[]
  versiones: {
    numero: number
    clase: string
    nota: string
    documento: { id: string; nombre: string; sha256: string }
    retiro: { motivo: string } | null
    rol: string | null
  }[]
  contenidos: { texto: string; senal: { lugar: string; version: number } | null; abierto: boolean }[]
  observaciones: Observacion[]
  advertencias: string[]
}

export interface Hecho {
  trabajo: Trabajo
  acuse: Acuse
}

interface Acto {
  token?: string
  /** Idempotency-Key. */
  llave?: string
}

export const MOTIVO = { motivo: 'Se registró en otro entregable.' }

const pathOf = (clave: string, acto = '') => `/entregables/${clave.replace('/', '~')}${acto}`

/** The work as an account sees it; the secretaría unless another token is given. */
export async function verTrabajo(equipo: Equipo, clave: string, token?: string): Promise<Trabajo> {
  const { status, body, bytes } = await send<Trabajo>(equipo.test, ['GET', pathOf(clave)], { token: token ?? (await equipo.secretaria()) })
  if (status !== 200) throw new Error(`${clave}: ${status} ${bytes.toString()}`)
  return body
}

/** One act on an entregable: "11.4/versiones", as it is answered. */
export async function intentar(
  equipo: Equipo,
  [clave, acto]: readonly [string, string],
  json: object,
  { token, llave }: Acto = {},
): Promise<Answer<Hecho & Problem>> {
  const headers: Record<string, string> = llave ? { 'idempotency-key': llave } : {}
  return send(equipo.test, ['POST', pathOf(clave, `/${acto}`)], { token: token ?? (await equipo.secretaria()), json, headers })
}

/** The same, which must go well. */
export async function trabajar(equipo: Equipo, place: readonly [string, string], json: object, acto: Acto = {}): Promise<Hecho> {
  const { status, body, bytes } = await intentar(equipo, place, json, acto)
  if (status !== 200) throw new Error(`${place.join(' ')}: ${status} ${bytes.toString()}`)
  return body
}

/** A document of its own: no other has its bytes. */
export async function recibir(equipo: Equipo, name = 'plan.pdf', content: Buffer = pdf()): Promise<string> {
  const file = { field: 'archivo', name, content }
  const { status, body, bytes } = await send<{ id: string }>(equipo.test, ['POST', '/documentos'], {
    token: await equipo.secretaria(),
    form: { file },
  })
  if (status !== 201) throw new Error(`${name}: ${status} ${bytes.toString()}`)
  return body.id
}

export function pdf(): Buffer {
  return Buffer.from(`%PDF-1.7\n${randomUUID()}\n%%EOF\n`)
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const MAIN = {
  docx: ['word/document.xml', `${OFFICE}.wordprocessingml.document.main+xml`],
  xlsx: ['xl/workbook.xml', `${OFFICE}.spreadsheetml.sheet.main+xml`],
} as const

/** A document of Word or Excel with nothing in it, and whatever parts a test adds. */
export function office(format: keyof typeof MAIN, ...more: ZipPart[]): Buffer {
  const [part, type] = MAIN[format]
  const types = `<Types><Override PartName="/${part}" ContentType="${type}"/></Types>`
  return zip([{ name: '[Content_Types].xml', content: Buffer.from(types) }, { name: part, content: Buffer.from('<x/>') }, ...more])
}

/** A version with a document of its own. */
export async function agregarVersion(equipo: Equipo, clave: string, more: object = {}): Promise<Hecho> {
  const json = { clase: 'proyecto', fecha: '2030-04-20', nota: 'Primer proyecto', documentoId: await recibir(equipo), ...more }
  return trabajar(equipo, [clave, 'versiones'], json)
}

export const OBSERVA = {
  integrante: 'Olga Observante',
  cargo: 'Consejera integrante',
  sinObservaciones: false,
  lugar: 'Página 4',
  texto: 'Falta el costo.',
  fecha: '2030-04-22',
}

export async function observar(equipo: Equipo, clave: string, more: object = {}, acto: Acto = {}): Promise<Observacion> {
  const { trabajo } = await trabajar(equipo, [clave, 'observaciones'], { ...OBSERVA, ...more }, acto)
  return must(trabajo.observaciones.at(-1))
}
