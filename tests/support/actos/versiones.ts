import type { Guion, Question, Traslados } from '@conoceles/cuestionarios'
import { must } from '../registro/candidaturas.ts'
import { givenAcuerdo } from '../registro/cambios.ts'
import type { Equipo } from './captura.ts'
import { send, type Answer } from './envios.ts'

export const COMISION = { organo: 'comite', aprobadoEn: '2030-05-10T10:00:00-07:00', vigenteDesde: '2030-05-12' }
export const TEXTO: Question = { type: 'string', title: 'Otro texto', maxLength: 80, 'x-obligatorio': true, 'x-presentacion': 'texto' }

export const guionDe = ({ schema, uischema }: Guion): Guion => ({ schema, uischema })
export const preguntaDe = ({ schema }: Guion, campo: string) => must((schema['properties'] as Record<string, Question>)[campo])

export interface Falla {
  seccion: string | null
  campo: string | null
  razon: string
}

export interface BorradorVista extends Guion {
  id: string
  tipo: string
  titulo: string
  estatus: string
  version: number
  cargos: string[] | null
  vigenteDesde: string | null
  elegidos: Traslados
  traslados: Traslados
  base: { id: string; version: number } | null
  fallas: Falla[]
  diferencias: { clase: string; campo: string | null; aspecto: string | null; antes: { valor: unknown }; despues: { valor: unknown } }[]
  intactas: string[]
  publicas: string[]
  acciones: { acto: string; permitido: boolean; razones: string[] }[]
  propuesta: { propia: boolean; alcance: Alcance } | null
  aprobacion: { voto: { puntoId: string } | null; excepcion: { motivo: string; faltas: string[] } | null } | null
  porConfirmar: { motivo: string; propia: boolean } | null
  historia: { acto: string; folio: string | null }[]
}

export interface Alcance {
  candidaturas: number
  conCaptura: number
  seAbren: number
  verificadas: number
  trasCierre: number
  actores: { nombre: string; seAbren: number; verificadas: number }[]
  secciones: { clave: string; guardadas: number; conservan: number; seAbren: number }[]
}

export type Hecho = { borrador: BorradorVista; acuse: { folio: string } | null; alcance: Alcance | null } & {
  code?: string
  detail?: string
  errors?: { field: string }[]
  actual?: BorradorVista
}

/** Acts of the secretaría on the drafts of the cuestionarios, by the API. */
export class Taller {
  constructor(readonly equipo: Equipo) {}

  async crear(tipo: string, desdeId: string | null = null): Promise<BorradorVista> {
    return expectOk(await this.send(['POST', '/borradores'], { tipo, desdeId })).body.borrador
  }

  /** The one in force, of a kind. */
  async vigente(tipo: string): Promise<{ id: string; version: number }> {
    type Lista = { versiones: { id: string; tipo: string; version: number; rige: string[] }[] }
    const { body } = await send<Lista>(this.equipo.test, ['GET', '/versiones'], { token: await this.equipo.secretaria() })
    const found = body.versiones.find((each) => each.tipo === tipo && each.rige.length > 0)
    if (!found) throw new Error(`no ${tipo} in force`)
    return found
  }

  async desdeVigente(tipo: string): Promise<BorradorVista> {
    return this.crear(tipo, (await this.vigente(tipo)).id)
  }

  async ver(id: string): Promise<BorradorVista> {
    return (await send<BorradorVista>(this.equipo.test, ['GET', `/borradores/${id}`], { token: await this.equipo.secretaria() })).body
  }

  async guardar(borrador: BorradorVista, change: Partial<Guion> & Record<string, unknown> = {}): Promise<Answer<Hecho>> {
    const { titulo, cargos, schema, uischema, elegidos: traslados, version } = borrador
    return this.send(['PUT', `/borradores/${borrador.id}`], { version, titulo, cargos, schema, uischema, traslados, ...change })
  }

  async guardado(borrador: BorradorVista, change: Partial<Guion> & Record<string, unknown>): Promise<BorradorVista> {
    return expectOk(await this.guardar(borrador, change)).body.borrador
  }

  async aprobar(borrador: BorradorVista, { organo, vigenteDesde, aprobadoEn }: Record<string, string>): Promise<Answer<Hecho>> {
    const { id: acuerdoId } = await givenAcuerdo(this.equipo, { organo, aprobadoEn, asunto: 'Se aprueba otra versión del cuestionario' })
    // Nobody told of the sesión in which it was voted: one person says why, another confirms it.
    const proposed = await this.acto(borrador, 'aprobar', { acuerdoId, vigenteDesde, motivo: 'El acuerdo es anterior a la sesión.' })
    return proposed.status === 200 ? this.porOtra(borrador, 'aprobar', { acuerdoId, vigenteDesde }) : proposed
  }

  async porOtra({ id, version }: BorradorVista, acto: string, json: object = {}): Promise<Answer<Hecho>> {
    this.otra ??= await this.equipo.test.tokenOf('secretaria')
    return send<Hecho>(this.equipo.test, ['POST', `/borradores/${id}/${acto}`], { token: this.otra, json: { version, ...json } })
  }

  acto(borrador: BorradorVista, acto: string, json: object = {}, headers: Record<string, string> = {}): Promise<Answer<Hecho>> {
    return this.send(['POST', `/borradores/${borrador.id}/${acto}`], { version: borrador.version, ...json }, headers)
  }

  async activar(borrador: BorradorVista, acuerdo: Record<string, string> = COMISION): Promise<Hecho> {
    return this.poner(expectOk(await this.aprobar(borrador, acuerdo)).body.borrador)
  }

  /** An approved draft: one person proposes it, another confirms it. */
  async poner(aprobado: BorradorVista): Promise<Hecho> {
    return expectOk(await this.confirmar(expectOk(await this.acto(aprobado, 'proponer')).body.borrador)).body
  }

  confirmar(borrador: BorradorVista): Promise<Answer<Hecho>> {
    return this.porOtra(borrador, 'activar')
  }

  private otra: string | undefined

  async alcance({ id }: BorradorVista): Promise<Alcance> {
    return (await send<Alcance>(this.equipo.test, ['GET', `/borradores/${id}/alcance`], { token: await this.equipo.secretaria() })).body
  }

  private async send(to: ['POST' | 'PUT', string], json: object, headers: Record<string, string> = {}): Promise<Answer<Hecho>> {
    return send<Hecho>(this.equipo.test, to, { token: await this.equipo.secretaria(), json, headers })
  }
}

export function expectOk<T>(answer: Answer<T>): Answer<T> {
  if (answer.status >= 300) throw new Error(`refused: ${answer.status} ${answer.bytes.toString()}`)
  return answer
}
