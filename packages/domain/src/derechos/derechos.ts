import type { EfectoDerecho, EfectoPrevisto } from './efecto.ts'
import { longDate } from '../base/fecha.ts'
import { createDiasHabiles, type DiasHabiles, type ReglasLaborales } from '../base/dias-habiles.ts'
import type { CausaImprocedencia, NegativaDerecho } from './negativa.ts'
import { cartasPorNotificar, notificadaEl, type CartaDerecho, type NotificacionDerecho } from './notificacion.ts'
import type { OficioEscrito } from './oficio.ts'
import type { DatosRecurso } from './recurso-revision.ts'
import type { Sourced } from '../base/sourced.ts'

/** Rights of a persona over her data: access, rectification, cancellation and opposition. */
export const DERECHOS = ['acceso', 'rectificacion', 'cancelacion', 'oposicion'] as const
export type Derecho = (typeof DERECHOS)[number]
/** How a request arrives. */
export const MEDIOS_DERECHO = ['escrito', 'correo', 'correo_postal', 'plataforma', 'comparecencia', 'sistema'] as const
export type MedioDerecho = (typeof MEDIOS_DERECHO)[number]

export const ACTOS_DERECHO = [
  'prevenir',
  'desahogar',
  'no_presentar',
  'declinar',
  'ampliar',
  'informar_costos',
  'responder',
  'corregir',
  'emitir',
  'notificar',
  'proponer_efectivo',
  'no_confirmar',
  'hacer_efectivo',
  'suprimir',
  'desistir',
  'proponer_anular',
  'anular',
  'recurrir',
  'admitir_recurso',
  'tramitar_recurso',
  'resolver_recurso',
  'cumplir_recurso',
] as const
export type ActoDerecho = (typeof ACTOS_DERECHO)[number]
/** Acts of the institute that become a letter, which somebody signs. */
export const ACTOS_CON_OFICIO: readonly ActoDerecho[] = ['prevenir', 'no_presentar', 'declinar', 'ampliar', 'responder', 'desistir']
/** Acts that the persona does herself on her request; the rest are the institute's. */
export const ACTOS_DE_LA_PERSONA: readonly ActoDerecho[] = ['desahogar']
/** Acts that are of the letter as it came: they hold for each request that came in it. */
export const ACTOS_DEL_ESCRITO: readonly ActoDerecho[] = ['prevenir', 'desahogar', 'no_presentar']
export const SENTIDOS_DERECHO = ['procedente', 'parcial', 'improcedente'] as const
export type SentidoDerecho = (typeof SENTIDOS_DERECHO)[number]
export const ESTATUS_DERECHO = [
  'en_tramite',
  'prevenida',
  'procedente',
  'improcedente',
  'no_presentada',
  'no_competente',
  'desistida',
  'bloqueada',
  'efectiva',
  'anulada',
] as const
export type EstatusDerecho = (typeof ESTATUS_DERECHO)[number]

/** Each term in working days, with its source: data of the pack. The optional ones are absent where it was loaded before there were any. */
export type DerechosPack = Record<Exclude<ClavePlazo, Tardio>, Plazo> &
  Partial<Record<Tardio, Plazo>> & {
    /** How long what a cancelación takes is kept blocked before its suppression; null: the law fixes no number of days. */
    bloquear?: { dias: number | null } & Sourced
    /** How long one official hides a persona at risk before a second one decides. */
    ocultar?: { horas: number } & Sourced
  }
type Plazo = { dias: number } & Sourced
type Tardio = 'declinar' | 'recurrir'
export const CLAVES_PLAZO = ['prevenir', 'desahogar', 'declinar', 'responder', 'ampliar', 'hacerEfectivo', 'recurrir'] as const
export type ClavePlazo = (typeof CLAVES_PLAZO)[number]

/** Acts done on a request, in order. */
export interface HechoDerecho {
  acto: ActoDerecho
  /** Day of the law: that on which it happened. */
  fecha: string
  sentido?: SentidoDerecho | null
  /** Account that did it; none in those from before it was written down. */
  por?: string
  efecto?: EfectoDerecho
  recurso?: DatosRecurso
  notificacion?: NotificacionDerecho
  negativa?: NegativaDerecho
  /** Folio of its acuse. */
  folio?: string
  /** Signer of its letter. */
  firma?: { nombre: string; cargo: string }
  oficio?: OficioEscrito
  /** Folio of the answer whose text it corrects. */
  corrige?: string
}

export interface SolicitudDerecho {
  derecho: Derecho
  /** Day on which it was received. */
  recibida: string
  /** Whether the requester proved to be the persona. */
  acreditada: boolean
  /** Whether somebody asks in her name and nothing proves that she may. */
  sinPoder?: boolean
  /** Whether she sent it with her own account. */
  deLaPersona?: boolean
  /** Whether the file that answers an acceso was made. */
  reunida: boolean
  /** Folios of the accesos of the same persona that were granted and wait to be delivered. */
  accesos: readonly string[]
  hechos: readonly HechoDerecho[]
}

export interface PlazoDerecho {
  /** `notificar`: the answer is written, and its term ends when it is notified. */
  clave: ClavePlazo | 'notificar' | 'suprimir'
  /** Working days of the term; 0: it ends on a day that somebody wrote. */
  dias: number
  /** Last day. */
  vence: string
  /** Working days that are left, today not counted; negative when it is over. */
  quedan: number
  /** First day that counts, where it has not begun and the days that are left would not say so. */
  empieza?: string
}

export interface ReglasDerecho {
  plazos: DerechosPack
  laborales: ReglasLaborales
  hoy: string
  /** Account of the one who would act; none where nobody asks to. */
  cuentaId?: string
}

export function estatusDerecho({ hechos }: Pick<SolicitudDerecho, 'hechos'>): EstatusDerecho {
  return hechos.reduce<EstatusDerecho>((before, { acto, sentido, efecto }) => {
    if (acto === 'responder') return sentido === 'improcedente' ? 'improcedente' : 'procedente'
    if (acto === 'hacer_efectivo' && efecto?.bloqueaHasta) return 'bloqueada'
    return TRAS[acto] ?? before
  }, 'en_tramite')
}

const TRAS: Partial<Record<ActoDerecho, EstatusDerecho>> = {
  prevenir: 'prevenida',
  desahogar: 'en_tramite',
  no_presentar: 'no_presentada',
  declinar: 'no_competente',
  desistir: 'desistida',
  hacer_efectivo: 'efectiva',
  suprimir: 'efectiva',
  anular: 'anulada',
}

/** Whether nothing is owed any more. */
export function estaCerrada(estatus: EstatusDerecho): boolean {
  return ['improcedente', 'no_presentada', 'no_competente', 'desistida', 'efectiva', 'anulada'].includes(estatus)
}

/** The term that runs, counted in working days from the day after what opened it; null: none does. A letter opens a term once it is notified. */
export function plazoDerecho(solicitud: SolicitudDerecho, reglas: ReglasDerecho): PlazoDerecho | null {
  const { hechos } = solicitud
  const from = (clave: ClavePlazo, dia: string) => desdeDia(clave, dia, reglas)
  const runs: Partial<Record<EstatusDerecho, () => PlazoDerecho>> = {
    prevenida: () => {
      const notificada = notificadaEl(hechos, 'prevencion')
      return notificada === null ? from('prevenir', recibidaEl(solicitud, reglas)) : from('desahogar', notificada)
    },
    procedente: () => {
      const notificada = notificadaEl(hechos, 'respuesta')
      return notificada === null ? notificarAntes(solicitud, reglas) : from('hacerEfectivo', notificada)
    },
    en_tramite: () => responderAntes(solicitud, reglas),
    bloqueada: () => ({ clave: 'suprimir', dias: 0, ...hasta(bloqueadaHasta(solicitud) ?? reglas.hoy, reglas) }),
  }
  return runs[estatusDerecho(solicitud)]?.() ?? null
}

function desdeDia(clave: ClavePlazo, dia: string, reglas: ReglasDerecho): PlazoDerecho {
  const dias = reglas.plazos[clave]?.dias ?? 0
  const { sumar, motivoInhabil } = createDiasHabiles(reglas.laborales)
  const ends = hasta(sumar(dia, { dias, tipoDias: 'habiles' }), reglas)
  const empieza = sumar(dia, UNO)
  const waits = reglas.hoy < empieza && (ends.quedan > dias || motivoInhabil(reglas.hoy) !== null)
  return { clave, dias, ...ends, ...(waits && { empieza }) }
}

function hasta(vence: string, { laborales, hoy }: ReglasDerecho): Pick<PlazoDerecho, 'vence' | 'quedan'> {
  return { vence, quedan: habilesEntre(createDiasHabiles(laborales), hoy, vence) }
}

function recibidaEl({ recibida }: Pick<SolicitudDerecho, 'recibida'>, { laborales }: ReglasDerecho): string {
  return diaDeRecepcion(recibida, createDiasHabiles(laborales))
}

/** Until when an answer is notified: within the term to answer. */
export function notificarAntes(solicitud: SolicitudDerecho, reglas: ReglasDerecho): PlazoDerecho {
  return { ...responderAntes(solicitud, reglas), clave: 'notificar' }
}

/** Working day from which the term to answer counts: a prevention interrupts, and the term begins again when it was attended. */
function abiertaEl({ recibida, hechos }: Pick<SolicitudDerecho, 'recibida' | 'hechos'>, laborales: ReglasLaborales): string {
  const atendida = hechos.findLast(({ acto }) => acto === 'desahogar')?.fecha
  return diaDeRecepcion(atendida ?? recibida, createDiasHabiles(laborales))
}

/** An extension counts where it was notified within the term. */
function responderAntes(solicitud: SolicitudDerecho, reglas: ReglasDerecho): PlazoDerecho {
  const { hechos } = solicitud
  const first = desdeDia('responder', abiertaEl(solicitud, reglas.laborales), reglas)
  const ampliada = notificadaEl(hechos, 'ampliacion')
  if (ampliada === null || ampliada > first.vence) return first
  return { ...ampliadoHasta(first, reglas), clave: 'responder' }
}

function ampliadoHasta({ dias, vence }: PlazoDerecho, reglas: ReglasDerecho): PlazoDerecho {
  const more = desdeDia('ampliar', vence, reglas)
  return { clave: more.clave, dias: dias + more.dias, vence: more.vence, quedan: more.quedan }
}

/** Until when it is answered if its term is extended: the letter says it, and counts once it is notified. */
export function responderSiSeAmplia(solicitud: SolicitudDerecho, reglas: ReglasDerecho): PlazoDerecho {
  const hechos = solicitud.hechos.filter(({ notificacion }) => notificacion?.carta !== 'ampliacion')
  return ampliadoHasta(responderAntes({ ...solicitud, hechos }, reglas), reglas)
}

/** The term in which the persona may still be asked to complete her request; null: she may not. */
export function plazoParaPrevenir(solicitud: SolicitudDerecho, reglas: ReglasDerecho): PlazoDerecho | null {
  if (estatusDerecho(solicitud) !== 'en_tramite' || solicitud.hechos.some(({ acto }) => acto === 'prevenir')) return null
  const plazo = desdeDia('prevenir', recibidaEl(solicitud, reglas), reglas)
  return plazo.quedan < 0 ? null : plazo
}

/** The one wording of a term: "20 días hábiles, a más tardar el 27 de mayo de 2030". */
export function plazoEnPalabras({ dias, vence }: Pick<PlazoDerecho, 'dias' | 'vence'>): string {
  return dias === 0 ? `a más tardar el ${longDate(vence)}` : `${diasHabiles(dias)}, a más tardar el ${longDate(vence)}`
}

export function diasHabiles(dias: number): string {
  return dias === 1 ? '1 día hábil' : `${dias} días hábiles`
}

export interface PasosDerecho {
  sentido: SentidoDerecho | null
  /** Ground of a refusal, whole or in part. */
  causa: CausaImprocedencia | null
  prevenida: string | null
  atendida: string | null
  ampliada: string | null
  respondida: string | null
  notificada: string | null
  efectiva: string | null
  /** Working days from what opened its term to the answer; null: it was not answered. */
  diasUsados: number | null
}

const RESPONDEN: readonly ActoDerecho[] = ['responder', 'declinar', 'no_presentar']

/** Letters that somebody waits for: those written and not notified whose term depends on it, oldest first. */
export function porNotificar(solicitud: Pick<SolicitudDerecho, 'hechos'>): CartaDerecho[] {
  const owed: Record<CartaDerecho, readonly EstatusDerecho[]> = {
    prevencion: ['prevenida'],
    ampliacion: ['en_tramite'],
    respuesta: ESTATUS_DERECHO.filter((estatus) => estatus !== 'desistida' && estatus !== 'anulada'),
  }
  const estatus = estatusDerecho(solicitud)
  return cartasPorNotificar(solicitud.hechos).flatMap(({ carta }) => (owed[carta].includes(estatus) ? [carta] : []))
}

/** Term to appeal an answer, counted from its notification; null: it was not notified, or the pack has no such term. */
export function plazoParaRecurrir(solicitud: Pick<SolicitudDerecho, 'hechos'>, reglas: ReglasDerecho): PlazoDerecho | null {
  const notificada = notificadaEl(solicitud.hechos, 'respuesta')
  return notificada === null || reglas.plazos.recurrir === undefined ? null : desdeDia('recurrir', notificada, reglas)
}

/** Last day on which an answer may be appealed, at the earliest: one that was not notified could be today. Null: the pack has no such term. */
export function recurribleHasta({ hechos }: Pick<SolicitudDerecho, 'hechos'>, reglas: ReglasDerecho): string | null {
  if (reglas.plazos.recurrir === undefined) return null
  return desdeDia('recurrir', notificadaEl(hechos, 'respuesta') ?? reglas.hoy, reglas).vence
}

/** Days of the steps of a request, for the annual report. */
export function pasosDerecho(
  { recibida, hechos }: Pick<SolicitudDerecho, 'recibida' | 'hechos'>,
  laborales: ReglasLaborales,
): PasosDerecho {
  const habiles = createDiasHabiles(laborales)
  const dia = (...actos: ActoDerecho[]) => hechos.findLast(({ acto }) => actos.includes(acto))?.fecha ?? null
  const respuesta = hechos.findLast(({ acto }) => RESPONDEN.includes(acto))
  return {
    ...sentidoDe(respuesta),
    ...{ prevenida: dia('prevenir'), atendida: dia('desahogar'), ampliada: dia('ampliar') },
    ...{ respondida: respuesta?.fecha ?? null, notificada: notificadaEl(hechos, 'respuesta'), efectiva: dia('hacer_efectivo', 'suprimir') },
    diasUsados: respuesta ? Math.max(0, habilesEntre(habiles, abiertaEl({ recibida, hechos }, laborales), respuesta.fecha)) : null,
  }
}

function sentidoDe(respuesta: HechoDerecho | undefined): Pick<PasosDerecho, 'sentido' | 'causa'> {
  return { sentido: respuesta?.sentido ?? null, causa: respuesta?.negativa?.causa ?? null }
}

/** A letter that arrives on a day that is no working day is received on the next one. */
export function diaDeRecepcion(recibida: string, { siguienteHabil }: DiasHabiles): string {
  return siguienteHabil(recibida)
}

/** Last day on which the cancelled data are kept blocked; null: they are not blocked. */
export function bloqueadaHasta({ hechos }: Pick<SolicitudDerecho, 'hechos'>): string | null {
  return hechos.findLast(({ acto }) => acto === 'hacer_efectivo')?.efecto?.bloqueaHasta ?? null
}

/** The effect that was announced last, unless a second person refused it; null: none was. */
export function previstoDerecho({ hechos }: Pick<SolicitudDerecho, 'hechos'>): EfectoPrevisto | null {
  const refused = new Set(hechos.flatMap((hecho, at) => (hecho.acto === 'no_confirmar' ? (rechazadoPor(hechos, at) ?? []) : [])))
  return hechos.findLast((hecho) => hecho.efecto?.previsto && !refused.has(hecho))?.efecto?.previsto ?? null
}

/** The proposal that a refusal answers. */
function rechazadoPor(hechos: readonly HechoDerecho[], at: number): HechoDerecho | undefined {
  return hechos.slice(0, at).findLast(({ acto }) => acto === 'proponer_efectivo' || acto === 'proponer_anular')
}

/** Whether one person proposes it and another makes it effective. */
export function tomaDosPersonas(solicitud: Pick<SolicitudDerecho, 'hechos' | 'derecho'>): boolean {
  const previsto = previstoDerecho(solicitud)
  return solicitud.derecho === 'cancelacion' || (previsto !== null && previsto.surte !== 'consentimiento')
}

/** Whether it was made effective outside the system: its data here did not change by it. */
export function hechaFuera({ hechos }: Pick<SolicitudDerecho, 'hechos'>): boolean {
  return hechos.findLast(({ acto }) => acto === 'hacer_efectivo')?.efecto?.fuera === true
}

/** The proposal to make a request effective that waits for a second person; null: there is none. */
export function propuestaDerecho({ hechos }: Pick<SolicitudDerecho, 'hechos'>): HechoDerecho | null {
  return propuestaDe(hechos, 'proponer_efectivo')
}

/** The proposal to close a request that was recorded by mistake, while it waits for a second person; null: there is none. */
export function propuestaDeAnular({ hechos }: Pick<SolicitudDerecho, 'hechos'>): HechoDerecho | null {
  return propuestaDe(hechos, 'proponer_anular')
}

function propuestaDe(hechos: readonly HechoDerecho[], propone: 'proponer_efectivo' | 'proponer_anular'): HechoDerecho | null {
  const last = hechos.findLast(({ acto }) => PROPUESTOS.includes(acto))
  return last?.acto === propone ? last : null
}

const PROPUESTOS: readonly ActoDerecho[] = ['proponer_efectivo', 'hacer_efectivo', 'proponer_anular', 'anular', 'no_confirmar']

/** The refusal of a second person that nobody proposed again since; null: there is none. */
export function noConfirmada({ hechos }: Pick<SolicitudDerecho, 'hechos'>): HechoDerecho | null {
  const last = hechos.findLast(({ acto }) => PROPUESTOS.includes(acto))
  return last?.acto === 'no_confirmar' ? last : null
}

/** Whether closing a request recorded by mistake takes two people: something was done on it, or the persona sent it herself. */
export function anularTomaDos({ hechos, deLaPersona }: Pick<SolicitudDerecho, 'hechos' | 'deLaPersona'>): boolean {
  return deLaPersona === true || hechos.some(({ acto }) => !DE_ANULAR.includes(acto))
}

const DE_ANULAR: readonly ActoDerecho[] = ['proponer_anular', 'no_confirmar']

/** Working days after a day, up to another included; negative when the other is before. */
function habilesEntre(habiles: DiasHabiles, desde: string, hasta: string): number {
  const [first, last] = desde <= hasta ? [desde, hasta] : [hasta, desde]
  let count = 0
  for (let day = habiles.sumar(first, UNO); day <= last; day = habiles.sumar(day, UNO)) count += 1
  return desde <= hasta ? count : -count
}

const UNO = { dias: 1, tipoDias: 'habiles' } as const
