import { notaDeVoto } from '@conoceles/domain'
import type { Sesion } from '../../../../api-types.ts'
import { t, tn } from '../../mensajes.ts'

/** Charges that sign the convocatoria, and are no addressees of it. */
const FIRMAN = new Set(['presidencia', 'secretaria_ejecutiva', 'coadyuvante'])

/** People, with their post, and representaciones to whom the convocatoria goes. */
export function destinatariosDe({ integrantes, representaciones }: Pick<Sesion, 'integrantes' | 'representaciones'>): string[] {
  const people = integrantes.filter(({ ejerce }) => ejerce !== null && !FIRMAN.has(ejerce))
  return [
    ...people.map(({ nombre, puesto, ejerce, encargo }) => `${nombre}, ${puesto ?? t(`sesiones.encargos.${ejerce ?? encargo}`)}`),
    ...(representaciones === null ? [] : [representaciones]),
  ]
}

/** "2 horas antes; la regla del órgano pide 72, por confirmar". */
export function anticipacionEn({ horasConvocatoria, reglas }: Pick<Sesion, 'horasConvocatoria' | 'reglas'>, horas: number): string {
  const said = tn('sesiones.anticipacionHoras', horas)
  if (horasConvocatoria === null) return `${said}.`
  const doubt = reglas.confianza === 'por_confirmar' ? t('sesiones.anticipacionDuda') : ''
  return `${said}; ${t('sesiones.anticipacionRegla', { horas: horasConvocatoria })}${doubt}.`
}

const HOUR_MS = 3_600_000

/** Whole hours between the convocatoria and the beginning of the sesión. */
export function horasAntes(convocadaEn: string, iniciaEn: string): number {
  return Math.floor((Date.parse(iniciaEn) - Date.parse(convocadaEn)) / HOUR_MS)
}

/** Titles of the points whose vote would fulfil nothing, because nobody handed in the document. */
export function sinDocumento({
  puntos,
}: {
  puntos: readonly Pick<Sesion['puntos'][number], 'titulo' | 'seVota' | 'entregable'>[]
}): string[] {
  const lacks = puntos.filter(({ seVota, entregable }) => seVota && entregable !== null && notaDeVoto(entregable, null) !== null)
  return lacks.map(({ titulo }) => titulo)
}
