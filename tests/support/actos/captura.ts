import { randomUUID } from 'node:crypto'
import type { TestApp } from '../app.ts'
import { givenCandidatura, must, type Given, type GivenCandidatura } from '../registro/candidaturas.ts'
import { send, type Answer } from './envios.ts'

/** Complete answers to both cuestionarios of the fictitious proceso, by section. */
export const RESPUESTAS = {
  curricular: {
    oficio: { oficio: 'Pesca', sitio: 'https://faro.example/uno' },
    compromiso: { compromiso: 'Abrir un taller de redes en cada muelle y cuidar el agua del valle entero.' },
  },
  identidad: { islas: { islena: 'Sí', isla: 'Isla Chica' }, sierra: { serrana: 'No' } },
} as const

export type Respuestas = Record<string, Record<string, Record<string, unknown>>>

export interface AccionVista {
  acto: string
  permitido: boolean
  razones: string[]
}

export interface ObservacionVista {
  id: string
  ronda: number
  supuesto: string
  texto: string
  venceEn: string | null
  vencida: boolean
  respuestas: { texto: string; rol: string }[]
  cierre: { desenlace: string; nota: string | null } | null
  acciones: AccionVista[]
}

interface SolicitudVista {
  id: string
  razon: string
  resolucion: { aceptada: boolean; razon: string; trasCierre: boolean } | null
  pideTrasCierre: boolean
}

export interface SeccionVista {
  cuestionario: string
  clave: string
  estatus: string
  version: number
  respuestas: Record<string, unknown>
  verificadas: Record<string, unknown> | null
  sinPreguntar: string[]
  porEdad: string[]
  abiertaDesde: string | null
  faltantes: { campo: string; razones: string[] }[]
  observaciones: ObservacionVista[]
  solicitud: (SolicitudVista & { acciones: AccionVista[] }) | null
  pausa: { id: string; aviso: string; motivo: string; hasta: string | null; acciones: AccionVista[] } | null
  acciones: AccionVista[]
  editable: boolean
  razones: string[]
}

export interface CapturaVista {
  version: number
  cuestionarios: { tipo: string; version: number }[]
  secciones: SeccionVista[]
  consentimiento: object | null
  fotografia: { sha256: string; textoAlternativo: string } | null
  enCorreccion: { desde: string | null } | null
  lecturaIdentidad: { pideMotivo: boolean; motivo: string | null; explicacion: string | null }
  vencida: boolean
  venceEn: string
}

export interface Acuse {
  folio: string
  acto: string
  sha256: string
  sal: string
  recibidoEn: string
  firma: string
}

export interface Problem {
  code: string
  status: number
  title: string
  detail?: string
  errors?: { field: string; reasons: string[] }[]
  actual?: { version: number; respuestas?: object }
}

export interface Guardado {
  version: number
  estatus: string
  faltantes: { campo: string; razones: string[] }[]
  acuse: Acuse
}

export const TODO = { tratamiento: true, publicacion: true, estadistica: true }

/** Everything that she does not refuse; without the treatment nothing else can be authorised. */
export function elegir(choices: Partial<typeof TODO>): typeof TODO {
  return choices.tratamiento === false ? { tratamiento: false, publicacion: false, estadistica: false } : { ...TODO, ...choices }
}

/** One token per kind of account; of the actor político where the role has one. */
export class Equipo {
  private readonly tokens = new Map<string, Promise<string>>()

  constructor(readonly test: TestApp) {}

  captura = (actor = 'PRIO'): Promise<string> => this.once(`captura|${actor}`, () => this.test.tokenOf('captura', { actor }))
  validacion = (actor = 'PRIO'): Promise<string> => this.once(`validacion|${actor}`, () => this.test.tokenOf('validacion', { actor }))
  /** Account that observes. */
  verificacion = (): Promise<string> => this.once('verificacion', () => this.test.tokenOf('verificacion'))
  /** Account that closes and verifies: nobody closes what she observed. */
  otraVerificacion = (): Promise<string> => this.once('otraVerificacion', () => this.test.tokenOf('verificacion'))
  secretaria = (): Promise<string> => this.once('secretaria', () => this.test.tokenOf('secretaria'))
  candidata = ({ id, responsable }: Given): Promise<string> =>
    this.once(`candidata|${id}`, () => this.test.tokenOf('candidata', { actor: responsable, candidaturaId: id }))

  private once(key: string, make: () => Promise<string>): Promise<string> {
    const known = this.tokens.get(key) ?? make()
    this.tokens.set(key, known)
    return known
  }
}

export interface Envio {
  version?: number
  respuestas: Record<string, unknown>
  clave?: string
}

/** Saves a section as the actor político. `at`: cuestionario and section, e.g. "curricular/oficio". */
export async function guardar<T = Guardado & Problem>(
  equipo: Equipo,
  { of, at, token }: { of: Given; at: string; token?: string },
  { version = 0, respuestas, clave }: Envio,
): Promise<Answer<T>> {
  return send<T>(equipo.test, ['PUT', `/candidaturas/${of.id}/captura/${at}`], {
    token: token ?? (await equipo.captura(of.responsable)),
    json: { version, respuestas },
    headers: clave ? { 'idempotency-key': clave } : {},
  })
}

export async function verCaptura(equipo: Equipo, of: Given, token?: string): Promise<CapturaVista> {
  const answer = await send<CapturaVista>(equipo.test, ['GET', `/candidaturas/${of.id}/captura`], {
    token: token ?? (await equipo.validacion(of.responsable)),
  })
  if (answer.status !== 200) throw new Error(`captura not read: ${answer.status} ${answer.bytes.toString()}`)
  return answer.body
}

/** A reviewer says why she opens the identity answers, and sees them. */
export async function abrirIdentidad(
  equipo: Equipo,
  of: Given,
  token: string,
  why: object = { motivo: 'revision' },
): Promise<CapturaVista> {
  const path = `/candidaturas/${of.id}/identidad/lectura`
  return expectOk(await send<CapturaVista>(equipo.test, ['POST', path], { token, json: why })).body
}

export async function verSeccion(equipo: Equipo, of: Given, at: string): Promise<SeccionVista> {
  const { secciones } = await verCaptura(equipo, of)
  return must(secciones.find(({ cuestionario, clave }) => `${cuestionario}/${clave}` === at))
}

/** Saves every section that the answers name, over whatever version is there. */
export async function capturarTodo(equipo: Equipo, of: Given, respuestas: Respuestas = RESPUESTAS): Promise<void> {
  const { secciones } = await verCaptura(equipo, of)
  for (const [cuestionario, bySection] of Object.entries(respuestas)) {
    for (const [clave, answers] of Object.entries(bySection)) {
      const version = secciones.find((seccion) => seccion.cuestionario === cuestionario && seccion.clave === clave)?.version ?? 0
      expectOk(await guardar(equipo, { of, at: `${cuestionario}/${clave}` }, { version, respuestas: answers, clave: randomUUID() }))
    }
  }
}

/** The persona's three choices, with her own account. */
export async function consentir(equipo: Equipo, of: Given, choices: Partial<typeof TODO> = {}): Promise<Answer> {
  return expectOk(
    await send(equipo.test, ['PUT', `/candidaturas/${of.id}/consentimiento`], {
      token: await equipo.candidata(of),
      json: { avisoId: equipo.test.loaded.aviso?.id, ...elegir(choices) },
    }),
  )
}

export type Acto = 'validar' | 'verificar' | 'observaciones'

/** An act on the version that is there now, or on `version`. */
export async function acto<T = Acuse & Problem>(
  equipo: Equipo,
  { of, hacer, token }: { of: Given; hacer: Acto; token?: string },
  more: Record<string, unknown> = {},
): Promise<Answer<T>> {
  const reviewer = hacer === 'verificar' ? equipo.otraVerificacion : equipo.verificacion
  const own = hacer === 'validar' ? await equipo.validacion(of.responsable) : await reviewer()
  const version = more.version ?? (await verCaptura(equipo, of)).version
  return send<T>(equipo.test, ['POST', `/candidaturas/${of.id}/${hacer}`], { token: token ?? own, json: { ...more, version } })
}

export const OBSERVACION = {
  cuestionario: 'curricular',
  seccion: 'compromiso',
  supuesto: 'ilegible',
  texto: 'No se entiende la segunda frase.',
}

export const validar = async (equipo: Equipo, of: Given) => expectOk(await acto(equipo, { of, hacer: 'validar' }))
export const verificar = async (equipo: Equipo, of: Given) => expectOk(await acto(equipo, { of, hacer: 'verificar' }))
export const observar = async (equipo: Equipo, of: Given, what: Partial<typeof OBSERVACION> & { objeto?: string } = {}) =>
  expectOk(await acto(equipo, { of, hacer: 'observaciones' }, { ...OBSERVACION, ...what }))

export interface GivenVerificada extends GivenCandidatura {
  respuestas?: Respuestas
  consentimiento?: Partial<typeof TODO>
}

/** The whole path through the API: consent, captura, validation and, unless `hasta` says otherwise, verification. */
export async function givenCapturada(
  equipo: Equipo,
  { respuestas, consentimiento, ...given }: GivenVerificada = {},
  hasta: 'completa' | 'validada' | 'verificada' = 'verificada',
): Promise<Given> {
  const of = await givenCandidatura(equipo.test, given)
  await consentir(equipo, of, consentimiento)
  const all: Respuestas = respuestas ?? RESPUESTAS
  await capturarTodo(equipo, of, consentimiento?.tratamiento === false ? { curricular: all.curricular ?? {} } : all)
  if (hasta !== 'completa') await validar(equipo, of)
  if (hasta === 'verificada') await verificar(equipo, of)
  return of
}

function expectOk<T>(answer: Answer<T>): Answer<T> {
  if (answer.status !== 200) throw new Error(`expected 200: ${answer.status} ${answer.bytes.toString()}`)
  return answer
}
