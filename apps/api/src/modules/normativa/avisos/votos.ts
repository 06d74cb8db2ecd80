import { claveMateria, localDay, razonesContraVoto, type EstatusAviso, type MateriaVotada, type Milestone } from '@conoceles/domain'
import type { EntityManager } from 'typeorm'
import type { Proceso } from '../../proceso/index.ts'
import { findPuntosAprobados, type PuntoAprobado } from '../../programa/sesiones/index.ts'
import { toIso } from '../../../shared/clock.ts'
import type { BorradorAviso } from './borrador-aviso.entity.ts'
import type { VotoPosibleDto } from './avisos.dto.ts'

/** Organ whose vote a version waits for, by the moment that it approves. */
const ESPERA: Partial<Record<EstatusAviso, Milestone>> = { en_comision: 'comision', en_comite: 'comite' }

export function materiaDe({ id, enviadoEn, guardadoEn }: BorradorAviso, { catalogos }: Proceso): MateriaVotada {
  return { clave: claveMateria('aviso', id), entregable: catalogos.aviso.entregable, enviadaEn: toIso(enviadoEn ?? guardadoEn) }
}

/** Votes of the organ that it waits for, each with its gaps as approval; those without gaps first, then the newest. */
export async function listVotos(tx: EntityManager, borrador: BorradorAviso, proceso: Proceso): Promise<VotoPosibleDto[]> {
  const aprueba = ESPERA[borrador.estatus]
  if (!aprueba) return []
  const own = proceso.catalogos.organos.filter((organo) => organo.aprueba === aprueba && organo.sesiones)
  const puntos = await findPuntosAprobados(tx, own.map(({ clave }) => clave)) // prettier-ignore
  const materia = materiaDe(borrador, proceso)
  const votos = puntos.map((punto) => ({
    ...toVoto(punto, { zona: proceso.zona, organo: own.find(({ clave }) => clave === punto.organo)?.nombre ?? punto.organo }),
    faltas: razonesContraVoto(punto, materia),
  }))
  return [...votos].sort((a, b) => Number(a.faltas.length > 0) - Number(b.faltas.length > 0))
}

function toVoto(
  { sesion, sesionNombre, puntoId, titulo, votadoEn, acta }: PuntoAprobado,
  { zona, organo }: { zona: string; organo: string },
) {
  return { organo, sesion, sesionNombre, puntoId, titulo, votadoEn, fecha: localDay(votadoEn, zona), acta, excepcion: null }
}
