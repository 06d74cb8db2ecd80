import { plainKey } from '../../base/text.ts'
import { entriesOf } from '../../base/typed.ts'
import type { Calidad, Sexo } from '../../registro/estatus.ts'
import { COLUMNAS_CON_CATALOGO, type Celdas, type ColumnaConCatalogo } from './columnas.ts'
import type { ClaveNombre, IndiceImportacion } from './indice.ts'
import { masCercana } from './reconocer.ts'

/** Value of the catalogue that each way of writing means, by column and by its plain key; somebody said so once. */
export type Valores = Partial<Record<ColumnaConCatalogo, Readonly<Record<string, string>>>>

/** The cells with what somebody said that they mean. */
export function conValores(celdas: Celdas, valores: Valores): Celdas {
  const meant = COLUMNAS_CON_CATALOGO.flatMap((columna) => {
    const clave = valores[columna]?.[plainKey(celdas[columna])]
    return clave === undefined ? [] : [[columna, clave] as const]
  })
  return meant.length === 0 ? celdas : { ...celdas, ...Object.fromEntries(meant) }
}

/** The second ones win. */
export function unirValores(first: Valores, second: Valores): Valores {
  const both = COLUMNAS_CON_CATALOGO.flatMap((columna) => {
    const own = { ...first[columna], ...second[columna] }
    return Object.keys(own).length > 0 ? [[columna, own] as const] : []
  })
  return Object.fromEntries(both)
}

/** Values that a column may have. */
export function opcionesDe(columna: ColumnaConCatalogo, indice: IndiceImportacion): readonly ClaveNombre[] {
  return CATALOGOS[columna](indice)
}

/** Value of the catalogue that a text is nearest to: only to be offered. */
export function sugerenciaDe(columna: ColumnaConCatalogo, text: string, indice: IndiceImportacion): ClaveNombre | undefined {
  return masCercana(text, opcionesDe(columna, indice))
}

const CALIDADES: readonly ClaveNombre[] = [
  { clave: 'propietaria', nombre: 'Propietaria' },
  { clave: 'suplente', nombre: 'Suplente' },
]
const SEXOS: readonly ClaveNombre[] = [
  { clave: 'mujer', nombre: 'Mujer' },
  { clave: 'hombre', nombre: 'Hombre' },
  { clave: 'no binario', nombre: 'No binario' },
]
const SI_NO: readonly ClaveNombre[] = [
  { clave: 'si', nombre: 'Sí' },
  { clave: 'no', nombre: 'No' },
]

const CATALOGOS: Record<ColumnaConCatalogo, (indice: IndiceImportacion) => readonly ClaveNombre[]> = {
  cargo: ({ cargos }) => cargos,
  demarcacion: ({ demarcaciones }) => demarcaciones,
  actor_politico: ({ actores }) => actores,
  partido_origen: ({ partidos }) => partidos,
  calidad: () => CALIDADES,
  sexo: () => SEXOS,
  accion_afirmativa: ({ grupos }) => [...grupos, { clave: 'ninguna', nombre: 'Ninguna' }],
  eleccion_consecutiva: () => SI_NO,
}

/** «M» is read as mujer beside «H», and as masculino beside «F»; alone it may be either, and somebody has to say it. */
export function valoresDeSexo(escritos: Iterable<string>): Valores {
  const keys = new Set([...escritos].map(plainKey))
  if (!keys.has('m') || keys.has('h') === keys.has('f')) return {}
  return { sexo: { m: keys.has('h') ? 'mujer' : 'hombre' } }
}

export const CALIDADES_ESCRITAS = options<Calidad>({
  propietaria: ['propietaria', 'propietario', 'propietario a', 'propietaria o', 'propietari', 'titular', 'prop', 'p', 'propie'],
  suplente: ['suplente', 'sup', 's', 'supl'],
})
// "M" is left out: it is read as mujer and as masculino.
export const SEXOS_ESCRITOS = options<Sexo>({
  mujer: ['mujer', 'femenino', 'femenina', 'fem', 'f', 'mujeres'],
  hombre: ['hombre', 'masculino', 'masc', 'h', 'hombres'],
  no_binario: ['no binario', 'no binaria', 'persona no binaria', 'nb', 'no binarie'],
})
const SI = ['si', 'verdadero', 'true', '1', 'x', 's']
const NO = ['no', 'falso', 'false', '0', '', 'n', 'n a', 'no aplica']
export const SI_O_NO = new Map([...SI.map((key) => [key, true] as const), ...NO.map((key) => [key, false] as const)])

function options<T extends string>(written: Record<T, string[]>): Map<string, T> {
  return new Map(entriesOf(written).flatMap(([valor, keys]) => keys.map((key) => [key, valor] as const)))
}
