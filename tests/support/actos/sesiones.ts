import { randomUUID } from 'node:crypto'
import type { OrganoPack, ProcesoPack, Rol } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../app.ts'
import { must } from '../registro/candidaturas.ts'
import { send, type Answer } from './envios.ts'
import { PDF } from '../registro/cambios.ts'
import { packFicticio } from '../proceso-ficticio/index.ts'

const [concejo] = packFicticio.organos as [OrganoPack]

/** A second organ, that approves before the first, in which nobody presides over a tie. */
const COMITE: OrganoPack = {
  ...concejo,
  clave: 'comite',
  nombre: 'Comité de Valle Claro',
  aprueba: 'comision',
  sesiones: { ...must(concejo.sesiones), quorum: { masDe: [1, 2], presidencia: true }, votoCalidad: false },
}

export const PACK: ProcesoPack = { ...packFicticio, organos: [concejo, COMITE] }
export const AHORA = '2030-05-20T10:00:00-07:00'
export const FECHA = '2030-05-10'
export const hora = (hhmm: string) => `${FECHA}T${hhmm}:00-07:00`

export interface Punto {
  id: string
  titulo: string
  seVota: boolean
  entregable: { clave: string; cumple: string[]; aprobado: boolean; exigeVersion: boolean; versionDesde: string | null } | null
}

export interface Integrante {
  id: string
  nombre: string
  ejerce: string | null
  voto: boolean
  cuentaId: string | null
}

export interface Sesion {
  id: string
  nombre: string
  numero: number
  version: number
  estatus: string
  fecha: string
  puntos: Punto[]
  integrantes: Integrante[]
  advertencias: string[]
  convocatoria: { firma: string | null; conducto: string | null; advertencias: string[] } | null
  acciones: { acto: string; permitido: boolean }[]
  historia: { acto: string; motivo: string | null; fecha: string | null }[]
  acta: { fecha: string; documento: { id: string } } | null
  celebraciones: {
    numero: number
    motivo: string | null
    asistencia: { integranteId: string; presente: boolean }[]
    puntos: {
      resultado: string
      cuenta: Record<string, number> | null
      calidad: boolean
      acuerdo: { id: string; numero: string } | null
      cumplio: string[]
    }[]
  }[]
}

export type Acto = { sesion: Sesion; acuse: { folio: string } } & { code?: string; detail?: string; errors?: { field: string }[] }

/** The acts of the secretaría on sesiones, by the API, in a proceso with two organs and their members. */
export class Sala {
  private token: string | null = null
  /** Ids by name. */
  readonly ids = new Map<string, string>()

  constructor(readonly test: TestApp) {}

  static async open(pack = PACK): Promise<Sala> {
    const sala = new Sala(await startTestApp({ pack, ahora: AHORA }))
    for (const [nombre, encargo, voto] of MEMBERS) await sala.integrante({ nombre, encargo, voto })
    await sala.integrante({ organo: 'comite', nombre: 'Cora Comité', encargo: 'presidencia', voto: true })
    return sala
  }

  async call<T = Acto>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    json?: object,
    more: { rol?: Rol; key?: string } = {},
  ): Promise<Answer<T>> {
    const token = more.rol ? await this.test.tokenOf(more.rol) : (this.token ??= await this.test.tokenOf('secretaria'))
    const headers: Record<string, string> = more.key ? { 'idempotency-key': more.key } : {}
    return send<T>(this.test, [method, path], { token, headers, ...(json ? { json } : {}) })
  }

  async integrante(rest: Record<string, unknown>): Promise<string> {
    const body = { organo: 'concejo', encargo: 'integrante', voto: true, desde: '2030-01-15', documento: 'VC/ACU/0', ...rest }
    const answer = await this.call<{ integrante: { id: string } }>('POST', '/integrantes', body)
    expect([answer.status, answer.body]).toEqual([201, answer.body])
    this.ids.set(String(rest.nombre), answer.body.integrante.id)
    return answer.body.integrante.id
  }

  /** Id of a paper that was received. */
  async documento(content: Buffer = PDF): Promise<string> {
    const form = { file: { field: 'archivo', name: 'documento.pdf', content } }
    const answer = await send<{ id: string }>(this.test, ['POST', '/documentos'], { token: await this.test.tokenOf('secretaria'), form })
    return answer.body.id
  }

  async programada(rest: Record<string, unknown> = {}): Promise<Sesion> {
    const body = {
      organo: 'concejo',
      tipo: 'extraordinaria',
      fecha: FECHA,
      hora: '10:00',
      modalidad: 'presencial',
      lugar: 'Sala',
      puntos: AGENDA,
    }
    const answer = await this.call('POST', '/sesiones', { ...body, ...rest })
    expect([answer.status, answer.body.detail, answer.body.errors]).toEqual([201, undefined, undefined])
    return answer.body.sesion
  }

  async convocada(rest: Record<string, unknown> = {}): Promise<Sesion> {
    const { id, version } = await this.programada(rest)
    const answer = await this.call('POST', `/sesiones/${id}/convocar`, { version, convocadaEn: hora('00:10'), documentos: [] })
    expect([answer.status, answer.body.detail]).toEqual([200, undefined])
    return answer.body.sesion
  }

  celebrar(sesion: Sesion, rest: Record<string, unknown> = {}, more: { rol?: Rol; key?: string } = {}): Promise<Answer<Acto>> {
    return this.call('POST', `/sesiones/${sesion.id}/celebrar`, { ...celebracionOf(sesion), ...rest }, more)
  }
}

const MEMBERS = [
  ['Paula Preside', 'presidencia', true],
  ['Iván Integrante', 'integrante', true],
  ['Inés Integrante', 'integrante', true],
  ['Sara Secretaria', 'secretaria_ejecutiva', false],
] as const

export const AGENDA = [
  { titulo: 'Lista de asistencia', seVota: false, documentos: [] },
  { titulo: 'Plan de Valle Claro', seVota: true, entregable: 'A', documentos: [] },
]

/** Everybody there, everybody in favour, unless `sentidos` says otherwise by name. */
export function celebracionOf({ version, integrantes, puntos }: Sesion, sentidos: Record<string, string> = {}): Record<string, unknown> {
  return {
    version,
    inicio: hora('10:00'),
    fin: hora('12:00'),
    asistencia: integrantes.map(({ id, nombre }) => ({ integranteId: id, presente: sentidos[nombre] !== 'ausente' })),
    puntos: puntos.map(({ id, seVota }) => ({
      puntoId: id,
      retirado: false,
      votadoEn: seVota ? hora('11:00') : null,
      votos: seVota
        ? integrantes.filter(({ voto }) => voto).map((each) => ({ integranteId: each.id, sentido: sentidos[each.nombre] ?? 'a_favor' }))
        : [],
    })),
  }
}

/** The same, with the number of an acuerdo for each voted point. */
export function conAcuerdo(body: Record<string, unknown>, numero: string = `VC/${randomUUID().slice(0, 8)}`): Record<string, unknown> {
  const puntos = body.puntos as { votadoEn: string | null }[]
  return { ...body, puntos: puntos.map((punto) => (punto.votadoEn === null ? punto : { ...punto, acuerdo: { numero } })) }
}
