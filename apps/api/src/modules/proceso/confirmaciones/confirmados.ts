import {
  datosConFuente,
  isConfirmada,
  longDate,
  type CatalogosConFuente,
  type DatoConFuente,
  type FechasCargo,
  type Sourced,
} from '@conoceles/domain'
import { canonical, sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Escrito, Vigente } from './confirmaciones.queries.ts'

/** Hash of the value that a confirmation vouches for. */
export function huellaDe({ cotejo }: DatoConFuente): string {
  return sha256(canonical(cotejo))
}

/** The source that the institute gave, in the place of the one of the pack. */
function fuenteDe({ documento, fecha }: Pick<Vigente, 'documento' | 'fecha'>): Pick<Sourced, 'fuente'> {
  return { fuente: `${documento}, ${longDate(fecha)}` }
}

/** Whether the institute may write the text of this fact. */
export function esEscribible({ valor, campo, origen }: DatoConFuente): boolean {
  return valor === null && campo !== undefined && !isConfirmada(origen.confianza)
}

/** A copy with the texts that somebody wrote where the pack has none: each waits for somebody else to confirm it. */
export function conEscritos<T extends CatalogosConFuente>(
  catalogos: T,
  cargos: readonly FechasCargo[],
  escritos: ReadonlyMap<string, Escrito>,
): T {
  const copy = structuredClone(catalogos)
  if (escritos.size === 0) return copy
  for (const dato of datosConFuente(copy, cargos)) {
    const found = escritos.get(dato.clave)
    if (found && dato.campo !== undefined && esEscribible(dato)) Object.assign(dato.origen, fuenteDe(found), { [dato.campo]: found.valor })
  }
  return copy
}

interface Dicho {
  confirmaciones: ReadonlyMap<string, Vigente>
  escritos: ReadonlyMap<string, Escrito>
}

/** A copy in which facts that the institute confirmed say so. A value that changed since is not confirmed. */
export function conConfirmaciones<T extends CatalogosConFuente>(
  catalogos: T,
  cargos: readonly FechasCargo[],
  { confirmaciones, escritos }: Dicho,
): T {
  const written = datosConFuente(conEscritos(catalogos, cargos, escritos), cargos)
  const confirmed = new Set(written.filter((dato) => confirmaciones.get(dato.clave)?.huella === huellaDe(dato)).map(({ clave }) => clave))
  // A text that still waits is nowhere but on the screen of the confirmations.
  const copy = conEscritos(catalogos, cargos, new Map([...escritos].filter(([clave]) => confirmed.has(clave))))
  for (const dato of datosConFuente(copy, cargos)) {
    const found = confirmaciones.get(dato.clave)
    if (found && confirmed.has(dato.clave)) Object.assign(dato.origen, fuenteDe(found), { confianza: 'alta' })
  }
  return copy
}
