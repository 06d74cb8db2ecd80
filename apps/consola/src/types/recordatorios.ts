/** Mail about duties, and calendars of them. */
import type { components } from '@conoceles/api-client'

type Schemas = components['schemas']

export type RecordatorioListado = Schemas['RecordatorioDto']
export type EstatusRecordatorio = RecordatorioListado['estatus']
export type RecordatorioProximo = Schemas['ProximoDto']
export type PanoramaRecordatorios = Schemas['PanoramaRecordatoriosDto']
export type ReglasRecordatorios = Schemas['ReglasRecordatoriosDto']
export type PreferenciasRecordatorios = Schemas['PreferenciasDto']
export type ListaEnteradas = Schemas['ListEnteradasDto']
export type EnterarsePedido = Schemas['EnterarseDto']
export type CalendarioSuscrito = Schemas['CalendarioEnlaceDto']
export type CalendarioNuevo = Schemas['CreateCalendarioDto']
export type CalendarioCreado = Schemas['CalendarioCreadoDto']
export type AlcanceCalendario = Schemas['AlcanceDto']
export const ESTATUS_RECORDATORIO = ['pendiente', 'enviado', 'caducado', 'innecesario'] as const satisfies readonly EstatusRecordatorio[]
