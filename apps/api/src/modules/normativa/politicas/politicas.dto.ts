import { ACTOS_POLITICA, ASPECTOS_POLITICA, CONFIANZAS, ESTATUS_BORRADOR_POLITICA } from '@conoceles/domain'
import { AprobacionDto, PropuestaExcepcionDto, VotoElegibleDto } from '../../programa/aprobaciones/index.ts'
import { BorradorLeidoDto } from '../borradores/index.ts'
import { AcuseDto } from '../../bitacora/index.ts'
import { AccionDto, DocumentoDto } from '../../registro/index.ts'
import { Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'

const CLASES = ['acuerdo', 'resolucion'] as const
const MAX_CAMPOS = 500

export class SustentoPoliticaDto {
  @Opcion(CLASES, { descripcion: 'Acuerdo de un órgano del instituto, o resolución de otra autoridad.' }) clase: (typeof CLASES)[number]
  @Texto({ descripcion: 'Número del acuerdo, o expediente de la resolución.' }) numero: string
  @Fecha({ descripcion: 'Fecha.' }) fecha: string
  @Texto({ descripcion: 'Autoridad que resolvió; nula si es un acuerdo.', nulo: true }) autoridad: string | null
  @Uuid({ descripcion: 'Acuerdo registrado.', nulo: true }) acuerdoId: string | null
  @Objeto(() => DocumentoDto, { descripcion: 'Documento que lo respalda.', nulo: true }) documento: DocumentoDto | null
}

export class CampoPoliticaDto {
  @Texto({ descripcion: 'Clave del campo.' }) campo: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Opcion(['ficha', 'curricular', 'identidad'], { descripcion: 'De dónde viene el campo.' }) origen: 'ficha' | 'curricular' | 'identidad'
  @Texto({ descripcion: 'Por qué nadie puede cambiarlo; nulo si se puede.', nulo: true }) fijo: string | null
  @Logico({ descripcion: 'Si es público.' }) publico: boolean
  @Texto({ descripcion: 'Fundamento.' }) base: string
  @Fecha({ descripcion: 'Primer día en que es público; nulo: desde que rige la versión.', nulo: true }) desde: string | null
  @Fecha({ descripcion: 'Último día en que es público; nulo: mientras rija la versión.', nulo: true }) hasta: string | null
  @Texto({ descripcion: 'De dónde se tomó.' }) fuente: string
  @Opcion(CONFIANZAS, { descripcion: 'Con qué confianza se sabe.' }) confianza: (typeof CONFIANZAS)[number]
  @Objeto(() => SustentoPoliticaDto, { descripcion: 'Acuerdo o resolución que lo ordena; nulo si llegó con el proceso.', nulo: true })
  sustento: SustentoPoliticaDto | null
}

export class VersionPoliticaDto {
  @Entero({ descripcion: 'Número de la versión.' }) version: number
  @Fecha({ descripcion: 'Desde cuándo rige.' }) vigenteDesde: string
  @Fecha({ descripcion: 'Último día en que rigió; nulo si rige o está por regir.', nulo: true }) vigenteHasta: string | null
  @Logico({ descripcion: 'Si es la que rige hoy.' }) rige: boolean
  @Texto({ descripcion: 'Por qué se cambió; nulo si llegó con el proceso.', nulo: true }) motivo: string | null
  @Instante({ descripcion: 'Cuándo se activó; nulo si llegó con el proceso.', nulo: true }) activadaEn: string | null
  @Entero({ descripcion: 'Campos públicos.' }) publicos: number
  @Entero({ descripcion: 'Campos que no son públicos.' }) privados: number
}

export class VersionPoliticaCompletaDto extends VersionPoliticaDto {
  @Lista(() => CampoPoliticaDto, { descripcion: 'Campo por campo.' }) campos: CampoPoliticaDto[]
}

export class BorradorPoliticaDto {
  @Uuid({ descripcion: 'Borrador.' }) id: string
  @Texto({ descripcion: 'Por qué se cambia la política.' }) motivo: string
  @Opcion(ESTATUS_BORRADOR_POLITICA, { descripcion: 'Estatus.' }) estatus: (typeof ESTATUS_BORRADOR_POLITICA)[number]
  @Entero({ descripcion: 'Versión del borrador: la que se leyó va con cada cambio.' }) version: number
  @Entero({ descripcion: 'Versión de la política de la que parte.' }) baseVersion: number
  @Instante({ descripcion: 'Último guardado.' }) guardadoEn: string
}

export class ListPoliticasDto {
  @Lista(() => VersionPoliticaDto, { descripcion: 'Versiones, la más reciente primero.' }) versiones: VersionPoliticaDto[]
  @Lista(() => BorradorPoliticaDto, { descripcion: 'Borradores, el más reciente primero.' }) borradores: BorradorPoliticaDto[]
}

export class DiferenciaPoliticaDto {
  @Texto({ descripcion: 'Campo.' }) campo: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Textos({ descripcion: `En qué cambia: ${ASPECTOS_POLITICA.join(', ')}.` }) aspectos: string[]
  @Objeto(() => CampoPoliticaDto, { descripcion: 'Como está; nulo si la versión que rige no lo nombra.', nulo: true })
  antes: CampoPoliticaDto | null
  @Objeto(() => CampoPoliticaDto, { descripcion: 'Como queda.' }) despues: CampoPoliticaDto
}

export class FallaPoliticaDto {
  @Texto({ descripcion: 'Campo.' }) campo: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Texto({ descripcion: 'Qué le falta.' }) razon: string
}

export class HechoPoliticaDto {
  @Opcion(['crear', ...ACTOS_POLITICA], { descripcion: 'Acto.' }) acto: 'crear' | (typeof ACTOS_POLITICA)[number]
  @Instante({ descripcion: 'Cuándo.' }) en: string
  @Texto({ descripcion: 'Motivo.', nulo: true }) motivo: string | null
  @Texto({ descripcion: 'Folio del acuse.', nulo: true }) folio: string | null
}

export class BorradorPoliticaCompletoDto extends BorradorPoliticaDto {
  @Lista(() => CampoPoliticaDto, { descripcion: 'Campo por campo.' }) campos: CampoPoliticaDto[]
  @Lista(() => DiferenciaPoliticaDto, { descripcion: 'Qué cambia de la versión que rige.' }) diferencias: DiferenciaPoliticaDto[]
  @Lista(() => FallaPoliticaDto, { descripcion: 'Qué falta para activarlo, con su campo.' }) fallas: FallaPoliticaDto[]
  @Lista(() => AccionDto, { descripcion: 'Lo que se puede hacer con él, y por qué no.' }) acciones: AccionDto[]
  @Lista(() => VotoElegibleDto, { descripcion: 'Votos con los que un órgano pudo aprobarlo; primero los de su punto.' })
  votos: VotoElegibleDto[]
  @Objeto(() => AprobacionDto, { descripcion: 'Con qué voto se aprobó.', nulo: true }) aprobacion: AprobacionDto | null
  @Objeto(() => PropuestaExcepcionDto, { descripcion: 'Aprobación que espera a otra persona.', nulo: true })
  porConfirmar: PropuestaExcepcionDto | null
  @Lista(() => HechoPoliticaDto, { descripcion: 'Historia.' }) historia: HechoPoliticaDto[]
}

export class SustentoPoliticaNuevoDto {
  @Opcion(CLASES, { descripcion: 'Acuerdo registrado, o resolución de otra autoridad.' }) clase: (typeof CLASES)[number]
  @Uuid({ descripcion: 'Acuerdo registrado; nulo si es una resolución.', nulo: true }) acuerdoId: string | null
  @Texto({ descripcion: 'Autoridad que resolvió; nula si es un acuerdo.', nulo: true, max: 200 }) autoridad: string | null
  @Texto({ descripcion: 'Expediente de la resolución; nulo si es un acuerdo.', nulo: true, max: 100 }) numero: string | null
  @Fecha({ descripcion: 'Fecha de la resolución; nula si es un acuerdo.', nulo: true }) fecha: string | null
  @Uuid({ descripcion: 'Documento recibido de la resolución; nulo si es un acuerdo.', nulo: true }) documentoId: string | null
}

export class CampoPoliticaNuevoDto {
  @Texto({ descripcion: 'Clave del campo.', max: 100 }) campo: string
  @Logico({ descripcion: 'Si es público.' }) publico: boolean
  @Texto({ descripcion: 'Fundamento.', max: 600 }) base: string
  @Fecha({ descripcion: 'Primer día en que es público.', nulo: true }) desde: string | null
  @Fecha({ descripcion: 'Último día en que es público.', nulo: true }) hasta: string | null
  @Objeto(() => SustentoPoliticaNuevoDto, { descripcion: 'Quién lo ordena.', nulo: true }) sustento: SustentoPoliticaNuevoDto | null
}

export class GuardarPoliticaDto extends BorradorLeidoDto {
  @Texto({ descripcion: 'Por qué se cambia la política.', max: 1000 }) motivo: string
  @Lista(() => CampoPoliticaNuevoDto, { descripcion: `Los campos que cambian; los demás quedan como estaban. Hasta ${MAX_CAMPOS}.` })
  campos: CampoPoliticaNuevoDto[]
}

export class ActivarPoliticaDto extends BorradorLeidoDto {
  @Uuid({ descripcion: 'Sesión en que se votó.', opcional: true, nulo: true }) sesion?: string | null
  @Uuid({ descripcion: 'Punto del orden del día.', opcional: true, nulo: true }) puntoId?: string | null
  @Texto({
    descripcion: 'Por qué entra en vigor sin el voto de su punto. Otra persona lo confirma.',
    opcional: true,
    nulo: true,
    max: 1000,
  })
  motivo?: string | null
}

export class ActoPoliticaDto {
  @Objeto(() => BorradorPoliticaCompletoDto, { descripcion: 'El borrador, como queda.' }) borrador: BorradorPoliticaCompletoDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse; nulo al empezar y al guardar.', nulo: true }) acuse: AcuseDto | null
}

export class VersionPoliticaParamsDto {
  @Entero({ descripcion: 'Número de la versión.', ejemplo: 1 }) version: number
}

export class AlcancePoliticaQueryDto {
  @Entero({ descripcion: 'Cuántas filas se saltan.', opcional: true, max: 1_000_000 }) desde?: number
  @Entero({ descripcion: 'Cuántas filas.', opcional: true, min: 1, max: 200 }) limite?: number
}

export class ConteoPoliticaDto {
  @Texto({ descripcion: 'Campo.' }) campo: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Fecha({ descripcion: 'Día en que cambia.' }) dia: string
  @Entero({ descripcion: 'Fichas en que aparece.' }) aparece: number
  @Entero({ descripcion: 'Fichas en que deja de verse.' }) desaparece: number
}

export class FichaPoliticaDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Texto({ descripcion: 'Cargo.' }) cargoNombre: string
  @Texto({ descripcion: 'Demarcación.' }) lugar: string
  @Texto({ descripcion: 'Quién postula.' }) actorPolitico: string
  @Texto({ descripcion: 'Propietaria o suplente.' }) calidad: string
  @Texto({ descripcion: 'Estatus de la candidatura.' }) estatus: string
  @Fecha({ descripcion: 'Día en que cambia.' }) dia: string
  @Textos({ descripcion: 'Títulos de lo que aparece.' }) aparecen: string[]
  @Textos({ descripcion: 'Títulos de lo que deja de verse.' }) desaparecen: string[]
}

export class AlcancePoliticaDto {
  @Entero({ descripcion: 'Personas cuya ficha cambia.' }) personas: number
  @Entero({ descripcion: 'Filas: una por ficha y por día en que cambia.' }) total: number
  @Lista(() => ConteoPoliticaDto, { descripcion: 'Por campo y por día.' }) conteos: ConteoPoliticaDto[]
  @Lista(() => FichaPoliticaDto, { descripcion: 'Esta parte de las filas.' }) elementos: FichaPoliticaDto[]
}
