import type { EntityManager } from 'typeorm'
import { readRows } from '../../../database/rows.ts'

export interface DemarcacionRow {
  clave: string
  tipo: 'entidad' | 'distrito' | 'municipio' | 'comunidad'
  nombre: string
  pertenece: string | null
  cabecera: string | null
}

export async function readDemarcaciones(tx: EntityManager, procesoId: string): Promise<DemarcacionRow[]> {
  return readRows<DemarcacionRow>(
    tx,
    'select clave, tipo, nombre, pertenece, cabecera from captura.demarcacion where proceso_id = $1 order by tipo, clave collate "C"',
    [procesoId],
  )
}

export async function isPublicado(tx: EntityManager, ruta: string): Promise<boolean> {
  const rows = await readRows<unknown>(tx, 'select 1 from publico.recurso where ruta = $1 and hasta_corte is null', [ruta])
  return rows.length > 0
}
