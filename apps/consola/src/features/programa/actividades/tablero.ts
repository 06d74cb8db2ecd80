import { entregableName, esPeriodo, lugarDeCita, plazoSentence } from '@conoceles/domain'
import type { RouteLocationRaw } from 'vue-router'
import type { Entregable, HitoEntregable, ObservacionEntregable, SiguientePaso, VersionEntregable } from '../../../api-types.ts'
import { t, textOr, tn } from '../mensajes.ts'
import { dateTimeLong } from '../../../shared/formularios/dates.ts'

/** One line of the calendar: a moment of an entregable. */
export interface Linea {
  key: string
  entregable: Entregable
  hito: HitoEntregable
}

/** Estatus of the duties that still have to be done. */
export const ABIERTAS: readonly string[] = ['vencida', 'por_vencer', 'en_curso', 'pendiente']

export function lineasOf(entregables: readonly Entregable[]): Linea[] {
  return entregables.flatMap((entregable) =>
    entregable.hitos.map((hito) => ({ key: keyOf(entregable.clave, hito.milestone), entregable, hito })),
  )
}

export function keyOf(clave: string, milestone: string): string {
  return `${clave}#${milestone}`
}

/** How many duties are overdue, due soon, done, and in doubt. */
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

/** "11.5 Informes mensuales…: marzo de 2024". */
export const nombreOf = entregableName

/** "Remitir al INE: Informes mensuales…: marzo de 2024". */
export function fraseOf({ entregable, hito }: Linea): string {
  return plazoSentence(entregable, hito.milestone)
}

/** Page of an entregable, at one of its moments or parts. */
export function lugarOf(clave: string, ancla?: string): RouteLocationRaw {
  return { name: 'entregable', params: { clave: clave.replace('/', '~') }, ...(ancla ? { hash: `#${ancla}` } : {}) }
}

export function milestoneName(milestone: string): string {
  return textOr(`actividades.hitos.${milestone}`, milestone)
}

/** Moment that falls due next, or that is overdue: the first of the open ones. The end of its period only where nothing else is due. */
export function plazoProximo(hitos: readonly HitoEntregable[]): HitoEntregable | null {
  const open = hitos.filter(({ estatus, vence }) => ABIERTAS.includes(estatus) && vence !== null)
  const byDay = open.toSorted((one, other) => String(one.vence).localeCompare(String(other.vence)))
  return byDay.find(({ milestone }) => !esPeriodo(milestone)) ?? byDay.at(-1) ?? null
}

export function areasText(areas: SiguientePaso['responsables']): string {
  return areas.map(({ nombre }) => nombre).join(', ')
}

export function claseName(clase: string): string {
  return textOr(`trabajo.clases.${clase}`, clase)
}

/** Role that recorded it; the simulacro where nobody did. */
export function quienText(rol: string | null): string {
  return rol === null ? t('trabajo.simulacro') : textOr(`roles.${rol}`, rol)
}

/** "Folio WC96Z-…, recibida el 20 de abril de 2024, 10:05" */
/** Number of the version that an observación is about: the newest of its day that was here when it was registered; null: none was. */
export function versionObservada(
  versiones: readonly Pick<VersionEntregable, 'numero' | 'fecha' | 'registradoEn'>[],
  { fecha, registradoEn }: Pick<ObservacionEntregable, 'fecha' | 'registradoEn'>,
): number | null {
  const seen = versiones.filter((each) => each.fecha <= fecha && Date.parse(each.registradoEn) <= Date.parse(registradoEn))
  return seen.length === 0 ? null : Math.max(...seen.map(({ numero }) => numero))
}

export function reciboDe({ folio, registradoEn }: Pick<ObservacionEntregable, 'folio' | 'registradoEn'>): string {
  return t('trabajo.recibo', { folio, fecha: dateTimeLong(registradoEn) })
}

/** Files that an input offers: a PDF, or the draft on which members write. */
export const FORMATOS_DOCUMENTO = '.pdf,.docx,.xlsx'

export function estatusName(estatus: string): string {
  return textOr(`actividades.estatus.${estatus}`, estatus)
}

/** Place in its source of the date that governs: "11.5, inciso g". */
export function citaText({ cita }: HitoEntregable): string | null {
  return cita && lugarDeCita(cita)
}

/** By how much, in the largest unit that says something. */
export function retrasoText(minutes: number | null): string | null {
  if (minutes === null) return null
  if (minutes === 0) return t('actividades.retraso.apenas')
  if (minutes < 60) return t('actividades.retraso.minutos', { n: minutes })
  if (minutes < DAY) return t('actividades.retraso.horas', { n: Math.floor(minutes / 60) })
  return tn('actividades.retraso.dias', Math.ceil(minutes / DAY))
}

const DAY = 24 * 60
