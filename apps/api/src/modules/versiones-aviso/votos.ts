import { localDay } from '@conoceles/domain'
import type { EntityManager } from 'typeorm'
import type { EstatusAviso, Milestone } from '@conoceles/domain'
import type { Proceso } from '../procesos/index.ts'
import { findPuntosAprobados, type PuntoAprobado } from '../sesiones/index.ts'
import type { BorradorAviso, VotoAviso } from './borrador-aviso.entity.ts'
import type { VotoPosibleDto } from './versiones-aviso.dto.ts'

/** Whose vote a version waits for. */
const ESPERA: Partial<Record<EstatusAviso, Milestone>> = { en_comision: 'comision', en_comite: 'comite' }

/** Votes with which the organ that it waits for may have approved it, the newest first; none while it waits for no organ. */
export async function listVotos(tx: EntityManager, borrador: BorradorAviso, proceso: Proceso): Promise<VotoPosibleDto[]> {
  const aprueba = ESPERA[borrador.estatus]
  if (!aprueba) return []
  const { organos, aviso } = proceso.catalogos
  const own = organos.filter((organo) => organo.aprueba === aprueba && organo.sesiones)
  const puntos = await findPuntosAprobados(tx, own.map(({ clave }) => clave)) // prettier-ignore
  return puntos
    .filter(({ entregable }) => entregable === null || entregable === aviso.entregable)
    .map((punto) => ({
      ...toVoto(punto, { zona: proceso.zona, organo: own.find(({ clave }) => clave === punto.organo)?.nombre ?? punto.organo }),
      titulo: punto.titulo,
      antesDeEnviar: borrador.enviadoEn !== null && new Date(punto.votadoEn) < borrador.enviadoEn,
    }))
}

function toVoto(
  { sesion, sesionNombre, puntoId, votadoEn, acta }: PuntoAprobado,
  { zona, organo }: { zona: string; organo: string },
): VotoAviso {
  const fecha = localDay(votadoEn, zona)
  return { organo, sesion, sesionNombre, puntoId, votadoEn, fecha, acta }
}
