import type { EntityManager } from 'typeorm'
import { rechazarFila, type FilaPropuesta } from '@conoceles/domain'
import { canonical, sha256 } from '../../../../shared/criptografia/canonical.ts'
import { lockForImport } from './aplicacion.queries.ts'
import { actAs, goOn, goOnIn, isTaken, quienDe, recordCandidaturas, tell, type Contexto, objetoDe } from '../revision/contexto.ts'
import { escribir, type Escritura } from './escritura.ts'
import { closeFilas, keepAntes, readIguales, walkFilas, type Guardada } from '../filas.queries.ts'
import type { Importacion } from '../importacion.entity.ts'
import { BATCH, juzgar, type InTx, type Juicio, type Lote } from '../revision/revision.ts'

/** Writes the shown verdicts, all or nothing. When the data changed since, the list is reviewed again and nothing is written. */
export async function aplicar(contexto: Contexto, row: Importacion): Promise<void> {
  try {
    await actAs(contexto, row, (tx) => applyIn(contexto, tx, row))
  } catch (error) {
    if (!(error instanceof OtherThanShown) && !isTaken(error)) throw error
    await goOn(contexto, row, { estatus: 'revisando', falla: CHANGED })
  }
}

const CHANGED = 'Los datos cambiaron desde la revisión y no se escribió nada. Se revisó de nuevo: vea qué cambió y vuelva a confirmar.'

class OtherThanShown extends Error {}

async function applyIn(contexto: Contexto, tx: EntityManager, row: Importacion): Promise<void> {
  await lockForImport(tx, row)
  const { crear, cambiar, igual, rechazar } = row.resumen
  const total = crear + cambiar + igual + rechazar
  let hechas = 0
  const advance = (filas: number) => tell(contexto, row, { hechas: (hechas += filas), total: total + crear + cambiar })
  const inTx: InTx = (work) => work(tx)
  const juicio = await juzgar(contexto, row, inTx)
  await assertAsShown(juicio, { advance, keep: (lote) => keepAntes(tx, row.id, antesOf(lote)) })
  const escritura = await escribir(contexto, tx, { row, juicio, advance })
  if (juicio.formato && juicio.libro) {
    const conocidas = new Map([...escritura.cambiadas, ...(await readIguales(tx, row))])
    const escritas = { creadas: escritura.creadas, conocidas }
    await juicio.formato.escribir(tx, quienDe(row), { libro: juicio.libro, escritas })
  }
  await conclude(contexto, tx, { row, escritura, claves: await finishFilas(tx, row) })
}

interface Check {
  advance(filas: number): Promise<void>
  keep(lote: Lote): Promise<void>
}

/** Demands the same verdicts on the present data. Refusals by the whole list are compared once all of it was read. */
async function assertAsShown(juicio: Juicio, { advance, keep }: Check): Promise<void> {
  const other = new Map<number, { propuesta: FilaPropuesta; shown: string }>()
  for await (const lote of juicio.lotes()) {
    for (const propuesta of lote.propuestas) {
      const shown = shownOf(lote.guardadas.get(propuesta.fila))
      if (shownOf(propuesta) !== shown) other.set(propuesta.fila, { propuesta, shown })
    }
    await keep(lote)
    await advance(lote.propuestas.length)
  }
  const faults = juicio.cerrar()
  const same = [...other].every(([fila, { propuesta, shown }]) => shownOf(rechazarFila(propuesta, faults.get(fila) ?? [])) === shown)
  const all = [...faults.keys()].every((fila) => other.has(fila))
  if (!same || !all) throw new OtherThanShown()
}

function shownOf(row: Pick<Guardada, 'veredicto' | 'cambios' | 'errores'> | undefined): string {
  return row ? canonical({ veredicto: row.veredicto, cambios: row.cambios, errores: row.errores }) : ''
}

function antesOf({ propuestas, actuales }: Lote): Parameters<typeof keepAntes>[2] {
  return propuestas
    .filter(({ veredicto }) => veredicto === 'cambiar')
    .flatMap(({ fila, candidatura }) => {
      const actual = actuales.get(candidatura?.clave ?? '')
      if (!actual) return []
      const { estatus: _estatus, conCaptura: _conCaptura, ...antes } = actual
      return [[fila, antes]]
    })
}

/** The claves of all rows that were accepted. */
async function finishFilas(tx: EntityManager, row: Importacion): Promise<string[]> {
  const claves: string[] = []
  for await (const batch of walkFilas((work) => work(tx), { id: row.id, size: BATCH })) {
    await closeFilas(
      tx,
      row,
      batch.map(({ fila }) => fila),
    )
    claves.push(...batch.flatMap(({ veredicto, clave }) => (veredicto === 'rechazar' || clave === null ? [] : [clave])))
  }
  return claves
}

/** Acuse and bitácora; the candidaturas are named in entries of their own, the claves by their hash. */
async function conclude(
  contexto: Contexto,
  tx: EntityManager,
  { row, escritura, claves }: { row: Importacion; escritura: Escritura; claves: string[] },
): Promise<void> {
  const { creadas, cambiadas, creado } = escritura
  const counts = { creadas: creadas.size, cambiadas: cambiadas.size, omitidas: row.resumen.rechazar }
  const huella = sha256(canonical([...claves].sort()))
  const acuse = await contexto.acts.performIn(tx, quienDe(row), {
    acto: 'importacion.confirmada',
    objeto: objetoDe(row),
    lock: () => Promise.resolve(row),
    change: async ({ folio }) => {
      await recordCandidaturas(contexto, tx, { row, acto: 'candidatura.registrada', candidaturas: [...creadas.values()] })
      await recordCandidaturas(contexto, tx, { row, acto: 'candidatura.actualizada', candidaturas: [...cambiadas.values()] })
      const recibido = { importacion: row.id, archivo: row.sha256, claves: huella, ...counts }
      return { recibido, detalle: { ...counts, claves: huella, folio } }
    },
    answer: (done) => done.acuse,
  })
  const change = { estatus: 'confirmada', acuse: { ...acuse }, creado, falla: null } as const
  await goOnIn(contexto, tx, { id: row.id, change })
}
