import { createDiasHabiles, type DiasHabiles, type ReglasLaborales } from './programa/dias-habiles.ts'
import type { Sourced } from './sourced.ts'

/** Rights of a persona over her data: access, rectification, cancellation and opposition. */
export const DERECHOS = ['acceso', 'rectificacion', 'cancelacion', 'oposicion'] as const
export type Derecho = (typeof DERECHOS)[number]

export const ACTOS_DERECHO = ['prevenir', 'desahogar', 'no_presentar', 'ampliar', 'responder', 'hacer_efectivo'] as const
export type ActoDerecho = (typeof ACTOS_DERECHO)[number]
/** What the persona does herself on her request; the rest is the institute's. */
export const ACTOS_DE_LA_PERSONA: readonly ActoDerecho[] = ['desahogar']
export const SENTIDOS_DERECHO = ['procedente', 'improcedente'] as const
export type SentidoDerecho = (typeof SENTIDOS_DERECHO)[number]
export const ESTATUS_DERECHO = ['en_tramite', 'prevenida', 'procedente', 'improcedente', 'no_presentada', 'efectiva'] as const
export type EstatusDerecho = (typeof ESTATUS_DERECHO)[number]

/** Each term in working days, with its source: data of the pack. */
export type DerechosPack = Record<'prevenir' | 'desahogar' | 'responder' | 'ampliar' | 'hacerEfectivo', { dias: number } & Sourced>

/** What was done on a request, in order. */
export interface HechoDerecho {
  acto: ActoDerecho
  /** Day of the law. */
  fecha: string
  sentido?: SentidoDerecho | null
}

export interface SolicitudDerecho {
  /** Day on which it was received. */
  recibida: string
  /** Whether who asks proved to be the persona. */
  acreditada: boolean
  hechos: readonly HechoDerecho[]
}

export interface PlazoDerecho {
  clave: keyof DerechosPack
  /** Last day. */
  vence: string
  /** Working days that are left, today not counted; negative when it is over. */
  quedan: number
}

export interface ReglasDerecho {
  plazos: DerechosPack
  laborales: ReglasLaborales
  hoy: string
}

export function estatusDerecho({ hechos }: Pick<SolicitudDerecho, 'hechos'>): EstatusDerecho {
  return hechos.reduce<EstatusDerecho>((before, { acto, sentido }) => {
    if (acto === 'responder') return sentido === 'improcedente' ? 'improcedente' : 'procedente'
    return TRAS[acto] ?? before
  }, 'en_tramite')
}

const TRAS: Partial<Record<ActoDerecho, EstatusDerecho>> = {
  prevenir: 'prevenida',
  desahogar: 'en_tramite',
  no_presentar: 'no_presentada',
  hacer_efectivo: 'efectiva',
}

/** Whether nothing is owed any more. */
export function estaCerrada(estatus: EstatusDerecho): boolean {
  return ['improcedente', 'no_presentada', 'efectiva'].includes(estatus)
}

/** The term that runs, counted in working days from the day after what opened it; null: none does. */
export function plazoDerecho(solicitud: SolicitudDerecho, { plazos, laborales, hoy }: ReglasDerecho): PlazoDerecho | null {
  const habiles = createDiasHabiles(laborales)
  const from = (clave: keyof DerechosPack, dia: string, more = 0): PlazoDerecho => {
    const vence = habiles.sumar(dia, { dias: plazos[clave].dias + more, tipoDias: 'habiles' })
    return { clave, vence, quedan: habilesEntre(habiles, hoy, vence) }
  }
  const fechaDe = (acto: ActoDerecho) => solicitud.hechos.findLast((hecho) => hecho.acto === acto)?.fecha
  const estatus = estatusDerecho(solicitud)
  if (estatus === 'prevenida') return from('desahogar', fechaDe('prevenir') ?? solicitud.recibida)
  if (estatus === 'procedente') return from('hacerEfectivo', fechaDe('responder') ?? solicitud.recibida)
  if (estatus !== 'en_tramite') return null
  // A prevention interrupts: the term begins again when it was attended.
  return from('responder', fechaDe('desahogar') ?? solicitud.recibida, fechaDe('ampliar') ? plazos.ampliar.dias : 0)
}

/** Working days after a day, up to another included; negative when the other is before. */
function habilesEntre(habiles: DiasHabiles, desde: string, hasta: string): number {
  const [first, last] = desde <= hasta ? [desde, hasta] : [hasta, desde]
  let count = 0
  for (let day = habiles.sumar(first, UNO); day <= last; day = habiles.sumar(day, UNO)) count += 1
  return desde <= hasta ? count : -count
}

const UNO = { dias: 1, tipoDias: 'habiles' } as const

/** Why an act cannot be done now; none: it can. */
export function razonesContraDerecho(acto: ActoDerecho, solicitud: SolicitudDerecho, reglas: ReglasDerecho): string[] {
  const estatus = estatusDerecho(solicitud)
  if (estaCerrada(estatus)) return ['La solicitud ya está concluida.']
  const needed = DESDE[acto]
  if (estatus !== needed) return [ANTES[needed]]
  return RULES[acto]?.(solicitud, reglas) ?? []
}

/** How a request may be answered: who did not prove to be the persona is handed nothing and has nothing changed, but is answered. */
export function sentidosPosibles({ acreditada }: Pick<SolicitudDerecho, 'acreditada'>): readonly SentidoDerecho[] {
  return acreditada ? SENTIDOS_DERECHO : ['improcedente']
}

type Abierto = 'en_tramite' | 'prevenida' | 'procedente'
const DESDE: Record<ActoDerecho, Abierto> = {
  prevenir: 'en_tramite',
  desahogar: 'prevenida',
  no_presentar: 'prevenida',
  ampliar: 'en_tramite',
  responder: 'en_tramite',
  hacer_efectivo: 'procedente',
}
const ANTES: Record<Abierto, string> = {
  en_tramite: 'Sólo se puede mientras está en trámite y sin una prevención pendiente.',
  prevenida: 'Sólo se puede mientras espera que la persona atienda una prevención.',
  procedente: 'Sólo se hace efectivo lo que se respondió como procedente.',
}

type Rule = (solicitud: SolicitudDerecho, reglas: ReglasDerecho) => string[]

const done = (acto: ActoDerecho, { hechos }: SolicitudDerecho) => hechos.some((hecho) => hecho.acto === acto)

const RULES: Partial<Record<ActoDerecho, Rule>> = {
  prevenir: (solicitud, { plazos, laborales, hoy }) => {
    if (done('prevenir', solicitud)) return ['Se previene una sola vez.']
    const { sumar } = createDiasHabiles(laborales)
    const late = hoy > sumar(solicitud.recibida, { dias: plazos.prevenir.dias, tipoDias: 'habiles' })
    return late ? [`Pasaron los ${plazos.prevenir.dias} días hábiles en que se puede prevenir.`] : []
  },
  no_presentar: (solicitud, reglas) =>
    (plazoDerecho(solicitud, reglas)?.quedan ?? 0) < 0 ? [] : ['Todavía corre el plazo para atender la prevención.'],
  ampliar: (solicitud, reglas) => {
    if (done('ampliar', solicitud)) return ['El plazo se amplía una sola vez.']
    return (plazoDerecho(solicitud, reglas)?.quedan ?? 0) < 0 ? ['El plazo para responder ya terminó: no se amplía.'] : []
  },
}
