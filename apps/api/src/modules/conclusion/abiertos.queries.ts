import type { EntityManager } from 'typeorm'
import { estaCerrada, estatusDerecho, type Derecho, type EstatusDerecho, type SolicitudDerecho } from '@conoceles/domain'

interface Solicitud extends Pick<SolicitudDerecho, 'hechos'> {
  folio: string
  derecho: Derecho
}

const CUAL: Record<Derecho, string> = {
  acceso: 'acceso',
  rectificacion: 'rectificación',
  cancelacion: 'cancelación',
  oposicion: 'oposición',
}

const COMO: Partial<Record<EstatusDerecho, string>> = {
  en_tramite: 'falta responderla',
  prevenida: 'falta que la persona la complete',
  procedente: 'procede y falta hacerla efectiva',
  bloqueada: 'sus datos están bloqueados y falta suprimirlos',
}

/** Matters that a stage would overtake, in sentences without the name of anybody: requests about data, and bloqueos that wait for a second person. */
export async function listAbiertos(tx: EntityManager): Promise<string[]> {
  const solicitudes = (await tx.query('select folio, derecho, hechos from captura.derechos_por_concluir()')) as Solicitud[]
  const [{ propuestos, vigentes } = { propuestos: 0, vigentes: 0 }] = (await tx.query(
    `select count(*) filter (where estatus = 'propuesto')::int as propuestos, count(*) filter (where estatus = 'vigente')::int as vigentes
     from captura.bloqueo`,
  )) as { propuestos: number; vigentes: number }[]
  const open = solicitudes.filter((each) => !estaCerrada(estatusDerecho(each)))
  return [
    ...open.map((each) => `Solicitud ${each.folio}, de ${CUAL[each.derecho]}: ${COMO[estatusDerecho(each)] ?? 'sigue abierta'}.`),
    ...(propuestos > 0 ? [`Bloqueos de datos que esperan a una segunda persona: ${propuestos}.`] : []),
    ...(vigentes > 0 ? [`Bloqueos de datos vigentes: ${vigentes}.`] : []),
  ]
}
