import type { HitoEntregable, PasoEntregable, VersionEntregable } from '../../../../api-types.ts'

const APROBACIONES: readonly string[] = ['comision', 'comite', 'pleno']

interface Momentos {
  hitos: readonly HitoEntregable[]
  cadena: readonly PasoEntregable[]
}

/** Document that was approved, of which a copy can be certified: the version that stood then, or its text as it was emitted afterwards. Null: none. */
export function versionAprobada({ hitos, cadena }: Momentos, versiones: readonly VersionEntregable[]): string | null {
  const last = [...hitos, ...cadena]
    .filter(({ milestone }) => APROBACIONES.includes(milestone ?? ''))
    .flatMap(({ cumplimiento }) => (cumplimiento?.aplica ? [cumplimiento.ocurridoEn] : []))
    .sort()
    .at(-1)
  if (last === undefined) return null
  const standing = versiones.filter(({ retiro }) => retiro === null)
  const votada = standing.find(({ registradoEn }) => registradoEn <= last)
  const limpia = votada && standing.find(({ textoDe }) => textoDe === votada.numero)
  return (limpia ?? votada)?.documento.id ?? null
}
