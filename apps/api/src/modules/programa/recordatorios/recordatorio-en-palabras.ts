import { Temporal } from 'temporal-polyfill'
import { longDate, type EstatusPlazo } from '@conoceles/domain'
import type { EntregableDto } from '../actividades/index.ts'
import { diaEnPalabras } from '../../../shared/documentos/fechas.ts'
import { oneLine } from './carta.ts'

export const ESTATUS: Record<EstatusPlazo, string> = {
  no_aplica: 'No aplica',
  sin_fecha: 'Sin fecha',
  pendiente: 'Todavía no comienza',
  en_curso: 'En curso',
  por_vencer: 'Por vencer',
  cumplida_en_tiempo: 'Cumplida en tiempo',
  cumplida_tarde: 'Cumplida tarde',
  concluido: 'Periodo concluido',
  vencida: 'Vencida',
}

/** "11.5 Informes mensuales…: marzo de 2024", "11.8 Remitir el listado…. Acuerdo …". */
export function nombreOf({ numero, nombre, mes, evento }: Pick<EntregableDto, 'numero' | 'nombre' | 'mes' | 'evento'>): string {
  const of = mes === null ? '' : `: ${longDate(`${mes}-01`).replace(/^\d+ de /, '')}`
  return oneLine(`${numero} ${nombre}${of}${evento ? `. ${evento.titulo}` : ''}`)
}

/** "viernes 26 de abril de 2024, 23:59:59": a term ends with its day. */
export function terminoEnPalabras(vence: string): string {
  return `${diaEnPalabras(vence)}, 23:59:59`
}

/** "vence hoy", "vence en 3 días", "venció ayer". */
export function distanciaEnPalabras(vence: string, hoy: string): string {
  const { days } = Temporal.PlainDate.from(hoy).until(vence, { largestUnit: 'days' })
  if (days < 0) return days === -1 ? 'venció ayer' : `venció hace ${-days} días`
  if (days === 0) return 'vence hoy'
  return days === 1 ? 'vence mañana' : `vence en ${days} días`
}
