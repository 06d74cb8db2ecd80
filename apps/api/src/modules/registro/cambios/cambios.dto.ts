import { ACTOS_CAMBIO, SEXOS, type ActoCambio, type Sexo } from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { Entero, Fecha, Lista, Logico, Objeto, Opcion, Texto, Textos, Uuid, Uuids } from '../../../shared/validacion/fields.ts'
import { AdvertenciaDto } from '../candidaturas/referencias.dto.ts'

const MAX_LOTE = 500
const motivo = { descripcion: 'Lo que conviene recordar del caso. No se publica.', max: 1_000 } as const

/** Persona who enters, when she is not in the register yet. */
export class EntraDto {
  @Texto({ descripcion: 'Nombre.', min: 1, max: 100 }) nombre: string
  @Texto({ descripcion: 'Primer apellido.', min: 1, max: 100 }) primerApellido: string
  @Texto({ descripcion: 'Segundo apellido.', opcional: true, nulo: true, max: 100 }) segundoApellido?: string | null
  @Texto({ descripcion: 'Apodo o sobrenombre.', opcional: true, nulo: true, max: 100 }) apodo?: string | null
  @Opcion(SEXOS, { descripcion: 'Sexo o género.' }) sexo: Sexo
  @Fecha({ descripcion: 'Fecha de nacimiento.' }) fechaNacimiento: string
  @Texto({ descripcion: 'Clave del partido de origen; el de quien sale si no se dice.', opcional: true, nulo: true, max: 80 })
  partidoOrigen?: string | null
  @Texto({ descripcion: 'Clave de la acción afirmativa.', opcional: true, nulo: true, max: 40 }) accionAfirmativa?: string | null
  @Logico({ descripcion: 'Si busca la elección consecutiva.', opcional: true }) eleccionConsecutiva?: boolean
}

/** Corrected fields: absent ones stay, and null empties. */
export class DatosCorregidosDto {
  @Texto({ descripcion: 'Nombre.', opcional: true, min: 1, max: 100 }) nombre?: string
  @Texto({ descripcion: 'Primer apellido.', opcional: true, min: 1, max: 100 }) primerApellido?: string
  @Texto({ descripcion: 'Segundo apellido.', opcional: true, nulo: true, max: 100 }) segundoApellido?: string | null
  @Texto({ descripcion: 'Apodo o sobrenombre.', opcional: true, nulo: true, max: 100 }) apodo?: string | null
  @Opcion(SEXOS, { descripcion: 'Sexo o género.', opcional: true }) sexo?: Sexo
  @Fecha({ descripcion: 'Fecha de nacimiento.', opcional: true }) fechaNacimiento?: string
  @Texto({ descripcion: 'Clave de la acción afirmativa.', opcional: true, nulo: true, max: 40 }) accionAfirmativa?: string | null
  @Logico({ descripcion: 'Si busca la elección consecutiva.', opcional: true }) eleccionConsecutiva?: boolean
  @Texto({ descripcion: 'Clave del partido de origen.', opcional: true, nulo: true, max: 80 }) partidoOrigen?: string | null
}

export class CancelarDto {
  @Entero({ descripcion: 'Versión de la candidatura que se leyó.' }) version: number
  @Uuid({ descripcion: 'Acuerdo que lo ordena.' }) acuerdoId: string
  @Texto({ descripcion: 'Clave de la causa.', max: 40, ejemplo: 'renuncia' }) causa: string
  @Fecha({ descripcion: 'Desde cuándo surte efectos.' }) efectosDesde: string
  @Texto({ ...motivo, opcional: true, nulo: true }) motivo?: string | null
}

export class SustituirDto extends CancelarDto {
  @Objeto(() => EntraDto, { descripcion: 'Persona que entra.', opcional: true }) entra?: EntraDto
  @Uuid({ descripcion: 'Candidatura cuya persona entra, como la suplente que sube; en vez de `entra`.', opcional: true }) entraDe?: string
}

export class CorregirDto {
  @Entero({ descripcion: 'Versión de la candidatura que se leyó.' }) version: number
  @Uuid({ descripcion: 'Acuerdo que lo ordena.', opcional: true, nulo: true }) acuerdoId?: string | null
  @Uuid({ descripcion: 'Documento que lo acredita, si no hay acuerdo.', opcional: true, nulo: true }) documentoId?: string | null
  @Texto({ ...motivo, min: 3 }) motivo: string
  @Objeto(() => DatosCorregidosDto, { descripcion: 'Datos nuevos.' }) datos: DatosCorregidosDto
}

export class RestituirDto {
  @Entero({ descripcion: 'Versión de la candidatura que se leyó.' }) version: number
  @Uuid({ descripcion: 'Acuerdo que lo ordena.' }) acuerdoId: string
  @Fecha({ descripcion: 'Desde cuándo surte efectos.' }) efectosDesde: string
  @Texto({ ...motivo, min: 3 }) motivo: string
}

export class VistaPreviaDto {
  @Opcion(ACTOS_CAMBIO, { descripcion: 'Acto.' }) acto: ActoCambio
  @Uuids({ descripcion: 'Candidaturas.', max: MAX_LOTE }) candidaturas: string[]
  @Uuid({ descripcion: 'Acuerdo.', opcional: true, nulo: true }) acuerdoId?: string | null
  @Uuid({ descripcion: 'Documento.', opcional: true, nulo: true }) documentoId?: string | null
  @Texto({ descripcion: 'Clave de la causa.', opcional: true, nulo: true, max: 40 }) causa?: string | null
  @Fecha({ descripcion: 'Desde cuándo surte efectos.', opcional: true, nulo: true }) efectosDesde?: string | null
  @Texto({ ...motivo, opcional: true, nulo: true }) motivo?: string | null
  @Objeto(() => EntraDto, { descripcion: 'Persona que entra.', opcional: true, nulo: true }) entra?: EntraDto | null
  @Uuid({ descripcion: 'Candidatura cuya persona entra.', opcional: true, nulo: true }) entraDe?: string | null
  @Objeto(() => DatosCorregidosDto, { descripcion: 'Datos nuevos.', opcional: true, nulo: true }) datos?: DatosCorregidosDto | null
}

export class CandidaturaVersionDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Entero({ descripcion: 'Versión que se leyó.' }) version: number
}

export class CancelacionesDto {
  @Lista(() => CandidaturaVersionDto, { descripcion: 'Hasta quinientas candidaturas.' }) candidaturas: CandidaturaVersionDto[]
  @Uuid({ descripcion: 'Acuerdo que lo ordena.' }) acuerdoId: string
  @Texto({ descripcion: 'Clave de la causa.', max: 40, ejemplo: 'renuncia' }) causa: string
  @Fecha({ descripcion: 'Desde cuándo surte efectos.' }) efectosDesde: string
  @Texto({ ...motivo, opcional: true, nulo: true }) motivo?: string | null
}

export class DiferenciaDto {
  @Texto({ descripcion: 'Dato.', ejemplo: 'primerApellido' }) campo: string
  @Texto({ descripcion: 'Lo que decía.', nulo: true }) antes: string | null
  @Texto({ descripcion: 'Lo que dice.', nulo: true }) despues: string | null
}

export class EfectoDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Texto({ descripcion: 'Nombre completo.' }) nombre: string
  @Entero({ descripcion: 'Versión que habrá que mandar con el acto.' }) version: number
  @Logico({ descripcion: 'Si el acto se puede hacer ahora.' }) permitido: boolean
  @Textos({ descripcion: 'Por qué no.' }) razones: string[]
  @Textos({ descripcion: 'Qué pasaría, en frases.' }) efectos: string[]
  @Lista(() => AdvertenciaDto, { descripcion: 'Qué conviene revisar; no impide el acto.' }) advertencias: AdvertenciaDto[]
}

export class ListEfectosDto {
  @Lista(() => EfectoDto, { descripcion: 'Lo que el acto haría en cada candidatura. Nada se guarda.' }) elementos: EfectoDto[]
}

export class CanceladaDto {
  @Lista(() => AdvertenciaDto, { descripcion: 'Qué conviene revisar.' }) advertencias: AdvertenciaDto[]
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}

export class SustituidaDto extends CanceladaDto {
  @Uuid({ descripcion: 'Candidatura que entra.' }) candidaturaId: string
}

export class CorregidaDto extends CanceladaDto {
  @Lista(() => DiferenciaDto, { descripcion: 'Lo que cambió.' }) diferencias: DiferenciaDto[]
}

export class RestituidaDto extends CanceladaDto {
  @Uuid({ descripcion: 'Candidatura que deja el lugar.', nulo: true }) sale: string | null
}

export class CanceladasDto {
  @Entero({ descripcion: 'Cuántas se cancelaron.' }) cuantas: number
  @Objeto(() => AcuseDto, { descripcion: 'Un acuse para todas.' }) acuse: AcuseDto
}
