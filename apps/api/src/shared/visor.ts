import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { canonical, sha256 } from './criptografia/canonical.ts'

/** The built visor, by which pages are rendered. */
export interface VisorConstruido {
  /** File with `renderDocument`, for Vue's server renderer. */
  entrada: string
  /** The page without content, with the addresses of this build's files. */
  plantilla: string
  /** Identifier of this build at this address: pages of another name files or addresses that are not here. */
  construccion: string
}

/** Null where the configuration names no visor, or not both of its halves. */
export function readVisor({
  visor,
  visorServidor: entrada,
  origen,
}: Pick<Config, 'visor' | 'visorServidor' | 'origen'>): VisorConstruido | null {
  if (visor === null || entrada === null) return null
  const plantilla = readFileSync(join(visor, 'index.html'), 'utf8')
  return { entrada, plantilla, construccion: sha256(canonical([sha256(plantilla), sha256(readFileSync(entrada)), origen])).slice(0, 16) }
}
