import { In, type EntityManager } from 'typeorm'
import { codigoFinal, type VotoFinal } from '@conoceles/domain'
import { Codificacion } from './codificacion.entity.ts'
import { CodigoCodificacion } from './codigo.entity.ts'
import { PlazaCodificacion } from './plaza.entity.ts'
import { TextoCodificacion } from './texto.entity.ts'
import { VotoCodificacion } from './voto.entity.ts'
import { readRows } from '../../../database/rows.ts'

/** Acts on one coding, and the publisher's turn at it, one after the other. */
export async function lockCodificacion(tx: EntityManager, pregunta: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`codificacion|${pregunta}`])
}

export function findCodificacion(tx: EntityManager, lugar: { procesoId: string; pregunta: string }): Promise<Codificacion | null> {
  return tx.findOneBy(Codificacion, lugar)
}

export function listCodificaciones(tx: EntityManager, procesoId: string): Promise<Codificacion[]> {
  return tx.findBy(Codificacion, { procesoId })
}

/** Those at which the publisher has a turn. */
export function listEnCurso(tx: EntityManager): Promise<Codificacion[]> {
  return tx.find(Codificacion, { where: { estatus: In(['reuniendo', 'abierta', 'contando']) }, order: { pregunta: 'ASC' } })
}

export function readPlazas(tx: EntityManager, codificacionIds: readonly string[]): Promise<PlazaCodificacion[]> {
  return tx.find(PlazaCodificacion, { where: { codificacionId: In([...codificacionIds]) }, order: { numero: 'ASC' } })
}

/** In the order of their ids, which is random. */
export function readTextos(tx: EntityManager, codificacionId: string): Promise<TextoCodificacion[]> {
  return tx.find(TextoCodificacion, { where: { codificacionId }, order: { id: 'ASC' } })
}

/** Codes that the acting account may see: her own, and those of the other once both finished. */
export function readCodigos(tx: EntityManager, codificacionId: string): Promise<CodigoCodificacion[]> {
  return tx.findBy(CodigoCodificacion, { codificacionId })
}

export function readVotos(tx: EntityManager, codificacionId: string): Promise<VotoCodificacion[]> {
  return tx.find(VotoCodificacion, { where: { codificacionId }, order: { en: 'ASC' } })
}

/** Codes of both coders for one text, in the order of their places, and the decision on it. */
export interface Juicio {
  texto: TextoCodificacion
  codigos: VotoFinal[]
  votos: VotoCodificacion[]
  /** Null: it is not settled. */
  final: string | null
}

export async function readJuicios(tx: EntityManager, codificacionId: string): Promise<Juicio[]> {
  const textos = await readTextos(tx, codificacionId)
  const plazas = await readPlazas(tx, [codificacionId])
  const codigos = await readCodigos(tx, codificacionId)
  const votos = await readVotos(tx, codificacionId)
  return textos.map((texto) => {
    const given = plazas.flatMap(({ cuentaId }) => codigos.find((each) => each.textoId === texto.id && each.cuentaId === cuentaId) ?? [])
    const decided = votos.filter(({ textoId }) => textoId === texto.id)
    return { texto, codigos: given, votos: decided, final: codigoFinal(given, decided) }
  })
}

/** Cargo of those who are on the public list, as which version of the cuestionario each answers depends on it. */
export async function readCargos(tx: EntityManager, candidaturaIds: readonly string[]): Promise<{ id: string; cargo: string }[]> {
  return readRows<{
    id: string
    cargo: string
  }>(tx, `select id, cargo from publico.candidatura where id = any($1) and estatus = 'aprobada'`, [candidaturaIds])
}
