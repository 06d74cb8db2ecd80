import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { sha256 } from './canonical.ts'

/** The built visor, by which pages are rendered. */
export interface VisorConstruido {
  /** File with `renderDocument`, for Vue's server renderer. */
  entrada: string
  /** The page without content, with the addresses of this build's files. */
  plantilla: string
  /** What tells this build from any other: the pages of another build name files that this one does not have. */
  construccion: string
}

/** Null where the configuration names no visor, or not both of its halves. */
export function readVisor({ visor, visorServidor: entrada }: Pick<Config, 'visor' | 'visorServidor'>): VisorConstruido | null {
  if (visor === null || entrada === null) return null
  const plantilla = readFileSync(join(visor, 'index.html'), 'utf8')
  return { entrada, plantilla, construccion: sha256(`${sha256(plantilla)}${sha256(readFileSync(entrada))}`).slice(0, 16) }
}
