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

/**
 * The agenda as it is printed. The secretaría types only its middle; a title that says one of the fixed points takes its place. Only
 * ordinarias read the paper of the sesión before and have asuntos generales. A title that she wrote herself stays as she wrote it.
 * A reunión de trabajo approves no agenda.
 */
export function ordenDelDia<T extends Typed>(tipo: ClaseSesion, papel: 'acta' | 'minuta', puntos: readonly T[]): PuntoDelDia<T>[] {
  const typed = puntos.map((punto) => ({ punto, fijo: fijoDe(punto.titulo) }))
  const middle = typed
    .filter(({ fijo }) => fijo === null)
    .map(({ punto }): PuntoDelDia<T> => ({ fijo: null, titulo: tituloDe(punto), punto }))
  const fixed = (fijo: PuntoFijo): PuntoDelDia<T> => {
    const own = typed.find((each) => each.fijo === fijo)
    // A voted one keeps its vote; another is worded as every agenda words it.
    return own?.punto.seVota
      ? { fijo: null, titulo: sentence(own.punto.titulo), punto: own.punto }
      : { fijo, titulo: tituloFijo(fijo, { tipo, papel }), punto: own?.punto ?? null }
  }
  const always = PROPIOS[tipo]
  const has = (fijo: PuntoFijo) => always.includes(fijo) || typed.some((each) => each.fijo === fijo)
  const present = (...fijos: PuntoFijo[]) => fijos.filter(has).map(fixed)
  return [...present('lista', 'orden', 'anterior'), ...middle, ...present('generales', 'clausura')]
}

/** Fixed points of each kind. */
const PROPIOS: Record<ClaseSesion, readonly PuntoFijo[]> = {
  ordinaria: PUNTOS_FIJOS,
  extraordinaria: ['lista', 'orden', 'clausura'],
  extraordinaria_urgente: ['lista', 'orden', 'clausura'],
  reunion_trabajo: ['lista', 'generales', 'clausura'],
}

function tituloFijo(fijo: PuntoFijo, { tipo, papel }: { tipo: ClaseSesion; papel: 'acta' | 'minuta' }): string {
  const titulos: Record<PuntoFijo, string> = {
    lista: 'Lista de asistencia y declaración de quórum legal.',
    orden: 'Lectura y, en su caso, aprobación del orden del día.',
    anterior: `Lectura y, en su caso, aprobación ${papel === 'acta' ? 'del acta' : 'de la minuta'} de la sesión anterior.`,
    generales: 'Asuntos generales.',
    clausura: 'Clausura de la sesión.',
  }
  return { ...titulos, ...(tipo === 'reunion_trabajo' && DE_REUNION) }[fijo]
}

const DE_REUNION = {
  lista: 'Lista de asistencia.',
  generales: 'Asuntos generales y compromisos.',
  clausura: 'Cierre de la reunión de trabajo.',
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

function tituloDe({ titulo, seVota, entregable }: Typed): string {
  if (!seVota || entregable === null || !titulo.startsWith(entregable.nombre)) return sentence(titulo)
  const { documento } = entregable
  if (!documento) return sentence(titulo)
  return `Presentación, análisis y, en su caso, aprobación ${documento.startsWith('el ') ? `del ${documento.slice(3)}` : `de ${documento}`}.`
}

function sentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`
}
