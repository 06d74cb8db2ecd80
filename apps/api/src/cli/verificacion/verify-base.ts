import { Client } from 'pg'
import { tramo, type RenglonExtracto } from '@conoceles/domain'
import { messageOf } from '@conoceles/domain/typed'
import { readActos } from './actos.ts'
import { relacionar } from './faltantes.ts'
import { ContradictionError, DivergenceError, UnreadableError } from './faults.ts'

/** Hashes of the bitácora of a database, the first entry first; nothing has to be serving it. */
export async function readBase(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query<{ hash: string }>(`select encode(hash, 'hex') as hash from bitacora.acto order by n`)
    return rows.map(({ hash }) => hash)
  } catch (error) {
    throw new UnreadableError(`No se pudo leer la bitácora de la base de datos: ${messageOf(error)}`)
  } finally {
    await client.end()
  }
}

/**
 * Compares a database with a kept extract: a restored one ends where its backup did. Each hash binds all entries before it, so that after
 * the first different one none is equal.
 * @returns how many entries the extract has.
 */
export async function verifyBase(file: string, base: readonly string[]): Promise<number> {
  const faltan: RenglonExtracto[] = []
  let common = 0
  for await (const line of readActos(file)) {
    if (faltan.length === 0 && base[line.n - 1] === line.hash) common = line.n
    else faltan.push(line)
  }
  if (faltan.length === 0) return common
  if (common === 0 && base.length > 0) throw new ContradictionError('La bitácora de la base no tiene ni un acto en común con el extracto.')
  throw new DivergenceError(
    [
      `La base no tiene ${tramo(common + 1, common + faltan.length)} del extracto.`,
      ...own(base.length - common, common),
      relacionar(faltan),
    ].join('\n'),
  )
}

function own(actos: number, common: number): string[] {
  if (actos === 0) return []
  return [
    `Después del ${common} la base tiene ${actos} de otros: es lo que se ve si se restauró un respaldo y el sistema siguió; si nadie lo restauró, la cadena se volvió a escribir. Aquí no se distingue.`,
  ]
}
