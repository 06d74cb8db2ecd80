import { readRow } from '../../database/rows.ts'
import { bien, falla, type Hallazgo } from './hallazgo.ts'

/** A factor of thirty seconds, and the hour of an acuse, need the same time everywhere. */
const APART_S = 5

/** Compares the clock of this machine with that of the database. `now` in milliseconds. */
export async function reviewClock(source: Parameters<typeof readRow>[0], now: () => number): Promise<Hallazgo> {
  const { segundos } = await readRow<{ segundos: number }>(source, 'select extract(epoch from clock_timestamp())::float8 as segundos')
  const apart = Math.round(Math.abs(segundos - now() / 1_000))
  if (apart <= APART_S) return bien('Reloj', 'Esta máquina y la de la base de datos tienen la misma hora.')
  return falla('Reloj', `Esta máquina y la de la base de datos difieren ${apart} segundos.`, 'Sincronice las dos: timedatectl set-ntp true')
}
