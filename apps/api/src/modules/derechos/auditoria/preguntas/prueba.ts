import type { EntityManager } from 'typeorm'
import type { Quien } from '../../../../shared/act.ts'
import type { LecturaBitacoraService } from '../lectura.service.ts'
import { listActosPorNumero, listCabezas, type CabezaRow } from './actos.queries.ts'
import type { Fila } from './respuesta.ts'

export interface ActoProbado {
  n: number
  acto: string
  cuando: string
  hash: string
}

export interface CabezaPublica {
  nombre: string
  firmada: string
  n: number
  hash: string
  /** Public address that holds it. */
  ruta: string
}

export interface Prueba {
  actos: ActoProbado[]
  /** The first head that covers all of them, or the newest where there are none; null: none was signed yet. */
  cabeza: CabezaPublica | null
}

/** On a screen; a file has all. */
export const MOST_ON_SCREEN = 400

/** Acts of these rows, the first `most`, and the signed head that an auditor can compare with a kept one. */
export async function probar(
  { tx, quien, lectura }: { tx: EntityManager; quien: Quien; lectura: LecturaBitacoraService },
  filas: readonly Fila[],
  most = Infinity,
): Promise<Prueba> {
  const numeros = [...new Set(filas.flatMap(({ actos }) => actos))].sort((a, b) => a - b)
  const leidos = await lectura.leer(tx, quien, await listActosPorNumero(tx, numeros.slice(0, most)))
  const last = numeros.at(-1)
  const heads = await listCabezas(tx)
  // That there is nothing is proved by the newest head: it covers the most.
  const covering = last === undefined ? heads[0] : heads.findLast(({ n }) => n >= last)
  return {
    actos: leidos.map(({ row, palabras }) => ({ n: row.n, acto: palabras.acto, cuando: palabras.cuando, hash: row.hash })),
    cabeza: covering ? toPublica(covering, lectura.instante()) : null,
  }
}

function toPublica({ tipo, numero, en, n, hash }: CabezaRow, instante: (iso: string) => string): CabezaPublica {
  const firmada = instante(en.toISOString())
  // A head of the hour is signed by the machine's clock, which a simulacro does not move.
  return tipo === 'corte'
    ? { nombre: `Corte ${numero}`, firmada: `con datos al ${firmada}`, n, hash, ruta: `/api/v1/publico/cortes/${numero}` }
    : {
        nombre: `Cabeza de la hora ${numero}`,
        firmada: `firmada el ${firmada}, por el reloj del servidor`,
        n,
        hash,
        ruta: '/api/v1/publico/bitacora/cabezas',
      }
}
