import type { Sourced } from '../base/sourced.ts'
import type { ApartadoFacil, ConsultaPack } from './pack.ts'

/** A language in which the institute offers pages of the public site, beside Spanish. Each text that it lacks is said in Spanish. */
export interface IdiomaPack extends Sourced {
  /** BCP 47, in small letters, for it is part of addresses: "nah". */
  codigo: string
  /** As its speakers write it: "Nāhuatl". */
  nombre: string
  sentido: 'ltr' | 'rtl'
  /** Person or group that validated the texts, and on which day; null: nobody yet, and the pages say so. */
  validacion: { quien: string; fecha: string } | null
  /** Texts of the interface by their key ("site.skip"). */
  mensajes: Record<string, string>
  /** Texts of the pack by the Spanish sentence: one that the institute amends is said in Spanish until it is translated again. */
  frases: Record<string, string>
}

/** Pages that exist in each language: those that explain. Lists and candidaturas are texts of others, in Spanish. */
export const PAGINAS_EN_IDIOMAS: readonly string[] = [
  '/',
  '/boleta',
  '/como-votar',
  '/calendario',
  '/cargos',
  '/preguntas',
  '/lectura-facil',
  '/accesibilidad',
]

/** Beginning of the addresses of a language. */
export function baseIdioma(codigo: string): string {
  return `/idioma/${codigo}`
}

/** A page in a language; an address that has none there as it is. The query and the fragment stay. */
export function direccionEnIdioma(direccion: string, codigo: string): string {
  const [ruta = ''] = direccion.split(/[?#]/)
  return PAGINAS_EN_IDIOMAS.includes(ruta) ? baseIdioma(codigo) + (ruta === '/' ? direccion.slice(1) : direccion) : direccion
}

const ADDRESS = /^\/idioma\/([a-z0-9-]+)(?=[/?#]|$)/

/** The language of an address and its page in Spanish; null for an address of Spanish. */
export function leerDireccionIdioma(direccion: string): { codigo: string; direccion: string } | null {
  const codigo = ADDRESS.exec(direccion)?.[1]
  if (codigo === undefined) return null
  const rest = direccion.slice(baseIdioma(codigo).length)
  return { codigo, direccion: rest.startsWith('/') ? rest : `/${rest}` }
}

/** A public answer, by its path, with each text that `frases` has in place of the Spanish one. The index holds names and codes, and stays. */
export function traducirRespuesta<T>(path: string, data: T, frases: Readonly<Record<string, string>>): T {
  return path.startsWith('/publico/indice') ? data : traducir(data, frases)
}

function traducir<T>(valor: T, frases: Readonly<Record<string, string>>): T {
  const each = (value: unknown): unknown => {
    if (typeof value === 'string') return Object.hasOwn(frases, value) ? frases[value] : value
    if (Array.isArray(value)) return value.map(each)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, each(own)]))
  }
  return each(valor) as T
}

/** Texts of a pack that the pages in a language show. */
export interface TextosTraducibles {
  consulta?: ConsultaPack
  cargos: readonly { nombre: string; singular?: string }[]
  calendario: readonly { evento: string }[]
}

/** Spanish texts of a pack that a language may translate. */
export function frasesTraducibles({ consulta, cargos, calendario }: TextosTraducibles): Set<string> {
  return new Set([
    ...cargos.flatMap(({ nombre, singular = nombre }) => [nombre, singular]),
    ...calendario.map(({ evento }) => evento),
    ...(consulta ? explicadas(consulta) : []),
  ])
}

function explicadas({ boletas = [], funciones, preguntas, votar = [], lecturaFacil, ...more }: ConsultaPack): string[] {
  return [
    ...boletas.flatMap(({ nombre, comoSeVota, alianza }) => [nombre, ...comoSeVota, ...(alianza ? [alianza] : [])]),
    ...[more.sistemasNormativos, more.otrasBoletas].flatMap((each) => each?.texto ?? []),
    ...(more.casilla ? [more.casilla.nombre] : []),
    ...funciones.flatMap(({ resumen, funciones: own }) => [resumen, ...own]),
    ...preguntas.flatMap(({ pregunta, respuesta }) => [pregunta, ...respuesta]),
    ...votar.flatMap(({ titulo, texto }) => [titulo, ...texto]),
    ...(lecturaFacil?.apartados ?? []).flatMap(faciles),
  ]
}

function faciles({ titulo, partes, enlace }: ApartadoFacil): string[] {
  const ofPartes = partes.flatMap((parte) => [parte.titulo ?? [], parte.frases].flat())
  return [titulo, ...ofPartes, ...(enlace ? [enlace.texto] : [])]
}
