import type { Sesion } from '../../../../api-types.ts'
import { t } from '../../mensajes.ts'

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

const HOUR_MS = 3_600_000

/** Whole hours between the convocatoria and the beginning of the sesión. */
export function horasAntes(convocadaEn: string, iniciaEn: string): number {
  return Math.floor((Date.parse(iniciaEn) - Date.parse(convocadaEn)) / HOUR_MS)
}
