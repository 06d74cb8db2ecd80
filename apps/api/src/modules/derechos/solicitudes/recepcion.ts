import type { EntityManager } from 'typeorm'
import { cleanLine, longDate, type Derecho, type MedioDerecho } from '@conoceles/domain'
import { Candidatura } from '../../registro/index.ts'
import type { Quien } from '../../../shared/act.ts'
import { readComienzo } from './derechos.queries.ts'
import { correoOf } from './documentos/acuse-correo.service.ts'
import { invalida as refused } from './errores.ts'
import type { SolicitudDerecho } from './solicitud-derecho.entity.ts'

export interface Recibir {
  candidaturaId: string
  derecho: Derecho
  recibida?: string
  descripcion: string
  tambien?: Derecho[]
  medio?: MedioDerecho
  folioPnt?: string
  representante?: string
  domicilio?: string
}

/** Facts written down of a request as it arrives. */
export type Recepcion = Pick<
  SolicitudDerecho,
  | 'candidaturaId'
  | 'procesoId'
  | 'recibida'
  | 'derecho'
  | 'escritoId'
  | 'descripcion'
  | 'medio'
  | 'folioPnt'
  | 'representante'
  | 'domicilio'
  | 'correo'
>

/** The persona asks about her own data alone; the Unidad receives requests of anybody. */
export async function demandPersona(tx: EntityManager, { candidaturaId }: Recibir, quien: Quien): Promise<void> {
  if (quien.rol === 'candidata') {
    if (candidaturaId !== quien.candidaturaId) throw refused('candidaturaId', 'Sólo puede pedir sobre sus propios datos.')
  } else if (!(await tx.existsBy(Candidatura, { id: candidaturaId }))) throw refused('candidaturaId', 'Elija a la persona.')
}

/** A year typed wrong would be born overdue, and no act mends it. */
export async function demandWithin(tx: EntityManager, procesoId: string, recibida: string): Promise<void> {
  const comienzo = await readComienzo(tx, procesoId)
  if (comienzo !== null && recibida < comienzo)
    throw refused('recibida', `No puede ser anterior al ${longDate(comienzo)}, en que comienza el programa de trabajo del proceso.`)
}

export function recepcionOf(
  { candidaturaId, descripcion, medio, folioPnt, representante, domicilio }: Recibir,
  { own }: { own: boolean },
): Pick<Recepcion, 'candidaturaId' | 'descripcion' | 'medio' | 'folioPnt' | 'representante' | 'domicilio' | 'correo'> {
  const line = (text: string | undefined) => cleanLine(text ?? '') || null
  return {
    ...{ candidaturaId, descripcion: descripcion.trim(), medio: own ? 'sistema' : (medio ?? null) },
    ...{ folioPnt: line(folioPnt), representante: line(representante), domicilio: line(domicilio), correo: correoOf(line(domicilio)) },
  }
}
