import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { leerIndice, type IndicePublico } from '@conoceles/domain'
import { parseJson } from '@conoceles/domain/typed'
import { archivoDeDatos } from '../verificacion/archivos.ts'

/** A candidatura that has a page in the corte. */
export interface Ficha {
  id: string
}

export function fichasDe(rutas: readonly string[]): Ficha[] {
  return rutas.flatMap((ruta) => /^candidaturas\/([0-9a-f-]{36})$/.exec(ruta)?.[1] ?? []).map((id) => ({ id }))
}

/** Ids with a page in some earlier corte and none in this one, as the manifests in the folder say. */
export async function retiradas(folder: string, cortes: readonly number[], fichas: readonly Ficha[]): Promise<string[]> {
  const before = new Set<string>()
  for (const numero of cortes) {
    const { recursos } = await json<{ recursos: { ruta: string }[] }>(folder, `cortes/${numero}`)
    for (const { id } of fichasDe(recursos.map(({ ruta }) => ruta))) before.add(id)
  }
  for (const { id } of fichas) before.delete(id)
  return [...before].sort()
}

/** Whether the people of the copy are not real: no page of it is for searches. */
export async function esSimulacro(folder: string): Promise<boolean> {
  return (await json<{ simulacro: boolean }>(folder, 'proceso')).simulacro
}

interface Historia {
  versiones: { sha256: string; url: string | null; desde: { numero: number } }[]
}

/** Hashes of every version whose bytes are still public, as the histories in the folder link them. */
export async function versiones(folder: string, fichas: readonly Ficha[]): Promise<string[]> {
  const hashes = new Set<string>()
  for (const { id } of fichas) {
    const historia = await json<Historia>(folder, `candidaturas/${id}/historia`)
    for (const { sha256, url } of historia.versiones) if (url) hashes.add(sha256)
  }
  return [...hashes]
}

/** Data and small photograph of each candidatura under its short name in the index: the same files once more. */
export async function cortas(folder: string, fichas: readonly Ficha[]): Promise<{ from: string; archivo: string }[]> {
  const found: { from: string; archivo: string }[] = []
  for (const [clave, id] of await clavesDe(folder, fichas)) {
    found.push({ from: archivoDeDatos(`candidaturas/${id}`), archivo: archivoDeDatos(`candidaturas/${clave}`) })
    const { fotografia } = await json<{ fotografia: { chica: string } | null }>(folder, `candidaturas/${id}`)
    if (!fotografia) continue
    for (const name of [clave, id]) {
      found.push({ from: fotografia.chica.slice(1), archivo: archivoDeDatos(`candidaturas/${name}/fotografia`) })
    }
  }
  return found
}

/** Addresses of each candidatura that the browser makes: by its short name, its history, its verification. */
export async function sinPagina(folder: string, fichas: readonly Ficha[]): Promise<string[]> {
  const claves = new Map([...(await clavesDe(folder, fichas))].map(([clave, id]) => [id, clave]))
  const found: string[] = []
  for (const { id } of fichas) {
    const { corte } = await json<{ corte: { numero: number } | null }>(folder, `candidaturas/${id}`)
    const clave = claves.get(id)
    found.push(
      `/candidaturas/${id}/historia`,
      ...(clave ? [`/candidaturas/${clave}`] : []),
      ...(corte ? [`/verificar/${corte.numero}/${id}`] : []),
    )
  }
  return found
}

/** The proof that each page leads to, corte by corte; of one that signed no tree its list is the proof. */
export async function pruebas(folder: string, fichas: readonly Ficha[]): Promise<string[]> {
  const byCorte = new Map<number, string[]>()
  for (const { id } of fichas) {
    const { corte } = await json<{ corte: { numero: number } | null }>(folder, `candidaturas/${id}`)
    if (!corte) continue
    const ids = byCorte.get(corte.numero) ?? []
    byCorte.set(corte.numero, ids)
    ids.push(id)
  }
  const found: string[] = []
  for (const [numero, ids] of byCorte) {
    const { cabecera } = await json<{ cabecera: { recursos: { raiz?: string } } }>(folder, `cortes/${numero}`)
    if (cabecera.recursos.raiz) found.push(...ids.map((id) => `cortes/${numero}/candidaturas/${id}`))
  }
  return found
}

/** Beginning of an id, as the index has it → id. */
async function clavesDe(folder: string, fichas: readonly Ficha[]): Promise<Map<string, string>> {
  const indice = await json<IndicePublico>(folder, 'indice')
  const sorted = fichas.map(({ id }) => ({ id, plain: id.replaceAll('-', '') })).sort((a, b) => (a.plain < b.plain ? -1 : 1))
  const claves = leerIndice(indice)
    .map(({ id }) => id)
    .sort()
  const found = new Map<string, string>()
  let at = 0
  for (const clave of claves) {
    while (at < sorted.length && (sorted[at]?.plain ?? '') < clave) at += 1
    const each = sorted[at]
    if (each?.plain.startsWith(clave)) found.set(clave, each.id)
  }
  return found
}

async function json<T>(folder: string, ruta: string): Promise<T> {
  return parseJson<T>(await readFile(join(folder, archivoDeDatos(ruta)), 'utf8'))
}
