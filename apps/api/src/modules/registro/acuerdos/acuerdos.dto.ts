import { TIPOS_CAMBIO } from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { ClaveNombreDto } from '../../proceso/index.ts'
import { Entero, Fecha, Instante, Lista, Objeto, Opcion, Texto, Uuid } from '../../../shared/validacion/fields.ts'
import { DocumentoDto } from '../documentos/documentos.dto.ts'
import { EntregaDto } from '../entregas/entregas.dto.ts'
import { CandidaturaRefDto } from '../candidaturas/referencias.dto.ts'

export class ListAcuerdosQueryDto {
  @Texto({ descripcion: 'Parte del número o del asunto.', opcional: true, max: 100 }) q?: string
  @Texto({ descripcion: 'Valor de `siguiente` de la página anterior.', opcional: true, max: 100 }) despues?: string
}

export class EntregasDeAcuerdoDto {
  @Entero({ descripcion: 'Actores políticos que esperan sus cuentas.' }) pendientes: number
  @Entero({ descripcion: 'Entregas hechas.' }) hechas: number
}

export class AcuerdoDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Número.', ejemplo: 'IMPEPAC/CEE/123/2024' }) numero: string
  @Objeto(() => ClaveNombreDto, { descripcion: 'Órgano que resolvió; nulo mientras sólo lo nombre una lista.', nulo: true })
  organo: ClaveNombreDto | null
  @Fecha({ descripcion: 'Día del acuerdo.' }) fecha: string
  @Instante({ descripcion: 'Cuándo se aprobó, si se sabe la hora.', nulo: true }) aprobadoEn: string | null
  @Texto({ descripcion: 'De qué trata.', nulo: true }) asunto: string | null
  @Objeto(() => DocumentoDto, { descripcion: 'El acuerdo firmado.', nulo: true }) documento: DocumentoDto | null
  @Entero({ descripcion: 'Candidaturas que aprueba.' }) candidaturas: number
  @Entero({ descripcion: 'Cambios que ordena.' }) cambios: number
  @Objeto(() => EntregasDeAcuerdoDto, { descripcion: 'Entregas de cuentas.' }) entregas: EntregasDeAcuerdoDto
}

export class ListAcuerdosDto {
  @Lista(() => AcuerdoDto, { descripcion: 'Acuerdos, del más reciente al más antiguo.' }) elementos: AcuerdoDto[]
  @Entero({ descripcion: 'Cuántos cumplen el filtro.' }) total: number
  @Texto({ descripcion: 'Valor de `despues` para la página siguiente.', nulo: true }) siguiente: string | null
}

export class CreateAcuerdoDto {
  @Texto({ descripcion: 'Número, como está en el documento.', min: 1, max: 120 }) numero: string
  @Texto({ descripcion: 'Clave del órgano.', max: 40, ejemplo: 'pleno' }) organo: string
  @Instante({ descripcion: 'Cuándo se aprobó: de su día local cuentan los plazos.' }) aprobadoEn: string
  @Texto({ descripcion: 'De qué trata.', min: 3, max: 500 }) asunto: string
  @Uuid({ descripcion: 'Documento recibido.', opcional: true, nulo: true }) documentoId?: string | null
}

/** Only facts that are not on record yet. */
export class CompletarAcuerdoDto {
  @Texto({ descripcion: 'Clave del órgano.', opcional: true, max: 40 }) organo?: string
  @Instante({ descripcion: 'Cuándo se aprobó; el mismo día que ya consta.', opcional: true }) aprobadoEn?: string
  @Texto({ descripcion: 'De qué trata.', opcional: true, min: 3, max: 500 }) asunto?: string
  @Uuid({ descripcion: 'Documento recibido.', opcional: true }) documentoId?: string
}

/** Only facts that were typed wrongly. */
export class CorregirAcuerdoDto {
  @Entero({ descripcion: 'Cuántas correcciones tenía cuando se leyó.', min: 0 }) version: number
  @Texto({ descripcion: 'Número, como está en el documento.', opcional: true, min: 1, max: 120 }) numero?: string
  @Texto({ descripcion: 'Clave del órgano.', opcional: true, max: 40 }) organo?: string
  @Fecha({ descripcion: 'Día del acuerdo, mientras no se sepa la hora.', opcional: true }) fecha?: string
  @Instante({ descripcion: 'Cuándo se aprobó: de su día local cuentan los plazos.', opcional: true }) aprobadoEn?: string
  @Texto({ descripcion: 'De qué trata.', opcional: true, min: 3, max: 500 }) asunto?: string
  @Uuid({ descripcion: 'Documento recibido.', opcional: true }) documentoId?: string
  @Texto({ descripcion: 'Por qué se corrige.', min: 10, max: 1_000 }) motivo: string
}

/** Earlier facts of an acuerdo, and the reason of their correction. */
export class CorreccionAcuerdoDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Número que se decía.' }) numero: string
  @Objeto(() => ClaveNombreDto, { descripcion: 'Órgano que se decía.', nulo: true }) organo: ClaveNombreDto | null
  @Fecha({ descripcion: 'Día que se decía.' }) fecha: string
  @Instante({ descripcion: 'Hora que se decía.', nulo: true }) aprobadoEn: string | null
  @Texto({ descripcion: 'Asunto que se decía.', nulo: true }) asunto: string | null
  @Objeto(() => DocumentoDto, { descripcion: 'Documento que había.', nulo: true }) documento: DocumentoDto | null
  @Texto({ descripcion: 'Por qué se corrigió.' }) motivo: string
  @Instante({ descripcion: 'Cuándo se corrigió.' }) corregidoEn: string
  @Texto({ descripcion: 'Folio del acuse de la corrección.' }) folio: string
}

export class ConteoCargoDto extends ClaveNombreDto {
  @Entero({ descripcion: 'Candidaturas del cargo.' }) candidaturas: number
}

export class CambioDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Opcion(TIPOS_CAMBIO, { descripcion: 'Qué cambió.' }) tipo: (typeof TIPOS_CAMBIO)[number]
  @Objeto(() => CandidaturaRefDto, { descripcion: 'Quien salió, fue corregida o volvió.' }) candidatura: CandidaturaRefDto
  @Objeto(() => CandidaturaRefDto, { descripcion: 'Quien entró.', nulo: true }) entra: CandidaturaRefDto | null
  @Objeto(() => CandidaturaRefDto, { descripcion: 'Quien dejó el lugar a quien volvió.', nulo: true }) sale: CandidaturaRefDto | null
  @Texto({ descripcion: 'Cargo.' }) cargoNombre: string
  @Texto({ descripcion: 'Demarcación.' }) lugar: string
  @Objeto(() => ClaveNombreDto, { descripcion: 'Causa.', nulo: true }) causa: ClaveNombreDto | null
  @Fecha({ descripcion: 'Desde cuándo surte efectos.' }) efectosDesde: string
  @Instante({ descripcion: 'Cuándo se capturó.' }) registradoEn: string
  @Texto({ descripcion: 'Folio de su acuse.' }) folio: string
}

export class AcuerdoDetailDto extends AcuerdoDto {
  @Lista(() => ConteoCargoDto, { descripcion: 'Candidaturas que aprueba, por cargo.' }) porCargo: ConteoCargoDto[]
  @Lista(() => CambioDto, { descripcion: 'Los primeros cincuenta cambios que ordena.' }) cambiosLista: CambioDto[]
  @Lista(() => EntregaDto, { descripcion: 'Entregas hechas.' }) entregasLista: EntregaDto[]
  @Lista(() => CorreccionAcuerdoDto, { descripcion: 'Lo que decía antes, de lo primero a lo último.' }) correcciones: CorreccionAcuerdoDto[]
}

export class ActoAcuerdoDto {
  @Objeto(() => AcuerdoDetailDto, { descripcion: 'Cómo quedó.' }) acuerdo: AcuerdoDetailDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}
