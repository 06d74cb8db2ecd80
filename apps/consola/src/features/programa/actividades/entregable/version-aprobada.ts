import type { HitoEntregable, PasoEntregable, VersionEntregable } from '../../../../api-types.ts'

const APROBACIONES: readonly string[] = ['comision', 'comite', 'pleno']

interface Momentos {
  hitos: readonly HitoEntregable[]
  cadena: readonly PasoEntregable[]
}

/** Document of the version that stood at the last approval: a copy of it can be certified; null: nobody approved any. */
export function versionAprobada({ hitos, cadena }: Momentos, versiones: readonly VersionEntregable[]): string | null {
  const last = [...hitos, ...cadena]
    .filter(({ milestone }) => APROBACIONES.includes(milestone ?? ''))
    .flatMap(({ cumplimiento }) => (cumplimiento?.aplica ? [cumplimiento.ocurridoEn] : []))
    .sort()
    .at(-1)
  if (last === undefined) return null
  return versiones.find(({ retiro, registradoEn }) => retiro === null && registradoEn <= last)?.documento.id ?? null
}
