import type { EntityManager } from 'typeorm'
import { trimEndOf } from '@conoceles/domain/texto'

/** One file of an expediente, which is read only when its turn comes: together they may be hundreds of megabytes. */
export interface Piece {
  /** Path inside the expediente: ASCII, without blanks. */
  ruta: string
  /** Title for people. */
  titulo: string
  /** Claves of the entregables that it belongs to. */
  entregables: string[]
  /** Object whose acts in the bitácora go along. */
  objeto: { tipo: string; id: string } | null
  /** Paper of a sesión that the system writes to be signed: the bitácora notes its hash, so that it is known if it comes back unsigned. */
  impresa?: { sesion: string; hoja: string; formato: 'pdf' | 'docx' }
  /** `inTx` runs one short transaction; nothing slow happens inside it. */
  read(inTx: InTx): Promise<Buffer>
}

export type InTx = <T>(work: (tx: EntityManager) => Promise<T>) => Promise<T>

/** Pieces that a module has for these entregables. Each module exports its own; app.ts composes them. */
export type Contributor = (tx: EntityManager, entregables: readonly string[]) => Promise<Piece[]>

/** A part of a path: any sign but a letter, digit, dot or tilde becomes a hyphen. A clave has a slash, which reads as a tilde. */
export function pathPart(text: string): string {
  const part = text
    .replaceAll('/', '~')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9.~]+/g, '-')
    .replace(/^[-.]+/, '')
  return trimEndOf(part, '-.').slice(0, 80)
}
