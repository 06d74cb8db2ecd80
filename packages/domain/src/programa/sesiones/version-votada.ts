/** Whether the vote on an entregable needs a version that was sent before it, and since when there is one. */
export interface VersionPrevia {
  /** Only of an informe: what else an organ votes is the paper of its point. */
  exigeVersion: boolean
  /** ISO 8601; null: no version of it stands. */
  versionDesde: string | null
}

const SIN_VERSION = 'Se votó antes de que se enviara una versión del informe: no cuenta como su aprobación.'

/** Why an approval fulfils nothing of its entregable: nobody can tell what was approved. Null: it does. The preview and the act ask this alike. */
export function notaDeVoto({ exigeVersion, versionDesde }: VersionPrevia, votadoEn: string | null): string | null {
  if (!exigeVersion) return null
  if (versionDesde === null) return SIN_VERSION
  return votadoEn === null || Date.parse(versionDesde) <= Date.parse(votadoEn) ? null : SIN_VERSION
}
