import { ACTOS_ETAPA, CONFIANZAS, ESTATUS_ETAPA, ETAPAS_CONCLUSION } from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { AccionDto } from '../../registro/index.ts'
import { Entero, Fecha, Instante, Libre, Lista, Logico, Objeto, Opcion, Texto, Textos } from '../../../shared/validacion/fields.ts'

export class TomaConclusionDto {
  @Texto({ descripcion: 'Clave.', ejemplo: 'fotografias' }) clave: string
  @Entero({ descripcion: 'Cuántas hay hoy.' }) cuantas: number
}

export class ConservaConclusionDto {
  @Texto({ descripcion: 'Qué se conserva.' }) que: string
  @Texto({ descripcion: 'Por qué.' }) porque: string
}

export class EtapaConclusionDto {
  @Opcion(ETAPAS_CONCLUSION, { descripcion: 'Etapa.' }) clave: (typeof ETAPAS_CONCLUSION)[number]
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Texto({ descripcion: 'Qué pasa en ella.' }) explicacion: string
  @Fecha({ descripcion: 'Primer día en que se puede realizar; nulo: por confirmar.', nulo: true }) fecha: string | null
  @Opcion(['acuerdo', 'regla'], { descripcion: 'Quién dice ese día.', nulo: true }) origen: 'acuerdo' | 'regla' | null
  @Texto({ descripcion: 'La regla, en palabras.' }) regla: string
  @Texto({ descripcion: 'Acuerdo o resolución que fijó el día.', nulo: true }) sustento: string | null
  @Texto({ descripcion: 'Fundamento.' }) base: string
  @Texto({ descripcion: 'De dónde sale.' }) fuente: string
  @Opcion(CONFIANZAS, { descripcion: 'Qué tan seguro es.' }) confianza: (typeof CONFIANZAS)[number]
  @Lista(() => TomaConclusionDto, { descripcion: 'Qué alcanza, y cuánto hay hoy.' }) toma: TomaConclusionDto[]
  @Lista(() => ConservaConclusionDto, { descripcion: 'Qué se conserva, y por qué.' }) conserva: ConservaConclusionDto[]
  @Opcion(ESTATUS_ETAPA, { descripcion: 'Estatus.' }) estatus: (typeof ESTATUS_ETAPA)[number]
  @Logico({ descripcion: 'Si su día ya pasó y nadie la ha realizado.' }) atrasada: boolean
  @Logico({ descripcion: 'Si la realizan dos personas: una la propone y otra la confirma.' }) dosPersonas: boolean
  @Instante({ descripcion: 'Cuándo se propuso.', nulo: true }) propuestaEn: string | null
  @Logico({ descripcion: 'Si la propuso quien pregunta.' }) propia: boolean
  @Instante({ descripcion: 'Cuándo se ordenó.', nulo: true }) confirmadaEn: string | null
  @Instante({ descripcion: 'Cuándo terminó.', nulo: true }) concluidaEn: string | null
  @Entero({ descripcion: 'Versión: la que se leyó va con cada acto.' }) version: number
  @Lista(() => AccionDto, { descripcion: 'Lo que quien pregunta puede hacer con ella, y por qué no.' }) acciones: AccionDto[]
}

export class ProgresoConclusionDto {
  @Entero({ descripcion: 'Candidaturas cuyos datos ya se destruyeron.' }) hechas: number
  @Entero({ descripcion: 'De cuántas.' }) total: number
}

export class ConstanciaDto {
  @Texto({ descripcion: 'Folio de su acuse.' }) folio: string
  @Instante({ descripcion: 'Cuándo se emitió.' }) emitidaEn: string
  @Texto({ descripcion: 'SHA-256 del archivo.' }) sha256: string
  @Entero({ descripcion: 'Tamaño del archivo.' }) bytes: number
}

export class PlanConclusionDto {
  @Fecha({ descripcion: 'Jornada electoral.' }) jornada: string
  @Lista(() => EtapaConclusionDto, { descripcion: 'Etapas, en su orden; ninguna si el proceso no trae un plan.' })
  etapas: EtapaConclusionDto[]
  @Textos({ descripcion: 'Lo que está abierto hoy y alcanzan el bloqueo y la supresión.' }) abierto: string[]
  @Objeto(() => ProgresoConclusionDto, { descripcion: 'Cuánto va de la supresión; nulo si no ha empezado.', nulo: true })
  progreso: ProgresoConclusionDto | null
  @Objeto(() => ConstanciaDto, { descripcion: 'Constancia de la supresión; nula mientras no termina.', nulo: true })
  constancia: ConstanciaDto | null
}

export class ConsultarBloqueadosDto {
  @Texto({ descripcion: 'Clave de la candidatura.', min: 1, max: 120 }) clave: string
  @Texto({ descripcion: 'Para qué se consultan: queda en la bitácora.', min: 10, max: 500 }) motivo: string
}

export class SeccionBloqueadaDto {
  @Texto({ descripcion: 'Cuestionario.' }) cuestionario: string
  @Texto({ descripcion: 'Clave de la sección.' }) clave: string
  @Texto({ descripcion: 'Cómo quedó.' }) estatus: string
  @Libre({ descripcion: 'Lo que se respondió; nulo si nada, o si son respuestas de identidad.', nulo: true }) respuestas: object | null
}

export class DatosBloqueadosDto {
  @Texto({ descripcion: 'Clave de la candidatura.' }) clave: string
  @Texto({ descripcion: 'Persona.' }) nombre: string
  @Lista(() => SeccionBloqueadaDto, { descripcion: 'Lo que capturó, por sección.' }) secciones: SeccionBloqueadaDto[]
  @Entero({ descripcion: 'Fotografías que se guardan de ella.' }) fotografias: number
  @Entero({ descripcion: 'Veces que decidió sobre sus datos.' }) consentimientos: number
}

export class EtapaConclusionParamsDto {
  @Opcion(ETAPAS_CONCLUSION, { descripcion: 'Etapa.' }) clave: (typeof ETAPAS_CONCLUSION)[number]
}

export class FijarEtapaDto {
  @Entero({ descripcion: 'Versión que se leyó.', ejemplo: 0 }) version: number
  @Fecha({ descripcion: 'Primer día en que se puede realizar.' }) fecha: string
  @Texto({ descripcion: 'Acuerdo o resolución que lo fija, con su número y fecha.', min: 5, max: 300 }) sustento: string
}

export class ActoConclusionDto {
  @Objeto(() => PlanConclusionDto, { descripcion: 'El plan, como queda.' }) plan: PlanConclusionDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}

export class RealizarEtapaDto {
  @Entero({ descripcion: 'Versión que se leyó.', ejemplo: 0 }) version: number
  @Opcion(ACTOS_ETAPA.filter((acto) => acto !== 'fijar'), { descripcion: 'Qué se hace.' })
  acto: Exclude<(typeof ACTOS_ETAPA)[number], 'fijar'>
}
