import { longDate } from '../base/fecha.ts'
import { entregableName } from './plazos/calendario.ts'
import type { ClaseInforme } from './secciones-informe.ts'

const NOMBRES_INFORME: Record<ClaseInforme, string> = {
  avance: 'Avance cuantitativo',
  mensual: 'Informe mensual',
  final: 'Informe final',
  formato: 'Formato de base de datos',
  plan: 'Plan de trabajo',
}

interface Titled {
  nombre: string
  /** `YYYY-MM`. */
  mes: string | null
  evento: { titulo: string } | null
  /** Null: its document is no informe. */
  informe: ClaseInforme | null
  hitos: readonly { vence: string | null }[]
}

/** Title of a duty on every page: "Informe mensual: mayo de 2024"; one that is no informe of a month goes by its name. */
export function tituloEntregable(entregable: Titled): string {
  const mes = mesDelInforme(entregable)
  if (entregable.informe === null || mes === null) return entregableName(entregable)
  return `${NOMBRES_INFORME[entregable.informe]}: ${longDate(`${mes}-01`).replace('1 de ', '')}`
}

/** An avance is told by the month of its last term: its actividad is owed once, and names no month of its own. */
export function mesDelInforme({ informe, mes, hitos }: Pick<Titled, 'informe' | 'mes' | 'hitos'>): string | null {
  if (informe !== 'avance') return mes
  const last = hitos.flatMap(({ vence }) => vence ?? []).toSorted().at(-1) // prettier-ignore
  return last?.slice(0, 7) ?? null
}
