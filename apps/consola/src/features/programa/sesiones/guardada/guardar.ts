import { outcome } from '@conoceles/api-client'
import { client } from '../../../../api.ts'
import type { Sesion } from '../../../../api-types.ts'
import { deviceNow } from '../../../../shared/guardado/este-equipo.ts'
import { keepConsola } from '../../../../shared/guardado/sin-red.ts'
import {
  caducaOf,
  documentoKey,
  openGuardadas,
  settleGuardadas,
  versionKey,
  type SesionGuardada,
} from '../../../../shared/guardado/sesiones-guardadas.ts'
import { useAccesoStore } from '../../../../stores/acceso.ts'
import { readEntregable, readTrabajo, readVersion } from '../../actividades/index.ts'
import { readSesion, readVigencia } from '../sesiones.api.ts'
import { versionVotada } from './por-votar.ts'

type Guardadas = NonNullable<Awaited<ReturnType<typeof openGuardadas>>>

export interface Momento {
  /** Instant of the proceso. */
  ahora: string
  zona: string | undefined
  simulacro: boolean | undefined
}

/** A document that is to be kept, and how it is asked for. */
interface Pedido {
  key: string
  ask: () => Promise<Blob | null>
}

/**
 * Keeps a convened sesión on this device: its points, changes, observaciones, and the documents that are voted. One that is no longer
 * convened leaves it. Null: it is not here, because it need not be or because this browser cannot.
 */
export async function guardarSesion(id: string, momento: Momento): Promise<SesionGuardada | null> {
  const acceso = useAccesoStore()
  const cuentaId = acceso.cuenta?.id ?? null
  const guardadas = cuentaId === null ? null : await openGuardadas(cuentaId)
  const kept = await renew(guardadas, id, momento)
  if (kept === null) return null
  // Somebody who left meanwhile leaves nothing here.
  if (acceso.cuenta?.id === cuentaId) return (await keepConsola()) ? kept : null
  await settleGuardadas(null)
  return null
}

/** Null: it need not be here, or the server did not give it. */
async function renew(guardadas: Guardadas | null, id: string, momento: Momento): Promise<SesionGuardada | null> {
  if (guardadas === null) return null
  const read = await readSesion(id)
  if (!read.ok) return null
  if (read.data.estatus !== 'convocada') return drop(guardadas, id)
  return keep(guardadas, read.data, momento)
}

async function drop(guardadas: Guardadas, id: string): Promise<null> {
  if ((await guardadas.ids()).includes(id)) await guardadas.remove(id)
  return null
}

async function keep(guardadas: Guardadas, sesion: Sesion, momento: Momento): Promise<SesionGuardada> {
  const before = await guardadas.read(sesion.id)
  const { trabajos, entregables, vigencias } = await readPoints(sesion)
  const falta = Date.parse(`${sesion.fecha}T23:59:59Z`) - Date.parse(momento.ahora)
  const guardada: SesionGuardada = {
    sesion,
    trabajos,
    entregables,
    vigencias,
    archivos: before?.archivos ?? [],
    guardadaEn: momento.ahora,
    zona: momento.zona,
    simulacro: momento.simulacro,
    caducaEn: caducaOf({ falta, ahora: deviceNow() }),
  }
  // The points are here before their documents, which take longer.
  await guardadas.save(guardada)
  const { keys, bytes } = await keepArchivos(guardadas, guardada)
  const whole = { ...guardada, archivos: keys, bytes: bytes + new Blob([JSON.stringify(guardada)]).size }
  await guardadas.save(whole)
  return whole
}

async function readPoints({ puntos }: Sesion): Promise<Pick<SesionGuardada, 'trabajos' | 'entregables' | 'vigencias'>> {
  const trabajos: SesionGuardada['trabajos'] = {}
  const vigencias: NonNullable<SesionGuardada['vigencias']> = {}
  const entregables: SesionGuardada['entregables'] = {}
  for (const { clave, exigeVersion } of puntos.flatMap(({ seVota, entregable }) => (seVota && entregable ? [entregable] : []))) {
    const [trabajo, entregable] = await Promise.all([readTrabajo(clave), readEntregable(clave)])
    const vigencia = exigeVersion ? await readVigencia(clave) : null
    if (vigencia?.ok) vigencias[clave] = vigencia.data
    if (trabajo.ok) trabajos[clave] = trabajo.data
    if (entregable.ok) entregables[clave] = entregable.data
  }
  return { trabajos, entregables, vigencias }
}

/** Asks only for files that are not here yet: neither a document nor a version ever changes. Gives the keys of all that are here, and their size. */
async function keepArchivos(
  guardadas: Guardadas,
  { sesion, trabajos, archivos }: SesionGuardada,
): Promise<{ keys: string[]; bytes: number }> {
  const wanted = [...documentosOf(sesion), ...versionesOf(trabajos)]
  const kept: string[] = []
  let bytes = 0
  for (const { key, ask } of wanted) {
    const here = archivos.includes(key) ? await guardadas.readArchivo(key) : null
    const blob = here ?? (await ask())
    if (blob === null) continue
    if (here === null) await guardadas.saveArchivo(key, blob)
    kept.push(key)
    bytes += blob.size
  }
  await Promise.all(archivos.filter((key) => !kept.includes(key)).map((key) => guardadas.removeArchivo(key)))
  return { keys: kept, bytes }
}

function documentosOf({ convocatoria, puntos }: Sesion): Pedido[] {
  const documentos = [...(convocatoria?.documentos ?? []), ...puntos.flatMap((punto) => punto.documentos)]
  return documentos.map(({ id }) => ({
    key: documentoKey(id),
    ask: () => blobOf(outcome(client.GET('/api/v1/documentos/{id}', { params: { path: { id } }, parseAs: 'blob' }))),
  }))
}

function versionesOf(trabajos: SesionGuardada['trabajos']): Pedido[] {
  return Object.entries(trabajos).flatMap(([clave, trabajo]) => {
    const version = versionVotada(trabajo)
    return version ? [{ key: versionKey(clave, version.numero), ask: () => blobOf(readVersion(clave, version.numero)) }] : []
  })
}

async function blobOf(call: ReturnType<typeof readVersion>): Promise<Blob | null> {
  const result = await call
  return result.ok ? result.data : null
}
