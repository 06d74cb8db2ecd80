import { diaEnPalabras, instanteEnPalabras } from '../../../shared/documentos/fechas.ts'
import type { ClaseOmision, EstatusAlTermino } from '@conoceles/domain'
import type { Omision, SeccionOmision } from './omisiones-leidas.ts'

export const CLASES: Record<ClaseOmision, string> = {
  sin_captura: 'No capturó nada',
  incompleta: 'Captura incompleta',
  por_revisar: 'Por revisar: no consta si estaba completa',
}

export const ESTATUS: Record<EstatusAlTermino, string> = {
  vacia: 'Sin empezar',
  en_captura: 'En captura',
  completa: 'Completa',
  exenta: 'No se le pide',
  sin_constancia: 'Guardada, sin constancia de si estaba completa',
}

/** "15 días naturales, que se cuentan desde el día siguiente al de la entrega de las cuentas". */
export function reglaOf({ candidatura: { dias, tipoDias, desde } }: Omision): string {
  const event = desde === 'entrega' ? 'al de la entrega de las cuentas' : 'al del acuerdo'
  return `${dias} días ${tipoDias === 'habiles' ? 'hábiles' : 'naturales'}, que se cuentan desde el día siguiente ${event}`
}

export function plazoOf({ candidatura: { vence } }: Omision): string {
  return `${diaEnPalabras(vence)}, 23:59:59 horas`
}

export function entregaOf({ candidatura: { entrega, cuentaEntregada } }: Omision, zona: string): string {
  if (entrega) return `${instanteEnPalabras(utc(entrega.entregadaEn), zona)}, recibió ${entrega.recibe}, acuse ${entrega.folio}`
  return cuentaEntregada ? `${diaEnPalabras(cuentaEntregada)}, sin acuse en el sistema: la trajo una carga` : 'no consta'
}

/** Sections that were missing. */
export function faltantesOf({ secciones }: Omision): SeccionOmision[] {
  return secciones.filter(({ estatus }) => estatus !== 'completa' && estatus !== 'exenta')
}

/** When something came late, the first of it complete; null: nothing came. */
export function extemporaneaOf(omision: Omision): string | null {
  return faltantesOf(omision)
    .flatMap(({ extemporaneaEn }) => extemporaneaEn ?? [])
    .sort()
    .at(-1) ?? null // prettier-ignore
}

export function estadoOf({ estatus, guardadaEn, folio, extemporaneaEn }: SeccionOmision, zona: string): string {
  const saved =
    guardadaEn === null ? '' : `; último guardado en plazo: ${instanteEnPalabras(utc(guardadaEn), zona)}${folio ? `, acuse ${folio}` : ''}`
  const late = extemporaneaEn === null ? '' : `; extemporánea: ${instanteEnPalabras(utc(extemporaneaEn), zona)}`
  return `${ESTATUS[estatus]}${saved}${late}`
}

/** PostgreSQL writes an offset of hours alone inside JSON. */
function utc(instant: string): string {
  return new Date(instant).toISOString()
}
