import type { Actos } from '@conoceles/domain'
import type { Given, Module } from '../../module.ts'
import type { Acto, BitacoraService } from '../bitacora/index.ts'
import { actividadesRoutes, Cumplimiento, Evento, eventosRoutes, Programa, Resolucion, type EventosService } from './actividades/index.ts'
import { acuerdosRoutes } from './acuerdos/index.ts'
import { AprobacionExcepcional } from './aprobaciones/index.ts'
import { CalendarioEmitido, CalendarioEnlace, calendariosRoutes } from './calendarios/index.ts'
import {
  ContenidoSenalado,
  entregablesRoutes,
  findConTrabajo,
  ObservacionEntregable,
  PasoRegistrado,
  RespuestaEntregable,
  VersionEntregable,
} from './entregables/index.ts'
import { Escenario, escenariosRoutes } from './escenarios/index.ts'
import { expedientesRoutes } from './expedientes/index.ts'
import { MarcaNovedades, novedadesRoutes } from './novedades/index.ts'
import { Enterada, PreferenciaRecordatorio, Recordatorio, recordatoriosRoutes, startRecordador } from './recordatorios/index.ts'
import { CorreccionRemision, Remision, remisionesRoutes } from './remisiones/index.ts'
import { assertNotVoted, Celebracion, Integrante, Sesion, sesionesRoutes } from './sesiones/index.ts'

type Services = Given<typeof actividadesRoutes> & {
  eventos: Given<typeof eventosRoutes>
  aperturas: EventosService
  calendarios: Given<typeof calendariosRoutes>
  escenarios: Given<typeof escenariosRoutes>
  novedades: Given<typeof novedadesRoutes>
  recordatorios: Given<typeof recordatoriosRoutes> & { recordador: Parameters<typeof startRecordador>[0] }
  remisiones: Given<typeof remisionesRoutes>
  expedientes: Given<typeof expedientesRoutes>
  entregables: Given<typeof entregablesRoutes>
  sesiones: Given<typeof sesionesRoutes>
  papelesAcuerdo: Parameters<typeof acuerdosRoutes>[1]
}

export const programa: Module<Services> = {
  entities: [
    AprobacionExcepcional,
    CalendarioEmitido,
    CalendarioEnlace,
    Celebracion,
    ContenidoSenalado,
    CorreccionRemision,
    Cumplimiento,
    Enterada,
    Escenario,
    Evento,
    Integrante,
    MarcaNovedades,
    ObservacionEntregable,
    PasoRegistrado,
    PreferenciaRecordatorio,
    Programa,
    Recordatorio,
    Remision,
    Resolucion,
    RespuestaEntregable,
    Sesion,
    VersionEntregable,
  ],
  routes: (scope, deps, services) => {
    actividadesRoutes(scope, deps, services)
    eventosRoutes(scope, deps, services.eventos)
    calendariosRoutes(scope, services.calendarios)
    escenariosRoutes(scope, deps, services.escenarios)
    recordatoriosRoutes(scope, deps, services.recordatorios)
    remisionesRoutes(scope, deps, services.remisiones)
    expedientesRoutes(scope, services.expedientes)
    novedadesRoutes(scope, deps, services.novedades)
    entregablesRoutes(scope, deps, services.entregables)
    sesionesRoutes(scope, deps, services.sesiones)
    acuerdosRoutes(scope, services.papelesAcuerdo)
  },
  figures: [
    {
      role: 'instituto',
      sql: `select count(*)::int as correos_por_enviar, count(*) filter (where intentos > 0)::int as correos_con_falla,
          coalesce(extract(epoch from clock_timestamp() - min(proximo_intento)), 0)::float8 as correos_por_enviar_segundos
        from captura.recordatorio where estatus = 'pendiente' and proximo_intento <= clock_timestamp()`,
      help: {
        correos_por_enviar: 'Correos que ya debían salir.',
        correos_con_falla: 'De ellos, los que ya fallaron una vez.',
        correos_por_enviar_segundos: 'Retraso del que espera desde hace más.',
      },
    },
  ],
  jobs: [{ start: ({ recordatorios }, log) => startRecordador(recordatorios.recordador, log) }],
  consequences: (bitacora, services) => {
    openAndClose(bitacora, services.aperturas)
    bitacora.when('acuerdo.corregido', (tx, entry) => assertNotVoted(tx, entry))
    bitacora.when('sesion.convocada', (tx, entry) => services.entregables.pasos.convocados(tx, entry))
    bitacora.when('sesion.celebrada', (tx, entry) => services.entregables.pasos.celebrados(tx, entry))
    const { actos } = services.remisiones
    bitacora.when('actividad.cumplimiento_anulado', async (tx, { objeto, detalle }) =>
      objeto && detalle.milestone === 'remision' ? actos.assertNotEvidence(tx, objeto.id) : undefined,
    )
    bitacora.when('evento.anulado', (tx, { detalle }) => actos.assertNotPrepared(tx, detalle.entregables))
    const { enlaces } = services.calendarios
    bitacora.when('cuenta.desactivada', async (tx, { objeto }) => (objeto ? enlaces.revokeAll(tx, objeto.id) : undefined))
  },
}

/** Acts by which an acuerdo approves somebody: the INE hears of it the next day. */
const APPROVALS = ['candidatura.registrada', 'candidatura.sustituida'] as const

/** Acts open the duties to the INE, and close those of what is undone. */
function openAndClose(bitacora: BitacoraService, eventos: EventosService): void {
  for (const acto of APPROVALS) bitacora.when(acto, (tx, entry) => eventos.openByAcuerdo(tx, candidaturasOf(entry)))
  for (const acto of ['acuerdo.completado', 'acuerdo.corregido'] as const)
    bitacora.when(acto, (tx, entry) => eventos.refreshByAcuerdo(tx, entry))
  bitacora.when('importacion.deshecha', async (tx, { detalle }) => eventos.closeByAcuerdo(tx, detalle.acuerdos, await findConTrabajo(tx)))
  bitacora.when('cuestionario.activado', (tx, { detalle }) => eventos.openByCuestionario(tx, versionOf(detalle)))
  bitacora.when('aviso.publicado', async (tx, { detalle: { modifica, aviso } }) =>
    modifica !== undefined && aviso !== undefined ? eventos.openByAviso(tx, { entregable: modifica, version: aviso }) : undefined,
  )
  bitacora.when('cuestionario.deshecho', async (tx, { detalle }) =>
    eventos.closeByCuestionario(tx, versionOf(detalle), await findConTrabajo(tx)),
  )
}

/** Everybody whom the approval names; else its object. */
function candidaturasOf({ objeto, detalle }: Acto<(typeof APPROVALS)[number]>): readonly string[] {
  return detalle.candidaturas ?? (objeto ? [objeto.id] : [])
}

function versionOf({ acuerdo, titulo, numero }: Actos['cuestionario.activado']): { acuerdoId: string; titulo: string } {
  return { acuerdoId: String(acuerdo), titulo: `${titulo}, versión ${numero}` }
}
