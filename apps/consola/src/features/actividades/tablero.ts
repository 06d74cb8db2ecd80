import type { Entregable, HitoEntregable, SiguientePaso } from '../../api-types.ts'
import { t, textOr } from '../../messages/index.ts'
import { dateLong } from '../../shared/dates.ts'

/** One line of the calendar: a moment of an entregable. */
export interface Linea {
  key: string
  entregable: Entregable
  hito: HitoEntregable
}

export const VISTAS = ['atencion', 'todo', 'contradicciones'] as const
export type Vista = (typeof VISTAS)[number]

const ABIERTAS: readonly string[] = ['vencida', 'por_vencer', 'en_curso', 'pendiente']

export function lineasOf(entregables: readonly Entregable[]): Linea[] {
  return entregables.flatMap((entregable) =>
    entregable.hitos.map((hito) => ({ key: `${entregable.clave}#${hito.milestone}`, entregable, hito })),
  )
}

/** What is open and due within a month or overdue, by what falls due first; everything in the order of the programme; or what contradicts itself. */
export function lineasDe(lineas: readonly Linea[], vista: Vista, hoy: string): Linea[] {
  if (vista === 'todo') return [...lineas]
  if (vista === 'contradicciones') return lineas.filter(({ hito }) => hito.conflictos > 0)
  const limit = new Date(Date.parse(`${hoy}T12:00:00Z`) + MONTH).toISOString().slice(0, 10)
  return lineas
    .filter(({ hito }) => ABIERTAS.includes(hito.estatus) && hito.vence !== null && hito.vence <= limit)
    .sort((one, other) => String(one.hito.vence).localeCompare(String(other.hito.vence)))
}

const MONTH = 31 * 86_400_000

/** How many duties are overdue, due soon, and in doubt. */
export function cuentasOf(lineas: readonly Linea[]) {
  const count = (test: (hito: HitoEntregable) => boolean) => lineas.filter(({ hito }) => test(hito)).length
  return {
    vencidas: count(({ estatus }) => estatus === 'vencida'),
    porVencer: count(({ estatus }) => estatus === 'por_vencer'),
    enTiempo: count(({ estatus }) => estatus === 'cumplida_en_tiempo'),
    tarde: count(({ estatus }) => estatus === 'cumplida_tarde'),
    contradicciones: count(({ conflictos }) => conflictos > 0),
  }
}

/** "11.5 Informes mensuales…, marzo de 2024". */
export function nombreOf({ nombre, mes, evento }: Pick<Entregable, 'nombre' | 'mes' | 'evento'>): string {
  if (evento) return `${nombre}. ${evento.titulo}`
  return mes === null ? nombre : `${nombre}: ${monthName(mes)}`
}

export function milestoneName(milestone: string): string {
  return textOr(`actividades.hitos.${milestone}`, milestone)
}

/** The moment that falls due next, or that is overdue: the first of what is open. */
export function plazoProximo(hitos: readonly HitoEntregable[]): HitoEntregable | null {
  const open = hitos.filter(({ estatus, vence }) => ABIERTAS.includes(estatus) && vence !== null)
  return open.sort((one, other) => String(one.vence).localeCompare(String(other.vence)))[0] ?? null
}

export function areasText(areas: SiguientePaso['responsables']): string {
  return areas.map(({ nombre }) => nombre).join(', ')
}

export function claseName(clase: string): string {
  return textOr(`trabajo.clases.${clase}`, clase)
}

/** Who recorded it, by her role; nobody in what the simulacro brought. */
export function quienText(rol: string | null): string {
  return rol === null ? t('trabajo.simulacro') : textOr(`roles.${rol}`, rol)
}

/** What an input of files may show: a PDF, or the draft on which members write. */
export const FORMATOS_DOCUMENTO = '.pdf,.docx,.xlsx'

/** By how much, in the largest unit that says something. */
export function retrasoText(minutes: number | null): string | null {
  if (minutes === null) return null
  if (minutes < 60) return t('actividades.retraso.minutos', { n: minutes })
  if (minutes < DAY) return t('actividades.retraso.horas', { n: Math.floor(minutes / 60) })
  return t('actividades.retraso.dias', { n: Math.floor(minutes / DAY) })
}

const DAY = 24 * 60

/** "marzo de 2024", from the words of a full date. */
function monthName(mes: string): string {
  return dateLong(`${mes}-15`).replace(/^\S+ \d+ de /, '')
}
