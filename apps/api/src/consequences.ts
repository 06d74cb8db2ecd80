import type { EntityManager } from 'typeorm'
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
import type { ClaveActo } from './shared/actos.ts'

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
  const look = (tx: EntityManager, entry: Acto) => enqueue(tx, candidaturasOf(entry))
  for (const acto of PUBLIC_ACTS) bitacora.when(acto, look)
  // Drafts publish only their progress.
  bitacora.beside('captura.guardada', (tx, entry) => (entry.detalle?.avanza ? look(tx, entry) : Promise.resolve()))
  for (const acto of FOR_A_PERSONA) bitacora.beside(acto, (tx, entry) => ajenas.record(tx, entry))
  // The publisher hears when a bloqueo holds, when it is lifted, and when its last day is over.
  bitacora.when('bloqueo.confirmado', (tx, entry) => enqueueOn(tx, candidaturasOf(entry), (entry.detalle?.hasta ?? null) as string | null))
  // Somebody at risk is hidden before a second person decides, and shown again once the time of one person alone is over.
  bitacora.when('bloqueo.propuesto', async (tx, entry) => {
    const hasta = (entry.detalle?.provisionalHasta ?? null) as string | null
    if (hasta === null) return
    await look(tx, entry)
    await enqueueOn(tx, candidaturasOf(entry), hasta)
  })
  bitacora.when('bloqueo.rechazado', (tx, entry) => (entry.detalle?.provisionalHasta ? look(tx, entry) : Promise.resolve()))
  // A pause ends by itself when its last day is over.
  bitacora.when('seccion.pausada', (tx, entry) => enqueueOn(tx, candidaturasOf(entry), (entry.detalle?.hasta ?? null) as string | null))
  for (const acto of APPROVALS) bitacora.when(acto, (tx, entry) => eventos.openByAcuerdo(tx, candidaturasOf(entry)))
  for (const acto of ['acuerdo.completado', 'acuerdo.corregido'] as const)
    bitacora.when(acto, (tx, entry) => eventos.refreshByAcuerdo(tx, entry))
  bitacora.when('acuerdo.corregido', (tx, entry) => assertNotVoted(tx, entry))
  bitacora.when('acuerdo.corregido', (tx, entry) => assertBeforeVigencia(tx, entry))
  bitacora.when('sesion.corregida', (tx, entry) => assertNotApproving(tx, entry))
  bitacora.when('actividad.cumplimiento_anulado', (tx, { objeto, detalle }) =>
    objeto && detalle?.milestone === 'remision' ? remisiones.actos.assertNotEvidence(tx, objeto.id) : Promise.resolve(),
  )
  bitacora.when('evento.anulado', (tx, { detalle }) => remisiones.actos.assertNotPrepared(tx, (detalle?.entregables ?? []) as string[]))
  bitacora.when('importacion.deshecha', async (tx, { detalle }) =>
    eventos.closeByAcuerdo(tx, (detalle?.acuerdos ?? []) as string[], await findConTrabajo(tx)),
  )
  bitacora.when('cuenta.desactivada', (tx, { objeto }) => (objeto ? calendarios.enlaces.revokeAll(tx, objeto.id) : Promise.resolve()))
  for (const acto of DECISIONS) bitacora.when(acto, (tx, { objeto }) => (objeto ? efectos.apply(tx, objeto.id) : Promise.resolve()))
  bitacora.when('cuestionario.activado', (tx, { detalle }) =>
    eventos.openByCuestionario(tx, {
      acuerdoId: String(detalle?.acuerdo),
      titulo: `${String(detalle?.titulo)}, versión ${String(detalle?.numero)}`,
    }),
  )
  bitacora.when('cuestionario.deshecho', async (tx, { detalle }) =>
    eventos.closeByCuestionario(
      tx,
      { acuerdoId: String(detalle?.acuerdo), titulo: `${String(detalle?.titulo)}, versión ${String(detalle?.numero)}` },
      await findConTrabajo(tx),
    ),
  )
  bitacora.when('sesion.convocada', (tx, entry) => entregables.pasos.convocados(tx, entry))
}

/** Acts after which the publisher has to look again at a candidatura. */
const PUBLIC_ACTS: readonly ClaveActo[] = [
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
]

/** Acts after which a persona says something else of the treatment of her data. */
const DECISIONS: readonly ClaveActo[] = ['consentimiento.otorgado', 'consentimiento.revisado', 'consentimiento.revocado']

/** Acts of which a persona is told when somebody does them for her. */
const FOR_A_PERSONA: readonly ClaveActo[] = ['captura.guardada', 'fotografia.recibida', 'fotografia.retirada', 'consentimiento.otorgado']

/** Acts by which an acuerdo approves somebody: the INE hears of it the next day. */
const APPROVALS: readonly ClaveActo[] = ['candidatura.registrada', 'candidatura.sustituida']

function candidaturasOf({ objeto, detalle }: Acto): string[] {
  if (Array.isArray(detalle?.candidaturas)) return detalle.candidaturas as string[]
  return objeto ? [objeto.id] : []
}
