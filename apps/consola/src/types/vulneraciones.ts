/** Breaches of personal data. */
import type { components } from '@conoceles/api-client'

type Schemas = components['schemas']

export type VulneracionDetalle = Schemas['VulneracionDetalleDto']
export type VulneracionPedida = Schemas['DatosVulneracionDto']
export type ActoVulneracionPedido = Schemas['ActuarVulneracionDto']
export type Afectada = Schemas['AfectadaDto']
export type LecturasVulneracion = Schemas['LecturasVulneracionDto']
