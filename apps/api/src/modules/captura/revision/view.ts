import {
  actoCaptura,
  endOfDay,
  esSubsanable,
  fundamentoConfirmado,
  puede,
  razonesContra,
  terminoElDia,
  type NombreActo,
  type SupuestoPack,
} from '@conoceles/domain'
import type { AccionDto } from '../../registro/index.ts'
import type { Quien } from '../../../shared/act.ts'
import { toIso } from '../../../shared/clock.ts'
import type { SeccionCapturaDto } from '../secciones/captura.dto.ts'
import type { Encima } from '../secciones/encima.queries.ts'
import { rowOf, situacionDe, type Expediente, type Lugar } from '../identidad/expediente.ts'
import type { Boveda } from '../identidad/identidad.service.ts'
import type { Observacion } from './observacion.entity.ts'
import type { Pausa } from '../secciones/pausa.entity.ts'
import type { Historia } from './historia.queries.ts'
import type { ObservacionDto, PausaDto, SolicitudCorreccionDto } from './revision.dto.ts'
import type { SolicitudCorreccion } from '../secciones/solicitud-correccion.entity.ts'

export interface ViewContext {
  quien: Quien
  expediente: Expediente
  historia: Historia
  boveda: Boveda
}

/** Observaciones, correction and pause of one section, and the acts that this account may do about them. */
export function revisionDe(
  context: ViewContext,
  lugar: Lugar,
): Pick<SeccionCapturaDto, 'observaciones' | 'solicitud' | 'pausa' | 'acciones' | 'abiertaDesde'> {
  const { historia, expediente } = context
  const here = ({ cuestionario, seccion }: Lugar) => cuestionario === lugar.cuestionario && seccion === lugar.seccion
  const solicitud = historia.solicitudes.filter(here).at(-1)
  const pausa = historia.pausas.find((each) => here(each) && overOf(expediente, each.id) !== undefined)
  return {
    observaciones: historia.observaciones.filter(here).map((row) => toObservacion(context, row)),
    solicitud: solicitud ? toSolicitud(context, solicitud) : null,
    pausa: pausa ? toPausa(context, pausa) : null,
    acciones: accionesDe(context, ['solicitar_correccion', 'observar', 'pausar'], { lugar }),
    abiertaDesde: abiertaDesde(context, lugar),
  }
}

/** The first act that put a sent section back with the actor político. */
function abiertaDesde({ expediente, historia }: ViewContext, lugar: Lugar): string | null {
  const row = rowOf(expediente, lugar)
  if (!row || row.estatus === 'validada' || row.estatus === 'verificada') return null
  const here = ({ cuestionario, seccion }: Lugar) => cuestionario === lugar.cuestionario && seccion === lugar.seccion
  const version = expediente.vigentes.find(({ row: { id } }) => id === row.cuestionarioId)
  const since = [
    ...(row.reabierta ? [version?.row.activadoEn ?? null] : []),
    ...historia.observaciones.filter((each) => here(each) && each.cerradaEn === null).map(({ creadaEn }) => creadaEn),
    ...historia.solicitudes.filter((each) => here(each) && each.aceptada && each.atendidaEn === null).map(({ resueltaEn }) => resueltaEn),
  ].flatMap((instant) => (instant === null ? [] : [toIso(instant)]))
  return since.sort()[0] ?? null
}

function toObservacion(context: ViewContext, row: Observacion): ObservacionDto {
  const { expediente, historia } = context
  const { id, ronda, objeto, supuesto, texto, vence } = row
  const over = overOf(expediente, id)
  return {
    id,
    ronda,
    objeto,
    ...fundadaEn(supuestoOf(expediente, supuesto), supuesto),
    texto,
    creadaEn: toIso(row.creadaEn),
    venceEn: vence && endOfDay(vence, expediente.captura.zona).toString(),
    vencida: over !== undefined && vence !== null && terminoElDia(vence, expediente.state),
    respuestas: historia.respuestas
      .filter(({ observacionId }) => observacionId === id)
      .map((respuesta) => ({ texto: respuesta.texto, creadaEn: toIso(respuesta.creadaEn), rol: respuesta.rol })),
    cierre: toCierre(row),
    acciones: over ? accionesDe(context, ['responder', 'reiterar', 'atender', 'retirar'], { lugar: row, observacion: over }) : [],
  }
}

/** Its ground as people read it; one that the pack no longer has is told by its key. */
function fundadaEn(
  ground: SupuestoPack | undefined,
  supuesto: string,
): Pick<ObservacionDto, 'supuesto' | 'supuestoTexto' | 'comoSubsanar' | 'subsanable' | 'fundamento'> {
  if (!ground) return { supuesto, supuestoTexto: supuesto, comoSubsanar: null, subsanable: true, fundamento: null }
  return {
    supuesto,
    supuestoTexto: ground.texto,
    comoSubsanar: ground.catalogo?.comoSubsanar ?? null,
    subsanable: esSubsanable(ground),
    fundamento: fundamentoConfirmado(ground),
  }
}

function toCierre({ desenlace, cerradaEn, nota }: Observacion): ObservacionDto['cierre'] {
  return desenlace && cerradaEn ? { desenlace, cerradaEn: toIso(cerradaEn), nota } : null
}

function toSolicitud(context: ViewContext, row: SolicitudCorreccion): SolicitudCorreccionDto {
  const resolving = row.aceptada === null ? (['aceptar_correccion', 'rechazar_correccion'] as const) : []
  const acciones = accionesDe(context, resolving, { lugar: row, trasCierre: true })
  const unsaid = accionesDe(context, resolving, { lugar: row })
  return {
    id: row.id,
    razon: row.razon,
    creadaEn: toIso(row.creadaEn),
    resolucion: toResolucion(row),
    pideTrasCierre: unsaid.some(({ permitido }, index) => !permitido && acciones[index]?.permitido === true),
    acciones,
  }
}

function toResolucion({ aceptada, resueltaEn, resolucion, trasCierre }: SolicitudCorreccion): SolicitudCorreccionDto['resolucion'] {
  return aceptada !== null && resueltaEn ? { aceptada, razon: resolucion ?? '', resueltaEn: toIso(resueltaEn), trasCierre } : null
}

function toPausa(context: ViewContext, row: Pausa): PausaDto {
  const supuesto = supuestoOf(context.expediente, row.supuesto)
  return {
    id: row.id,
    supuestoTexto: supuesto?.texto ?? row.supuesto,
    aviso: supuesto?.publico ?? row.supuesto,
    motivo: row.motivo,
    desde: toIso(row.creadaEn),
    hasta: row.hasta,
    acciones: accionesDe(context, ['reanudar'], { lugar: row }),
  }
}

/** The acts that this account has the permission for. */
function accionesDe(
  { quien, expediente }: ViewContext,
  actos: readonly NombreActo[],
  asked: { lugar: Lugar; observacion?: Encima; trasCierre?: boolean },
): AccionDto[] {
  const situacion = situacionDe(expediente, { cuenta: quien.cuentaId, ...asked })
  return actos
    .filter((acto) => puede(quien.rol, actoCaptura(acto).permiso))
    .map((acto) => {
      const razones = razonesContra(acto, situacion)
      return { acto, permitido: razones.length === 0, razones }
    })
}

function overOf({ encima }: Expediente, id: string): Encima | undefined {
  return encima.find((each) => each.id === id)
}

function supuestoOf({ catalogos }: Expediente, supuesto: string): SupuestoPack | undefined {
  return catalogos.supuestos.find(({ clave }) => clave === supuesto)
}
