import { advertirLista } from './advertir.ts'
import { actAs, goOnIn, record, tell, type Contexto } from './contexto.ts'
import { countHallazgos, countResumen, refuseFilas, warnFilas, writePropuestas } from '../filas.queries.ts'
import { ImportacionFila } from '../importacion-fila.entity.ts'
import type { Importacion } from '../importacion.entity.ts'
import { createRegistro } from '../aplicacion/registro.ts'
import { BATCH, juzgar, type InTx } from './revision.ts'

/** Proposes the verdict of each row. Begun again, it says the same again. */
export async function proponer(contexto: Contexto, row: Importacion): Promise<void> {
  const inTx: InTx = (work) => actAs(contexto, row, work)
  const total = await inTx((tx) => tx.countBy(ImportacionFila, { importacionId: row.id }))
  let hechas = 0
  await tell(contexto, row, { hechas, total })
  const juicio = await juzgar(contexto, row, inTx)
  const cargos = await inTx((tx) => contexto.procesos.cargos(tx))
  const registro = createRegistro(juicio.indice, new Map(cargos.map(({ clave, conSuplente }) => [clave, conSuplente])))
  for await (const { propuestas } of juicio.lotes()) {
    await inTx((tx) => writePropuestas(tx, row.id, propuestas))
    registro.add(propuestas)
    await tell(contexto, row, { hechas: (hechas += propuestas.length), total })
  }
  const faults = juicio.cerrar()
  for (const some of batchesOf([...faults])) await inTx((tx) => refuseFilas(tx, row.id, some))
  const advertencias = await advertirLista(contexto, inTx, { row, filas: registro.filas(faults) })
  for (const some of batchesOf([...advertencias])) await inTx((tx) => warnFilas(tx, row.id, some))
  await inTx(async (tx) => {
    const resumen = await countResumen(tx, row.id)
    const hallazgos = await countHallazgos(tx, row.id)
    await goOnIn(contexto, tx, { id: row.id, change: { estatus: 'propuesta', resumen, hallazgos } })
    await record(contexto, tx, {
      row,
      acto: 'importacion.propuesta',
      detalle: { sha256: row.sha256, ...resumen, tratamiento: row.tratamiento },
    })
  })
}

export function batchesOf<T>(items: readonly T[], size = BATCH): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}
