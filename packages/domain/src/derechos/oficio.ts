import { cartaDe, notificadaEl } from './notificacion.ts'

/** Parts of a letter that the Unidad types, because no source of the pack is sure of them; absent: nobody wrote it. */
export interface DatosOficio {
  /** Number in the book of the Unidad. */
  numero?: string
  /** Law and articles, after «Con fundamento en». */
  fundamento?: string
  /** Authority that hears a recurso, after «ante». */
  garante?: string
  /** Address of the office, after «está en». */
  domicilio?: string
  /** Hours of the office, after «atiende». */
  horario?: string
}
/** Typed parts of a letter; `de`: folio of the act whose letter is issued, where that is another. */
export interface OficioEscrito extends DatosOficio {
  de?: string
}
export type CampoCarta = keyof DatosOficio | 'firmante'
export const CAMPOS_CARTA = ['numero', 'fundamento', 'garante', 'domicilio', 'horario'] as const

/** Acts whose letter says before whom a recurso goes. */
const CON_RECURSO: readonly string[] = ['responder', 'declinar', 'no_presentar']

export function diceGarante(acto: string): boolean {
  return CON_RECURSO.includes(acto)
}

const FALTA: Record<CampoCarta, string> = {
  numero: 'el número del oficio',
  fundamento: 'los artículos en que se funda',
  garante: 'ante quién se recurre',
  domicilio: 'el domicilio de la Unidad',
  horario: 'el horario de la Unidad',
  firmante: 'quién lo firma',
}

/** Parts that a letter lacks to be issued, in the order in which they are typed. */
export function faltasDeOficio(acto: string, datos: DatosOficio & { firmante?: string }): CampoCarta[] {
  const needed: readonly CampoCarta[] = [...CAMPOS_CARTA, 'firmante']
  return needed.filter((campo) => (campo !== 'garante' || diceGarante(acto)) && (datos[campo] ?? '').trim() === '')
}

export function faltaDeOficioEnPalabras(campo: CampoCarta): string {
  return FALTA[campo]
}

interface Hecho {
  acto: string
  fecha: string
  folio?: string
  firma?: { nombre: string; cargo: string }
  oficio?: OficioEscrito
}

/** A letter as it is printed: what was typed with its act, and what was typed when it was issued. */
export function emisionDe<T extends Hecho>(hechos: readonly T[], hecho: T): { oficio: DatosOficio; firma: T['firma'] | null } {
  const issued = hecho.folio ? hechos.findLast(({ acto, oficio }) => acto === 'emitir' && oficio?.de === hecho.folio) : undefined
  const { de: _, ...oficio }: OficioEscrito = { ...hecho.oficio, ...issued?.oficio }
  return { oficio, firma: issued?.firma ?? hecho.firma ?? null }
}

/** Parts that the letter of a recorded act still lacks. */
export function faltasDelOficio<T extends Hecho>(hechos: readonly T[], hecho: T): CampoCarta[] {
  const { oficio, firma } = emisionDe(hechos, hecho)
  return faltasDeOficio(hecho.acto, { ...oficio, firmante: firma?.nombre ?? '' })
}

/** Acts whose letter may be issued: it lacks a part, or the persona did not receive it yet and a part may be mended. */
export function porEmitir<T extends Hecho>(hechos: readonly T[]): T[] {
  return hechos.filter((hecho) => {
    const carta = cartaDe(hecho.acto)
    if (carta === undefined && hecho.acto !== 'desistir') return false
    return faltasDelOficio(hechos, hecho).length > 0 || (carta !== undefined && notificadaEl(hechos, carta) === null)
  })
}
