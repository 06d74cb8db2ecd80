import { PARTES } from './archivos.ts'
import type { Compuesto } from './componer.ts'
import type { Ruta } from './json.ts'

/** A place of a pack as one of its files. */
export interface Ubicacion {
  archivo: string
  en: Ruta
}

/** File of a part of a pack. A computed entry is where its row is. */
export function ubicar(ruta: Ruta, { origen }: Pick<Compuesto, 'origen'>): Ubicacion {
  const [lista, at, ...resto] = ruta
  if (typeof at === 'number' && lista === 'contiendas') return enFila('lugares', origen.contiendas[at], resto)
  if (typeof at === 'number' && lista === 'postulaciones') return enFila('postulaciones', origen.postulaciones[at], resto)
  const [parte] = PARTES.filter((each) => each.ruta.every((paso, index) => paso === ruta[index])).sort(byDepth)
  return parte ? { archivo: parte.archivo, en: [...parte.en, ...ruta.slice(parte.ruta.length)] } : { archivo: 'paquete.json', en: [] }
}

function enFila(lista: string, fila: number | null | undefined, resto: Ruta): Ubicacion {
  return { archivo: `${lista}.json`, en: [lista, ...(fila == null ? [] : [fila, ...resto])] }
}

function byDepth(one: { ruta: Ruta }, other: { ruta: Ruta }): number {
  return other.ruta.length - one.ruta.length
}
