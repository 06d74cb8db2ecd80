import { cleanLine } from '../../base/text.ts'

/** Category of a codebook: what a free text is about, and when it is that and not another. */
export interface CategoriaCodigo {
  /** Made from its name; a code points to it. */
  clave: string
  nombre: string
  definicion: string
}

/** Always there: what fits nowhere else. */
export const OTRAS: CategoriaCodigo = {
  clave: 'otras',
  nombre: 'Otras',
  definicion: 'Lo que no cabe en ninguna de las anteriores, lo que no se entiende y lo que no contesta la pregunta.',
}

/** Most categories besides «Otras»: as many as there are keys from 1 to 9. */
export const MAX_CATEGORIAS = 9
export const MIN_CATEGORIAS = 2
export const MAX_NOMBRE_CATEGORIA = 80
export const MAX_DEFINICION_CATEGORIA = 500

/** Reasons against a codebook as it is written, by field; none: it can be saved. An empty one can be saved too: it is being written. */
export function razonesContraLibro(categorias: readonly Omit<CategoriaCodigo, 'clave'>[]): { field: string; reasons: string[] }[] {
  const claves = categorias.map(({ nombre }) => claveDe(nombre))
  const byField = categorias.flatMap(({ nombre, definicion }, at) => [
    { field: `categorias.${at}.nombre`, reasons: razonesContraNombre(nombre, claves.slice(0, at)) },
    {
      field: `categorias.${at}.definicion`,
      reasons: cleanLine(definicion) === '' ? ['Escriba cuándo un texto es de esta categoría.'] : [],
    },
  ])
  const most = categorias.length > MAX_CATEGORIAS ? [`Son ${MAX_CATEGORIAS} a lo más, además de «${OTRAS.nombre}».`] : []
  return [...byField, { field: 'categorias', reasons: most }].filter(({ reasons }) => reasons.length > 0)
}

function razonesContraNombre(nombre: string, antes: readonly string[]): string[] {
  const clave = claveDe(nombre)
  if (clave === '') return ['Escriba el nombre de la categoría.']
  if (clave === OTRAS.clave) return [`«${OTRAS.nombre}» ya está siempre: no se escribe.`]
  return antes.includes(clave) ? ['Ya hay una categoría que se llama así.'] : []
}

/** The codebook as it is kept: each category with its clave, and «Otras» at the end. */
export function libroDe(categorias: readonly Omit<CategoriaCodigo, 'clave'>[]): CategoriaCodigo[] {
  const own = categorias.map(({ nombre, definicion }) => ({
    clave: claveDe(nombre),
    nombre: cleanLine(nombre),
    definicion: cleanLine(definicion),
  }))
  return [...own, OTRAS]
}

/** "Lengua de señas" → "lengua_de_senas". */
function claveDe(nombre: string): string {
  return nombre
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
}
