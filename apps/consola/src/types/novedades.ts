/** Facts of the candidaturas that an account follows. */
import type { components } from '@conoceles/api-client'

type Schemas = components['schemas']

export type Novedad = Schemas['NovedadDto']
export type CorreoNovedades = Schemas['PreferenciaNovedadesDto']['correo']
