/** Documents that the law asks of a body that treats personal data. */
import type { components } from '@conoceles/api-client'

type Schemas = components['schemas']

export type VersionProteccion = Schemas['VersionProteccionDto']
export type ProteccionPedida = Schemas['RegistrarProteccionDto']
