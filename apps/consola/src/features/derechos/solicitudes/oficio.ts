import { diceGarante, faltaDeOficioEnPalabras, faltasDeOficio, type CampoCarta } from '@conoceles/domain'
import type { FieldError } from '@conoceles/ui'
import type { ActoDerechoPedido, SolicitudDerechoDetalle } from '../../../api-types.ts'

/** Parts of a letter as they are typed. */
export interface Oficio {
  /** Folio of the act whose letter is issued; empty: of the act that is being written. */
  de: string
  numero: string
  fundamento: string
  garante: string
  domicilio: string
  horario: string
  firmante: string
  cargoFirmante: string
}

export const OFICIO_IDS: Record<CampoCarta, string> = {
  numero: 'acto-numero',
  fundamento: 'acto-fundamento',
  garante: 'acto-garante',
  domicilio: 'acto-domicilio-unidad',
  horario: 'acto-horario',
  firmante: 'acto-firmante',
}
/** Fields of the API, for its refusals. */
export const OFICIO_CAMPOS: Record<string, string> = {
  oficioDe: 'acto-oficio',
  numeroOficio: OFICIO_IDS.numero,
  fundamentoOficio: OFICIO_IDS.fundamento,
  garanteOficio: OFICIO_IDS.garante,
  domicilioOficio: OFICIO_IDS.domicilio,
  horarioOficio: OFICIO_IDS.horario,
  firmante: OFICIO_IDS.firmante,
}

type Firmante = Pick<Oficio, 'firmante' | 'cargoFirmante'>

/** A letter begins with what is sure, and with what the last one said. */
export function blankOficio({ oficios }: SolicitudDerechoDetalle, firmante: Firmante): Oficio {
  const { garante = '', domicilio = '', horario = '' } = oficios ?? {}
  return { de: '', numero: '', fundamento: '', garante, domicilio, horario, ...firmante }
}

/** The letter of a recorded act, with the blanks filled in as those of a new one. */
export function oficioDe(solicitud: SolicitudDerechoDetalle, hecho: string, firmante: Firmante): Oficio {
  const blank = blankOficio(solicitud, firmante)
  const found = solicitud.oficios?.porEmitir.find((each) => each.hecho === hecho)
  if (!found) return blank
  const { acto, sentido, emitido: _, ...typed } = found
  const fundamento = citaDe(solicitud, acto, sentido)?.cita ?? ''
  const written = Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''))
  return { ...blank, fundamento, ...written, de: hecho }
}

/** The same letter for another act or sense: its ground is another, unless somebody typed one. */
export function reescrito(solicitud: SolicitudDerechoDetalle, oficio: Oficio, { antes, ahora }: { antes: Cual; ahora: Cual }): Oficio {
  const begun = citaDe(solicitud, antes.acto, antes.sentido)?.cita ?? ''
  if (oficio.fundamento !== '' && oficio.fundamento !== begun) return oficio
  return { ...oficio, fundamento: citaDe(solicitud, ahora.acto, ahora.sentido)?.cita ?? '' }
}

interface Cual {
  acto: string | null
  sentido: string | null
}

export function citaDe({ oficios }: SolicitudDerechoDetalle, acto: string | null, sentido: string | null) {
  return oficios?.citas.find((each) => each.acto === acto && each.sentido === (acto === 'responder' ? sentido : null))
}

/** Parts that are missing, for a letter that is issued now. */
export function missingOfOficio(acto: string, oficio: Oficio): FieldError[] {
  return faltasDeOficio(acto, oficio).map((campo) => ({ id: OFICIO_IDS[campo], text: `Falta escribir ${faltaDeOficioEnPalabras(campo)}` }))
}

export function toOficio(acto: string, oficio: Oficio): Partial<ActoDerechoPedido> {
  const { de, numero, fundamento, garante, domicilio, horario, firmante, cargoFirmante } = oficio
  const typed = {
    ...{ oficioDe: de, numeroOficio: numero, fundamentoOficio: fundamento, garanteOficio: diceGarante(acto) ? garante : '' },
    ...{ domicilioOficio: domicilio, horarioOficio: horario, firmante, cargoFirmante },
  }
  return Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''))
}
