import { Temporal } from 'temporal-polyfill'

/** A photograph shows how the persona looks now. Source: the photograph of the curricular cuestionario, no more than three months old. */
const MESES = 3

/** Characters of the text that stands for the photograph, without the blanks around it. */
const TEXTO = { minimo: 5, maximo: 200 }

/** Why a text does not stand for a photograph. `texto` already without blanks around. */
export function razonesContraTextoAlternativo(texto: string): string[] {
  if (texto.length < TEXTO.minimo) return ['Diga en unas palabras lo que se ve en la fotografía.']
  return texto.length > TEXTO.maximo ? [`Tiene más de ${TEXTO.maximo} caracteres.`] : []
}

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
