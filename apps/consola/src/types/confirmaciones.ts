/** Facts of the pack that nobody confirmed. */
import type { components } from '@conoceles/api-client'

type Schemas = components['schemas']

export type DatoPack = Schemas['DatoPackDto']
export type DatoConfirmado = Schemas['ConfirmarDatoDto']
export type TextoDato = Schemas['EscribirDatoDto']
