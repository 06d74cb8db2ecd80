import type { EntityManager } from 'typeorm'

/** Whether the legal block of the end of the proceso holds: of what was captured nothing is read any more but case by case. */
export async function datosBloqueados(tx: EntityManager): Promise<boolean> {
  const [row] = (await tx.query('select captura.datos_bloqueados() as bloqueados')) as { bloqueados: boolean }[]
  return row?.bloqueados === true
}

/** What a file says that comes out without answers because of it. */
export const AVISO_BLOQUEO =
  'Los datos de este proceso están bloqueados: terminó el plazo en que se podían usar. Por eso aquí no hay respuestas, o no hay renglones. Sólo la Unidad de Transparencia y auditoría los consultan, de una candidatura a la vez y con motivo.'
