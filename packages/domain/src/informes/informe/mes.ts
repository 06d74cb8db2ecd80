import { Temporal } from 'temporal-polyfill'
import { entriesOf } from '../../base/typed.ts'
import { diaEnTabla, nombreDeMomento, type MomentoPlan } from './plan.ts'
import { numero, type TablaInforme } from './tabla.ts'

/** Kinds of fact that a month is told by, beside the momentos of the plan. */
export const CLASES_HECHO = {
  sesion: 'Sesión',
  acuerdo: 'Acuerdo',
  cambio: 'Cambio de candidaturas',
  version: 'Versión de un documento',
  remision: 'Oficio enviado',
  publicacion: 'Publicación',
} as const
export type ClaseHecho = keyof typeof CLASES_HECHO

/** A fact of a local day. It names no persona. */
export interface HechoMes {
  dia: string
  clase: ClaseHecho
  que: string
}

const texto = (clave: string, nombre: string) => ({ clave, nombre, tipo: 'texto' as const })

/** Everything that happened in a month, by day and then by kind. */
export function tablaHechos(hechos: readonly HechoMes[], titulo: string): TablaInforme {
  const kinds = entriesOf(CLASES_HECHO).map(([clave]) => clave)
  const sorted = [...hechos].sort((a, b) => a.dia.localeCompare(b.dia) || kinds.indexOf(a.clase) - kinds.indexOf(b.clase))
  return {
    clave: 'hechos',
    titulo,
    rotulo: 'Día',
    denominador: sorted.length === 0 ? 'En el mes no consta ningún hecho en el sistema.' : `Hechos que constan en el sistema: ${sorted.length}.`,
    columnas: [texto('clase', 'Qué fue'), texto('que', 'En qué consistió')],
    filas: sorted.map(({ dia, clase, que }, at) => ({ clave: String(at + 1), nombre: diaEnTabla(dia), celdas: [CLASES_HECHO[clase], que] })),
    total: null,
    notas: [],
    grafica: null,
  }
} // prettier-ignore

/** Duties that were overdue at the cut, the oldest first. */
export function tablaVencidos(momentos: readonly MomentoPlan[], hoy: string): TablaInforme {
  const own = vencidosDe(momentos)
  return {
    clave: 'vencidos',
    titulo: 'Plazos vencidos al corte',
    rotulo: 'Actividad',
    denominador: own.length === 0 ? 'Al corte no hay plazos vencidos.' : `Plazos vencidos sin cumplir al corte: ${own.length}.`,
    columnas: [texto('momento', 'Qué falta'), texto('vence', 'Venció'), numero('dias', 'Días de retraso'), texto('areas', 'Áreas responsables')],
    filas: own.map((each, at) => ({
      clave: String(at + 1),
      nombre: nombreDeMomento(each),
      celdas: [each.momento, diaEnTabla(each.vence), diasDesde(each.vence, hoy), each.areas.join(', ')],
    })),
    total: null,
    notas: [],
    grafica: null,
  }
} // prettier-ignore

export function vencidosDe(momentos: readonly MomentoPlan[]): MomentoPlan[] {
  return momentos.filter(({ estatus }) => estatus === 'vencida').sort((a, b) => String(a.vence).localeCompare(String(b.vence)))
}

function diasDesde(day: string | null, hoy: string): number {
  return day === null ? 0 : Temporal.PlainDate.from(day).until(Temporal.PlainDate.from(hoy), { largestUnit: 'days' }).days
}
