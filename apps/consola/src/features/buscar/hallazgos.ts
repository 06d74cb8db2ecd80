import { searchWords, type Permiso } from '@conoceles/domain'
import type { RouteLocationRaw } from 'vue-router'
import type { Proceso } from '../../api-types.ts'

export const GRUPOS = ['candidaturas', 'filtros', 'acuerdos', 'actividades', 'remisiones', 'acuses', 'paginas'] as const
export type GrupoClave = (typeof GRUPOS)[number]

/** Something that was found: where it leads, inside the consola (`to`) or in the public site (`href`). */
export interface Hallazgo {
  key: string
  titulo: string
  detalle?: string | null
  to?: RouteLocationRaw
  href?: string
}

/** Each word that was typed begins a word of the text, in any order and without accents. */
export function matches(q: string, text: string): boolean {
  const words = searchWords(text)
  const typed = searchWords(q)
  return typed.length > 0 && typed.every((word) => words.some((each) => each.startsWith(word)))
}

export interface PageRow {
  path: string
  name: string
  title: string
  permiso?: Permiso
  open?: true
}

/** Pages that this account may open and that need nothing chosen before. */
export function pagesFound(q: string, pages: readonly PageRow[], permisos: readonly string[]): Hallazgo[] {
  return pages
    .filter(({ path, open, permiso }) => !open && !path.includes(':') && (permiso === undefined || permisos.includes(permiso)))
    .filter(({ title }) => matches(q, title))
    .map(({ name, title }) => ({ key: `pagina-${name}`, titulo: title, to: { name } }))
}

const CATALOGOS = [
  ['municipio', 'municipios'],
  ['comunidad', 'comunidades'],
  ['distrito', 'distritos'],
  ['cargo', 'cargos'],
  ['actor', 'actoresPoliticos'],
] as const

/** Lists of candidaturas by municipio, comunidad, distrito, cargo or actor político. */
export function filtersFound(q: string, proceso: Pick<Proceso, (typeof CATALOGOS)[number][1]> | null): Hallazgo[] {
  if (proceso === null) return []
  return CATALOGOS.flatMap(([filter, catalogo]) =>
    proceso[catalogo]
      .filter(({ clave, nombre }) => matches(q, `${nombre} ${clave}`))
      .map(({ clave, nombre }) => ({
        key: `${filter}-${clave}`,
        titulo: nombre,
        to: { name: 'candidaturas', query: { [filter]: clave } },
      })),
  )
}

export interface Actividad {
  clave: string
  nombre: string
}

/** Entregables of the calendar with the INE, by words of their name or by the beginning of their number. */
export function actividadesFound(q: string, actividades: readonly Actividad[]): Hallazgo[] {
  return actividades
    .filter(({ clave, nombre }) => matches(q, nombre) || clave.startsWith(q))
    .map(({ clave, nombre }) => ({
      key: `actividad-${clave}`,
      titulo: nombre,
      detalle: clave,
      to: { name: 'entregable', params: { clave: clave.replace('/', '~') } },
    }))
}

const SIGNS = 15

/** A folio of acuse, however it was typed; null: it is none. */
export function folioOf(q: string): string | null {
  const signs = q.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return signs.length === SIGNS && /\d/.test(signs) ? `${signs.slice(0, 5)}-${signs.slice(5, 10)}-${signs.slice(10)}` : null
}
