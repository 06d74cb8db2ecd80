import { updateRow } from '../database/rows.ts'
import type { EntityManager } from 'typeorm'
import type { ProcesoPack, ProgramaPack } from '@conoceles/domain'
import { Programa } from '../modules/actividades/index.ts'
import type { BitacoraService } from '../modules/bitacora/index.ts'
import { Proceso } from '../modules/procesos/index.ts'
import { toCatalogos } from './load-pack.ts'

/** What of the pack a loaded proceso did not have, by the names of its catalogues and of its informes; and whether the proceso is another than the pack's. */
export type Agregado = { claves: string[] } | { otro: string }

/**
 * Adds to a loaded proceso the catalogues that came into the pack after it was loaded. What it has already is left as it is: people have decided
 * by it. The same twice adds nothing the second time, and what is added is told in the bitácora.
 */
export async function agregarCatalogos(tx: EntityManager, pack: ProcesoPack, bitacora: BitacoraService): Promise<Agregado> {
  const [proceso] = await tx.find(Proceso, { lock: { mode: 'pessimistic_write' } })
  if (proceso?.clave !== pack.clave) return { otro: proceso?.clave ?? '' }
  const known = proceso.catalogos as object
  // As JSON, for what the pack leaves undefined is not there.
  const offered = JSON.parse(JSON.stringify(toCatalogos(pack))) as Record<string, unknown>
  const added = Object.entries(offered).filter(([clave]) => !(clave in known))
  const plazos = missingTerms(proceso.catalogos.derechos, offered.derechos as object)
  const informes = await addInformes(tx, proceso.id, pack.programa)
  const claves = [
    ...added.map(([clave]) => clave),
    ...plazos.map(([clave]) => `derechos.${clave}`),
    ...informes.map((clave) => `informe ${clave}`),
  ]
  if (claves.length === 0) return { claves }
  const catalogos = {
    ...proceso.catalogos,
    ...(plazos.length === 0 ? {} : { derechos: { ...proceso.catalogos.derechos, ...Object.fromEntries(plazos) } }),
    ...Object.fromEntries(added),
  }
  await updateRow(tx, Proceso, { where: { id: proceso.id }, changes: { catalogos } })
  await bitacora.registrar(tx, {
    acto: 'proceso.catalogos_agregados',
    cuentaId: null,
    rol: null,
    objeto: { tipo: 'proceso', id: proceso.id },
    detalle: { catalogos: claves, paquete: pack.version, cargado: proceso.packVersion },
  })
  return { claves }
}

/** Terms of requests that came into the pack later; one without any is given all of them. */
function missingTerms(known: object | undefined, offered: object): [string, unknown][] {
  return known === undefined ? [] : Object.entries(offered).filter(([clave]) => !(clave in known))
}

/** An actividad that was loaded before its pack said that it is an informe becomes one; nothing else of the programme is touched. */
async function addInformes(tx: EntityManager, procesoId: string, offered: ProgramaPack): Promise<string[]> {
  const row = await tx.findOneByOrFail(Programa, { procesoId })
  const clases = new Map(offered.actividades.map(({ clave, informe }) => [clave, informe]))
  const added = row.contenido.actividades.filter(({ clave, informe }) => informe === undefined && clases.get(clave) !== undefined)
  if (added.length === 0) return []
  const actividades = row.contenido.actividades.map((each) => (added.includes(each) ? { ...each, informe: clases.get(each.clave) } : each))
  await updateRow(tx, Programa, { where: { procesoId }, changes: { contenido: { ...row.contenido, actividades } } })
  return added.map(({ clave }) => clave)
}
