import {
  cartaEnPalabras,
  cartasPorNotificar,
  causaEnPalabras,
  cleanLine,
  desdeDiaDelActo,
  faltaDeDia,
  faltasDeComite,
  faltasDeNegativa,
  faltasDeNotificacion,
  llegaDespues,
  tieneDia,
  votoEnPalabras,
  type ActoDerecho,
  type CampoNotificacion,
  type CartaDerecho,
  type CartaEscrita,
  type CausaImprocedencia,
  type ComiteDerecho,
  type EfectoDerecho,
  type MedioEntrega,
  type NegativaDerecho,
  type NotificacionDerecho,
  type SentidoComite,
  type SentidoDerecho,
} from '@conoceles/domain'
import { AppError } from '../../../shared/http/errors.ts'
import { invalida } from './errores.ts'
import type { Hecho, SolicitudDerecho } from './solicitud-derecho.entity.ts'

/** Facts typed with an act: of a refusal, of a notification, and the signer of its letter. */
export interface Escrito {
  acto: ActoDerecho
  texto: string
  sentido?: SentidoDerecho
  causa?: CausaImprocedencia
  razones?: string
  comiteResolucion?: string
  comiteFecha?: string
  comiteSentido?: SentidoComite
  /** Why it is refused before the Comité voted. */
  sinComite?: string
  carta?: CartaDerecho
  medioEntrega?: MedioEntrega
  /** When it happened; without it, today. */
  dia?: string
  enviada?: string
  recibida?: string
  direccion?: string
  comprobante?: string
  /** Folio of the act whose letter is issued; without it, the only one. */
  oficioDe?: string
  numeroOficio?: string
  fundamentoOficio?: string
  garanteOficio?: string
  domicilioOficio?: string
  horarioOficio?: string
  /** Name and charge under the letter. */
  firmante?: string
  cargoFirmante?: string
}

export function sentidoOf({ acto, sentido }: Escrito): SentidoDerecho | null {
  if (acto !== 'responder') return null
  if (!sentido) throw invalida('sentido', 'Diga si procede.')
  return sentido
}

/** Ground, reasons and vote of a refusal; null: the act refuses nothing. */
export function negativaOf(escrito: Escrito, { derecho, recibida }: SolicitudDerecho, hoy: string): NegativaDerecho | null {
  const { texto, sentido, causa, razones = '' } = escrito
  const refuses = sentido === 'improcedente' || sentido === 'parcial'
  const faltas = faltasDeNegativa({ derecho, sentido: sentido ?? null, texto, causa, razones })
  demand(refuses ? [...faltas, ...faltasDeComite(escrito, { recibida, hoy })] : faltas)
  if (!refuses || causa === undefined) return null
  return { causa, ...(sentido === 'parcial' && { razones: razones.trim() }), comite: comiteOf(escrito) }
}

function comiteOf({ sinComite, comiteResolucion = '', comiteFecha: fecha, comiteSentido: sentido }: Escrito): ComiteDerecho {
  if (sinComite !== undefined) return { sinVoto: sinComite.trim() }
  if (!fecha || !sentido) throw new Error('a vote that lacks what was demanded')
  return { resolucion: cleanLine(comiteResolucion), fecha, sentido }
}

/** Day on which an act happened, and that of its record where that is another. */
export function diasOf({ acto, dia }: Escrito, row: SolicitudDerecho, hoy: string): Pick<Hecho, 'fecha' | 'registrado'> {
  if (dia === undefined || dia === hoy) return { fecha: hoy }
  if (!tieneDia(acto, row)) throw invalida('dia', 'Este acto ocurre hoy.')
  const falta = faltaDeDia(dia, { desde: desdeDiaDelActo(acto, row), hoy })
  if (falta !== null) throw invalida('dia', falta)
  return { fecha: dia, registrado: hoy }
}

/** The notification of a letter; null: the act is another. */
export function notificacionOf(escrito: Escrito, { hechos }: SolicitudDerecho, hoy: string): NotificacionDerecho | null {
  if (escrito.acto !== 'notificar') return null
  const cartas = cartasPorNotificar(hechos)
  const typed = typedOf(escrito, cartas)
  demand(faltasDeNotificacion(typed, { cartas, hoy }).map(({ campo, razon }) => ({ campo: CAMPO[campo], razon })))
  const { carta, medio, enviada, recibida, direccion, comprobante } = typed
  if (!carta || !medio) throw new Error('a notification that lacks what was demanded')
  const after = llegaDespues(medio)
  return {
    ...{ carta, medio, enviada },
    ...(after ? recibida && { recibida } : { recibida: enviada }),
    ...(after && { direccion }),
    ...(comprobante && { comprobante }),
  }
}

/** A letter that waits alone is chosen already. */
function typedOf(
  { carta, medioEntrega: medio, enviada = '', recibida = '', direccion = '', comprobante = '' }: Escrito,
  cartas: readonly CartaEscrita[],
) {
  const [only, ...more] = cartas
  const which = carta ?? (more.length === 0 ? only?.carta : undefined)
  return { carta: which, medio, enviada, recibida, direccion: cleanLine(direccion), comprobante: cleanLine(comprobante) }
}

/** Fields of the request of which the rule speaks. */
const CAMPO: Record<CampoNotificacion, string> = {
  carta: 'carta',
  medio: 'medioEntrega',
  enviada: 'enviada',
  recibida: 'recibida',
  direccion: 'direccion',
  comprobante: 'comprobante',
}

function demand(faltas: readonly { campo: string; razon: string }[]): void {
  if (faltas.length > 0)
    throw new AppError('entrada.invalida', { errors: faltas.map(({ campo, razon }) => ({ field: campo, reasons: [razon] })) })
}

/** Into the bitácora: which letter, its day and the ground; never an address or a typed reason. */
export function detalleOfEscrito({ notificacion, negativa }: Pick<Hecho, 'notificacion' | 'negativa'>): object {
  return {
    ...(notificacion && avisoOf(notificacion)),
    ...(negativa && { causa: causaEnPalabras(negativa.causa), comite: votoOf(negativa) }),
  }
}

function avisoOf({ carta, enviada, recibida }: NotificacionDerecho): object {
  return recibida === undefined ? { enviada: cartaEnPalabras(carta), el: enviada } : { notificada: cartaEnPalabras(carta), recibida }
}

/** Into the bitácora: the number and the day of the vote, and never the reason to go without it. */
function votoOf({ comite }: NegativaDerecho): string | undefined {
  if (comite === undefined) return undefined
  return 'sinVoto' in comite ? 'sin su voto' : votoEnPalabras(comite)
}

/** Into the bitácora: the number of changes, never their texts. */
export function detalleOf(efecto: EfectoDerecho | null): object {
  if (efecto === null) return {}
  const { retira, bloqueaHasta, llaves, oculta, fuera, previsto } = efecto
  return {
    ...(previsto && { surte: previsto.surte }),
    ...(oculta && { oculta: oculta.map(({ clave }) => clave) }),
    ...(fuera && { fuera }),
    ...(retira && { retira }),
    ...(bloqueaHasta && { bloqueaHasta }),
    ...(llaves === undefined ? {} : { llaves }),
  }
}
