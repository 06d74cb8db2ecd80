import { randomUUID } from 'node:crypto'
import { NONE_OWN } from './propias.ts'
import type { Seccion } from './seccion.entity.ts'
import type { Vigente } from '../vigentes/vigentes.ts'

const NEVER_SENT = {
  validadas: null,
  versionValidada: null,
  validadasCuestionarioId: null,
  verificadas: null,
  verificadaEn: null,
  versionVerificada: null,
  verificadasCuestionarioId: null,
  reabierta: false,
}

/** A section that nobody saved yet. */
export function seccionNueva(
  candidaturaId: string,
  vigente: Vigente,
  clave: string,
): Omit<Seccion, 'estatus' | 'version' | 'guardadaEn' | 'extemporanea'> {
  return { id: randomUUID(), candidaturaId, cuestionarioId: vigente.row.id, clave, respuestas: null, ...NONE_OWN, ...NEVER_SENT }
}
