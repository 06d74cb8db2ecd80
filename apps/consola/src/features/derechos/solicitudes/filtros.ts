import { DERECHOS, ESTATUS_DERECHO, MEDIOS_DERECHO, nombreDeMes } from '@conoceles/domain'
import type { LocationQuery } from 'vue-router'
import { t } from '../mensajes.ts'

/** Values by which the requests are narrowed; the address holds them. */
export const FILTROS = ['texto', 'derecho', 'estatus', 'medio', 'anio', 'mes', 'vencidas'] as const
export type Filtro = (typeof FILTROS)[number]
export type Filtros = Partial<Record<Filtro, string>>

export function filtrosOf(query: LocationQuery): Filtros {
  return Object.fromEntries(
    FILTROS.flatMap((filtro) => {
      const value = query[filtro]
      return typeof value === 'string' && value !== '' ? [[filtro, value]] : []
    }),
  )
}

/** As the API reads them; an unknown value narrows nothing. */
export function queryOf({ texto, derecho, estatus, medio, anio, mes, vencidas }: Filtros) {
  return {
    texto,
    derecho: DERECHOS.find((each) => each === derecho),
    estatus: ESTATUS_DERECHO.find((each) => each === estatus),
    medio: MEDIOS_DERECHO.find((each) => each === medio),
    anio: anio !== undefined && /^20\d\d$/.test(anio) ? Number(anio) : undefined,
    mes: mes !== undefined && OPCIONES.mes.some(({ value }) => value === mes) ? Number(mes) : undefined,
    vencidas: vencidas === 'si' ? ('si' as const) : undefined,
  }
}

export const OPCIONES = {
  derecho: DERECHOS.map((value) => ({ value, label: t(`derechos.tipos.${value}`) })),
  estatus: ESTATUS_DERECHO.map((value) => ({ value, label: t(`derechos.estatusDe.${value}`) })),
  medio: MEDIOS_DERECHO.map((value) => ({ value, label: t(`derechos.medios.${value}`) })),
  mes: Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: nombreDeMes(at + 1) })),
}
