import { CALIDADES, TIPOS_CAMBIO, type Calidad } from '@conoceles/domain'
import { ClaveNombreDto } from '../../proceso/index.ts'
import { Fecha, Instante, Lista, Objeto, Opcion, Texto } from '../../../shared/validacion/fields.ts'
import { DiferenciaDto } from '../cambios/cambios.dto.ts'
import { DocumentoDto } from '../documentos/documentos.dto.ts'
import { AcuerdoRefDto, MiembroRefDto } from './referencias.dto.ts'

export class LugarFormulaDto {
  @Opcion(CALIDADES, { descripcion: 'Propietaria o suplente.' }) calidad: Calidad
  @Objeto(() => MiembroRefDto, { descripcion: 'Quien lo ocupa ahora.', nulo: true }) ocupante: MiembroRefDto | null
}

export class HechoFormulaDto {
  @Opcion(['registro', ...TIPOS_CAMBIO], { descripcion: 'Qué pasó.' }) tipo: 'registro' | (typeof TIPOS_CAMBIO)[number]
  @Fecha({ descripcion: 'Desde cuándo surte efectos.' }) efectosDesde: string
  @Instante({ descripcion: 'Cuándo se capturó; nulo en un registro.', nulo: true }) registradoEn: string | null
  @Opcion(CALIDADES, { descripcion: 'Lugar de la fórmula.' }) calidad: Calidad
  @Objeto(() => MiembroRefDto, { descripcion: 'La candidatura de la que trata.' }) candidatura: MiembroRefDto
  @Objeto(() => AcuerdoRefDto, { descripcion: 'Acuerdo que lo ordena.', nulo: true }) acuerdo: AcuerdoRefDto | null
  @Objeto(() => ClaveNombreDto, { descripcion: 'Causa.', nulo: true }) causa: ClaveNombreDto | null
  @Objeto(() => MiembroRefDto, { descripcion: 'Quien sale.', nulo: true }) sale: MiembroRefDto | null
  @Objeto(() => MiembroRefDto, { descripcion: 'Quien entra.', nulo: true }) entra: MiembroRefDto | null
  @Lista(() => DiferenciaDto, { descripcion: 'Lo que una corrección cambió.' }) diferencias: DiferenciaDto[]
  @Texto({ descripcion: 'Motivo.', nulo: true }) motivo: string | null
  @Objeto(() => DocumentoDto, { descripcion: 'Documento que lo acredita.', nulo: true }) documento: DocumentoDto | null
  @Texto({ descripcion: 'Folio del acuse.', nulo: true }) folio: string | null
  @Texto({ descripcion: 'Rol de quien lo capturó.', nulo: true }) rol: string | null
}

export class FormulaDto {
  @Texto({ descripcion: 'De qué fórmula se trata.', ejemplo: 'Fórmula 1 · Diputación de mayoría relativa · Distrito I' }) titulo: string
  @Lista(() => LugarFormulaDto, { descripcion: 'Sus lugares y quién los ocupa.' }) lugares: LugarFormulaDto[]
  @Lista(() => HechoFormulaDto, { descripcion: 'Lo que ha pasado, de lo más antiguo a lo más reciente.' }) hechos: HechoFormulaDto[]
}
