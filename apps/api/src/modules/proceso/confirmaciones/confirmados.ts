import { datosConFuente, longDate, type CatalogosConFuente, type DatoConFuente, type FechasCargo, type Sourced } from '@conoceles/domain'
import { canonical, sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Vigente } from './confirmaciones.queries.ts'

/** Hash of the value that a confirmation vouches for. */
export function huellaDe({ cotejo }: DatoConFuente): string {
  return sha256(canonical(cotejo))
}

/** The source that the institute gave, in the place of the one of the pack. */
function fuenteDe({ documento, fecha }: Vigente): Sourced {
  return { fuente: `${documento}, ${longDate(fecha)}`, confianza: 'alta' }
}

/** A copy in which facts that the institute confirmed say so. A value that changed since is not confirmed. */
export function conConfirmaciones<T extends CatalogosConFuente>(
  catalogos: T,
  cargos: readonly FechasCargo[],
  confirmaciones: ReadonlyMap<string, Vigente>,
): T {
  const copy = structuredClone(catalogos)
  for (const dato of datosConFuente(copy, cargos)) {
    const found = confirmaciones.get(dato.clave)
    if (found?.huella === huellaDe(dato)) Object.assign(dato.origen, fuenteDe(found))
  }
  return copy
}
