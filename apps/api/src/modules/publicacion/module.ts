import type { Given, Module } from '../../module.ts'
import type { Acto, BitacoraService } from '../bitacora/index.ts'
import { Bloqueo, bloqueosRoutes } from './bloqueos/index.ts'
import { ContadaEstadistica, CorteEstadistica, CruceEstadistica, LoteEstadistica } from './estadisticas/index.ts'
import { enqueue, enqueueOn, PoliticaPublicacion, publicacionesRoutes, PublicacionPendiente, startPublicador } from './index.ts'
import { Reporte, reportesRoutes } from './reportes/index.ts'

type Services = Parameters<typeof startPublicador>[0] & {
  publicador: Given<typeof publicacionesRoutes>
  bloqueos: Given<typeof bloqueosRoutes>
  reportes: Given<typeof reportesRoutes>
}

export const publicacion: Module<Services> = {
  entities: [
    Bloqueo,
    ContadaEstadistica,
    CorteEstadistica,
    CruceEstadistica,
    LoteEstadistica,
    PoliticaPublicacion,
    PublicacionPendiente,
    Reporte,
  ],
  routes: (scope, deps, { publicador, bloqueos, reportes }) => {
    publicacionesRoutes(scope, deps, publicador)
    bloqueosRoutes(scope, deps, bloqueos)
    reportesRoutes(scope, deps, reportes)
  },
  jobs: [{ start: (services, log) => startPublicador(services, log) }],
  figures: [
    {
      role: 'publicador',
      sql: `select count(*)::int as cambios_por_publicar, coalesce(extract(epoch from clock_timestamp() - min(desde)), 0)::float8 as cambios_por_publicar_segundos
        from captura.publicacion_pendiente where no_antes is null`,
      help: {
        cambios_por_publicar: 'Cambios que esperan un corte.',
        cambios_por_publicar_segundos: 'Edad del que espera desde hace más.',
      },
    },
  ],
  consequences: (bitacora) => {
    for (const acto of PUBLIC_ACTS) bitacora.when(acto, (tx, entry) => enqueue(tx, candidaturasOf(entry)))
    // Drafts publish only their progress.
    bitacora.beside('captura.guardada', async (tx, entry) => (entry.detalle.avanza ? enqueue(tx, candidaturasOf(entry)) : undefined))
    hideAndShow(bitacora)
  },
}

/** The publisher hears when something of a persona is hidden, and when the day comes on which it is shown again. */
function hideAndShow(bitacora: BitacoraService): void {
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
}

/** Acts after which the publisher has to look again at a candidatura. */
const PUBLIC_ACTS = [
  'candidatura.validada',
  'candidatura.recuperada',
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

type Public = (typeof PUBLIC_ACTS)[number] | 'captura.guardada'

/** Everybody whom the entry names; else its object. */
function candidaturasOf({ objeto, detalle }: Acto<Public>): readonly string[] {
  if ('candidaturas' in detalle && detalle.candidaturas) return detalle.candidaturas
  return objeto ? [objeto.id] : []
}
