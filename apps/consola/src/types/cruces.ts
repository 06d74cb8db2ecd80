/** Tables of identity that a councillor asks for. */
import type { components, paths } from '@conoceles/api-client'

type Schemas = components['schemas']

export type CruceOfrecido = Schemas['CruceOfrecidoDto']
export type PedidoCruce = Schemas['PedirCruceDto']
export type Cruce = Schemas['CruceDto']
export type FormatoCruce = paths['/api/v1/cruces/{id}/archivo']['get']['parameters']['query']['formato']
