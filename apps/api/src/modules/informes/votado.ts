import type { EntityManager } from 'typeorm'
import { readDocumentosRemitidos } from '../programa/remisiones/index.ts'
import { canonical } from '../../shared/criptografia/canonical.ts'
import type { InformeEmision } from './informe-emision.entity.ts'
import { listEmisiones } from './informes.queries.ts'
import type { FuentesPapel } from './papel.ts'

/** Text of an informe that the Pleno approved. */
export interface TextoVotado {
  /** "el informe mensual de avance…, correspondiente a abril de 2024". */
  nombre: string
  /** Number of the version that was voted, and the emission whose PDF it is. */
  version: number
  emision: InformeEmision
  /** Instant of the approval by the Pleno. */
  aprobadoEn: Date
  /** The version still says that it is a project, and no other has its text without that mark. */
  porEmitir: boolean
}

type Texto = Pick<InformeEmision, 'corteId' | 'textos'>

/** Null: the Pleno approved no version that was emitted here. */
export async function readVotado(
  tx: EntityManager,
  clave: string,
  { procesos, actividades }: Pick<FuentesPapel, 'procesos' | 'actividades'>,
): Promise<TextoVotado | null> {
  const { id: procesoId, catalogos } = await procesos.proceso(tx)
  const details = await actividades.details(tx, [clave])
  const [documento] = await readDocumentosRemitidos(tx, { procesoId, organos: catalogos.organos, actividades }, details)
  if (!documento?.votada?.emitida) return null
  const { nombre, votada, proyecto, aprobaciones } = documento
  const pleno = aprobaciones.find(({ organo }) => organo.aprueba === 'pleno')
  if (!pleno) return null
  const emisiones = await listEmisiones(tx, { procesoId, entregable: clave })
  const emision = emisiones.find(({ huellas }) => huellas.pdf === votada.sha256)
  return emision ? { nombre, version: votada.numero, emision, aprobadoEn: new Date(pleno.en), porEmitir: proyecto } : null
}

/** Whether two emissions say the same: the same frozen figures, with the same texts. */
export function mismoTexto(one: Texto, other: Texto): boolean {
  return one.corteId === other.corteId && canonical(one.textos) === canonical(other.textos)
}

/** An emission of the approved text that no longer says that it is a project. */
export function esLimpia(emision: Texto & Pick<InformeEmision, 'emitidaEn'>, votado: TextoVotado): boolean {
  return mismoTexto(emision, votado.emision) && emision.emitidaEn >= votado.aprobadoEn
}
