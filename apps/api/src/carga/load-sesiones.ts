import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { ProcesoPack } from '@conoceles/domain'
import { Integrante, Sesion } from '../modules/programa/sesiones/index.ts'
import { insertInBatches, must } from './rows.ts'

interface Loading {
  procesoId: string
  simulacro: boolean
}

/** The sesiones that the programme tells or foresees, and who holds which charge. A simulacro names no real person: its members are synthetic. */
export async function loadSesiones(tx: EntityManager, pack: ProcesoPack, { procesoId, simulacro }: Loading): Promise<void> {
  const rows = pack.programa.sesiones.map(({ organo, tipo, numero, anio, fecha, celebrada, cita }): Sesion => ({
    ...{ id: randomUUID(), procesoId, organo, tipo, numero, anio, fecha },
    ...{ hora: null, modalidad: 'presencial', lugar: null, estatus: celebrada ? 'celebrada' : 'programada', version: 1 },
    ...{ puntos: [], convocatoria: null, historia: [], actaId: null, actaFecha: null, relato: null },
    fuente: `Programa de trabajo, calendario de sesiones ordinarias: «${cita.dice}»`,
  }))
  await insertInBatches(tx, Sesion, rows)
  if (!simulacro) await insertInBatches(tx, Integrante, toIntegrantes(pack, procesoId))
}

/** Lists each titular before her suplentes. */
function toIntegrantes({ integraciones }: ProcesoPack, procesoId: string): Integrante[] {
  const ids = new Map(integraciones.map(({ clave }) => [clave, randomUUID()]))
  return [...integraciones]
    .sort((one, other) => Number(one.suple !== null) - Number(other.suple !== null))
    .map(({ clave, suple, ...rest }) => ({
      ...rest,
      id: must(ids.get(clave), clave),
      procesoId,
      suple: suple === null ? null : must(ids.get(suple), suple),
      ...{ documentoId: null, termino: null, terminoDocumentoId: null, registradoEn: null, registradoPor: null, cuentaId: null },
    }))
}
