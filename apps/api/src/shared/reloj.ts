import type { FastifyBaseLogger } from 'fastify'
import { ConfigError } from '../config.ts'
import type { Asked } from '../database/reader.ts'
import { readRelojes } from '../database/relojes.ts'
import type { PublicDeps } from './deps.ts'
import { tellRepeated } from './http/repeated.ts'

/** A real proceso is never served with the settings of a simulacro, nor the other way round. */
export async function assertModo({ modo, relojMovible }: PublicDeps['config'], tx: Asked): Promise<void> {
  const relojes = await readRelojes(tx)
  if (relojes.some(({ simulacro }) => simulacro) && modo === 'produccion') {
    throw new ConfigError('La base de datos contiene un simulacro: no se sirve como proceso real.')
  }
  if (relojes.some(({ simulacro }) => !simulacro) && relojMovible) {
    throw new ConfigError('La base de datos contiene un proceso real: su reloj no se mueve.')
  }
}

type Following = Pick<PublicDeps, 'config' | 'clock'>

/** Takes the zone of the proceso, which may have been loaded meanwhile, and the hour of a simulacro, which may have moved in another process. */
export async function syncClock({ config, clock }: Following, tx: Asked): Promise<void> {
  const [reloj] = await readRelojes(tx)
  if (!reloj) return
  clock.setZona(reloj.zona)
  if (config.relojMovible) clock.setOffset(Number(reloj.desfase))
}

const EVERY_MS = 1_000

/** Reads the clock from the proceso again and again: it changes in every process. */
export function followClock({ log, ...deps }: Following & { log: FastifyBaseLogger }, source: Asked): NodeJS.Timeout {
  const tell = tellRepeated((error) => log.error({ err: error }, 'clock not read'))
  const follow = () => syncClock(deps, source).catch(tell)
  return setInterval(() => void follow(), EVERY_MS).unref()
}
