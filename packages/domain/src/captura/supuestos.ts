import { isConfirmada, type Sourced } from '../base/sourced.ts'

/** Objects of a ground; `general` fits a section and the photograph. */
export const OBJETOS_SUPUESTO = ['seccion', 'fotografia', 'consentimiento', 'general'] as const
export type ObjetoSupuesto = (typeof OBJETOS_SUPUESTO)[number]

/** Objects of an observación. The photograph returns together with a section of the curricular. */
export const OBJETOS_OBSERVADOS = ['seccion', 'fotografia'] as const
export type ObjetoObservado = (typeof OBJETOS_OBSERVADOS)[number]

/** Objects that a requerimiento asks to attend. */
export const OBJETOS_REQUERIDOS = [...OBJETOS_OBSERVADOS, 'consentimiento'] as const
export type ObjetoRequerido = (typeof OBJETOS_REQUERIDOS)[number]

/** Whether the ground is about how it was handed in or about what it says. */
export const NIVELES_SUPUESTO = ['forma', 'contenido'] as const
export type NivelSupuesto = (typeof NIVELES_SUPUESTO)[number]

/** Ground of the closed list by which the institute observes, pauses, or refuses a signed form. */
export interface SupuestoPack extends Sourced {
  clave: string
  /** Its name. */
  texto: string
  /** The same for the public, soberly: why a section is paused. */
  publico: string
  /** Absent in a proceso that was loaded before there was a catalogue. */
  catalogo?: CatalogoSupuesto
}

export interface CatalogoSupuesto {
  objeto: ObjetoSupuesto
  nivel: NivelSupuesto
  /** Text for the record, which the reviewer completes. */
  hallazgo: string
  /** For the letter and for whoever captures; null exactly where it cannot be mended. */
  comoSubsanar: string | null
  /** Its article; null: none was found. */
  fundamento: { articulo: string | null } & Sourced
}

/** Whether an observación by it can be mended: another stays out of the letter, and counts as unresolved. */
export function esSubsanable({ catalogo }: Pick<SupuestoPack, 'catalogo'>): boolean {
  return catalogo === undefined || catalogo.comoSubsanar !== null
}

/** Its article as it may be printed; null: nobody confirmed any. */
export function fundamentoConfirmado({ catalogo }: Pick<SupuestoPack, 'catalogo'>): string | null {
  return catalogo && isConfirmada(catalogo.fundamento.confianza) ? catalogo.fundamento.articulo : null
}

/** A proceso loaded before there was a catalogue says of none what it is about. */
export function objetoDe({ catalogo }: Pick<SupuestoPack, 'catalogo'>): ObjetoSupuesto {
  return catalogo?.objeto ?? 'general'
}

/** Whether a ground fits what it is said of. */
export function sirvePara(own: ObjetoSupuesto, objeto: ObjetoSupuesto): boolean {
  return own === objeto || (own === 'general' && objeto !== 'consentimiento')
}

/** Why an observación may not have this ground; the list is closed. */
export function razonesContraSupuesto(
  supuestos: readonly SupuestoPack[],
  { supuesto, objeto, cuestionario }: { supuesto: string; objeto: ObjetoObservado; cuestionario: string },
): string[] {
  const found = supuestos.find(({ clave }) => clave === supuesto)
  if (!found) return ['El supuesto no está en la lista.']
  return [
    ...(sirvePara(objetoDe(found), objeto) ? [] : [`El supuesto «${found.texto}» no es para ${NOMBRES[objeto]}.`]),
    ...(objeto === 'fotografia' && cuestionario !== 'curricular'
      ? ['La fotografía se observa en una sección del cuestionario curricular.']
      : []),
  ]
}

/** Why a signed form may not be refused by this ground. A list from before there was a catalogue has none for a form, and asks for none. */
export function razonesContraSupuestoDeFormato(supuestos: readonly SupuestoPack[], supuesto: string | null): string[] {
  const fitting = supuestos.filter((each) => sirvePara(objetoDe(each), 'consentimiento'))
  if (fitting.length === 0 && supuesto === null) return []
  return fitting.some(({ clave }) => clave === supuesto) ? [] : ['Elija por qué se rechaza, de la lista.']
}

const NOMBRES: Record<ObjetoObservado, string> = { seccion: 'una sección', fotografia: 'la fotografía' }
