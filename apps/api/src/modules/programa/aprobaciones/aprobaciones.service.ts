import { randomUUID } from 'node:crypto'
import { IsNull, type EntityManager } from 'typeorm'
import { cleanLine } from '@conoceles/domain'
import { insertRow } from '../../../database/rows.ts'
import type { Quien } from '../../../shared/act.ts'
import { canonical } from '../../../shared/criptografia/canonical.ts'
import { toIso } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { AprobacionExcepcional } from './aprobacion-excepcional.entity.ts'
import type { ExcepcionDto, PropuestaExcepcionDto } from './aprobaciones.dto.ts'

/** An act that a vote allows. */
export interface PorAprobar {
  procesoId: string
  /** «aviso:<id>». */
  materia: string
  acto: string
  version: number
  /** By which vote, or by which document. */
  contenido: Record<string, unknown>
  /** Why it is not the vote on this matter; none: it is. */
  faltas: readonly string[]
  /** Why it is approved all the same. */
  motivo: string | null
  ahora: Date
}

const MIN_MOTIVO = 10

/**
 * An approval is of its matter: a vote on its own point, after its version was sent, is enough. Any other needs a reason, which stays with
 * the approved version, and another person who confirms it.
 */
export class AprobacionesService {
  /** Null: its vote is enough. «propuesta»: nothing is approved yet, another person has to confirm it. */
  async exigir(tx: EntityManager, quien: Quien, pedido: PorAprobar): Promise<ExcepcionDto | 'propuesta' | null> {
    if (pedido.faltas.length === 0) return null
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`aprobacion|${pedido.materia}`])
    const open = await findAbierta(tx, pedido)
    if (open && canonical(open.contenido) === canonical(pedido.contenido)) return confirmar(tx, quien, { open, ahora: pedido.ahora })
    const motivo = cleanLine(pedido.motivo ?? '')
    if (motivo.length < MIN_MOTIVO) throw sinMotivo(pedido.faltas)
    if (open) await tx.update(AprobacionExcepcional, { id: open.id }, { retiradaEn: pedido.ahora })
    await proponer(tx, quien, { ...pedido, motivo })
    return 'propuesta'
  }

  /** The proposal that waits for another person; null while there is none. */
  async propuesta(
    tx: EntityManager,
    quien: Quien,
    { materia, version }: Pick<PorAprobar, 'materia' | 'version'>,
  ): Promise<PropuestaExcepcionDto | null> {
    const open = await tx.findOneBy(AprobacionExcepcional, { materia, version, retiradaEn: IsNull(), confirmadaEn: IsNull() })
    if (!open) return null
    const { acto, faltas, motivo, propuestaEn, propuestaPor, contenido } = open
    const { sesion = null, puntoId = null } = contenido as { sesion?: string | null; puntoId?: string | null }
    return { acto, faltas, motivo, propuestaEn: toIso(propuestaEn), propia: propuestaPor === quien.cuentaId, contenido, sesion, puntoId }
  }
}

function findAbierta(tx: EntityManager, { materia, acto, version }: PorAprobar): Promise<AprobacionExcepcional | null> {
  return tx.findOneBy(AprobacionExcepcional, { materia, acto, version, retiradaEn: IsNull() })
}

async function proponer(tx: EntityManager, quien: Quien, { ahora, ...pedido }: PorAprobar & { motivo: string }): Promise<void> {
  const propuesta = { propuestaPor: quien.cuentaId, propuestaEn: ahora, confirmadaPor: null, confirmadaEn: null, retiradaEn: null }
  const row = { id: randomUUID(), ...pedido, faltas: [...pedido.faltas], ...propuesta }
  await insertRow(tx, AprobacionExcepcional, row)
}

async function confirmar(
  tx: EntityManager,
  { cuentaId }: Quien,
  { open, ahora }: { open: AprobacionExcepcional; ahora: Date },
): Promise<ExcepcionDto> {
  if (open.propuestaPor === cuentaId) {
    throw new AppError('propuesta.otra_persona', { detail: 'Usted propuso esta aprobación. La confirma otra persona.' })
  }
  await tx.update(AprobacionExcepcional, { id: open.id }, { confirmadaPor: cuentaId, confirmadaEn: ahora })
  const { faltas, motivo, propuestaEn } = open
  return { faltas, motivo, propuestaEn: toIso(propuestaEn), confirmadaEn: toIso(ahora) }
}

function sinMotivo(faltas: readonly string[]): AppError {
  const reasons = [...faltas, 'Escriba por qué se aprueba así: se verá siempre, y otra persona lo confirma.']
  return new AppError('entrada.invalida', { errors: [{ field: 'motivo', reasons }] })
}
