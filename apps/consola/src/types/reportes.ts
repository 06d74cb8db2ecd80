/** Errors of public pages that people report. */
import type { components } from '@conoceles/api-client'

type Schemas = components['schemas']

export type Reporte = Schemas['ReporteDto']
export type ReporteAtendido = Schemas['AtenderReporteDto']
