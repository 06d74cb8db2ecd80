/** Progress of all captures, and omissions. */
import type { components, paths } from '@conoceles/api-client'

type Schemas = components['schemas']

export type ConsultaTablero = NonNullable<paths['/api/v1/tablero']['get']['parameters']['query']>
export type TableroCaptura = Schemas['TableroCapturaDto']
export type FilaTablero = Schemas['TableroFilaDto']
export type SeccionTablero = Schemas['TableroSeccionDto']
export type AvanceActores = Schemas['AvanceActoresDto']
export type ContiendaTablero = Schemas['TableroContiendaDto']
export type PedidoRecordatorios = Schemas['PedirRecordatoriosDto']
export type ActorRecordar = Schemas['ActorRecordarDto']
export type GrupoRecordar = Schemas['GrupoRecordarDto']
export type Recordadas = Schemas['RecordadasDto']
export type ConsultaOmisiones = NonNullable<paths['/api/v1/omisiones']['get']['parameters']['query']>
export type ListaOmisiones = Schemas['ListOmisionesDto']
export type Omision = Schemas['OmisionDto']
export type OmisionEmitida = Schemas['OmisionEmitidaDto']
export type OmisionesEmitidas = Schemas['OmisionesEmitidasDto']
export type Requerimiento = Schemas['RequerimientoDto']
export type ActoRequerimiento = Schemas['ActoRequerimientoDto']
export type ObservacionPorRequerir = Schemas['PorRequerirDto']
export type RequerimientoPedido = Schemas['EmitirRequerimientoDto']
export type NotificacionPedida = Schemas['NotificarRequerimientoDto']
export type FormatoRequerimiento = 'pdf' | 'docx'
