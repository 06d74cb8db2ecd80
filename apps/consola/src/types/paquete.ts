/** The pack in force, and its corrections. */
import type { components } from '@conoceles/api-client'

type Schemas = components['schemas']

export type PaquetePropuesto = Schemas['PaquetePropuestoDto']
export type FormularioPaquete = Schemas['ProponerPaqueteDto']
export type DecisionPaquete = Schemas['DecidirPaqueteDto']['decision']
export type ConfirmadoDelPaquete = Schemas['PaqueteDto']['confirmados'][number]
