import { longDate } from '../base/fecha.ts'

/** Sense of a vote of the Comité de Transparencia on a refusal: LGPDPPSO of 2017, art. 84 fr. III; of 2025, art. 78 fr. III. */
export const SENTIDOS_COMITE = ['confirma', 'modifica', 'revoca'] as const
export type SentidoComite = (typeof SENTIDOS_COMITE)[number]

export interface VotoComite {
  resolucion: string
  fecha: string
  sentido: SentidoComite
}

/** The vote on a refusal, or the typed reason to answer without it. */
export type ComiteDerecho = VotoComite | { sinVoto: string }

export const MIN_MOTIVO_SIN_VOTO = 20

/** Facts of the vote as somebody types them. */
export interface ComitePedido {
  comiteResolucion?: string | undefined
  comiteFecha?: string | undefined
  comiteSentido?: string | undefined
  sinComite?: string | undefined
}
export type CampoComite = keyof ComitePedido

interface Dias {
  /** Day on which the request was received: no vote on it is older. */
  recibida: string
  hoy: string
}

/** Faults of the vote, field by field, in the order of the form. */
export function faltasDeComite(pedido: ComitePedido, dias: Dias): { campo: CampoComite; razon: string }[] {
  const { comiteResolucion = '', comiteFecha = '', comiteSentido, sinComite } = pedido
  const typed: [CampoComite, string | null][] =
    sinComite === undefined
      ? [
          ['comiteResolucion', comiteResolucion.trim() === '' ? 'Falta el número de la resolución del Comité de Transparencia.' : null],
          ['comiteFecha', fechaMal(comiteFecha, dias)],
          ['comiteSentido', sentidoMal(comiteSentido)],
        ]
      : [['sinComite', motivoMal(sinComite)]]
  return typed.flatMap(([campo, razon]) => (razon === null ? [] : [{ campo, razon }]))
}

function motivoMal(sinComite: string): string | null {
  if (sinComite.trim().length >= MIN_MOTIVO_SIN_VOTO) return null
  return `Escriba por qué se responde sin el voto del Comité, en ${MIN_MOTIVO_SIN_VOTO} caracteres o más.`
}

function fechaMal(fecha: string, { recibida, hoy }: Dias): string | null {
  if (fecha === '') return 'Diga qué día votó el Comité.'
  if (fecha > hoy) return 'No puede ser posterior a hoy.'
  return fecha < recibida ? `No puede ser anterior al ${longDate(recibida)}, en que se recibió la solicitud.` : null
}

function sentidoMal(sentido: string | undefined): string | null {
  if (sentido === 'revoca') return 'El Comité revocó la negativa: no se responde que no procede.'
  return SENTIDOS_COMITE.some((each) => each === sentido) ? null : 'Diga en qué sentido votó el Comité.'
}

const VOTO: Record<SentidoComite, string> = { confirma: 'confirmó', modifica: 'modificó', revoca: 'revocó' }

/** The vote after its subject: «confirmó esta negativa en su resolución CT/7/2030, del 6 de mayo de 2030». */
export function votoEnPalabras({ resolucion, fecha, sentido }: VotoComite): string {
  return `${VOTO[sentido]} esta negativa en su resolución ${resolucion}, del ${longDate(fecha)}`
}

export function comiteEnPalabras(comite: ComiteDerecho): string {
  if ('sinVoto' in comite) return `Se respondió sin el voto del Comité de Transparencia. Motivo: ${comite.sinVoto}`
  return `El Comité de Transparencia ${votoEnPalabras(comite)}.`
}
