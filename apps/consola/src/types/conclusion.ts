/** Stages after election day, and data that are not shown. */
import type { components } from '@conoceles/api-client'

type Schemas = components['schemas']

export type ConsultaBloqueados = Schemas['ConsultarBloqueadosDto']
export type DatosBloqueados = Schemas['DatosBloqueadosDto']
export type PlanConclusion = Schemas['PlanConclusionDto']
export type EtapaConclusion = Schemas['EtapaConclusionDto']
export type EtapaFijada = Schemas['FijarEtapaDto']
export type EtapaRealizada = Schemas['RealizarEtapaDto']
export type Bloqueo = Schemas['BloqueoDto']
export type BloqueoNuevo = Schemas['ProponerBloqueoDto']
export type BloqueoDecidido = Schemas['DecidirBloqueoDto']
export type Bloqueables = Schemas['BloqueablesDto']
