import { CALIDADES, ESTATUS_CANDIDATURA, ESTATUS_CAPTURA, SEXOS, type Calidad, type EstatusCaptura } from '@conoceles/domain'
import { ClaveNombreDto } from '../procesos/index.ts'
import { Entero, Fecha, Instante, Libre, Lista, Logico, Objeto, Opcion, Texto, Textos, Uuid } from '../../shared/fields.ts'

export class ListCandidaturasQueryDto {
  @Texto({
    descripcion: 'Palabras del nombre, en cualquier orden y sin importar acentos.',
    opcional: true,
    max: 100,
    ejemplo: 'maria lopez',
  })
  q?: string
  @Texto({ descripcion: 'Clave del cargo.', opcional: true, max: 40, ejemplo: 'diputacion_mr' }) cargo?: string
  @Texto({ descripcion: 'Clave del distrito.', opcional: true, max: 40 }) distrito?: string
  @Texto({ descripcion: 'Clave del municipio.', opcional: true, max: 40, ejemplo: '17007' }) municipio?: string
  @Texto({ descripcion: 'Clave del actor político que postula o del partido de origen.', opcional: true, max: 80 }) actor?: string
  @Opcion(ESTATUS_CAPTURA, { descripcion: 'Estatus de la captura.', opcional: true }) estatusCaptura?: EstatusCaptura
  @Opcion(['boleta', 'validada'], { descripcion: 'Por boleta, o por la que más espera desde que se validó.', opcional: true }) orden?:
    'boleta' | 'validada'
  @Texto({ descripcion: 'Valor de `siguiente` de la página anterior.', opcional: true, max: 300 }) despues?: string
  @Entero({ descripcion: 'Cuántas por página.', opcional: true, min: 1, max: 100, ejemplo: 25 }) limite?: number
}

export class AvanceDto {
  @Entero({ descripcion: 'Secciones completas.', ejemplo: 7 }) capturadas: number
  @Entero({ descripcion: 'Secciones de ambos cuestionarios.', ejemplo: 13 }) total: number
}

export class CandidaturaDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Clave estable de la lista aprobada.' }) clave: string
  @Texto({ descripcion: 'Nombre completo.' }) nombre: string
  @Texto({ descripcion: 'Clave del cargo.' }) cargo: string
  @Texto({ descripcion: 'Nombre del cargo.' }) cargoNombre: string
  @Texto({ descripcion: 'Demarcación.', ejemplo: 'Cuernavaca' }) lugar: string
  @Objeto(() => ClaveNombreDto, { descripcion: 'Actor político que postula.' }) actorPolitico: ClaveNombreDto
  @Objeto(() => ClaveNombreDto, { descripcion: 'Partido de origen.', nulo: true }) partidoOrigen: ClaveNombreDto | null
  @Opcion(CALIDADES, { descripcion: 'Propietaria o suplente.' }) calidad: Calidad
  @Entero({ descripcion: 'Número de lista o de fórmula.' }) numero: number
  @Opcion(ESTATUS_CANDIDATURA, { descripcion: 'Estatus de la candidatura.' }) estatus: string
  @Opcion(ESTATUS_CAPTURA, { descripcion: 'Estatus de la captura.' }) estatusCaptura: EstatusCaptura
  @Objeto(() => AvanceDto, { descripcion: 'Avance de la captura.' }) avance: AvanceDto
  @Instante({ descripcion: 'Cuándo la validó el actor político.', nulo: true }) validadaEn: string | null
  @Instante({ descripcion: 'Fin del plazo de captura.' }) venceEn: string
  @Logico({ descripcion: 'Si el plazo ya pasó.' }) vencida: boolean
}

export class ListCandidaturasDto {
  @Lista(() => CandidaturaDto, { descripcion: 'Candidaturas, en el orden de las boletas.' }) elementos: CandidaturaDto[]
  @Entero({ descripcion: 'Cuántas cumplen el filtro.' }) total: number
  @Texto({ descripcion: 'Valor de `despues` para la página siguiente.', nulo: true }) siguiente: string | null
}

export class ResumenCandidaturasDto {
  @Entero({ descripcion: 'Candidaturas aprobadas a su alcance.' }) total: number
  @Libre({ descripcion: 'Cuántas hay en cada estatus de captura.', ejemplo: { sin_captura: 12, verificada: 30 } })
  porEstatusCaptura: Record<string, number>
  @Instante({ descripcion: 'Vencimiento más próximo entre las que no se han validado.', nulo: true }) venceEn: string | null
}

export class PersonaDto {
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Texto({ descripcion: 'Primer apellido.' }) primerApellido: string
  @Texto({ descripcion: 'Segundo apellido.', nulo: true }) segundoApellido: string | null
  @Texto({ descripcion: 'Apodo o sobrenombre.', nulo: true }) apodo: string | null
  @Opcion(SEXOS, { descripcion: 'Sexo o género.' }) sexo: string
  @Entero({ descripcion: 'Edad en años cumplidos.' }) edad: number
}

export class AcuerdoDto {
  @Texto({ descripcion: 'Número del acuerdo.' }) numero: string
  @Fecha({ descripcion: 'Fecha del acuerdo.' }) fecha: string
}

export class MiembroFormulaDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Nombre completo.' }) nombre: string
  @Opcion(CALIDADES, { descripcion: 'Propietaria o suplente.' }) calidad: string
}

export class HechoDto {
  @Texto({ descripcion: 'Qué pasó.', ejemplo: 'validada' }) acto: string
  @Instante({ descripcion: 'Cuándo.' }) cuando: string
}

export class AccionDto {
  @Texto({ descripcion: 'Acto.', ejemplo: 'validar' }) acto: string
  @Logico({ descripcion: 'Si se puede hacer ahora.' }) permitido: boolean
  @Textos({ descripcion: 'Por qué no, en frases.' }) razones: string[]
}

export class CandidaturaDetailDto extends CandidaturaDto {
  @Entero({ descripcion: 'Versión: los actos la mandan de vuelta.' }) version: number
  @Objeto(() => PersonaDto, { descripcion: 'Persona candidata.' }) persona: PersonaDto
  @Objeto(() => ClaveNombreDto, { descripcion: 'Acción afirmativa del registro.', nulo: true }) accionAfirmativa: ClaveNombreDto | null
  @Logico({ descripcion: 'Si busca la elección consecutiva.' }) eleccionConsecutiva: boolean
  @Objeto(() => AcuerdoDto, { descripcion: 'Acuerdo que aprobó el registro.' }) acuerdo: AcuerdoDto
  @Lista(() => MiembroFormulaDto, { descripcion: 'Fórmula.' }) formula: MiembroFormulaDto[]
  @Logico({ descripcion: 'Si su página pública existe.' }) publicada: boolean
  @Lista(() => HechoDto, { descripcion: 'Lo que ha pasado.' }) historial: HechoDto[]
  @Lista(() => AccionDto, { descripcion: 'Lo que esta cuenta puede hacer ahora, y por qué no.' }) acciones: AccionDto[]
}
