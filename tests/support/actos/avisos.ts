import type { Finalidad, OrganoPack, ProcesoPack, Rol } from '@conoceles/domain'
import { must } from '../registro/candidaturas.ts'
import type { Equipo } from './captura.ts'
import { send, type Answer } from './envios.ts'
import { packFicticio } from '../proceso-ficticio/index.ts'
import { givenVoto, type VotoDado } from '../votos.ts'

const [concejo] = packFicticio.organos as [OrganoPack]
const [plan] = packFicticio.programa.actividades
const cita = { seccion: 'A', lugar: 'texto', dice: 'antes de mayo' }

/** Valle Claro with the organs and the actividad that approve its aviso; the day of the Comité has passed. */
export const PACK_AVISO: ProcesoPack = {
  ...packFicticio,
  organos: [
    concejo,
    { ...concejo, clave: 'comision', nombre: 'Comisión de Valle Claro', aprueba: 'comision' },
    { ...concejo, clave: 'transparencia', nombre: 'Comité de Transparencia de Valle Claro', aprueba: 'comite' },
  ],
  reglasAviso: { ...packFicticio.reglasAviso, entregable: 'AVISO' },
  avisosPrivacidad: packFicticio.avisosPrivacidad.map((aviso) => ({
    ...aviso,
    aprobacion: { ...aviso.aprobacion, fecha: null, acta: null, confianza: 'por_confirmar' },
  })),
  programa: {
    ...packFicticio.programa,
    actividades: [
      ...packFicticio.programa.actividades,
      {
        ...must(plan),
        ...{ clave: 'AVISO', numero: 'S/ID', nombre: 'Aviso de privacidad', meses: null, evento: null, contenidos: [], cadena: [] },
        statements: [
          { clave: 'AV-1', milestone: 'comite', regla: { tipo: 'fecha', fecha: '2030-04-30' }, cita },
          { clave: 'AV-2', milestone: 'publicacion', regla: { tipo: 'fecha', fecha: '2030-06-30' }, cita },
        ],
      },
    ],
  },
}

export interface AvisoVista {
  id: string
  estatus: string
  version: number
  integral: string
  simplificado: string
  finalidades: Finalidad[]
  vigenteDesde: string | null
  publicada: number | null
  faltas: { gravedad: string; aviso: string | null; parte: string | null; linea: number | null }[]
  diferencias: { integral: { kind: string }[]; porRenovar: string[] } | null
  votos: { sesion: string; puntoId: string; titulo: string; faltas: string[]; acta: object | null }[]
  porConfirmar: { acto: string; motivo: string; faltas: string[]; propia: boolean; sesion: string; puntoId: string } | null
  comision: { titulo: string; puntoId: string; excepcion: { motivo: string; faltas: string[] } | null } | null
  acciones: { acto: string; permitido: boolean; razones: string[] }[]
  historia: { acto: string; folio: string | null }[]
  comite: { fecha: string; acta: { nombre: string } | null } | null
}

export type ActoAvisoHecho = { borrador: AvisoVista; acuse: { folio: string } | null } & {
  code?: string
  detail?: string
  errors?: { field: string; reasons: string[] }[]
  actual?: AvisoVista
}

interface ListaAvisos {
  versiones: { id: string; version: number; rige: boolean; vigenteDesde: string; porRenovar: string[] }[]
  borradores: { id: string; estatus: string; publicada: number | null }[]
}

/** Acts of the secretaría on the versions of the aviso, by the API. */
export class MesaAviso {
  constructor(readonly equipo: Equipo) {}

  async lista(): Promise<ListaAvisos> {
    return (await send<ListaAvisos>(this.equipo.test, ['GET', '/avisos-privacidad'], { token: await this.equipo.secretaria() })).body
  }

  async nuevo(): Promise<AvisoVista> {
    const { versiones } = await this.lista()
    const answer = await this.send(['POST', '/avisos-privacidad/borradores'], { desdeId: must(versiones[0]).id })
    expect([answer.status, answer.body.detail]).toEqual([201, undefined])
    return answer.body.borrador
  }

  guardar(borrador: AvisoVista, change: Partial<AvisoVista> = {}): Promise<Answer<ActoAvisoHecho>> {
    const { id, version, integral, simplificado, finalidades, vigenteDesde } = borrador
    const json = { version, integral, simplificado, finalidades, vigenteDesde: vigenteDesde ?? '2030-05-20', ...change }
    return this.send(['PUT', `/avisos-privacidad/borradores/${id}`], json)
  }

  async guardado(borrador: AvisoVista, change: Partial<AvisoVista> = {}): Promise<AvisoVista> {
    return this.ok(await this.guardar(borrador, change))
  }

  acto(
    { id, version }: AvisoVista,
    acto: string,
    json: object = {},
    more: { rol?: Rol; key?: string } = {},
  ): Promise<Answer<ActoAvisoHecho>> {
    return this.send(['POST', `/avisos-privacidad/borradores/${id}/${acto}`], { version, ...json }, more)
  }

  async hecho(borrador: AvisoVista, acto: string, json: object = {}): Promise<AvisoVista> {
    return this.ok(await this.acto(borrador, acto, json))
  }

  /** From the draft to the public version, through both organs. */
  async publicado(borrador: AvisoVista): Promise<AvisoVista> {
    const enviado = await this.hecho(borrador, 'enviar')
    const visto = await this.hecho(enviado, 'aprobar-comision', await this.voto('comision', { de: enviado }))
    const aprobado = await this.hecho(visto, 'aprobar-comite', await this.voto('transparencia', { de: enviado }))
    return this.hecho(aprobado, 'publicar')
  }

  /** A sesión in which an organ voted; `de`: the draft that the point names. */
  voto(
    organo: string,
    { de = null, ...dado }: Omit<VotoDado, 'materia'> & { de?: { id: string } | null } = {},
  ): Promise<{ sesion: string; puntoId: string }> {
    return givenVoto(this.equipo, organo, { ...dado, materia: de && `aviso:${de.id}` })
  }

  private ok(answer: Answer<ActoAvisoHecho>): AvisoVista {
    expect([answer.status, answer.body.detail, answer.body.errors]).toEqual([200, undefined, undefined])
    return answer.body.borrador
  }

  private async send(
    to: ['POST' | 'PUT', string],
    json: object,
    { rol, key }: { rol?: Rol; key?: string } = {},
  ): Promise<Answer<ActoAvisoHecho>> {
    const { test } = this.equipo
    const token = rol ? await test.tokenOf(rol) : await this.equipo.secretaria()
    return send<ActoAvisoHecho>(test, to, { token, json, headers: key ? { 'idempotency-key': key } : {} })
  }
}
