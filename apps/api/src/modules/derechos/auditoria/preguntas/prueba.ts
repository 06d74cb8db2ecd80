import type { EntityManager } from 'typeorm'
import type { Quien } from '../../../../shared/act.ts'
import type { LecturaBitacoraService } from '../lectura.service.ts'
import { listActosPorNumero, listCabezas, nombreCabeza, type CabezaRow } from './actos.queries.ts'
import type { Fila } from './respuesta.ts'

export interface ActoProbado {
  n: number
  acto: string
  cuando: string
  hash: string
  /** The first head that covers it; null: none yet. */
  cabeza: string | null
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
  /** How many acts the rows rest on, and those that no head covers yet. */
  total: number
  sinCubrir: number[]
  /** The first head that covers as many of them as any does, or the newest where there are none; null: none covers any. */
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
  const heads = (await listCabezas(tx)).filter(({ coincide }) => coincide)
  const covering = (n: number) => heads.findLast((head) => head.n >= n)
  const last = numeros.findLast((n) => covering(n) !== undefined)
  // That there is nothing is proved by the newest head: it covers the most.
  const cabeza = numeros.length === 0 ? heads[0] : last === undefined ? undefined : covering(last)
  return {
    actos: leidos.map(({ row: { n, hash }, palabras: { acto, cuando } }) => ({ n, acto, cuando, hash, cabeza: nombreDe(covering(n)) })),
    total: numeros.length,
    sinCubrir: numeros.filter((n) => covering(n) === undefined),
    cabeza: cabeza ? toPublica(cabeza, lectura.instante()) : null,
  }
}

function nombreDe(head: CabezaRow | undefined): string | null {
  return head ? nombreCabeza(head) : null
}

function toPublica({ tipo, numero, en, n, hash }: CabezaRow, instante: (iso: string) => string): CabezaPublica {
  const firmada = instante(en.toISOString())
  // A head of the hour is signed by the machine's clock, which a simulacro does not move.
  return tipo === 'corte'
    ? { nombre: nombreCabeza({ tipo, numero }), firmada: `con datos al ${firmada}`, n, hash, ruta: `/api/v1/publico/cortes/${numero}` }
    : {
        nombre: nombreCabeza({ tipo, numero }),
        firmada: `firmada el ${firmada}, por el reloj del servidor`,
        n,
        hash,
        ruta: '/api/v1/publico/bitacora/cabezas',
      }
}
