import type { HechoFormula } from '../../../api-types.ts'
import { t, textOr, type MessageKey } from '../mensajes.ts'
import { dateLong } from '../../../shared/formularios/dates.ts'

/** A piece of a sentence: plain text, or a name that leads somewhere. */
export interface Pieza {
  texto: string
  miembro?: HechoFormula['candidatura']
  acuerdoId?: string
}

/** One fact of the story as a sentence with a full date, in pieces so that its names can be links. */
export function oracionDe(hecho: HechoFormula): Pieza[] {
  const names = namesOf(hecho)
  const sentence = t(keyOf(hecho), {
    fecha: dateLong(hecho.efectosDesde),
    calidad: textOr(`cambios.comoCalidad.${hecho.calidad}`, hecho.calidad),
    causa: lowerFirst(hecho.causa?.nombre ?? ''),
    ...Object.fromEntries(Object.keys(names).map((name) => [name, `${MARK}${name}${MARK}`])),
  })
  return sentence
    .split(MARK)
    .map((part, index) => (index % 2 === 0 ? { texto: part } : (names[part] ?? { texto: part })))
    .filter(({ texto }) => texto !== '')
}

/** Stands where a name goes; no sentence has it. */
const MARK = '\u0001'

function namesOf({ candidatura, entra, sale, acuerdo }: HechoFormula): Record<string, Pieza> {
  return {
    persona: pieceOf(candidatura),
    ...(entra === null ? {} : { entra: pieceOf(entra) }),
    ...(sale === null ? {} : { sale: pieceOf(sale) }),
    ...(acuerdo === null ? {} : { acuerdo: { texto: acuerdo.numero, acuerdoId: acuerdo.id } }),
  }
}

function keyOf(hecho: HechoFormula): MessageKey {
  const ending = hecho.acuerdo === null ? 'sinAcuerdo' : 'conAcuerdo'
  const cause = hecho.causa === null ? 'sinCausa' : 'conCausa'
  if (hecho.tipo === 'sustitucion') return `cambios.oraciones.sustitucion.${cause}`
  if (hecho.tipo === 'cancelacion') return `cambios.oraciones.cancelacion.${cause}`
  if (hecho.tipo === 'restitucion') return `cambios.oraciones.restitucion.${hecho.sale === null ? 'vacante' : 'ocupada'}`
  return hecho.tipo === 'correccion' ? `cambios.oraciones.correccion.${ending}` : `cambios.oraciones.registro.${ending}`
}

function pieceOf(miembro: HechoFormula['candidatura']): Pieza {
  return { texto: miembro.nombre, miembro }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('es-MX') + text.slice(1)
}
