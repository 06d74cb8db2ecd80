import { longDate } from '../base/fecha.ts'
import { ENTREGA, type MedioEntrega } from './efecto.ts'

/** Letters of a request that are notified, each once: terms of law run from that day. */
export const CARTAS_DERECHO = ['prevencion', 'ampliacion', 'respuesta'] as const
export type CartaDerecho = (typeof CARTAS_DERECHO)[number]

/** Facts of a notification, as somebody types them. Days in ISO form. */
export interface NotificacionDerecho {
  carta: CartaDerecho
  medio: MedioEntrega
  /** Day on which it was sent, or handed over. */
  enviada: string
  /** Day on which she received it: the terms count from the next one. None: it was posted, and its acuse has not come back. */
  recibida?: string
  /** Address to which it was sent. */
  direccion?: string
  comprobante?: string
}

interface Hecho {
  acto: string
  fecha: string
  notificacion?: NotificacionDerecho
}

const CARTA_DE: Readonly<Record<string, CartaDerecho>> = {
  prevenir: 'prevencion',
  ampliar: 'ampliacion',
  responder: 'respuesta',
  declinar: 'respuesta',
  no_presentar: 'respuesta',
}

/** The letter that an act becomes; undefined: none. */
export function cartaDe(acto: string): CartaDerecho | undefined {
  return CARTA_DE[acto]
}

/** A letter and the day of its act. */
export interface CartaEscrita {
  carta: CartaDerecho
  fecha: string
  /** How it was posted, where its acuse has not come back. */
  envio?: NotificacionDerecho
}

/** Letters written and not notified, oldest first. */
export function cartasPorNotificar(hechos: readonly Hecho[]): CartaEscrita[] {
  return CARTAS_DERECHO.flatMap((carta) => {
    const written = hechos.findLast(({ acto }) => cartaDe(acto) === carta)
    if (written === undefined || notificadaEl(hechos, carta) !== null) return []
    const envio = hechos.findLast(({ notificacion }) => notificacion?.carta === carta)?.notificacion
    return [{ carta, fecha: written.fecha, ...(envio && { envio }) }]
  }).toSorted((a, b) => a.fecha.localeCompare(b.fecha))
}

/** Day on which the persona received a letter; null: it was not notified. */
export function notificadaEl(hechos: readonly Hecho[], carta: CartaDerecho): string | null {
  const written = hechos.findLastIndex(({ acto }) => cartaDe(acto) === carta)
  const told = hechos.slice(written + 1).find((hecho) => llego(hecho) && cartaNotificada(hecho) === carta)
  return written < 0 || told === undefined ? null : (told.notificacion?.recibida ?? told.fecha)
}

/** Whether an act says that a letter was received: a posted one waits for its acuse. */
function llego({ acto, notificacion }: Hecho): boolean {
  return acto === 'notificar' && (notificacion === undefined || notificacion.recibida !== undefined)
}

/** Acts from before letters were told apart notified the answer. */
function cartaNotificada({ notificacion }: Hecho): CartaDerecho {
  return notificacion?.carta ?? 'respuesta'
}

/** Whether by this medium a letter is received on another day than it is sent. */
export function llegaDespues(medio: string): boolean {
  return medio === 'correo' || medio === 'correo_postal'
}

export type CampoNotificacion = keyof NotificacionDerecho
interface Falta {
  campo: CampoNotificacion
  razon: string
}
type Pedida = { [Campo in CampoNotificacion]?: NotificacionDerecho[Campo] | undefined }

/** Faults of a notification, field by field, in the order of the form. `cartas`: those that were not notified. */
export function faltasDeNotificacion(
  pedida: Pedida,
  { cartas, hoy }: { cartas: readonly Omit<CartaEscrita, 'envio'>[]; hoy: string },
): Falta[] {
  const written = cartas.find(({ carta }) => carta === pedida.carta)
  if (written === undefined) return [{ campo: 'carta', razon: 'Diga qué oficio se notificó.' }]
  const { medio } = pedida
  if (medio === undefined) return [{ campo: 'medio', razon: 'Diga por qué medio se notificó.' }]
  const { enviada = '', comprobante = '' } = pedida
  const early = `No puede ser anterior al ${longDate(written.fecha)}, día del oficio.`
  return [
    ...razonOf('enviada', diaMal(enviada, { desde: written.fecha, hoy, si: early })),
    ...(llegaDespues(medio) ? faltasDeEnvio(medio, pedida, hoy) : []),
    ...razonOf('comprobante', medio === 'correo_postal' && comprobante.trim() === '' ? 'Escriba el comprobante de envío.' : null),
  ]
}

function faltasDeEnvio(medio: MedioEntrega, { enviada = '', recibida = '', direccion = '' }: Pedida, hoy: string): Falta[] {
  // The acuse of a posted letter comes back later.
  const posted = medio === 'correo_postal' && recibida === ''
  return [
    ...razonOf('recibida', posted ? null : diaMal(recibida, { desde: enviada, hoy, si: 'No puede ser anterior al día en que se envió.' })),
    ...razonOf('direccion', direccionMal(medio, direccion)),
  ]
}

function razonOf(campo: CampoNotificacion, razon: string | null): Falta[] {
  return razon === null ? [] : [{ campo, razon }]
}

function diaMal(dia: string, { desde, hoy, si }: { desde: string; hoy: string; si: string }): string | null {
  if (dia === '') return 'Diga qué día fue.'
  if (dia > hoy) return 'No puede ser posterior a hoy.'
  return dia < desde ? si : null
}

const MIN_DOMICILIO = 8

function direccionMal(medio: MedioEntrega, direccion: string): string | null {
  if (medio === 'correo') return /^[^\s@]+@[^\s@]+$/.test(direccion.trim()) ? null : 'Escriba la dirección de correo a la que se envió.'
  return direccion.trim().length < MIN_DOMICILIO ? 'Escriba el domicilio al que se envió.' : null
}

const CARTA: Record<CartaDerecho, string> = {
  prevencion: 'la prevención',
  ampliacion: 'la ampliación del plazo',
  respuesta: 'la respuesta',
}

export function cartaEnPalabras(carta: CartaDerecho): string {
  return CARTA[carta]
}

/** A notification as sentences. */
export function notificacionEnPalabras(notificacion: NotificacionDerecho): string[] {
  const { carta, medio, enviada, recibida, direccion = '', comprobante } = notificacion
  const proof = comprobante ? [`Comprobante de envío: ${comprobante}.`] : []
  if (recibida === undefined)
    return [`Se envió ${CARTA[carta]} ${ENTREGA[medio]} el ${longDate(enviada)} a ${direccion}. Falta el acuse.`, ...proof]
  const days = llegaDespues(medio)
    ? `: se envió el ${longDate(enviada)} a ${direccion} y se recibió el ${longDate(recibida)}.`
    : ` el ${longDate(recibida)}.`
  return [`Se notificó ${CARTA[carta]} ${ENTREGA[medio]}${days}`, ...proof]
}
