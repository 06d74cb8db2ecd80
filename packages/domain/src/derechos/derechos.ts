import type { EfectoDerecho, EfectoPrevisto } from './efecto.ts'
import { longDate } from '../base/fecha.ts'
import { createDiasHabiles, type DiasHabiles, type ReglasLaborales } from '../base/dias-habiles.ts'
import { ACTOS_RECURSO, razonesContraRecurso, type DatosRecurso } from './recurso-revision.ts'
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
  'notificar',
  'proponer_efectivo',
  'hacer_efectivo',
  'suprimir',
  'desistir',
  'recurrir',
  'admitir_recurso',
  'tramitar_recurso',
  'resolver_recurso',
  'cumplir_recurso',
] as const
export type ActoDerecho = (typeof ACTOS_DERECHO)[number]
/** Acts that the persona does herself on her request; the rest are the institute's. */
export const ACTOS_DE_LA_PERSONA: readonly ActoDerecho[] = ['desahogar']
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
  /** Day of the law. */
  fecha: string
  sentido?: SentidoDerecho | null
  /** Account that did it; none in those from before it was written down. */
  por?: string
  efecto?: EfectoDerecho
  recurso?: DatosRecurso
}

export interface SolicitudDerecho {
  derecho: Derecho
  /** Day on which it was received. */
  recibida: string
  /** Whether the requester proved to be the persona. */
  acreditada: boolean
  /** Whether somebody asks in her name and nothing proves that she may. */
  sinPoder?: boolean
  /** Whether the file that answers an acceso was made. */
  reunida: boolean
  /** Folios of the accesos of the same persona that were granted and wait to be delivered. */
  accesos: readonly string[]
  hechos: readonly HechoDerecho[]
}

export interface PlazoDerecho {
  clave: ClavePlazo | 'suprimir'
  /** Last day. */
  vence: string
  /** Working days that are left, today not counted; negative when it is over. */
  quedan: number
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
}

/** Whether nothing is owed any more. */
export function estaCerrada(estatus: EstatusDerecho): boolean {
  return ['improcedente', 'no_presentada', 'no_competente', 'desistida', 'efectiva'].includes(estatus)
}

/** The term that runs, counted in working days from the day after what opened it; null: none does. */
export function plazoDerecho(solicitud: SolicitudDerecho, { plazos, laborales, hoy }: ReglasDerecho): PlazoDerecho | null {
  const habiles = createDiasHabiles(laborales)
  const from = (clave: ClavePlazo, dia: string, more = 0): PlazoDerecho => {
    const vence = habiles.sumar(dia, { dias: (plazos[clave]?.dias ?? 0) + more, tipoDias: 'habiles' })
    return { clave, vence, quedan: habilesEntre(habiles, hoy, vence) }
  }
  const fechaDe = (acto: ActoDerecho) => solicitud.hechos.findLast((hecho) => hecho.acto === acto)?.fecha
  const recibida = diaDeRecepcion(solicitud.recibida, habiles)
  const runs: Partial<Record<EstatusDerecho, () => PlazoDerecho>> = {
    prevenida: () => from('desahogar', fechaDe('prevenir') ?? recibida),
    procedente: () => from('hacerEfectivo', fechaDe('responder') ?? recibida),
    // A prevention interrupts: the term begins again when it was attended.
    en_tramite: () => from('responder', fechaDe('desahogar') ?? recibida, fechaDe('ampliar') ? plazos.ampliar.dias : 0),
    bloqueada: () => {
      const vence = bloqueadaHasta(solicitud) ?? hoy
      return { clave: 'suprimir', vence, quedan: habilesEntre(habiles, hoy, vence) }
    },
  }
  return runs[estatusDerecho(solicitud)]?.() ?? null
}

export interface PasosDerecho {
  sentido: SentidoDerecho | null
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

/** Whether it was answered and nobody wrote down yet that the answer was delivered. */
export function faltaNotificar(solicitud: Pick<SolicitudDerecho, 'hechos'>): boolean {
  const last = solicitud.hechos.findLast(({ acto }) => acto === 'notificar' || RESPONDEN.includes(acto))
  return last !== undefined && last.acto !== 'notificar' && estatusDerecho(solicitud) !== 'desistida'
}

/** Last day to appeal an answer, counted from its delivery; null: it was not delivered, or the pack has no such term. */
export function recurribleHasta(solicitud: Pick<SolicitudDerecho, 'hechos'>, { plazos, laborales }: ReglasDerecho): string | null {
  const { hechos } = solicitud
  const notificada = hechos.findLast(({ acto }) => acto === 'notificar')?.fecha
  const dias = plazos.recurrir?.dias
  if (dias === undefined || notificada === undefined || faltaNotificar(solicitud)) return null
  return createDiasHabiles(laborales).sumar(notificada, { dias, tipoDias: 'habiles' })
}

/** Days of the steps of a request, for the annual report. */
export function pasosDerecho(
  { recibida, hechos }: Pick<SolicitudDerecho, 'recibida' | 'hechos'>,
  laborales: ReglasLaborales,
): PasosDerecho {
  const habiles = createDiasHabiles(laborales)
  const dia = (...actos: ActoDerecho[]) => hechos.findLast(({ acto }) => actos.includes(acto))?.fecha ?? null
  const respuesta = hechos.findLast(({ acto }) => RESPONDEN.includes(acto))
  // A prevention interrupts: the term begins again when it was attended.
  const from = dia('desahogar') ?? diaDeRecepcion(recibida, habiles)
  return {
    ...{ sentido: respuesta?.sentido ?? null, prevenida: dia('prevenir'), atendida: dia('desahogar'), ampliada: dia('ampliar') },
    ...{ respondida: respuesta?.fecha ?? null, notificada: dia('notificar'), efectiva: dia('hacer_efectivo', 'suprimir') },
    diasUsados: respuesta ? Math.max(0, habilesEntre(habiles, from, respuesta.fecha)) : null,
  }
}

/** A letter that arrives on a day that is no working day is received on the next one. */
function diaDeRecepcion(recibida: string, { siguienteHabil }: DiasHabiles): string {
  return siguienteHabil(recibida)
}

/** Last day on which the cancelled data are kept blocked; null: they are not blocked. */
export function bloqueadaHasta({ hechos }: Pick<SolicitudDerecho, 'hechos'>): string | null {
  return hechos.findLast(({ acto }) => acto === 'hacer_efectivo')?.efecto?.bloqueaHasta ?? null
}

/** The effect that was announced last; null: none was. */
export function previstoDerecho({ hechos }: Pick<SolicitudDerecho, 'hechos'>): EfectoPrevisto | null {
  return hechos.findLast(({ efecto }) => efecto?.previsto)?.efecto?.previsto ?? null
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
  const last = hechos.findLast(({ acto }) => acto === 'proponer_efectivo' || acto === 'hacer_efectivo')
  return last?.acto === 'proponer_efectivo' ? last : null
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
  if (estaCerrada(estatus) && !TRAS_CERRAR.includes(acto)) return ['La solicitud ya está concluida.']
  const needed = DESDE[acto]
  if (!needed.estatus.includes(estatus)) return [needed.si]
  return RULES[acto]?.(solicitud, reglas) ?? []
}

/** Facts told of a request that is over: that its answer was delivered, and that somebody appealed. */
const TRAS_CERRAR: readonly ActoDerecho[] = ['notificar', ...ACTOS_RECURSO]

/** Possible answers to a request: one whose requester did not prove to be the persona is answered, and gives or changes nothing. */
export function sentidosPosibles(solicitud: Pick<SolicitudDerecho, 'acreditada' | 'sinPoder'>): readonly SentidoDerecho[] {
  return razonesSinAcreditar(solicitud).length === 0 ? SENTIDOS_DERECHO : ['improcedente']
}

/** Why it can only be answered that it does not proceed; none: it may be granted. */
export function razonesSinAcreditar({ acreditada, sinPoder }: Pick<SolicitudDerecho, 'acreditada' | 'sinPoder'>): string[] {
  return [
    ...(acreditada ? [] : ['Falta que la persona acredite su identidad: mientras tanto sólo se puede responder que no procede.']),
    ...(sinPoder ? ['Falta el poder o la carta de quien la representa: mientras tanto sólo se puede responder que no procede.'] : []),
  ]
}

/** Name under which the paper of a representative is kept among the documents of a request. */
export const NOMBRE_PODER = 'Poder o carta de representación'

export function esPoder({ nombre }: { nombre: string }): boolean {
  return nombre.startsWith(NOMBRE_PODER)
}

interface Desde {
  estatus: readonly EstatusDerecho[]
  /** Reason given in every other estatus. */
  si: string
}
const TRAMITE: Desde = { estatus: ['en_tramite'], si: 'Sólo se puede mientras está en trámite y sin una prevención pendiente.' }
const PREVENIDA: Desde = { estatus: ['prevenida'], si: 'Sólo se puede mientras espera que la persona atienda una prevención.' }
const PROCEDENTE: Desde = { estatus: ['procedente'], si: 'Sólo se hace efectivo lo que se respondió como procedente.' }
const RESPONDIDA: readonly EstatusDerecho[] = ['procedente', 'improcedente', 'no_presentada', 'no_competente', 'bloqueada', 'efectiva']
/** Its rules look at the recurso, however the request stands. */
const RECURSO: Desde = { estatus: ESTATUS_DERECHO, si: '' }
const DESDE: Record<ActoDerecho, Desde> = {
  prevenir: TRAMITE,
  desahogar: PREVENIDA,
  no_presentar: PREVENIDA,
  declinar: TRAMITE,
  ampliar: TRAMITE,
  informar_costos: { estatus: ['en_tramite', 'procedente'], si: 'Los costos se informan antes de entregar.' },
  responder: TRAMITE,
  notificar: { estatus: RESPONDIDA, si: 'Se notifica lo que ya se respondió.' },
  proponer_efectivo: PROCEDENTE,
  hacer_efectivo: PROCEDENTE,
  suprimir: { estatus: ['bloqueada'], si: 'Sólo se suprime lo que está bloqueado por una cancelación.' },
  desistir: { estatus: ['en_tramite', 'prevenida', 'procedente'], si: 'Ya se hizo efectiva: no queda de qué desistir.' },
  recurrir: { estatus: [...RESPONDIDA, 'en_tramite'], si: 'Se recurre una respuesta, o que no la hubo.' },
  admitir_recurso: RECURSO,
  tramitar_recurso: RECURSO,
  resolver_recurso: RECURSO,
  cumplir_recurso: RECURSO,
}

type Rule = (solicitud: SolicitudDerecho, reglas: ReglasDerecho) => string[]

const done = (acto: ActoDerecho, { hechos }: SolicitudDerecho) => hechos.some((hecho) => hecho.acto === acto)

/** Conditions of a right, besides its term, before it is made effective. */
const EFECTIVO: Record<Derecho, Rule> = {
  acceso: ({ reunida }) => (reunida ? [] : ['Descargue antes los datos que se entregan: todavía no se han reunido.']),
  rectificacion: secondPerson,
  oposicion: secondPerson,
  cancelacion: (solicitud, reglas) => {
    const missing = secondPerson(solicitud, reglas)
    return propuestaDerecho(solicitud) === null ? missing : [...missing, ...undelivered(solicitud)]
  },
}

function secondPerson(solicitud: SolicitudDerecho, { cuentaId }: ReglasDerecho): string[] {
  if (!tomaDosPersonas(solicitud)) return []
  const propuesta = propuestaDerecho(solicitud)
  if (propuesta === null) return ['Falta que una persona la proponga; otra la hace efectiva.']
  return propuesta.por === cuentaId ? ['La hace efectiva una persona distinta de quien la propuso.'] : []
}

/** A cancelación does not destroy what an acceso that was granted has to hand over. */
function undelivered({ accesos }: SolicitudDerecho): string[] {
  return accesos.map((folio) => `Antes entregue el acceso ${folio}, que ya procedió, o ciérrelo con su propio acto.`)
}

const RULES: Partial<Record<ActoDerecho, Rule>> = {
  hacer_efectivo: (solicitud, reglas) => EFECTIVO[solicitud.derecho](solicitud, reglas),
  proponer_efectivo: (solicitud) => {
    if (solicitud.derecho === 'acceso') return ['Un acceso lo hace efectivo una sola persona.']
    // Another proposal corrects the one before.
    if (solicitud.derecho !== 'cancelacion') return []
    return propuestaDerecho(solicitud) ? ['Ya está propuesta: falta la segunda persona.'] : undelivered(solicitud)
  },
  suprimir: (solicitud, { hoy }) => {
    const hasta = bloqueadaHasta(solicitud)
    return hasta !== null && hoy <= hasta ? [`Los datos siguen bloqueados hasta el ${longDate(hasta)}.`] : []
  },
  recurrir: (solicitud, reglas) => {
    const runs = estatusDerecho(solicitud) === 'en_tramite' && (plazoDerecho(solicitud, reglas)?.quedan ?? -1) >= 0
    return runs
      ? ['Todavía corre el plazo para responder: se recurre la respuesta, o que no la hubo a tiempo.']
      : razonesContraRecurso('recurrir', solicitud.hechos)
  },
  admitir_recurso: ({ hechos }) => razonesContraRecurso('admitir_recurso', hechos),
  tramitar_recurso: ({ hechos }) => razonesContraRecurso('tramitar_recurso', hechos),
  resolver_recurso: ({ hechos }) => razonesContraRecurso('resolver_recurso', hechos),
  cumplir_recurso: ({ hechos }) => razonesContraRecurso('cumplir_recurso', hechos),
  declinar: (solicitud, reglas) => withinDays('declinar', 'en que se puede decir que no es competente', { solicitud, reglas }),
  prevenir: (solicitud, reglas) => {
    if (done('prevenir', solicitud)) return ['Se previene una sola vez.']
    return withinDays('prevenir', 'en que se puede prevenir', { solicitud, reglas })
  },
  no_presentar: (solicitud, reglas) =>
    (plazoDerecho(solicitud, reglas)?.quedan ?? 0) < 0 ? [] : ['Todavía corre el plazo para atender la prevención.'],
  ampliar: (solicitud, reglas) => {
    if (done('ampliar', solicitud)) return ['El plazo se amplía una sola vez.']
    return (plazoDerecho(solicitud, reglas)?.quedan ?? 0) < 0 ? ['El plazo para responder ya terminó: no se amplía.'] : []
  },
}

/** Whether the days since it was received in which an act can be done are over. */
function withinDays(
  clave: 'prevenir' | 'declinar',
  para: string,
  { solicitud, reglas: { plazos, laborales, hoy } }: { solicitud: SolicitudDerecho; reglas: ReglasDerecho },
): string[] {
  const habiles = createDiasHabiles(laborales)
  const dias = plazos[clave]?.dias
  if (dias === undefined) return []
  const last = habiles.sumar(diaDeRecepcion(solicitud.recibida, habiles), { dias, tipoDias: 'habiles' })
  return hoy > last ? [`Pasaron los ${dias} días hábiles ${para}.`] : []
}
