import { pairOf } from '../../base/typed.ts'
import { finalidadesEnTexto } from './finalidades.ts'
import type { Finalidad, LeyPack, ReglasAvisoPack, TipoAviso } from './pack.ts'

export interface DatosAviso {
  finalidades: readonly Finalidad[]
  ley: LeyPack | null
  datos: ReglasAvisoPack['datos']
}

/** Place in the text of an aviso where its purposes go. */
export const LUGAR_FINALIDADES = 'finalidades'
const PLACE = /\{\{\s*(?:([^{}\s]+)\s*)?\}\}/g

/** The text with its {{claves}} filled in; those that nobody knows stay as they were written. */
export function completarAviso(texto: string, tipo: TipoAviso, aviso: DatosAviso): string {
  const values = valuesOf(tipo, aviso)
  return texto.replaceAll(PLACE, (whole, clave = '') => values.get(clave) ?? whole)
}

/** Claves that a text may hold, with what each becomes. */
export function valuesOf(tipo: TipoAviso, { finalidades, ley, datos }: DatosAviso): Map<string, string> {
  return new Map([
    ...datos.map(({ clave, valor }): [string, string] => [clave, valor]),
    ...(ley
      ? [
          pairOf('ley', `${ley.nombre} (Diario Oficial de la Federación del ${ley.identifica})`),
          pairOf('articulosLey', ley.articulos),
          pairOf('autoridadGarante', ley.autoridadGarante),
        ]
      : []),
    [LUGAR_FINALIDADES, finalidadesEnTexto(finalidades, tipo)],
  ])
}

/** The claves of a text, each with its line (from 1). */
export function clavesDelTexto(texto: string): { clave: string; linea: number }[] {
  return texto.split('\n').flatMap((line, at) => [...line.matchAll(PLACE)].map(([, clave = '']) => ({ clave, linea: at + 1 })))
}
