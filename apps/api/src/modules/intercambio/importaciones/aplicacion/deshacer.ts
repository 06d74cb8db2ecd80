import type { EntityManager } from 'typeorm'
import type { CandidaturaListada } from '@conoceles/domain'
import { rewritePalabras } from '../../../registro/index.ts'
import { datosBloqueados } from '../../../../shared/act.ts'
import { lockForImport, updateCandidaturas } from './aplicacion.queries.ts'
import { actAs, goOn, goOnIn, isTaken, record, recordCandidaturas, tell, type Contexto } from '../revision/contexto.ts'
import {
  countCuentas,
  countEstorbos,
  deleteCandidaturas,
  deleteWhatWasNamed,
  forgetFilas,
  parkRestored,
  readCreadas,
} from './deshacer.queries.ts'
import { type Guardada, walkFilas } from '../filas.queries.ts'
import type { Importacion } from '../importacion.entity.ts'
import { batchesOf } from '../revision/proponer.ts'
import { BATCH } from '../revision/revision.ts'

/** Why an import cannot be undone now, as sentences; empty when it can. */
export async function razonesContraDeshacer(contexto: Contexto, tx: EntityManager, row: Importacion): Promise<string[]> {
  if (row.estatus !== 'confirmada') return ['Sólo se deshace una importación confirmada.']
  if (await datosBloqueados(tx)) return ['El proceso concluyó y sus datos están bloqueados por ley.']
  const { tocadas, entregadas, faltan } = await countEstorbos(tx, row)
  const cuentas = await countCuentas(tx, contexto.deps.databases.acceso.manager, row.id)
  const counts: [number, string][] = [
    [tocadas, 'ya tienen captura, un cambio u otra importación posterior'],
    [entregadas, 'ya tienen sus cuentas de captura entregadas'],
    [cuentas, 'ya tienen la cuenta de su persona candidata'],
    [faltan, 'ya no existen'],
  ]
  return counts.filter(([count]) => count > 0).map(([count, what]) => `De sus candidaturas, ${count} ${what}.`)
}

/**
 * Removes all that an import created and gives back all that it changed, or nothing. The publisher withdraws their public data in the next
 * corte; the cortes before keep them.
 */
export async function deshacer(contexto: Contexto, row: Importacion): Promise<void> {
  const razones = await attempt(contexto, row).catch((error: unknown) => {
    if (isTaken(error)) return [TAKEN]
    throw error
  })
  if (razones.length > 0) await goOn(contexto, row, { estatus: 'confirmada', falla: razones.join(' '), cerradaEn: row.cerradaEn })
}

const TAKEN = 'El lugar que alguna candidatura tenía antes ya lo ocupa otra. No se deshizo nada.'

function attempt(contexto: Contexto, row: Importacion): Promise<string[]> {
  return actAs(contexto, row, async (tx) => {
    await lockForImport(tx, row)
    const razones = await razonesContraDeshacer(contexto, tx, { ...row, estatus: 'confirmada' })
    if (razones.length === 0) await undoIn(contexto, tx, row)
    return razones
  })
}

async function undoIn(contexto: Contexto, tx: EntityManager, row: Importacion): Promise<void> {
  const creadas = await readCreadas(tx, row.id)
  const total = creadas.length + row.resumen.cambiar
  let hechas = 0
  const advance = (filas: number) => tell(contexto, row, { hechas: (hechas += filas), total })
  const others = new Set<string>()
  for (const ids of batchesOf(creadas)) {
    for (const formato of contexto.formatos.filter(({ clave }) => clave === row.formato)) await formato.deshacer(tx, ids)
    for (const other of await deleteCandidaturas(tx, ids)) others.add(other)
    await advance(ids.length)
  }
  const restauradas = await restore(contexto, tx, { row, advance })
  await forgetFilas(tx, row.id)
  await recordCandidaturas(contexto, tx, { row, acto: 'candidatura.retirada', candidaturas: creadas })
  await recordCandidaturas(contexto, tx, { row, acto: 'candidatura.actualizada', candidaturas: restauradas })
  // Public pages of other members of their fórmulas name them.
  const retiradas = new Set(creadas)
  const candidaturas = [...others].filter((id) => !retiradas.has(id))
  const detalle = { retiradas: creadas.length, restauradas: restauradas.length, candidaturas, acuerdos: row.creado?.acuerdo ?? [] }
  await record(contexto, tx, { row, acto: 'importacion.deshecha', detalle })
  // After the bitácora: its listeners let go of these rows first.
  await deleteWhatWasNamed(tx, row.creado ?? {})
  await goOnIn(contexto, tx, { id: row.id, change: { estatus: 'deshecha', falla: null } })
}

async function restore(
  contexto: Contexto,
  tx: EntityManager,
  { row, advance }: { row: Importacion; advance: (filas: number) => Promise<void> },
): Promise<string[]> {
  await parkRestored(tx, row.id)
  const restored: string[] = []
  for await (const batch of walkFilas((work) => work(tx), { id: row.id, veredicto: 'cambiar', size: BATCH })) {
    const antes = batch.flatMap((guardada): CandidaturaListada[] => (guardada.antes ? [guardada.antes] : []))
    for (const formato of contexto.formatos.filter(({ clave }) => clave === row.formato)) await formato.retirar(tx, answered(batch))
    const ids = (await updateCandidaturas(tx, row.procesoId, antes)).map(({ id }) => id)
    await rewritePalabras(tx, row.procesoId, ids)
    restored.push(...ids)
    await advance(batch.length)
  }
  return restored
}

/** Candidaturas to which the rows brought answers. */
function answered(batch: readonly Guardada[]): string[] {
  return batch.flatMap(({ cambios, candidaturaId }) =>
    candidaturaId && cambios.some(({ campo }) => campo === 'respuestas') ? [candidaturaId] : [],
  )
}
