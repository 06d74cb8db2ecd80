import { ASPECTOS } from '@conoceles/cuestionarios'
import { ACTOS_BORRADOR, ESTATUS_BORRADOR } from '@conoceles/domain'
import { AprobacionDto, PropuestaExcepcionDto } from '../../programa/aprobaciones/index.ts'
import { BorradorLeidoDto } from '../borradores/index.ts'
import { AcuseDto } from '../../bitacora/index.ts'
import { AccionDto } from '../../registro/index.ts'
import { TIPOS } from '../../captura/index.ts'
import { Entero, Fecha, Instante, Libre, Lista, Logico, Objeto, Opcion, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'

export class AcuerdoVersionDto {
  @Uuid({ descripcion: 'Acuerdo.' }) id: string
  @Texto({ descripcion: 'Número.' }) numero: string
  @Fecha({ descripcion: 'Fecha.' }) fecha: string
  @Uuid({ descripcion: 'Sesión en que se votó, si consta.', nulo: true }) votadoEn: string | null
}

export class VersionEnUsoDto {
  @Uuid({ descripcion: 'Versión.' }) id: string
  @Opcion(TIPOS, { descripcion: 'Cuestionario.' }) tipo: (typeof TIPOS)[number]
  @Entero({ descripcion: 'Número de la versión.' }) version: number
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Fecha({ descripcion: 'Desde cuándo rige.' }) vigenteDesde: string
  @Textos({ descripcion: 'Cargos para los que es; nulo: todos.', nulo: true }) cargos: string[] | null
  @Textos({ descripcion: 'Cargos que la responden hoy.' }) rige: string[]
  @Objeto(() => AcuerdoVersionDto, { descripcion: 'Acuerdo que la aprobó; nulo si llegó con el proceso.', nulo: true })
  acuerdo: AcuerdoVersionDto | null
}

export class VersionCompletaDto extends VersionEnUsoDto {
  @Libre({ descripcion: 'JSON Schema 2020-12: una propiedad por pregunta.' }) schema: Record<string, unknown>
  @Libre({ descripcion: 'UI schema de JSON Forms: secciones, orden y reglas para mostrar.' }) uischema: Record<string, unknown>
}

export class BorradorDto {
  @Uuid({ descripcion: 'Borrador.' }) id: string
  @Opcion(TIPOS, { descripcion: 'Cuestionario.' }) tipo: (typeof TIPOS)[number]
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Opcion(ESTATUS_BORRADOR, { descripcion: 'Estatus.' }) estatus: (typeof ESTATUS_BORRADOR)[number]
  @Entero({ descripcion: 'Versión del borrador: la que se leyó va con cada cambio.' }) version: number
  @Textos({ descripcion: 'Cargos para los que es; nulo: todos.', nulo: true }) cargos: string[] | null
  @Instante({ descripcion: 'Último guardado.' }) guardadoEn: string
  @Fecha({ descripcion: 'Desde cuándo regirá; nulo mientras no se apruebe.', nulo: true }) vigenteDesde: string | null
  @Objeto(() => AcuerdoVersionDto, { descripcion: 'Acuerdo que lo aprobó.', nulo: true }) acuerdo: AcuerdoVersionDto | null
}

export class ListVersionesDto {
  @Lista(() => VersionEnUsoDto, { descripcion: 'Versiones, de cada cuestionario la más reciente primero.' }) versiones: VersionEnUsoDto[]
  @Lista(() => BorradorDto, { descripcion: 'Borradores, el más reciente primero.' }) borradores: BorradorDto[]
}

export class FallaDto {
  @Texto({ descripcion: 'Sección; nulo: de todo el cuestionario.', nulo: true }) seccion: string | null
  @Texto({ descripcion: 'Pregunta; nulo: de la sección o de todo.', nulo: true }) campo: string | null
  @Texto({ descripcion: 'Qué se contradice.' }) razon: string
}

export class DiferenciaVersionDto {
  @Opcion(['agregada', 'retirada', 'cambiada', 'movida'], { descripcion: 'Qué pasó.' }) clase:
    'agregada' | 'retirada' | 'cambiada' | 'movida'
  @Texto({ descripcion: 'Pregunta; nulo: la sección.', nulo: true }) campo: string | null
  @Texto({ descripcion: 'Sección.' }) seccion: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Opcion(ASPECTOS, { descripcion: 'En qué cambió.', nulo: true }) aspecto: (typeof ASPECTOS)[number] | null
  @Libre({ descripcion: 'Cómo era: {valor}.' }) antes: { valor: unknown }
  @Libre({ descripcion: 'Cómo queda: {valor}.' }) despues: { valor: unknown }
}

export class HechoBorradorDto {
  @Opcion(['crear', ...ACTOS_BORRADOR], { descripcion: 'Acto.' }) acto: 'crear' | (typeof ACTOS_BORRADOR)[number]
  @Instante({ descripcion: 'Cuándo.' }) en: string
  @Texto({ descripcion: 'Motivo.', nulo: true }) motivo: string | null
  @Texto({ descripcion: 'Folio del acuse.', nulo: true }) folio: string | null
}

export class PropuestaActivacionDto {
  @Instante({ descripcion: 'Cuándo se propuso.' }) en: string
  @Logico({ descripcion: 'Si la propuso quien pregunta: entonces la confirma otra persona.' }) propia: boolean
  @Objeto(() => AlcanceVersionDto, { descripcion: 'A quiénes alcanzaba entonces.' }) alcance: AlcanceVersionDto
}

export class BorradorCompletoDto extends BorradorDto {
  @Libre({ descripcion: 'JSON Schema 2020-12: una propiedad por pregunta.' }) schema: Record<string, unknown>
  @Libre({ descripcion: 'UI schema de JSON Forms: secciones, orden y reglas para mostrar.' }) uischema: Record<string, unknown>
  @Libre({ descripcion: 'Cómo pasan las respuestas a cada pregunta, donde se eligió.' }) elegidos: Record<string, unknown>
  @Libre({ descripcion: 'Cómo pasan las respuestas a cada pregunta.' }) traslados: Record<string, unknown>
  @Objeto(() => VersionCompletaDto, { descripcion: 'La versión que rige en sus cargos; nulo si ninguna o más de una.', nulo: true })
  base: VersionCompletaDto | null
  @Lista(() => FallaDto, { descripcion: 'Contradicciones, con su lugar.' }) fallas: FallaDto[]
  @Lista(() => DiferenciaVersionDto, { descripcion: 'Qué cambia de la versión que rige.' }) diferencias: DiferenciaVersionDto[]
  @Textos({ descripcion: 'Secciones cuyas respuestas siguen como están.' }) intactas: string[]
  @Textos({ descripcion: 'Preguntas que la política de publicación en vigor hace públicas.' }) publicas: string[]
  @Objeto(() => PropuestaActivacionDto, { descripcion: 'Propuesta de ponerlo en vigor; nula si no la hay.', nulo: true })
  propuesta: PropuestaActivacionDto | null
  @Objeto(() => AprobacionDto, { descripcion: 'Con qué voto se aprobó.', nulo: true }) aprobacion: AprobacionDto | null
  @Objeto(() => PropuestaExcepcionDto, { descripcion: 'Aprobación que espera a otra persona.', nulo: true })
  porConfirmar: PropuestaExcepcionDto | null
  @Lista(() => AccionDto, { descripcion: 'Lo que se puede hacer con él, y por qué no.' }) acciones: AccionDto[]
  @Lista(() => HechoBorradorDto, { descripcion: 'Historia.' }) historia: HechoBorradorDto[]
}

export class CrearBorradorDto {
  @Opcion(TIPOS, { descripcion: 'Cuestionario.' }) tipo: (typeof TIPOS)[number]
  @Uuid({ descripcion: 'Versión de la que parte; nulo: vacío.', nulo: true }) desdeId: string | null
}

export class GuardarBorradorDto extends BorradorLeidoDto {
  @Texto({ descripcion: 'Título.', max: 200 }) titulo: string
  @Textos({ descripcion: 'Cargos para los que es; nulo: todos.', nulo: true }) cargos: string[] | null
  @Libre({ descripcion: 'JSON Schema 2020-12: una propiedad por pregunta.' }) schema: Record<string, unknown>
  @Libre({ descripcion: 'UI schema de JSON Forms: secciones, orden y reglas para mostrar.' }) uischema: Record<string, unknown>
  @Libre({ descripcion: 'Cómo pasan las respuestas a cada pregunta: modo, de y opciones.' }) traslados: Record<string, unknown>
}

export class AprobarBorradorDto extends BorradorLeidoDto {
  @Uuid({ descripcion: 'Acuerdo de la Comisión que lo aprueba.' }) acuerdoId: string
  @Fecha({ descripcion: 'Primer día en que puede entrar en vigor.' }) vigenteDesde: string
  @Texto({
    descripcion:
      'Por qué se aprueba con un acuerdo que no se votó en su punto, o que es anterior a esta versión. Otra persona lo confirma.',
    opcional: true,
    nulo: true,
    max: 1000,
  })
  motivo?: string | null
}

export class AlcanceSeccionDto {
  @Texto({ descripcion: 'Sección.' }) clave: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Entero({ descripcion: 'Candidaturas que la tienen guardada, antes o después.' }) guardadas: number
  @Entero({ descripcion: 'De ellas, las que siguen como están.' }) conservan: number
  @Entero({ descripcion: 'De ellas, las ya validadas o verificadas que hay que volver a mirar.' }) seAbren: number
}

export class AlcanceActorDto {
  @Texto({ descripcion: 'Actor político.' }) nombre: string
  @Entero({ descripcion: 'De sus candidaturas, las que vuelven a captura.' }) seAbren: number
  @Entero({ descripcion: 'De ellas, las que ya estaban verificadas.' }) verificadas: number
}

export class AlcanceVersionDto {
  @Entero({ descripcion: 'Candidaturas de los cargos del cuestionario.' }) candidaturas: number
  @Entero({ descripcion: 'De ellas, las que tienen algo capturado.' }) conCaptura: number
  @Entero({ descripcion: 'De ellas, las que vuelven a captura después de validadas o verificadas.' }) seAbren: number
  @Entero({ descripcion: 'De las que se abren, las que ya estaban verificadas.' }) verificadas: number
  @Entero({ descripcion: 'De las que se abren, aquellas cuyo plazo de captura ya cerró: se admiten de todos modos.' }) trasCierre: number
  @Lista(() => AlcanceActorDto, { descripcion: 'Actores políticos a los que vuelve alguna, el de más primero.' }) actores: AlcanceActorDto[]
  @Lista(() => AlcanceSeccionDto, { descripcion: 'Por sección del cuestionario nuevo.' }) secciones: AlcanceSeccionDto[]
}

export class ActoBorradorDto {
  @Objeto(() => BorradorCompletoDto, { descripcion: 'El borrador, como queda.' }) borrador: BorradorCompletoDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse; nulo al guardar.', nulo: true }) acuse: AcuseDto | null
  @Objeto(() => AlcanceVersionDto, { descripcion: 'A quiénes alcanzó, al activar.', nulo: true }) alcance: AlcanceVersionDto | null
}

export class PreguntaAnteriorDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Como se preguntó.' }) titulo: string
  @Libre({ descripcion: 'Como se respondió: {valor}.' }) respuesta: { valor: unknown }
}

export class SeccionAnteriorDto {
  @Opcion(TIPOS, { descripcion: 'Cuestionario.' }) tipo: (typeof TIPOS)[number]
  @Entero({ descripcion: 'Versión del cuestionario.' }) version: number
  @Texto({ descripcion: 'Sección.' }) clave: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Texto({ descripcion: 'Estatus que tenía.' }) estatus: string
  @Instante({ descripcion: 'Cuándo la sustituyó otra versión.' }) sustituidaEn: string
  @Lista(() => PreguntaAnteriorDto, { descripcion: 'Preguntas, como se hicieron y se respondieron.' }) preguntas: PreguntaAnteriorDto[]
}

export class ListSeccionesAnterioresDto {
  @Lista(() => SeccionAnteriorDto, { descripcion: 'Secciones bajo versiones anteriores, la más reciente primero.' })
  elementos: SeccionAnteriorDto[]
}
