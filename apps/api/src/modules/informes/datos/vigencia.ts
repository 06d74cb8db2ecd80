import { Temporal } from 'temporal-polyfill'
import { cuantas, instanteEnPalabras, mesEnPalabras } from '../../../shared/documentos/fechas.ts'
import type { DatosInforme } from './datos.ts'

/** From this on, figures are of another day. */
const HORAS = 24

/** Why the newest cut may not say how things stand: the clock moved on, or moved back, or the month was not over. */
export function advertenciasDelCorte(
  { clase, tomadoEn, entregable: { mes }, emisor: { zona } }: Pick<DatosInforme, 'clase' | 'tomadoEn' | 'entregable' | 'emisor'>,
  ahora: string,
): string[] {
  const age = Temporal.Instant.from(tomadoEn).until(Temporal.Instant.from(ahora), { largestUnit: 'hours' }).hours
  const cut = instanteEnPalabras(tomadoEn, zona)
  const late = `El corte es del ${cut}. El reloj del proceso está ${cuantas(Math.floor(age / 24), ['día', 'días'])} después: tome otro corte antes de emitir.`
  const early = `El corte es del ${cut}, después de la hora del reloj del proceso: el reloj se movió hacia atrás.`
  return [
    ...(age >= HORAS ? [late] : []),
    ...(age < 0 ? [early] : []),
    ...(clase === 'mensual' && mes !== null && Temporal.Instant.compare(endOf(mes, zona), Temporal.Instant.from(tomadoEn)) > 0
      ? [
          `El corte se tomó antes de que terminara ${mesEnPalabras(mes)}: lo que ocurrió después no está en él. Si se vota antes de que termine, obedezca la fecha: lo demás se cuenta en el informe siguiente. Si se vota después, tome otro corte.`,
        ]
      : []),
  ]
}

function endOf(mes: string, zona: string): Temporal.Instant {
  return Temporal.PlainYearMonth.from(mes).add({ months: 1 }).toPlainDate({ day: 1 }).toZonedDateTime(zona).toInstant()
}
