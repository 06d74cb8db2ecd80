import { MANERAS_TRASLADO, MILESTONES, TIPOS_CONFLICTO } from '@conoceles/domain'
import { CitaDto, DiaInhabilDto } from '../actividades/index.ts'
import { Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'

const NOMBRE = { min: 3, max: 120 }
const RAZON = { min: 10, max: 1_000 }
const REGLAS = ['fecha', 'ventana', 'despues', 'ultimo_dia_del_mes', 'dia_del_mes_siguiente'] as const
const TIPOS_DIAS = ['naturales', 'habiles'] as const
const TRATOS = ['se_mantiene', 'siguiente_habil'] as const

export class OrigenEscenarioDto {
  @Texto({ descripcion: 'Clave del proceso.', ejemplo: 'morelos-2024' }) proceso: string
  @Texto({ descripcion: 'Nombre del proceso.' }) nombre: string
  @Texto({ descripcion: 'Versión de su paquete.' }) version: string
  @Fecha({ descripcion: 'Su jornada.' }) jornada: string
  @Texto({ descripcion: 'SHA-256 de su programa en JSON canónico.' }) sha256: string
}

export class EscenarioListadoDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Fecha({ descripcion: 'Jornada para la que se calcula; por confirmar.' }) jornada: string
  @Entero({ descripcion: 'Versión, para guardar sin pisar a nadie.' }) version: number
  @Objeto(() => OrigenEscenarioDto, { descripcion: 'De qué programa sale.' }) origen: OrigenEscenarioDto
  @Entero({ descripcion: 'Reglas que escribió una persona.' }) ediciones: number
  @Entero({ descripcion: 'Contradicciones que decidió una persona.' }) decisiones: number
  @Instante({ descripcion: 'Cuándo se creó.' }) creadoEn: string
  @Instante({ descripcion: 'Último cambio.' }) cambiadoEn: string
  @Instante({ descripcion: 'Cuándo se descartó.', nulo: true }) descartadoEn: string | null
}

export class ListEscenariosDto {
  @Lista(() => EscenarioListadoDto, { descripcion: 'Los que se trabajan, del cambiado más recientemente al que menos.' })
  elementos: EscenarioListadoDto[]
  @Lista(() => EscenarioListadoDto, { descripcion: 'Los descartados, que se pueden recuperar.' }) descartados: EscenarioListadoDto[]
  @Fecha({ descripcion: 'Jornada del proceso del que salen.' }) jornada: string
  @Fecha({ descripcion: 'La siguiente, por ley: el primer domingo de junio, tres años después. Por confirmar.' }) propuesta: string
}

export class TramoDto {
  @Fecha({ descripcion: 'Primer día.', nulo: true }) inicio: string | null
  @Fecha({ descripcion: 'Último día.', nulo: true }) fin: string | null
}

export class ReglaEscenarioDto {
  @Opcion(REGLAS, { descripcion: 'Clase de regla.' }) tipo: (typeof REGLAS)[number]
  @Fecha({ descripcion: 'De una fecha: el día.', opcional: true }) fecha?: string
  @Fecha({ descripcion: 'De una ventana: el primer día.', opcional: true }) inicio?: string
  @Fecha({ descripcion: 'De una ventana: el último día.', opcional: true }) fin?: string
  @Entero({ descripcion: 'De un plazo: cuántos días después.', opcional: true, max: 365 }) dias?: number
  @Opcion(TIPOS_DIAS, { descripcion: 'De un plazo: de qué clase.', opcional: true }) tipoDias?: (typeof TIPOS_DIAS)[number]
  @Opcion(TRATOS, { descripcion: 'De un plazo: qué pasa si vence en día inhábil.', opcional: true }) inhabil?: (typeof TRATOS)[number]
  @Entero({ descripcion: 'De lo mensual: el día del mes siguiente.', opcional: true, max: 31 }) dia?: number
}

export class PersonaEscenarioDto {
  @Texto({ descripcion: 'Por qué.' }) razon: string
  @Instante({ descripcion: 'Cuándo.' }) en: string
  @Texto({ descripcion: 'Quién, por su rol.' }) rol: string
}

export class DecisionEscenarioDto extends PersonaEscenarioDto {
  @Texto({ descripcion: 'Clave de la fuente elegida.' }) statement: string
}

export class FuenteEscenarioDto {
  @Texto({ descripcion: 'Clave.', ejemplo: '11.4-1' }) clave: string
  @Objeto(() => CitaDto, { descripcion: 'Dónde lo dice el programa del que sale.' }) cita: CitaDto
  @Objeto(() => ReglaEscenarioDto, { descripcion: 'Qué dice en el escenario.' }) regla: ReglaEscenarioDto
  @Texto({ descripcion: 'Lo mismo, como frase.' }) dice: string
  @Texto({ descripcion: 'Qué decía en su proceso, como frase.' }) decia: string
  @Opcion(MANERAS_TRASLADO, { descripcion: 'Cómo se obtuvo.' }) manera: (typeof MANERAS_TRASLADO)[number]
  @Texto({ descripcion: 'Lo mismo, como frase.' }) obtencion: string
  @Objeto(() => TramoDto, { descripcion: 'Qué fecha daba.' }) antes: TramoDto
  @Objeto(() => TramoDto, { descripcion: 'Qué fecha da.' }) ahora: TramoDto
  @Logico({ descripcion: 'Si es la que rige.' }) rige: boolean
  @Objeto(() => PersonaEscenarioDto, { descripcion: 'Quién la editó.', nulo: true }) edicion: PersonaEscenarioDto | null
}

export class ConflictoEscenarioDto {
  @Opcion(TIPOS_CONFLICTO, { descripcion: 'Clase.' }) tipo: (typeof TIPOS_CONFLICTO)[number]
  @Texto({ descripcion: 'Qué se contradice.' }) texto: string
  @Textos({ descripcion: 'Claves de lo que se contradice.' }) statements: string[]
}

export class HitoEscenarioDto {
  @Texto({ descripcion: 'Clave del entregable en el escenario.', ejemplo: '11.5/2027-03' }) entregable: string
  @Texto({ descripcion: 'Clave de la actividad.' }) actividad: string
  @Texto({ descripcion: 'Número de la actividad.' }) numero: string
  @Texto({ descripcion: 'Qué es.' }) nombre: string
  @Texto({ descripcion: 'Mes que informa.', nulo: true }) mes: string | null
  @Opcion(MILESTONES, { descripcion: 'Momento.' }) milestone: (typeof MILESTONES)[number]
  @Logico({ descripcion: 'Si tendrá fecha sólo cuando ocurra lo que lo abre.' }) porEvento: boolean
  @Objeto(() => TramoDto, { descripcion: 'Fecha en el proceso del que sale, por sus fuentes.' }) antes: TramoDto
  @Objeto(() => TramoDto, { descripcion: 'Fecha en el escenario.' }) ahora: TramoDto
  @Objeto(() => DiaInhabilDto, { descripcion: 'Por qué no se trabaja el último día.', nulo: true }) inhabil: DiaInhabilDto | null
  @Lista(() => FuenteEscenarioDto, { descripcion: 'Lo que dice cada fuente.' }) fuentes: FuenteEscenarioDto[]
  @Lista(() => ConflictoEscenarioDto, { descripcion: 'Contradicciones, halladas por cálculo.' }) conflictos: ConflictoEscenarioDto[]
  @Objeto(() => DecisionEscenarioDto, { descripcion: 'Qué fuente eligió una persona.', nulo: true }) decision: DecisionEscenarioDto | null
}

export class ResumenFuentesDto {
  @Entero({ descripcion: 'Todas las fuentes del programa.' }) total: number
  @Entero({ descripcion: 'A la misma distancia de la jornada.' }) distancia: number
  @Entero({ descripcion: 'El mismo día de su mes.' }) mes: number
  @Entero({ descripcion: 'Por su regla.' }) regla: number
  @Entero({ descripcion: 'Escritas por una persona.' }) edicion: number
}

export class ResumenHitosDto {
  @Entero({ descripcion: 'Todos los momentos.' }) total: number
  @Entero({ descripcion: 'Los que tienen fecha.' }) conFecha: number
  @Entero({ descripcion: 'Los que tienen otra fecha que en su proceso.' }) movidos: number
  @Entero({ descripcion: 'Los que tendrán fecha cuando ocurra lo que los abre.' }) porEvento: number
}

export class ResumenConflictosDto {
  @Entero({ descripcion: 'Momentos cuyas fuentes se contradicen.' }) hitos: number
  @Entero({ descripcion: 'De ellos, los que decidió una persona.' }) resueltos: number
}

export class ResumenEscenarioDto {
  @Objeto(() => ResumenFuentesDto, { descripcion: 'Cómo se obtuvo cada fuente.' }) fuentes: ResumenFuentesDto
  @Objeto(() => ResumenHitosDto, { descripcion: 'Momentos.' }) hitos: ResumenHitosDto
  @Entero({ descripcion: 'De los que tienen fecha, los que vencen en un día en que no se trabaja.' }) inhabiles: number
  @Objeto(() => ResumenConflictosDto, { descripcion: 'Contradicciones.' }) conflictos: ResumenConflictosDto
}

export class EscenarioDto extends EscenarioListadoDto {
  @Logico({ descripcion: 'Si el programa del que sale sigue siendo el que rige.' }) origenVigente: boolean
  @Objeto(() => ResumenEscenarioDto, { descripcion: 'En números.' }) resumen: ResumenEscenarioDto
  @Lista(() => HitoEscenarioDto, { descripcion: 'Cada momento junto al de su proceso, en el orden del programa.' })
  hitos: HitoEscenarioDto[]
}

export class CreateEscenarioDto {
  @Texto({ descripcion: 'Nombre.', ...NOMBRE }) nombre: string
  @Fecha({ descripcion: 'Jornada del siguiente proceso.' }) jornada: string
}

export class DuplicarEscenarioDto {
  @Texto({ descripcion: 'Nombre de la copia.', ...NOMBRE }) nombre: string
}

export class VersionEscenarioDto {
  @Entero({ descripcion: 'Versión que se vio.' }) version: number
}

export class RenombrarEscenarioDto extends VersionEscenarioDto {
  @Texto({ descripcion: 'Nombre.', ...NOMBRE }) nombre: string
}

export class EditarEscenarioDto extends VersionEscenarioDto {
  @Texto({ descripcion: 'Clave de la fuente.', max: 80 }) statement: string
  @Objeto(() => ReglaEscenarioDto, { descripcion: 'Qué dice ahora.' }) regla: ReglaEscenarioDto
  @Texto({ descripcion: 'Por qué.', ...RAZON }) razon: string
}

export class DecidirEscenarioDto extends VersionEscenarioDto {
  @Texto({ descripcion: 'Clave del entregable en el escenario.', max: 80 }) entregable: string
  @Opcion(MILESTONES, { descripcion: 'Momento.' }) milestone: (typeof MILESTONES)[number]
  @Texto({ descripcion: 'Clave de la fuente que rige.', max: 80 }) statement: string
  @Texto({ descripcion: 'Por qué.', ...RAZON }) razon: string
}

export class RestaurarEscenarioDto extends VersionEscenarioDto {
  @Texto({ descripcion: 'Clave de la fuente editada; o del entregable y su momento, con # entre ambos, de una decisión.', max: 120 })
  clave: string
}
