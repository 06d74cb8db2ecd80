import { Temporal } from 'temporal-polyfill'

/** A photograph shows how the persona looks now. Source: the photograph of the curricular cuestionario, no more than three months old. */
const MESES = 3

/** Why a photograph taken that day is not received. Dates in ISO 8601; `hoy` is the legal day. */
export function razonesContraFotografia({ tomadaEn, hoy }: { tomadaEn: string; hoy: Temporal.PlainDate }): string[] {
  const day = toDay(tomadaEn)
  if (!day) return ['La fecha en que se tomó no existe.']
  if (Temporal.PlainDate.compare(day, hoy) > 0) return ['La fecha en que se tomó todavía no llega.']
  const old = Temporal.PlainDate.compare(day, hoy.subtract({ months: MESES })) < 0
  return old ? ['La fotografía tiene más de tres meses: hace falta una reciente.'] : []
}

function toDay(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}
