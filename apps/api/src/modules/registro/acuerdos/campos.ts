import { Temporal } from 'temporal-polyfill'
import { cleanLine, localDay } from '@conoceles/domain'
import { toDate } from '../../../shared/clock.ts'
import { blameRepeatedKey, type FieldError } from '../../../shared/http/errors.ts'
import type { Acuerdo } from './acuerdo.entity.ts'
import type { CompletarAcuerdoDto, CreateAcuerdoDto } from './acuerdos.dto.ts'

/** Optional facts of an acuerdo, besides its number and its day. */
export type Campos = Pick<Acuerdo, 'organo' | 'aprobadoEn' | 'asunto' | 'documentoId'>

export const BLANK: Campos = { organo: null, aprobadoEn: null, asunto: null, documentoId: null }

/** Names of the fields that are given. */
export function claves(fields: Partial<Campos>): (keyof Campos)[] {
  return CLAVES.filter((clave) => clave in fields)
}

const CLAVES = ['organo', 'aprobadoEn', 'asunto', 'documentoId'] as const

/** Keeps only the given fields. */
export function toFields({ organo, aprobadoEn, asunto, documentoId }: CompletarAcuerdoDto | CreateAcuerdoDto): Partial<Campos> {
  return {
    ...(organo == null ? {} : { organo }),
    ...(aprobadoEn == null ? {} : { aprobadoEn: toDate(Temporal.Instant.from(aprobadoEn)) }),
    ...(asunto == null ? {} : { asunto: cleanLine(asunto) }),
    ...(documentoId == null ? {} : { documentoId }),
  }
}

/** `fecha`: the day that the instant has to lie on; null when it says the day itself. */
export function againstInstant(
  date: Date,
  { ahora, zona, fecha }: { ahora: Temporal.Instant; zona: string; fecha: string | null },
): FieldError[] {
  const instant = Temporal.Instant.fromEpochMilliseconds(date.getTime())
  return [
    ...(Temporal.Instant.compare(instant, ahora) > 0 ? [wrong('aprobadoEn', 'Todavía no llega esa hora.')] : []),
    ...(fecha !== null && localDay(instant, zona) !== fecha ? [wrong('aprobadoEn', `Debe ser el día que ya consta: ${fecha}.`)] : []),
  ]
}

export const wrong = (field: string, reason: string): FieldError => ({ field, reasons: [reason] })

export const blameNumero = blameRepeatedKey('acuerdo_numero_uq', 'acuerdo.numero_repetido')
