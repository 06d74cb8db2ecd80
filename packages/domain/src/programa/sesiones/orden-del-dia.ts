import type { ParteDe } from '../plantillas/declaradas.ts'
import { escrita, type TextosPlantilla } from '../plantillas/plantilla.ts'
import type { ClaseSesion } from './reglas.ts'

/** Points that every agenda has, by the kind of sesión. */
export const PUNTOS_FIJOS = ['lista', 'orden', 'anterior', 'generales', 'clausura'] as const
export type PuntoFijo = (typeof PUNTOS_FIJOS)[number]

/** A point of the printed agenda: one that every agenda has (`punto`: typed too), or one that the secretaría typed. */
export type PuntoDelDia<T> = { fijo: PuntoFijo; titulo: string; punto: T | null } | { fijo: null; titulo: string; punto: T }

interface Typed {
  titulo: string
  seVota: boolean
  /** Entregable that its vote approves: its name in the programme, and in a sentence ("el informe mensual…"; null: the title says it). */
  entregable: { nombre: string; documento: string | null } | null
}

interface Agenda {
  tipo: ClaseSesion
  papel: 'acta' | 'minuta'
  /** Sentences of its template. */
  textos: TextosPlantilla
}

/**
 * The agenda as it is printed. The secretaría types only its middle; a title that says one of the fixed points takes its place. Only
 * ordinarias read the paper of the sesión before and have asuntos generales. A title that she wrote herself stays as she wrote it.
 * A reunión de trabajo approves no agenda.
 */
export function ordenDelDia<T extends Typed>({ tipo, papel, textos }: Agenda, puntos: readonly T[]): PuntoDelDia<T>[] {
  return enOrden(tipo, puntos).map(({ fijo, punto }) => {
    if (fijo === null) return { fijo, titulo: tituloDe(punto, textos), punto }
    // A voted one keeps its vote; another is worded as every agenda words it.
    return punto?.seVota
      ? { fijo: null, titulo: sentence(punto.titulo), punto }
      : { fijo, titulo: tituloFijo(fijo, { tipo, papel, textos }), punto }
  })
}

/** Number that the printed agenda gives to each typed point, in the order in which they were typed. */
export function numerosDelDia(tipo: ClaseSesion, puntos: readonly Pick<Typed, 'titulo'>[]): number[] {
  const all = enOrden(tipo, puntos)
  return puntos.map((punto) => all.findIndex((each) => each.punto === punto) + 1)
}

type Colocado<T> = { fijo: PuntoFijo; punto: T | null } | { fijo: null; punto: T }

function enOrden<T extends Pick<Typed, 'titulo'>>(tipo: ClaseSesion, puntos: readonly T[]): Colocado<T>[] {
  const own = new Map(puntos.toReversed().map((punto) => [fijoDe(punto.titulo), punto]))
  // A second one that says the same fixed point is one more of the middle.
  const middle = puntos.filter((punto) => own.get(fijoDe(punto.titulo)) !== punto || fijoDe(punto.titulo) === null)
  const present = (...fijos: PuntoFijo[]) =>
    fijos
      .filter((fijo) => PROPIOS[tipo].includes(fijo) || own.has(fijo))
      .map((fijo): Colocado<T> => ({ fijo, punto: own.get(fijo) ?? null }))
  return [
    ...present('lista', 'orden', 'anterior'),
    ...middle.map((punto): Colocado<T> => ({ fijo: null, punto })),
    ...present('generales', 'clausura'),
  ]
}

/** Fixed points of each kind. */
const PROPIOS: Record<ClaseSesion, readonly PuntoFijo[]> = {
  ordinaria: PUNTOS_FIJOS,
  extraordinaria: ['lista', 'orden', 'clausura'],
  extraordinaria_urgente: ['lista', 'orden', 'clausura'],
  reunion_trabajo: ['lista', 'generales', 'clausura'],
}

function tituloFijo(fijo: PuntoFijo, { tipo, papel, textos }: Agenda): string {
  const parte = tipo === 'reunion_trabajo' ? (DE_REUNION[fijo] ?? fijo) : fijo
  return partOf(textos, parte, { papel: papel === 'acta' ? 'del acta' : 'de la minuta', documento: '' })
}

/** Points that a reunión de trabajo says in its own words. */
const DE_REUNION: Partial<Record<PuntoFijo, ParteDe<'orden_del_dia'>>> = {
  lista: 'lista_reunion',
  generales: 'generales_reunion',
  clausura: 'clausura_reunion',
}

function partOf(textos: TextosPlantilla, parte: ParteDe<'orden_del_dia'>, campos: { papel: string; documento: string }): string {
  return escrita({ documento: 'orden_del_dia', version: 0, textos }, parte, campos)
}

const SAID: Record<PuntoFijo, RegExp> = {
  lista: /^(?:pase de )?lista de asistencia\b/iu,
  orden: /\borden del día\b/iu,
  anterior: /\b(?:acta|minuta) de la sesión anterior\b/iu,
  generales: /^asuntos generales\b/iu,
  clausura: /^clausura\b/iu,
}

function fijoDe(titulo: string): PuntoFijo | null {
  return PUNTOS_FIJOS.find((fijo) => SAID[fijo].test(titulo)) ?? null
}

function tituloDe({ titulo, seVota, entregable }: Typed, textos: TextosPlantilla): string {
  if (!seVota || entregable === null || !titulo.startsWith(entregable.nombre)) return sentence(titulo)
  const { documento } = entregable
  if (!documento) return sentence(titulo)
  const de = documento.startsWith('el ') ? `del ${documento.slice(3)}` : `de ${documento}`
  return partOf(textos, 'presentacion', { papel: '', documento: de })
}

function sentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`
}
