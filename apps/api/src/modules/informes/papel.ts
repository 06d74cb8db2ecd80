import type { EntityManager } from 'typeorm'
import {
  conArticulo,
  isConfirmada,
  localDay,
  longDate,
  sesionEnPalabras,
  type Confianza,
  type MembretePack,
  type Milestone,
  type OrganoPack,
} from '@conoceles/domain'
import type { ActividadesService } from '../programa/actividades/index.ts'
import { cargoDe, findAprobaciones, findCiudad, type AprobacionVotada, type IntegrantesService } from '../programa/sesiones/index.ts'
import type { Proceso, ProcesosService } from '../proceso/index.ts'
import { toIso } from '../../shared/clock.ts'
import type { PdfFact } from '../../shared/documentos/pdf/model.ts'

export interface Firma {
  rotulo: string
  /** Blank: nobody is on record for the charge, or nobody confirmed who is. */
  nombre: string
  cargo: string
}

/** Parts of the paper of an informe beside its frozen data: letterhead, place, who signs, and who approved it. */
export interface PapelInforme {
  membrete: MembretePack | undefined
  /** City in which it is signed; null: nobody confirmed nor typed it. */
  lugar: string | null
  /** Organs that approve it before the Pleno, with their articles. */
  antes: string[]
  firmas: Firma[]
  aprobaciones: PdfFact[]
  /** Instant of the approval by the Pleno; null: it is a project. */
  aprobadoEn: string | null
}

const TECNICA = 'Secretaría Técnica de la Comisión'

/** The paper of a project that nobody voted nor signs yet. */
export function papelSolo({ catalogos: { membrete, oficio } }: Pick<Proceso, 'catalogos'>): PapelInforme {
  return {
    membrete,
    lugar: isConfirmada(oficio.lugar.confianza) ? oficio.lugar.texto : null,
    antes: [],
    firmas: [
      { rotulo: 'Elaboró', nombre: '', cargo: TECNICA },
      { rotulo: 'Presenta', nombre: '', cargo: oficio.remitente.cargo },
    ],
    aprobaciones: [],
    aprobadoEn: null,
  }
}

export interface FuentesPapel {
  procesos: ProcesosService
  actividades: ActividadesService
  integrantes: IntegrantesService
}

/** The same with the holders of the charges on the day, and with its approvals. */
export async function leerPapel(
  tx: EntityManager,
  { entregable, dia }: { entregable: string; dia: string },
  { procesos, actividades, integrantes }: FuentesPapel,
): Promise<PapelInforme> {
  const proceso = await procesos.confirmado(tx)
  const aprobaciones = await leerAprobaciones(tx, { proceso, entregable, actividades })
  const final = aprobaciones.find(({ organo }) => organo.aprueba === 'pleno')
  const [detail] = await actividades.details(tx, [entregable])
  const moments = [...(detail?.hitos ?? []), ...(detail?.cadena ?? [])]
  const antes = proceso.catalogos.organos.filter(({ aprueba }) => aprueba === 'comision' && moments.some(({ milestone }) => milestone === aprueba)) // prettier-ignore
  const solo = papelSolo(proceso)
  return {
    ...solo,
    lugar: solo.lugar ?? (await findCiudad(tx, proceso.id)),
    antes: antes.map(({ nombre }) => nombre),
    firmas: await firmasEl(tx, { solo: solo.firmas, proceso, dia, integrantes }),
    aprobaciones: aprobaciones.map(({ organo, dice }) => ({ label: `Aprobado por ${conArticulo({ ...organo, nombre: organo.breve ?? organo.nombre })}`, text: dice })), // prettier-ignore
    aprobadoEn: final?.en ?? null,
  }
}

interface Aprobacion {
  organo: OrganoPack
  en: string
  dice: string
}

const ORGANOS: readonly (Milestone | null)[] = ['comision', 'pleno']

/** By the vote in a sesión; of a document that was approved without one here, by its evidence. */
async function leerAprobaciones(
  tx: EntityManager,
  { proceso, entregable, actividades }: { proceso: Proceso; entregable: string; actividades: ActividadesService },
): Promise<Aprobacion[]> {
  const votos = await findAprobaciones(tx, { procesoId: proceso.id, entregables: [entregable] })
  const [detail] = await actividades.details(tx, [entregable])
  const organos = proceso.catalogos.organos
    .filter(({ aprueba }) => ORGANOS.includes(aprueba))
    .sort((one, other) => ORGANOS.indexOf(one.aprueba) - ORGANOS.indexOf(other.aprueba))
  return organos.flatMap((organo) => {
    const voto = votos.filter((each) => each.organo === organo.clave).at(-1)
    if (voto) return [{ organo, en: toIso(voto.votadoEn), dice: votoEnPalabras(voto) }]
    const moments = [...(detail?.hitos ?? []), ...(detail?.cadena ?? [])].filter(({ milestone }) => milestone === organo.aprueba)
    const found = moments.find(({ cumplimiento }) => cumplimiento?.aplica)?.cumplimiento
    if (!found) return []
    const dice = `${longDate(localDay(found.ocurridoEn, proceso.zona))}, según consta en ${found.referencia}`
    return [{ organo, en: found.ocurridoEn, dice }]
  })
}

function votoEnPalabras(voto: AprobacionVotada): string {
  const acuerdo = voto.acuerdo === null ? '' : `, mediante el acuerdo ${voto.acuerdo}`
  return `${sesionEnPalabras(voto)}, celebrada el ${longDate(voto.fecha)}${acuerdo}`
}

interface Firmando {
  solo: Firma[]
  proceso: Proceso
  dia: string
  integrantes: IntegrantesService
}

/** Holders on the day of the Secretaría Técnica and of the Secretaría Ejecutiva; a name that nobody confirmed stays blank. */
async function firmasEl(tx: EntityManager, { solo, proceso, dia, integrantes }: Firmando): Promise<Firma[]> {
  const comision = proceso.catalogos.organos.find(({ aprueba, sesiones }) => aprueba === 'comision' && sesiones !== null)
  if (!comision) return solo
  const confirmed = <T extends { confianza: Confianza }>(each: T | null | undefined) => (each && isConfirmada(each.confianza) ? each : null)
  const acting = await integrantes.enFunciones(tx, comision.clave, dia)
  const tecnica = confirmed(acting.find(({ ejerce }) => ejerce === 'secretaria_tecnica'))
  const ejecutiva = confirmed(await integrantes.secretaria(tx, proceso, dia))
  return solo.map((firma) => {
    if (firma.cargo === TECNICA) return { ...firma, nombre: tecnica?.nombre ?? '' }
    return ejecutiva ? { ...firma, nombre: ejecutiva.nombre, cargo: cargoDe(ejecutiva, firma.cargo) } : firma
  })
}
