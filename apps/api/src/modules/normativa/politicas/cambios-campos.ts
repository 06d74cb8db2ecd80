import type { EntityManager } from 'typeorm'
import { cleanLine, type CampoConocido, type CampoPoliticaPack, type SustentoPolitica } from '@conoceles/domain'
import { Acuerdo, findDocumentos } from '../../registro/index.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { sinNombrar } from './borrador-leido.ts'
import type { CampoPoliticaNuevoDto, SustentoPoliticaNuevoDto } from './politicas.dto.ts'

interface Cambios {
  antes: readonly CampoPoliticaPack[]
  conocidos: readonly CampoConocido[]
  cambios: readonly CampoPoliticaNuevoDto[]
  procesoId: string
}

/** The rows of the version in force with the changed ones; others stay as they were. */
export async function withCambios(tx: EntityManager, { antes, conocidos, cambios, procesoId }: Cambios): Promise<CampoPoliticaPack[]> {
  const rows = new Map(antes.map((each) => [each.campo, each]))
  for (const [at, cambio] of cambios.entries()) {
    if (!conocidos.some(({ campo }) => campo === cambio.campo)) throw invalid(`campos.${at}.campo`, 'Ninguna ficha tiene ese campo.')
    const before = rows.get(cambio.campo) ?? sinNombrar(cambio.campo)
    const sustento = cambio.sustento && (await resolve(tx, cambio.sustento, { field: `campos.${at}.sustento`, procesoId }))
    rows.set(cambio.campo, toRow(before, { cambio, sustento }))
  }
  return [...rows.values()]
}

function toRow(
  before: CampoPoliticaPack,
  { cambio, sustento }: { cambio: CampoPoliticaNuevoDto; sustento: SustentoPolitica | null },
): CampoPoliticaPack {
  const { campo, publico, desde, hasta } = cambio
  const source = sustento
    ? { fuente: fuenteOf(sustento), confianza: 'alta' as const }
    : { fuente: before.fuente, confianza: before.confianza }
  return { campo, publico, base: cleanLine(cambio.base), desde, hasta, ...source, sustento: sustento ?? before.sustento ?? null }
}

function fuenteOf({ clase, numero, fecha, autoridad }: SustentoPolitica): string {
  return clase === 'acuerdo' ? `Acuerdo ${numero}, del ${fecha}` : `${autoridad}, expediente ${numero}, del ${fecha}`
}

async function resolve(
  tx: EntityManager,
  nuevo: SustentoPoliticaNuevoDto,
  { field, procesoId }: { field: string; procesoId: string },
): Promise<SustentoPolitica> {
  if (nuevo.clase === 'acuerdo') {
    const row = nuevo.acuerdoId === null ? null : await tx.findOneBy(Acuerdo, { id: nuevo.acuerdoId, procesoId })
    if (!row) throw invalid(`${field}.acuerdoId`, 'Elija un acuerdo registrado.')
    const { id: acuerdoId, numero, fecha, documentoId } = row
    return { clase: 'acuerdo', numero, fecha, autoridad: null, acuerdoId, documentoId }
  }
  return resolucionOf(tx, nuevo, field)
}

async function resolucionOf(tx: EntityManager, nuevo: SustentoPoliticaNuevoDto, field: string): Promise<SustentoPolitica> {
  const { fecha, documentoId } = nuevo
  const autoridad = cleanLine(nuevo.autoridad ?? '')
  const numero = cleanLine(nuevo.numero ?? '')
  if (autoridad === '') throw invalid(`${field}.autoridad`, 'Escriba qué autoridad resolvió.')
  if (numero === '') throw invalid(`${field}.numero`, 'Escriba el expediente.')
  if (fecha === null) throw invalid(`${field}.fecha`, 'Escriba la fecha de la resolución.')
  if (documentoId === null || !(await findDocumentos(tx, [documentoId])).has(documentoId)) {
    throw invalid(`${field}.documentoId`, 'Adjunte la resolución.')
  }
  return { clase: 'resolucion', numero, fecha, autoridad, acuerdoId: null, documentoId }
}

function invalid(field: string, reason: string): AppError {
  return new AppError('entrada.invalida', { errors: [{ field, reasons: [reason] }] })
}
