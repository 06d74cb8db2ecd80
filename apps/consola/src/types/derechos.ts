/** Requests of personas about their data. */
import type { components } from '@conoceles/api-client'

type Schemas = components['schemas']

export type ListaDerechos = Schemas['ListSolicitudesDerechoDto']
export type SolicitudDerecho = Schemas['SolicitudDerechoDto']
export type SolicitudDerechoDetalle = Schemas['SolicitudDerechoDetalleDto']
export type DerechoHecho = Schemas['SolicitudDerechoHechaDto']
export type DerechoPedido = Schemas['RecibirSolicitudDerechoDto']
export type ActoDerechoPedido = Schemas['ActuarSolicitudDerechoDto']
export type OficioPedido = Schemas['PedirOficioDerechoDto']
export type FormularioPrueba = Schemas['PruebaIdentidadDto']
export type FormularioAdjunto = Schemas['AdjuntarDocumentoDerechoDto']
