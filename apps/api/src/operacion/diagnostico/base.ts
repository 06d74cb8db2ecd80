import { Client } from 'pg'
import type { DataSource } from 'typeorm'
import type { Config } from '../../config.ts'
import { DATABASE_ROLES, roleUrl, type DatabaseRole } from '../../database/pools.ts'
import { assertSuperuser } from '../../database/roles.ts'
import { readRow } from '../../database/rows.ts'
import { assertNotNewer, assertServer, readPending } from '../../database/versions.ts'
import { startupSentence } from '../../startup-sentence.ts'
import type { Figures } from '../figures.ts'
import { aviso, bien, falla, type Hallazgo } from './hallazgo.ts'
import { reviewClock } from './reloj.ts'
import { reviewRespaldo } from './respaldo.ts'
import { reviewFigures } from './trabajo.ts'

export interface Base {
  modo: Config['modo']
  /** Connection with the owner's account, not yet open. */
  owner: DataSource
  url: string
  password: (role: DatabaseRole) => string
  figures: readonly Figures[]
  /** Time of this machine, in milliseconds. */
  now: () => number
  /** Personas whose answers no key of the folder opens. */
  cerradas: (owner: DataSource) => Promise<number>
}

const ASUNTO = 'Base de datos'

/** Looks at the database with the owner's account; nothing is changed. */
export async function reviewBase(base: Base): Promise<Hallazgo[]> {
  const { owner } = base
  try {
    await owner.initialize()
    await Promise.all([assertServer(owner), assertSuperuser(owner), assertNotNewer(owner)])
    const pending = await readPending(owner)
    if (pending === null) return [aviso(ASUNTO, 'Contesta, y está vacía.', 'npm run migrar, o inicie el sistema: la prepara.')]
    return [reviewPending(pending), await reviewClock(owner, base.now), ...(pending.length > 0 ? [] : await reviewPrepared(base))]
  } catch (error) {
    return [falla(ASUNTO, startupSentence(error))]
  } finally {
    if (owner.isInitialized) await owner.destroy()
  }
}

function reviewPending(pending: readonly string[]): Hallazgo {
  if (pending.length === 0) return bien(ASUNTO, 'Contesta, y está preparada para esta versión.')
  const faltan = pending.length === 1 ? 'Falta un cambio' : `Faltan ${pending.length} cambios`
  return falla(ASUNTO, `${faltan} de esta versión.`, 'Respáldela; después, npm run migrar.')
}

async function reviewPrepared({ modo, owner, url, password, figures, cerradas }: Base): Promise<Hallazgo[]> {
  const read = await readFigures(owner, figures)
  return [await reviewRoles(url, password), await reviewCerradas(owner, cerradas), reviewFigures(read), ...reviewRespaldo(modo, read)]
}

async function reviewRoles(url: string, password: Base['password']): Promise<Hallazgo> {
  const shut: string[] = []
  for (const role of DATABASE_ROLES) if (!(await entersAs(roleUrl(url, role, password(role))))) shut.push(role)
  if (shut.length === 0) return bien('Cuentas de la base', 'Cada parte del sistema entra con la suya.')
  return falla(
    'Cuentas de la base',
    `La contraseña de la carpeta de llaves no abre: ${shut.join(', ')}.`,
    'Si SECRETOS nombra otra carpeta, corríjalo; si no, npm run migrar pone las de ésta.',
  )
}

async function entersAs(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function reviewCerradas(owner: DataSource, cerradas: Base['cerradas']): Promise<Hallazgo> {
  const shut = await cerradas(owner)
  if (shut === 0) return bien('Respuestas de identidad', 'La llave de esta carpeta las abre.')
  return falla(
    'Respuestas de identidad',
    `Personas cuyas respuestas no abre ninguna llave de la carpeta: ${shut}.`,
    'Traiga del respaldo la carpeta de llaves de esta base (docs/operacion/respaldo.md).',
  )
}

async function readFigures(owner: DataSource, figures: readonly Figures[]): Promise<Record<string, number>> {
  const read = await Promise.all(figures.map(({ sql }) => readRow<Record<string, number>>(owner, sql)))
  return Object.assign({}, ...read)
}
