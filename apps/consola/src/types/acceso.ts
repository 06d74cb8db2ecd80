/** Accounts and who is in. */
import type { components } from '@conoceles/api-client'

type Schemas = components['schemas']

export type Auth = Schemas['AuthDto']
export type Cuenta = Schemas['CuentaPropiaDto']
export type Factor = Schemas['FactorDto']
export type Reposicion = Schemas['ReposicionDto']
export type Dispositivo = Schemas['DispositivoDto']
export type CuentaAdministrada = Schemas['CuentaDto']
export type CuentaNueva = Schemas['CreatePropuestaCuentaDto']
export type PersonaInvitable = Schemas['PersonaInvitableDto']
export type PersonaPorInvitar = Schemas['PersonaPorInvitarDto']
export type InvitarResultado = Schemas['InvitarPersonasResultadoDto']
export type PropuestaCuenta = Schemas['PropuestaCuentaDto']
