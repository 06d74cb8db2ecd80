import { CALIDADES, ESTATUS_CANDIDATURA, SEXOS, TIPOS_CAMBIO } from '@conoceles/domain'
import { ClaveNombreDto } from '../../proceso/index.ts'
import { Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'
import { CandidaturaDto } from './candidaturas.dto.ts'
import { AcuerdoRefDto, AdvertenciaDto, MiembroRefDto } from './referencias.dto.ts'

export class PersonaDto {
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Texto({ descripcion: 'Primer apellido; nulo cuando la fuente no separa los nombres.', nulo: true }) primerApellido: string | null
  @Texto({ descripcion: 'Segundo apellido.', nulo: true }) segundoApellido: string | null
  @Texto({ descripcion: 'Apodo o sobrenombre.', nulo: true }) apodo: string | null
  @Opcion(SEXOS, { descripcion: 'Sexo o género.' }) sexo: (typeof SEXOS)[number]
  @Entero({ descripcion: 'Edad en años cumplidos.', nulo: true }) edad: number | null
  @Fecha({ descripcion: 'Fecha de nacimiento, sólo para quien puede corregirla.', nulo: true }) fechaNacimiento: string | null
}

export class MiembroFormulaDto extends MiembroRefDto {
  @Opcion(CALIDADES, { descripcion: 'Propietaria o suplente.' }) calidad: (typeof CALIDADES)[number]
}

export class MiembroPlanillaDto extends MiembroFormulaDto {
  @Texto({ descripcion: 'Cargo.' }) cargoNombre: string
  @Entero({ descripcion: 'Número de lista o de fórmula.' }) numero: number
  @Opcion(ESTATUS_CANDIDATURA, { descripcion: 'Estatus de la candidatura.' }) estatus: (typeof ESTATUS_CANDIDATURA)[number]
}

export class EntregaCuentaDto {
  @Instante({ descripcion: 'Cuándo se entregaron las cuentas.' }) entregadaEn: string
  @Texto({ descripcion: 'Quién recibió.' }) recibe: string
  @Texto({ descripcion: 'Folio de su acuse.' }) folio: string
}

export class SalidaDto {
  @Opcion(TIPOS_CAMBIO, { descripcion: 'Por qué acto salió.' }) tipo: (typeof TIPOS_CAMBIO)[number]
  @Objeto(() => ClaveNombreDto, { descripcion: 'Causa.', nulo: true }) causa: ClaveNombreDto | null
  @Fecha({ descripcion: 'Desde cuándo.' }) efectosDesde: string
  @Objeto(() => AcuerdoRefDto, { descripcion: 'Acuerdo que lo ordena.', nulo: true }) acuerdo: AcuerdoRefDto | null
  @Objeto(() => MiembroRefDto, { descripcion: 'Quien ocupó su lugar.', nulo: true }) entra: MiembroRefDto | null
}

export class HechoDto {
  @Texto({ descripcion: 'Qué pasó.', ejemplo: 'validada' }) acto: string
  @Instante({ descripcion: 'Cuándo.' }) cuando: string
  @Texto({ descripcion: 'Rol de quien actuó, si consta.', nulo: true }) rol: string | null
  @Texto({ descripcion: 'Lo que lo distingue: la causa de un cambio, el supuesto de una observación.', nulo: true }) detalle: string | null
}

export class AccionDto {
  @Texto({ descripcion: 'Acto.', ejemplo: 'validar' }) acto: string
  @Logico({ descripcion: 'Si se puede hacer ahora.' }) permitido: boolean
  @Textos({ descripcion: 'Por qué no, en frases.' }) razones: string[]
}

export class CandidaturaDetailDto extends CandidaturaDto {
  @Uuid({ descripcion: 'Persona: la misma en cada lugar que ocupe.' }) personaId: string
  @Objeto(() => PersonaDto, { descripcion: 'Persona candidata.' }) persona: PersonaDto
  @Objeto(() => ClaveNombreDto, { descripcion: 'Acción afirmativa del registro.', nulo: true }) accionAfirmativa: ClaveNombreDto | null
  @Logico({ descripcion: 'Si busca la elección consecutiva.' }) eleccionConsecutiva: boolean
  @Lista(() => MiembroFormulaDto, { descripcion: 'Fórmula vigente.' }) formula: MiembroFormulaDto[]
  @Lista(() => MiembroPlanillaDto, { descripcion: 'Planilla o lista de la que forma parte, con quienes salieron.' })
  planilla: MiembroPlanillaDto[]
  @Lista(() => AdvertenciaDto, { descripcion: 'Qué conviene revisar; no impide nada.' }) advertencias: AdvertenciaDto[]
  @Objeto(() => EntregaCuentaDto, { descripcion: 'Entrega de su cuenta; nula mientras espera.', nulo: true })
  entrega: EntregaCuentaDto | null
  @Objeto(() => SalidaDto, { descripcion: 'Cómo salió; nula si está vigente.', nulo: true }) salida: SalidaDto | null
  @Instante({ descripcion: 'Cuándo avisó la persona que terminó, si avisó.', nulo: true }) terminadaEn: string | null
  @Texto({ descripcion: 'Folio del acuse de ese aviso.', nulo: true }) terminadaFolio: string | null
  @Logico({ descripcion: 'Si su página pública existe.' }) publicada: boolean
  @Fecha({ descripcion: 'Día en que empieza la publicación de su elección.' }) publicaDesde: string
  @Lista(() => HechoDto, { descripcion: 'Lo que ha pasado.' }) historial: HechoDto[]
  @Lista(() => AccionDto, { descripcion: 'Lo que esta cuenta puede hacer ahora, y por qué no.' }) acciones: AccionDto[]
}
