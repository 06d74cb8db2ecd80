import { setImmediate } from 'node:timers/promises'
import { advertirRegistro, type Advertencia, type AdvertenciaFila, type ReglaPack } from '@conoceles/domain'
import type { Contexto } from './contexto.ts'
import type { Importacion } from '../importacion.entity.ts'
import type { FilaLista } from '../aplicacion/registro.ts'
import type { InTx } from './revision.ts'
import { readVecinas } from './vecinas.queries.ts'

/** Warnings of the pack's rules, by row, about the register with this list in it. They stop nothing. */
export async function advertirLista(
  { procesos }: Contexto,
  inTx: InTx,
  { row, filas }: { row: Importacion; filas: readonly FilaLista[] },
): Promise<Map<number, AdvertenciaFila[]>> {
  const { catalogos, jornada } = await inTx((tx) => procesos.proceso(tx))
  const vecinas = await inTx((tx) => readVecinas(tx, row.procesoId, postulacionesOf(filas)))
  const listed = new Set(filas.map(({ clave }) => clave))
  const all = filas.concat(vecinas.filter(({ clave }) => !listed.has(clave)))
  const found = new Map<number, AdvertenciaFila[]>()
  for (const [some, reglas] of shares(all, catalogos.reglas)) {
    addTo(found, advertirRegistro(some, reglas, jornada))
    // A hundred thousand rows at one go would keep everybody else waiting.
    await setImmediate()
  }
  return found
}

const SHARE = 2_000

/** Most rules look at one contienda at a time; that a persona stands in two places, only the whole shows. */
function* shares(filas: readonly FilaLista[], reglas: readonly ReglaPack[]): Generator<[FilaLista[], ReglaPack[]]> {
  const whole = reglas.filter(({ tipo }) => tipo === 'personas_incompatibles')
  const local = reglas.filter((regla) => !whole.includes(regla))
  let share: FilaLista[] = []
  for (const group of byContienda(filas)) {
    share = share.concat(group)
    if (share.length < SHARE) continue
    yield [share, local]
    share = []
  }
  yield [share, local]
  yield [[...filas], whole]
}

function byContienda(filas: readonly FilaLista[]): Iterable<FilaLista[]> {
  const groups = new Map<string, FilaLista[]>()
  for (const fila of filas) {
    const group = groups.get(fila.contienda)
    if (group) group.push(fila)
    else groups.set(fila.contienda, [fila])
  }
  return groups.values()
}

/** Adds warnings to the rows of the list; named candidaturas that are no rows are left out. */
function addTo(found: Map<number, AdvertenciaFila[]>, advertencias: readonly Advertencia[]): void {
  for (const { regla, texto, candidaturas } of advertencias) {
    for (const fila of candidaturas.map(Number).filter(Number.isInteger)) {
      const known = found.get(fila)
      if (known) known.push({ regla: regla.clave, columna: null, texto })
      else found.set(fila, [{ regla: regla.clave, columna: null, texto }])
    }
  }
}

function postulacionesOf(filas: readonly FilaLista[]): { contienda: string; actor: string }[] {
  return [...new Map(filas.map(({ contienda, actor }) => [`${contienda}|${actor}`, { contienda, actor }])).values()]
}
