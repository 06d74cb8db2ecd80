import type { EntityManager } from 'typeorm'
import {
  estaCerrada,
  estatusDerecho,
  estatusVulneracion,
  longDate,
  recursoAbierto,
  recursoDe,
  vulneracionAbierta,
  type Derecho,
  type EstatusDerecho,
  type EstatusVulneracion,
  type SolicitudDerecho,
} from '@conoceles/domain'
import type { ActividadesService } from '../../programa/actividades/index.ts'
import { Vulneracion } from '../vulneraciones/index.ts'
import { readRows } from '../../../database/rows.ts'

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

const FALTA_DE_VULNERACION: Partial<Record<EstatusVulneracion, string>> = {
  en_analisis: 'falta decidir si afecta los derechos de alguien',
  por_redactar: 'faltan sus notificaciones',
  por_confirmar: 'falta confirmar sus notificaciones',
  por_enviar: 'falta enviar sus notificaciones',
}

/**
 * Matters that a stage would overtake, in sentences without the name of anybody: requests about data and their appeals, bloqueos, breaches, and what
 * is overdue with the INE.
 */
export async function listAbiertos(tx: EntityManager, actividades: Pick<ActividadesService, 'panorama'>): Promise<string[]> {
  return [
    ...(await listSolicitudes(tx)),
    ...(await listBloqueos(tx)),
    ...(await listVulneraciones(tx)),
    ...(await listVencidos(tx, actividades)),
  ]
}

async function listSolicitudes(tx: EntityManager): Promise<string[]> {
  const solicitudes = await readRows<Solicitud>(tx, 'select folio, derecho, hechos from captura.derechos_por_concluir()')
  return solicitudes.flatMap((each) => {
    const { folio, derecho, hechos } = each
    const [estatus, cual] = [estatusDerecho(each), CUAL[derecho]]
    const recurso = recursoDe(hechos)
    const falta = recurso?.estatus === 'resuelto' ? 'falta cumplir lo que resolvió el garante' : 'tiene un recurso de revisión sin resolver'
    return [
      ...(estaCerrada(estatus) ? [] : [`Solicitud ${folio}, de ${cual}: ${COMO[estatus] ?? 'sigue abierta'}.`]),
      ...(recursoAbierto(recurso) ? [`Solicitud ${folio}, de ${cual}: ${falta}.`] : []),
    ]
  })
}

async function listBloqueos(tx: EntityManager): Promise<string[]> {
  const [{ propuestos, vigentes } = { propuestos: 0, vigentes: 0 }] = await readRows<{ propuestos: number; vigentes: number }>(
    tx,
    `select count(*) filter (where estatus = 'propuesto')::int as propuestos, count(*) filter (where estatus = 'vigente')::int as vigentes
     from captura.bloqueo`,
  )
  return [
    ...(propuestos > 0 ? [`Bloqueos de datos que esperan a una segunda persona: ${propuestos}.`] : []),
    ...(vigentes > 0 ? [`Bloqueos de datos vigentes: ${vigentes}.`] : []),
  ]
}

/** Open breaches; none for a role that may not read their register. */
async function listVulneraciones(tx: EntityManager): Promise<string[]> {
  const rows = await tx.find(Vulneracion, { select: { id: true, folio: true, hechos: true }, order: { halladaEn: 'ASC', id: 'ASC' } })
  return rows.flatMap(({ folio, hechos }) => {
    const estatus = estatusVulneracion({ hechos })
    return vulneracionAbierta(estatus) ? [`Vulneración ${folio}: ${FALTA_DE_VULNERACION[estatus] ?? 'sigue abierta'}.`] : []
  })
}

/** How many are overdue, and then each by its number and name. */
async function listVencidos(tx: EntityManager, actividades: Pick<ActividadesService, 'panorama'>): Promise<string[]> {
  const { entregables } = await actividades.panorama(tx)
  const vencidos = entregables.flatMap(({ numero, nombre, hitos }) =>
    hitos
      .filter(({ estatus }) => estatus === 'vencida')
      .map(({ vence }) => `Vencido con el INE: ${numero} ${nombre}${vence === null ? '' : `, que vencía el ${longDate(vence)}`}.`),
  )
  return vencidos.length === 0 ? [] : [`Plazos vencidos con el INE: ${vencidos.length}.`, ...vencidos]
}
