import type { Config } from '../../config.ts'
import type { Databases } from '../../database/databases.ts'
import { readRow } from '../../database/rows.ts'
import { createCorreo } from '../../shared/correo.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Figures } from '../figures.ts'
import { reviewSettings } from './ajustes.ts'
import { reviewMail } from './correo.ts'
import { reviewAddress } from './direcciones.ts'
import { inOrder, type Hallazgo } from './hallazgo.ts'
import { reviewKeys } from './llaves.ts'
import { reviewMachine } from './maquina.ts'
import { reviewClock } from './reloj.ts'
import { reviewRespaldo } from './respaldo.ts'
import { reviewFigures } from './trabajo.ts'

export interface EnMarcha {
  config: Config
  databases: Databases
  clock: Clock
  /** Numbers that the chapters count. */
  figures: readonly Figures[]
}

/** The diagnosis that a serving process makes of itself: without the owner's account, it looks at the database through its own. */
export async function diagnoseRunning({ config, databases, clock, figures }: EnMarcha): Promise<Hallazgo[]> {
  const now = () => clock.system().epochMilliseconds
  const read = figures.map(({ role, sql }) => readRow<Record<string, number>>(databases[role], sql))
  const found = await Promise.all([
    reviewMachine(config),
    reviewClock(databases.instituto, now),
    Promise.all(read).then((rows) => reviewWork(config.modo, Object.assign({}, ...rows))),
    reviewMail(createCorreo(config, clock)),
    ...pagesOf(config).map((page) => reviewAddress(page, now)),
  ])
  return inOrder([...reviewSettings(config), ...reviewKeys(config.secretos), ...found.flat()])
}

function reviewWork(modo: Config['modo'], read: Readonly<Record<string, number>>): Hallazgo[] {
  return [reviewFigures(read), ...reviewRespaldo(modo, read)]
}

/** First page of each app, where people open them. */
export function pagesOf({ origen, origenConsola }: Pick<Config, 'origen' | 'origenConsola'>): string[] {
  return [`${origen}/`, `${origenConsola}/consola/`]
}
