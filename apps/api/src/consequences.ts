import type { Actos } from '@conoceles/domain'
import type { EventosService } from './modules/programa/actividades/index.ts'
import type { Acto, BitacoraService } from './modules/bitacora/index.ts'
import type { Calendarios } from './modules/programa/calendarios/index.ts'
import type { AjenasService, EfectosConsentimientoService } from './modules/captura/index.ts'
import { findConTrabajo, type PasosService } from './modules/programa/entregables/index.ts'
import { enqueue, enqueueOn } from './modules/publicacion/index.ts'
import type { ActosRemisionService } from './modules/programa/remisiones/index.ts'
import { assertNotVoted } from './modules/programa/sesiones/index.ts'
import { assertBeforeVigencia } from './modules/normativa/cuestionarios/index.ts'
import { assertNotApproving } from './modules/normativa/avisos/index.ts'

interface Services {
  ajenas: AjenasService
  efectos: EfectosConsentimientoService
  eventos: EventosService
  entregables: { pasos: PasosService }
  remisiones: { actos: ActosRemisionService }
  calendarios: Calendarios
}

/** "When this, then that": the only way from a module to a higher one. Runs in the transaction of the act. */
export function registerConsequences(
  bitacora: BitacoraService,
  { ajenas, efectos, eventos, entregables, remisiones, calendarios }: Services,
): void {
  for (const acto of PUBLIC_ACTS) bitacora.when(acto, (tx, entry) => enqueue(tx, candidaturasOf(entry)))
  // Drafts publish only their progress.
  bitacora.beside('captura.guardada', async (tx, entry) => (entry.detalle.avanza ? enqueue(tx, candidaturasOf(entry)) : undefined))
  for (const acto of FOR_A_PERSONA) bitacora.beside(acto, (tx, entry) => ajenas.record(tx, entry))
  // The publisher hears when a bloqueo holds, when it is lifted, and when its last day is over.
  bitacora.when('bloqueo.confirmado', (tx, { detalle }) => enqueueOn(tx, detalle.candidaturas, detalle.hasta))
  // Somebody at risk is hidden before a second person decides, and shown again once the time of one person alone is over.
  bitacora.when('bloqueo.propuesto', async (tx, { detalle: { candidaturas, provisionalHasta } }) => {
    if (provisionalHasta === undefined) return
    await enqueue(tx, candidaturas)
    await enqueueOn(tx, candidaturas, provisionalHasta)
  })
  bitacora.when('bloqueo.rechazado', async (tx, { detalle }) =>
    detalle.provisionalHasta === undefined ? undefined : enqueue(tx, detalle.candidaturas),
  )
  // A pause ends by itself when its last day is over.
  bitacora.when('seccion.pausada', (tx, entry) => enqueueOn(tx, candidaturasOf(entry), entry.detalle.hasta ?? null))
  for (const acto of APPROVALS) bitacora.when(acto, (tx, entry) => eventos.openByAcuerdo(tx, candidaturasOf(entry)))
  for (const acto of ['acuerdo.completado', 'acuerdo.corregido'] as const)
    bitacora.when(acto, (tx, entry) => eventos.refreshByAcuerdo(tx, entry))
  bitacora.when('acuerdo.corregido', (tx, entry) => assertNotVoted(tx, entry))
  bitacora.when('acuerdo.corregido', (tx, entry) => assertBeforeVigencia(tx, entry))
  bitacora.when('sesion.corregida', (tx, entry) => assertNotApproving(tx, entry))
  bitacora.when('actividad.cumplimiento_anulado', async (tx, { objeto, detalle }) =>
    objeto && detalle.milestone === 'remision' ? remisiones.actos.assertNotEvidence(tx, objeto.id) : undefined,
  )
  bitacora.when('evento.anulado', (tx, { detalle }) => remisiones.actos.assertNotPrepared(tx, detalle.entregables))
  bitacora.when('importacion.deshecha', async (tx, { detalle }) => eventos.closeByAcuerdo(tx, detalle.acuerdos, await findConTrabajo(tx)))
  bitacora.when('cuenta.desactivada', async (tx, { objeto }) => (objeto ? calendarios.enlaces.revokeAll(tx, objeto.id) : undefined))
  for (const acto of DECISIONS) bitacora.when(acto, async (tx, { objeto }) => (objeto ? efectos.apply(tx, objeto.id) : undefined))
  bitacora.when('cuestionario.activado', (tx, { detalle }) => eventos.openByCuestionario(tx, versionOf(detalle)))
  bitacora.when('cuestionario.deshecho', async (tx, { detalle }) =>
    eventos.closeByCuestionario(tx, versionOf(detalle), await findConTrabajo(tx)),
  )
  bitacora.when('sesion.convocada', (tx, entry) => entregables.pasos.convocados(tx, entry))
}

/** Acts after which the publisher has to look again at a candidatura. */
const PUBLIC_ACTS = [
  'candidatura.validada',
  'candidatura.verificada',
  'candidatura.observada',
  'observacion.respondida',
  'observacion.cerrada',
  'correccion.resuelta',
  'seccion.pausada',
  'seccion.reanudada',
  'consentimiento.otorgado',
  'consentimiento.revisado',
  'consentimiento.revocado',
  'identidad.suprimida',
  'identidad.bloqueada',
  'fotografia.recibida',
  'fotografia.retirada',
  'candidatura.registrada',
  'candidatura.actualizada',
  'candidatura.retirada',
  'importacion.deshecha',
  'candidatura.sustituida',
  'candidatura.cancelada',
  'candidatura.corregida',
  'candidatura.restituida',
  'acuerdo.corregido',
  'bloqueo.confirmado',
  'bloqueo.levantado',
] as const

/** Acts after which a persona says something else of the treatment of her data. */
const DECISIONS = ['consentimiento.otorgado', 'consentimiento.revisado', 'consentimiento.revocado'] as const

/** Acts of which a persona is told when somebody does them for her. */
const FOR_A_PERSONA = ['captura.guardada', 'fotografia.recibida', 'fotografia.retirada', 'consentimiento.otorgado'] as const

/** Acts by which an acuerdo approves somebody: the INE hears of it the next day. */
const APPROVALS = ['candidatura.registrada', 'candidatura.sustituida'] as const

type Public = (typeof PUBLIC_ACTS)[number] | 'captura.guardada'

/** Everybody whom the entry names; else its object. */
function candidaturasOf({ objeto, detalle }: Acto<Public>): readonly string[] {
  if ('candidaturas' in detalle && detalle.candidaturas) return detalle.candidaturas
  return objeto ? [objeto.id] : []
}

function versionOf({ acuerdo, titulo, numero }: Actos['cuestionario.activado']): { acuerdoId: string; titulo: string } {
  return { acuerdoId: String(acuerdo), titulo: `${titulo}, versión ${numero}` }
}
