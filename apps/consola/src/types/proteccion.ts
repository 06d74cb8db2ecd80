/** Documents that the law asks of whoever treats data. */
import type { components } from '@conoceles/api-client'

type Schemas = components['schemas']

export type VersionProteccion = Schemas['VersionProteccionDto']
export type ProteccionPedida = Schemas['RegistrarProteccionDto']
