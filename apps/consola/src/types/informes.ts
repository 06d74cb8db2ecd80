/** Figures and texts of the informes, and coded texts. */
import type { components } from '@conoceles/api-client'

type Schemas = components['schemas']

export type Informe = Schemas['InformeDto']
export type InformeDetalle = Schemas['InformeDetalleDto']
export type ActoInforme = Schemas['ActoInformeDto']
export type BorradorRefrescado = Schemas['BorradorRefrescadoDto']
export type FormularioBorrador = Schemas['RefrescarBorradorDto']
export type TablaInforme = Schemas['TablaInformeDto']
export type SeccionInforme = Schemas['SeccionInformeDto']
export type VigenciaInforme = Schemas['VigenciaInformeDto']
export type InformeCorte = Schemas['InformeCorteDto']
export type InformeEmision = Schemas['InformeEmisionDto']
export type Codificacion = Schemas['CodificacionDto']
export type CodificacionDetalle = Schemas['CodificacionDetalleDto']
export type CategoriaEscrita = Schemas['CategoriaEscritaDto']
export type TextosPorCodificar = Schemas['TextosPorCodificarDto']
export type Desacuerdos = Schemas['DesacuerdosDto']
export type Desacuerdo = Schemas['DesacuerdoDto']
