import type { EntityManager } from 'typeorm'

export interface DemarcacionRow {
  clave: string
  tipo: 'entidad' | 'distrito' | 'municipio' | 'comunidad'
  nombre: string
  pertenece: string | null
  cabecera: string | null
}

export async function readDemarcaciones(tx: EntityManager, procesoId: string): Promise<DemarcacionRow[]> {
  return (await tx.query(
    'select clave, tipo, nombre, pertenece, cabecera from captura.demarcacion where proceso_id = $1 order by tipo, clave collate "C"',
    [procesoId],
  )) as DemarcacionRow[]
}

export async function isPublicado(tx: EntityManager, ruta: string): Promise<boolean> {
  const rows = (await tx.query('select 1 from publico.recurso where ruta = $1 and hasta_corte is null', [ruta])) as unknown[]
  return rows.length > 0
}
