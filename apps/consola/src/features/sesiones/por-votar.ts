import type { EntregableDetalle, ObservacionEntregable, Trabajo, VersionEntregable } from '../../api-types.ts'

/** Versions after that of the reunión de trabajo, newest first; null: none of the reunión is kept. */
export function cambiosDesdeReunion(versiones: readonly Pick<VersionEntregable, 'numero' | 'clase' | 'nota' | 'retiro'>[]) {
  const standing = versiones.filter(({ retiro }) => retiro === null).toSorted((a, b) => b.numero - a.numero)
  const reunion = standing.find(({ clase }) => clase === 'reunion_trabajo')
  return reunion ? standing.filter(({ numero }) => numero > reunion.numero) : null
}

/** Observaciones that nobody answered. */
export function sinAtender<T extends Pick<ObservacionEntregable, 'sinObservaciones' | 'respuestas'>>(observaciones: readonly T[]): T[] {
  return observaciones.filter(({ sinObservaciones, respuestas }) => !sinObservaciones && respuestas.length === 0)
}

/** Warnings of the chain: steps that were passed over, what is open, sources that disagree. */
export function advertenciasDe(trabajo: Trabajo | null, entregable: EntregableDetalle | null): string[] {
  const rebasados = (trabajo?.pasos ?? [])
    .filter(({ rebasado }) => rebasado)
    .map(({ clave, texto }) => `Paso ${clave}, que no consta: ${texto}`)
  const contradicciones = (entregable?.contradicciones ?? []).filter(({ resuelto }) => !resuelto).map(({ texto }) => texto)
  return [...(trabajo?.advertencias ?? []), ...rebasados, ...contradicciones]
}

/** The newest version that stands: the one that is voted. */
export function versionVotada({ versiones }: Pick<Trabajo, 'versiones'>): VersionEntregable | null {
  return versiones.find(({ retiro }) => retiro === null) ?? null
}
