import { updateRow } from '../database/rows.ts'
import { IsNull, type EntityManager } from 'typeorm'
import type { ProcesoPack, ProgramaPack } from '@conoceles/domain'
import { parseJson } from '@conoceles/domain/typed'
import { Programa } from '../modules/programa/actividades/index.ts'
import type { BitacoraService } from '../modules/bitacora/index.ts'
import { ActorPolitico, Proceso, type Catalogos } from '../modules/proceso/index.ts'
import { catalogosOf, emblemaOf, loadArchivos } from './load-pack.ts'

/**
 * Additions to a loaded proceso, by the names of its catalogues, informes and emblems; or the clave of the proceso, when it is not the
 * pack's.
 */
export type Agregado = { claves: string[] } | { otro: string }

/**
 * Adds to a loaded proceso the catalogues that came into the pack after it was loaded. Existing ones stay: people have decided by them. A
 * second run adds nothing, and the bitácora tells the additions.
 */
export async function agregarCatalogos(tx: EntityManager, pack: ProcesoPack, bitacora: BitacoraService): Promise<Agregado> {
  const [proceso] = await tx.find(Proceso, { lock: { mode: 'pessimistic_write' } })
  if (proceso?.clave !== pack.clave) return { otro: proceso?.clave ?? '' }
  const catalogos = await addCatalogos(tx, proceso, pack)
  const informes = await addInformes(tx, proceso.id, pack.programa)
  const emblemas = await addEmblemas(tx, proceso.id, pack)
  const claves = [...catalogos.claves, ...informes.map((clave) => `informe ${clave}`), ...emblemas.map((clave) => `emblema ${clave}`)]
  if (claves.length === 0) return { claves }
  const sueltos = proceso.catalogos.sueltos?.filter(({ clave }) => !emblemas.some((each) => clave === `emblemas.${each}`))
  const changes = { catalogos: { ...proceso.catalogos, ...(sueltos && { sueltos }), ...catalogos.nuevos } }
  await updateRow(tx, Proceso, { where: { id: proceso.id }, changes })
  await bitacora.registrar(tx, {
    acto: 'proceso.catalogos_agregados',
    cuentaId: null,
    rol: null,
    objeto: { tipo: 'proceso', id: proceso.id },
    detalle: { catalogos: claves, paquete: pack.version, cargado: proceso.packVersion },
  })
  return { claves }
}

/** Catalogues to add to the proceso, whose files are kept already. */
async function addCatalogos(tx: EntityManager, proceso: Proceso, pack: ProcesoPack): Promise<ReturnType<typeof missing>> {
  const offered = await catalogosOf(pack)
  const found = missing(proceso.catalogos, offered.catalogos)
  if (found.claves.includes('senas')) await loadArchivos(tx, proceso.id, offered.archivos)
  return found
}

/** Catalogues whose parts came into the pack one after the other: terms of requests, and what citizens are told. */
const POR_PARTES = ['derechos', 'consulta'] as const

/** Catalogues that a proceso lacks, whole or in part, and their names. */
function missing(catalogos: Catalogos, given: Catalogos): { nuevos: Record<string, unknown>; claves: string[] } {
  // As JSON: undefined parts of the pack are absent there.
  const offered = parseJson<Record<string, unknown>>(JSON.stringify(given))
  const added = Object.entries(offered).filter(([clave]) => !(clave in catalogos))
  const parts = POR_PARTES.flatMap((clave) => {
    const known = catalogos[clave] as object | undefined
    const own = Object.entries(offered[clave] ?? {}).filter(([part]) => known !== undefined && !(part in known))
    return own.length === 0
      ? []
      : [{ clave, own: { ...known, ...Object.fromEntries(own) }, claves: own.map(([part]) => `${clave}.${part}`) }]
  })
  return {
    nuevos: { ...Object.fromEntries(parts.map(({ clave, own }) => [clave, own])), ...Object.fromEntries(added) },
    claves: [...added.map(([clave]) => clave), ...parts.flatMap(({ claves }) => claves)],
  }
}

/** Emblems of those who had none; one that was loaded is never another. */
async function addEmblemas(tx: EntityManager, procesoId: string, { actores }: ProcesoPack): Promise<string[]> {
  const added: string[] = []
  const sin = new Set((await tx.findBy(ActorPolitico, { procesoId, emblema: IsNull() })).map(({ clave }) => clave))
  for (const { clave, ...actor } of actores.filter((each) => sin.has(each.clave))) {
    const { emblema, emblemaOrigen } = await emblemaOf({ clave, ...actor })
    if (!emblema) continue
    await updateRow(tx, ActorPolitico, { where: { procesoId, clave }, changes: { emblema, emblemaOrigen } })
    added.push(clave)
  }
  return added
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
