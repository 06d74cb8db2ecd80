import {
  ACTOS_DE_LA_PERSONA,
  ACTOS_DERECHO,
  cartasPorNotificar,
  efectoEnPalabras,
  esPoder,
  estaCerrada,
  estatusDerecho,
  hechaFuera,
  longDate,
  notasDeHecho,
  pasosDerecho,
  plazoDerecho,
  previstoDerecho,
  razonesContraCorregirTexto,
  razonesContraDerecho,
  respuestaPorCorregir,
  textoVigente,
  recursoDe,
  recursoEnPalabras,
  relojDeRecurso,
  porNotificar,
  plazoParaPrevenir,
  plazoParaRecurrir,
  negativaEnPalabras,
  notificacionEnPalabras,
  sentidosPosibles,
  tieneDia,
  tomaDosPersonas,
  type ClavePlazo,
  type LeyPack,
  type NotificacionDerecho,
  type PlazoDerecho,
  type ReglasDerecho,
  type SolicitudDerecho as Estado,
} from '@conoceles/domain'
import { toIso } from '../../../shared/clock.ts'
import { instanteEnPalabras } from '../../../shared/documentos/fechas.ts'
import type {
  EnvioDerechoDto,
  FundamentoDerechoDto,
  HechoDerechoDto,
  HermanaDto,
  PlazoDerechoDto,
  PrevistoDerechoDto,
  SolicitudDerechoDetalleDto,
  SolicitudDerechoDto,
} from './derechos.dto.ts'
import type { OficiosDerechoDto } from './documentos/oficios.dto.ts'
import type { Documentacion } from './documentos/documentos.queries.ts'
import type { Efectuable } from './efectuable.ts'
import { fundamentoDe } from './fundamento.ts'
import { blockedUntil, isTyped } from './reglas.ts'
import type { Hecho, SolicitudDerecho } from './solicitud-derecho.entity.ts'

interface Around {
  propia: boolean
  accesos: readonly string[]
  zona: string
  acuseCorreo: string
  hermanas: HermanaDto[]
  leyes: readonly LeyPack[]
  /** Null for the persona herself. */
  oficios: OficiosDerechoDto | null
  /** Papers of the request and of those of its letter, by the act that they go with; null for the persona herself. */
  deLaCarta: readonly { hecho: string | null }[] | null
  /** See `dosPersonasDe`; none for the persona herself. */
  personas: ReadonlyMap<string, string>
}

export interface Vista {
  row: SolicitudDerecho
  persona: string
  reglas: ReglasDerecho
}

/** `accesos`: folios of her granted requests that wait; the figures of a list do not depend on them. */
export function situacionOf(
  { derecho, recibida, acreditadaEn, reunidaEn, hechos, medio }: SolicitudDerecho,
  accesos: readonly string[] = [],
): Estado {
  const [acreditada, reunida] = [acreditadaEn !== null, reunidaEn !== null]
  return { derecho, recibida, acreditada, reunida, deLaPersona: medio === 'sistema', accesos, hechos }
}

export function toSolicitud({ row, persona, reglas }: Vista): SolicitudDerechoDto {
  const { id, folio, derecho, recibida, candidaturaId, medio } = row
  return {
    id,
    folio,
    derecho,
    recibida,
    candidaturaId,
    medio,
    persona,
    estatus: estatusDerecho(row),
    plazo: toPlazo(plazoDerecho(situacionOf(row), reglas), reglas),
    porNotificar: porNotificar(row).length > 0,
    relojRecurso: relojDeRecurso(recursoDe(row.hechos)),
    fuera: hechaFuera(row),
    pasos: pasosDerecho(row, reglas.laborales),
  }
}

/** `propia`: for the persona herself, who is offered her own acts. */
export function toDetalle(
  vista: Vista,
  {
    propia,
    accesos,
    zona,
    hermanas,
    acuseCorreo,
    leyes,
    oficios,
    personas,
    deLaCarta,
    ...documentacion
  }: Documentacion & Efectuable & Around,
): SolicitudDerechoDetalleDto {
  const { row, reglas } = vista
  const { descripcion, acreditadaEn, version } = row
  const situacion = { ...situacionOf(row, accesos), sinPoder: faltaPoder(row, documentacion.documentos) }
  const acciones = (propia ? ACTOS_DE_LA_PERSONA : ACTOS_DERECHO).map((acto) => {
    const razones = razonesContraDerecho(acto, situacion, reglas)
    return { acto, permitido: razones.length === 0, razones }
  })
  return {
    ...toSolicitud(vista),
    ...documentacion,
    ...{ descripcion, acreditadaEn, version, acciones, sentidos: sentidosPosibles(situacion) },
    hechos: row.hechos.map((hecho) => toHecho(hecho, { zona, personas, notas: notasOf(hecho, row, deLaCarta) })),
    porCorregir: porCorregir(row, { propia }),
    entregaDatos: !propia && entregaDatos(row),
    ...{
      folioPnt: row.folioPnt,
      representante: row.representante,
      domicilio: row.domicilio,
      hermanas,
      acuseCorreo,
      recurso: recursoDe(row.hechos),
      recurrible: toPlazo(plazoParaRecurrir(row, reglas), reglas),
      prevenible: toPlazo(plazoParaPrevenir(situacion, reglas), reglas),
      cartas: cartasPorNotificar(row.hechos).map(({ carta, fecha, envio }) => ({ carta, fecha, envio: envio ? toEnvio(envio) : null })),
      conDia: ACTOS_DERECHO.filter((acto) => tieneDia(acto, row)),
    },
    previsto: toPrevisto(row),
    dosPersonas: tomaDosPersonas(row),
    fundamento: toFundamento(row, leyes),
    oficios,
    reunidaEn: propia ? null : toIso(row.reunidaEn),
    pideBloqueo: !propia && row.derecho === 'cancelacion' && isTyped(reglas),
    bloqueaHasta: propia || row.derecho !== 'cancelacion' ? null : blockedUntil(vista),
  }
}

/** The institute's own: her page says nothing of what its file lacks. */
function notasOf(hecho: Hecho, row: SolicitudDerecho, documentos: Around['deLaCarta']): string[] {
  return documentos === null ? [] : notasDeHecho(hecho, { ...row, documentos })
}

function porCorregir({ hechos }: SolicitudDerecho, { propia }: Pick<Around, 'propia'>): string | null {
  const respuesta = respuestaPorCorregir(hechos)
  return propia || respuesta === null || razonesContraCorregirTexto(hechos).length > 0 ? null : textoVigente(hechos, respuesta)
}

function toEnvio({ enviada, direccion = '', comprobante = '' }: NotificacionDerecho): EnvioDerechoDto {
  return { enviada, direccion, comprobante }
}

function toFundamento(row: SolicitudDerecho, leyes: readonly LeyPack[]): FundamentoDerechoDto {
  const { ley, conArticulos, comiteConFuente } = fundamentoDe(row, leyes)
  return { ley, conArticulos, comite: comiteConFuente }
}

function toPrevisto(row: SolicitudDerecho): PrevistoDerechoDto | null {
  const previsto = previstoDerecho(row)
  return (
    previsto && {
      surte: previsto.surte,
      retira: previsto.retira ?? [],
      campos: (previsto.campos ?? []).map(({ clave }) => clave),
      dato: previsto.dato ?? null,
    }
  )
}

export function toHecho(
  hecho: Hecho,
  { zona, personas, notas }: { zona: string; personas: ReadonlyMap<string, string>; notas: readonly string[] },
): HechoDerechoDto {
  const { acto, fecha, texto, sentido, folio, efecto, registrado } = hecho
  const efectos = efecto ? efectoEnPalabras(efecto, (en) => instanteEnPalabras(en, zona)) : []
  const who = personas.get(folio)
  return {
    ...{ acto, fecha, texto, sentido, folio, fuera: efecto?.fuera === true },
    efectos: [
      ...dichosDe(hecho),
      ...efectos,
      ...(who ? [who] : []),
      ...(registrado ? [`Se registró el ${longDate(registrado)}.`] : []),
      ...(hecho.recurso ? recursoEnPalabras(hecho.recurso) : []),
      ...notas,
    ],
  }
}

/** Facts typed with an act, as sentences. */
function dichosDe({ oficio, negativa, notificacion, sentido }: Hecho): string[] {
  return [
    ...(oficio?.numero ? [`Oficio ${oficio.numero}.`] : []),
    ...(negativa ? negativaEnPalabras(negativa, sentido) : []),
    ...(notificacion ? notificacionEnPalabras(notificacion) : []),
  ]
}

/** Whether the persona may be handed the file of her data: she asked for it, proved her identity, and the answer was that it proceeds. */
export function entregaDatos(row: SolicitudDerecho): boolean {
  return row.derecho === 'acceso' && row.acreditadaEn !== null && ['procedente', 'efectiva'].includes(estatusDerecho(row))
}

/** Pending requests first; then, the newest closed ones. */
export function byUrgency(a: SolicitudDerechoDto, b: SolicitudDerechoDto): number {
  const closed = Number(isOver(a)) - Number(isOver(b))
  return closed || (a.plazo?.vence ?? '').localeCompare(b.plazo?.vence ?? '') || b.recibida.localeCompare(a.recibida)
}

/** Whether nothing is owed of it: no term runs, and its answer was delivered. */
function isOver({ plazo, porNotificar }: SolicitudDerechoDto): boolean {
  return plazo === null && !porNotificar
}

/** Whether somebody asks in her name and no paper among the documents proves it. */
export function faltaPoder({ representante }: Pick<SolicitudDerecho, 'representante'>, documentos: readonly { nombre: string }[]): boolean {
  return representante !== null && !documentos.some(esPoder)
}

export function isOpen(row: SolicitudDerecho): boolean {
  return !estaCerrada(estatusDerecho(row))
}

function toPlazo(plazo: PlazoDerecho | null, { plazos }: ReglasDerecho): PlazoDerechoDto | null {
  if (plazo === null) return null
  const { fuente, confianza } = plazos[REGLA[plazo.clave] ?? (plazo.clave as ClavePlazo)] ?? UNKNOWN
  return { ...plazo, empieza: plazo.empieza ?? null, fuente, confianza }
}

/** Rule of the pack by which a term runs, where its name is another. */
const REGLA: Partial<Record<PlazoDerecho['clave'], ClavePlazo | 'bloquear'>> = { suprimir: 'bloquear', notificar: 'responder' }
const UNKNOWN = { fuente: '', confianza: 'por_confirmar' }
