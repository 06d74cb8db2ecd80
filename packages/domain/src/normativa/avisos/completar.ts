import { pairOf } from '../../base/typed.ts'
import { finalidadesEnTexto } from './finalidades.ts'
import type { Finalidad, LeyPack, ReglasAvisoPack } from './pack.ts'

export interface DatosAviso {
  finalidades: readonly Finalidad[]
  ley: LeyPack | null
  datos: ReglasAvisoPack['datos']
}

/** Place in the text of an aviso where its purposes go. */
export const LUGAR_FINALIDADES = 'finalidades'
const PLACE = /\{\{\s*(?:([^{}\s]+)\s*)?\}\}/g

/** Words of a text that wait for a datum: [[, con domicilio en: {{domicilio}}]]. */
const CLAUSE = /\[\[([^[\]]*)\]\]/g
export const UNCONFIRMED = /por confirmar/i

/** The text as its readers get it. {{claves}} that nobody knows stay as they were written; a clause that is still «por confirmar» is left out. */
export function completarAviso(texto: string, aviso: DatosAviso): string {
  const values = valuesOf(aviso)
  const said = texto.replaceAll(CLAUSE, (_whole, clause: string) => (UNCONFIRMED.test(fill(clause, values)) ? '' : clause))
  return fill(said, values)
}

/** The same text with every clause, for those who judge it. */
export function textoEntero(texto: string, aviso: DatosAviso): string {
  return fill(texto.replaceAll(CLAUSE, '$1'), valuesOf(aviso))
}

function fill(texto: string, values: ReadonlyMap<string, string>): string {
  return texto.replaceAll(PLACE, (whole, clave = '') => values.get(clave) ?? whole)
}

/** Claves that a text may hold, with what each becomes. */
export function valuesOf({ finalidades, ley, datos }: DatosAviso): Map<string, string> {
  return new Map([
    ...datos.map(({ clave, valor }): [string, string] => [clave, valor]),
    ...(ley
      ? [
          pairOf('ley', `${ley.nombre} (Diario Oficial de la Federación del ${ley.identifica})`),
          pairOf('articulosLey', ley.articulos),
          pairOf('autoridadGarante', ley.autoridadGarante),
        ]
      : []),
    [LUGAR_FINALIDADES, finalidadesEnTexto(finalidades)],
  ])
}

/** The claves of a text, each with its line (from 1). */
export function clavesDelTexto(texto: string): { clave: string; linea: number }[] {
  return texto.split('\n').flatMap((line, at) => [...line.matchAll(PLACE)].map(([, clave = '']) => ({ clave, linea: at + 1 })))
}
