import { groupBy } from '@conoceles/domain'
import type { PersonaEscrita } from '../../../api-types.ts'
import { textOr, t } from '../mensajes.ts'
import { isOpen, type Cambio } from './cambios.ts'

/** A candidatura that somebody chose. */
export interface Elegida {
  id: string
  nombre: string
  detalle: string
}

export interface Aviso {
  tone: 'success' | 'warning' | 'error'
  text: string
  /** Answers that were not kept, each with its reason. */
  detalles: readonly string[]
}

/** A persona of a file, and what would be written for her. */
export interface Escrita {
  key: string
  archivo: string
  persona: PersonaEscrita
  /** Null while nobody said whose it is. */
  candidatura: Elegida | null
  /** Whether somebody chose the candidatura, and not the name in the file. */
  dicha: boolean
  cambios: Cambio[] | null
  /** Result of the save, or why it was not compared. */
  aviso: Aviso | null
}

export const countElegidas = (cambios: readonly Cambio[] | null) => (cambios ?? []).filter(({ elegida }) => elegida).length

interface Listada {
  id: string
  nombre: string
  cargoNombre: string
  lugar: string
  numero: number
  calidad: string
}

export function toElegida({ id, nombre, cargoNombre, lugar, numero, calidad }: Listada): Elegida {
  return {
    id,
    nombre,
    detalle: t('archivos.detalle', { cargo: cargoNombre, lugar, n: numero, calidad: textOr(`calidad.${calidad}`, calidad) }),
  }
}

/** Whether an answer waits for somebody to read it, because of what it may hold or because another file says something else. */
export const isPorLeer = (cambio: Cambio) =>
  !cambio.elegida && !cambio.cedida && isOpen(cambio) && (cambio.dudosa || cambio.otros.length > 0)

/** How many answers will be kept, and of how many candidaturas: two files that say the same of one give one. */
export function totalOf(escritas: readonly Escrita[]): { respuestas: number; personas: number } {
  const chosen = escritas.flatMap(({ key, candidatura, cambios }) =>
    (cambios ?? []).filter(({ elegida }) => elegida).map(({ campo }) => ({ persona: candidatura?.id ?? key, campo })),
  )
  return {
    respuestas: new Set(chosen.map(({ persona, campo }) => `${persona} ${campo}`)).size,
    personas: new Set(chosen.map(({ persona }) => persona)).size,
  }
}

/** Files with answers that another file contradicts, and how many of each nobody chose. */
export function discrepantesDe(escritas: readonly Escrita[]): { archivo: string; respuestas: number }[] {
  const all = escritas.flatMap(({ archivo, cambios }) =>
    (cambios ?? []).filter((each) => isOpen(each) && each.otros.length > 0).map(() => archivo),
  )
  return [...groupBy(all, (archivo) => archivo)].map(([archivo, { length: respuestas }]) => ({ archivo, respuestas }))
}

/** Which blocks are shown. */
export const FILTROS = ['todas', 'sinPersona', 'porLeer', 'conAviso'] as const
export type Filtro = (typeof FILTROS)[number]

export function isShown({ candidatura, cambios, aviso }: Escrita, filtro: Filtro): boolean {
  if (filtro === 'sinPersona') return candidatura === null
  if (filtro === 'porLeer') return (cambios ?? []).some(isPorLeer)
  return filtro === 'todas' || (aviso !== null && aviso.tone !== 'success')
}

/** Labels that name no question and that nobody has spoken of, the most frequent first. */
export function sobrantesDe(escritas: readonly Escrita[], dichas: ReadonlyMap<string, unknown>): Sobrante[] {
  const counted = new Map<string, Sobrante>()
  for (const { etiqueta, texto } of escritas.flatMap(({ persona }) => persona.sobrantes)) {
    const { veces = 0, ejemplo = texto } = counted.get(etiqueta) ?? {}
    counted.set(etiqueta, { etiqueta, veces: veces + 1, ejemplo })
  }
  return [...counted.values()].filter(({ etiqueta }) => !dichas.has(etiqueta)).sort((a, b) => b.veces - a.veces)
}

export interface Sobrante {
  etiqueta: string
  veces: number
  /** Text of the first one. */
  ejemplo: string
}
