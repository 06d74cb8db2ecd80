import type { Pool } from 'pg'

/** Database roles that log in. The migrations grant their rights. */
export const DATABASE_ROLES = ['acceso', 'actor', 'instituto', 'publicador', 'lector'] as const
export type DatabaseRole = (typeof DATABASE_ROLES)[number]

const POOL_SIZE: Record<DatabaseRole, number> = { acceso: 6, actor: 12, instituto: 8, publicador: 2, lector: 8 }

const LIFETIME_S = 900

/** Connections of a pool, and how much work waits for one. */
export interface PoolCounts {
  abiertas: number
  libres: number
  esperan: number
}

export function countsOf({ totalCount, idleCount, waitingCount }: Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>): PoolCounts {
  return { abiertas: totalCount, libres: idleCount, esperan: waitingCount }
}

export interface Place {
  /** Any address of the database: its account gives its place to that of each role. */
  url: string
  password: (role: DatabaseRole) => string
}

export function roleUrl(anyUrl: string, role: DatabaseRole, password: string): string {
  const url = new URL(anyUrl)
  url.username = `conoceles_${role}`
  url.password = password
  return url.toString()
}

/** How PostgreSQL shows whose a connection is. */
export function applicationName(role: DatabaseRole): string {
  return `conoceles ${role}`
}

/** Options of pg for the pool of a role. */
export function poolOptions(role: DatabaseRole) {
  // A connection that is opened anew reads catalogues and plans statements before it answers: it is kept for as long as it may live.
  const life = { idleTimeoutMillis: LIFETIME_S * 1_000, maxLifetimeSeconds: LIFETIME_S }
  const limits = { max: POOL_SIZE[role], connectionTimeoutMillis: 3_000, query_timeout: 8_000, ...life }
  // Statements that do not wait for one another travel together: see `together`.
  return { ...limits, keepAlive: true, pipeline: true }
}
