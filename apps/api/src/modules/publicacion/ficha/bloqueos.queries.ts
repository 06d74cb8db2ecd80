import type { EntityManager } from 'typeorm'
import type { AlcanceBloqueo } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'

interface BloqueoRow {
  candidaturaId: string
  alcance: AlcanceBloqueo
  clave: string | null
}

/** Bloqueos of a day, by candidatura: one covers a persona, and so every candidatura of hers. */
export class Bloqueos {
  private readonly rows: ReadonlyMap<string, readonly BloqueoRow[]>

  constructor(rows: readonly BloqueoRow[]) {
    const found = new Map<string, BloqueoRow[]>()
    for (const row of rows) found.set(row.candidaturaId, [...(found.get(row.candidaturaId) ?? []), row])
    this.rows = found
  }

  some(id: string): boolean {
    return this.rows.has(id)
  }

  /** Whether nothing of the persona may be shown, her name neither. */
  persona(id: string): boolean {
    return (this.rows.get(id) ?? []).some(({ alcance }) => alcance === 'persona')
  }

  /** Claves of the sections, or of the fields, that may not be shown. */
  claves(id: string, alcance: 'seccion' | 'campo'): string[] {
    return (this.rows.get(id) ?? []).flatMap((row) => (row.alcance === alcance && row.clave !== null ? [row.clave] : []))
  }
}

export async function readBloqueos(tx: EntityManager, hoy: string): Promise<Bloqueos> {
  const rows = await readRows<BloqueoRow>(
    tx,
    `select c.id as "candidaturaId", b.alcance, b.clave from captura.bloqueo b join captura.candidatura c on c.persona_id = b.persona_id
     where (b.estatus = 'vigente' or b.estatus = 'propuesto' and b.provisional_hasta >= $1::date)
       and (b.hasta is null or b.hasta >= $1::date)`,
    [hoy],
  )
  return new Bloqueos(rows)
}
