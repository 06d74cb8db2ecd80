import {
  ADVERTENCIAS_CADENA,
  ESTATUS_PASO,
  ESTATUS_PLAZO,
  LUGARES_DOCUMENTO,
  MILESTONES,
  TIPOS_CONFLICTO,
  TIPOS_PASO,
  TIPOS_SESION,
  type EstatusPlazo,
  type LugarDocumento,
  type Milestone,
} from '@conoceles/domain'
import { ExcepcionDto } from '../aprobaciones/index.ts'
import { AcuseDto } from '../../bitacora/index.ts'
import { EventoDto } from './eventos.dto.ts'
import { Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Opciones, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'

export class AdvertenciaCadenaDto {
  @Opcion(ADVERTENCIAS_CADENA, { descripcion: 'De qué advierte.' }) tipo: (typeof ADVERTENCIAS_CADENA)[number]
  @Opciones(MILESTONES, { descripcion: 'Aprobaciones que no constan.' }) momentos: Milestone[]
  @Texto({ descripcion: 'Qué falta.' }) texto: string
}

/** The same before a moment is recorded. */
export class AdvertenciaMomentoDto extends AdvertenciaCadenaDto {
  @Opcion(MILESTONES, { descripcion: 'Momento que se asentaría.' }) milestone: Milestone
  @Logico({ descripcion: 'Si en este proceso impide asentarlo.' }) impide: boolean
}

export class CumplimientoDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Logico({ descripcion: 'Si se debía; cuando no, la referencia dice por qué.' }) aplica: boolean
  @Instante({ descripcion: 'Cuándo se hizo, según su evidencia.' }) ocurridoEn: string
  @Texto({ descripcion: 'Número de acuerdo, acta u oficio.' }) referencia: string
  @Uuid({ descripcion: 'Documento de la evidencia.', nulo: true }) documentoId: string | null
  @Instante({ descripcion: 'Cuándo se trajo la evidencia.' }) registradoEn: string
  @Texto({ descripcion: 'Folio del acuse.' }) folio: string
  @Objeto(() => ExcepcionDto, { descripcion: 'Por qué vale sin el voto de su punto; sólo de informes.', nulo: true, opcional: true })
  excepcion?: ExcepcionDto | null
  @Lista(() => AdvertenciaCadenaDto, { descripcion: 'Lo que faltaba cuando se asentó.', opcional: true })
  advertencias?: AdvertenciaCadenaDto[]
}

export class CumplimientoPorConfirmarDto {
  @Opcion(MILESTONES, { descripcion: 'Momento.' }) milestone: (typeof MILESTONES)[number]
  @Instante({ descripcion: 'Cuándo se hizo, según su evidencia.' }) ocurridoEn: string
  @Texto({ descripcion: 'Número de acuerdo, acta u oficio.' }) referencia: string
  @Uuid({ descripcion: 'Documento de la evidencia.', nulo: true }) documentoId: string | null
  @Texto({ descripcion: 'Por qué vale sin el voto de su punto.' }) motivo: string
  @Instante({ descripcion: 'Cuándo se propuso.' }) propuestaEn: string
}

export class AreaDto {
  @Texto({ descripcion: 'Clave.', ejemplo: 'SE' }) clave: string
  @Texto({ descripcion: 'Nombre del área.' }) nombre: string
}

export class CitaDto {
  @Texto({ descripcion: 'Apartado.', ejemplo: '11.4' }) seccion: string
  @Texto({ descripcion: 'Inciso, párrafo o renglón.', ejemplo: 'f' }) lugar: string
  @Texto({ descripcion: 'La fecha o el plazo, como está impreso.' }) dice: string
}

export class ErrataDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Objeto(() => CitaDto, { descripcion: 'Dónde está y qué dice.' }) cita: CitaDto
  @Texto({ descripcion: 'Qué debe decir; nulo cuando la fuente no lo aclara.', nulo: true }) debeDecir: string | null
  @Texto({ descripcion: 'Por qué.' }) razon: string
}

export class HitoDto {
  @Opcion(MILESTONES, { descripcion: 'Momento de la actividad.' }) milestone: (typeof MILESTONES)[number]
  @Fecha({ descripcion: 'Desde cuándo, cuando la fuente da un periodo.', nulo: true }) inicio: string | null
  @Fecha({ descripcion: 'Último día; nulo mientras nada lo fije.', nulo: true }) vence: string | null
  @Instante({ descripcion: 'Último segundo del plazo.', nulo: true }) venceEn: string | null
  @Opcion(ESTATUS_PLAZO, { descripcion: 'Cómo va.' }) estatus: (typeof ESTATUS_PLAZO)[number]
  @Entero({ descripcion: 'Minutos de retraso.', nulo: true }) retrasoMinutos: number | null
  @Objeto(() => CumplimientoDto, { descripcion: 'Con qué se cumplió.', nulo: true }) cumplimiento: CumplimientoDto | null
  @Objeto(() => EventoDto, { descripcion: 'El acuerdo que lo cumplió, cuando no tiene otra evidencia.', nulo: true })
  acuerdo: EventoDto | null
  @Lista(() => AreaDto, { descripcion: 'Áreas que responden por él.' }) responsables: AreaDto[]
  @Entero({ descripcion: 'Contradicciones de sus fuentes sin resolver.' }) conflictos: number
  @Logico({ descripcion: 'Si una persona decidió qué fuente rige.' }) resuelto: boolean
  @Objeto(() => CitaDto, { descripcion: 'Dónde dice su fuente la fecha que rige.', nulo: true }) cita: CitaDto | null
}

export class SiguientePasoDto {
  @Texto({ descripcion: 'Inciso.' }) clave: string
  @Opcion(TIPOS_PASO, { descripcion: 'Clase de paso.' }) tipo: (typeof TIPOS_PASO)[number]
  @Texto({ descripcion: 'Qué se hace.' }) texto: string
  @Lista(() => AreaDto, { descripcion: 'Áreas que responden por él.' }) responsables: AreaDto[]
}

export class EntregableDto {
  @Texto({ descripcion: 'Clave.', ejemplo: '11.5/2024-03' }) clave: string
  @Texto({ descripcion: 'Número de la actividad.', ejemplo: '11.5' }) numero: string
  @Texto({ descripcion: 'Clave de la actividad.' }) actividad: string
  @Texto({ descripcion: 'Qué es.' }) nombre: string
  @Texto({ descripcion: 'Cómo lo titulan las páginas.', ejemplo: 'Informe mensual: marzo de 2024' }) titulo: string
  @Texto({ descripcion: 'Mes que informa.', nulo: true, ejemplo: '2024-03' }) mes: string | null
  @Objeto(() => EventoDto, { descripcion: 'Qué la abrió, cuando no fue el calendario.', nulo: true }) evento: EventoDto | null
  @Lista(() => HitoDto, { descripcion: 'Sus momentos, en orden.' }) hitos: HitoDto[]
  @Opciones(MILESTONES, { descripcion: 'Momentos que todavía no constan, los que nada fecha también.' }) faltan: Milestone[]
  @Objeto(() => SiguientePasoDto, { descripcion: 'El paso que sigue; nulo cuando ninguno espera.', nulo: true })
  siguiente: SiguientePasoDto | null
  @Texto({
    descripcion: 'Cómo se llama su documento en una frase; nulo si el programa no lo dice.',
    nulo: true,
    ejemplo: 'el informe mensual de abril de 2024',
  })
  documento: string | null
}

export class FilaImpresaDto {
  @Texto({ descripcion: 'Clave de la actividad.', ejemplo: '11.5' }) actividad: string
  @Opcion(MILESTONES, { descripcion: 'Momento del que son sus fechas.' }) milestone: (typeof MILESTONES)[number]
  @Fecha({ descripcion: 'Fecha de inicio, como está impresa.' }) inicio: string
  @Fecha({ descripcion: 'Fecha de término, como está impresa.' }) fin: string
  @Fecha({ descripcion: 'Su columna «Cumplida».', nulo: true }) cumplida: string | null
}

export class OrigenPlazoDto {
  @Texto({ descripcion: 'Clave del entregable.' }) entregable: string
  @Opcion(MILESTONES, { descripcion: 'Momento.' }) milestone: (typeof MILESTONES)[number]
  @Fecha({ descripcion: 'Día desde el que se cuenta; nulo mientras no lo haya.', nulo: true }) fecha: string | null
}

export class DestinoPlazoDto {
  @Texto({ descripcion: 'Clave del entregable.' }) entregable: string
  @Opcion(MILESTONES, { descripcion: 'Momento.' }) milestone: (typeof MILESTONES)[number]
}

export class DependenciaDto {
  @Objeto(() => OrigenPlazoDto, { descripcion: 'De qué cuenta.' }) de: OrigenPlazoDto
  @Objeto(() => DestinoPlazoDto, { descripcion: 'Qué cuenta de ello.' }) a: DestinoPlazoDto
  @Entero({ descripcion: 'Cuántos días.' }) dias: number
  @Opcion(['naturales', 'habiles'], { descripcion: 'De qué clase.' }) tipoDias: 'naturales' | 'habiles'
  @Logico({ descripcion: 'Si la fecha que rige sale de aquí.' }) rige: boolean
}

export class DiaInhabilDto {
  @Fecha({ descripcion: 'Día.' }) fecha: string
  @Texto({ descripcion: 'Por qué no se trabaja.', ejemplo: 'domingo' }) motivo: string
  @Texto({ descripcion: 'Nombre del día de descanso.', nulo: true, ejemplo: 'Día del Trabajo' }) nombre: string | null
}

export class TableroDto {
  @Instante({ descripcion: 'Hora legal a la que se calculó.' }) en: string
  @Fecha({ descripcion: 'El día de esa hora, en la zona del proceso.' }) hoy: string
  @Fecha({ descripcion: 'Primer día del calendario.' }) desde: string
  @Fecha({ descripcion: 'Último día del calendario.' }) hasta: string
  @Lista(() => EntregableDto, { descripcion: 'Todo lo que se debe, en el orden del programa.' }) elementos: EntregableDto[]
  @Lista(() => FilaImpresaDto, { descripcion: 'El calendario que imprime el programa, renglón por renglón.' }) filas: FilaImpresaDto[]
  @Lista(() => DependenciaDto, { descripcion: 'Qué plazo cuenta de qué otro.' }) dependencias: DependenciaDto[]
  @Lista(() => DiaInhabilDto, { descripcion: 'Días del calendario en que no se trabaja.' }) inhabiles: DiaInhabilDto[]
  @Lista(() => ErrataDto, { descripcion: 'Erratas del texto del programa.' }) erratas: ErrataDto[]
  @Texto({ descripcion: 'De dónde se derivan sus fechas, si nadie las aprobó.', nulo: true }) borrador: string | null
}

export class FiltroPlazosDto {
  @Texto({ descripcion: 'Palabras del número, nombre, área u oficio.', opcional: true, max: 200 }) q?: string
  @Texto({ descripcion: 'Clave de un área responsable.', opcional: true, max: 40, ejemplo: 'SE' }) area?: string
  @Opcion(ESTATUS_PLAZO, { descripcion: 'Cómo va.', opcional: true }) estatus?: EstatusPlazo
  @Opcion(MILESTONES, { descripcion: 'Momento.', opcional: true }) milestone?: Milestone
  @Texto({ descripcion: 'Clave de la actividad.', opcional: true, max: 40, ejemplo: '11.5' }) actividad?: string
  @Opcion(['si'], { descripcion: 'Sólo lo que tiene fuentes que se contradicen.', opcional: true }) contradicciones?: 'si'
}

export class StatementDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Opcion(MILESTONES, { descripcion: 'Momento del que habla.' }) milestone: (typeof MILESTONES)[number]
  @Texto({ descripcion: 'Clase de regla.', ejemplo: 'fecha' }) regla: string
  @Objeto(() => CitaDto, { descripcion: 'Dónde lo dice su fuente.' }) cita: CitaDto
  @Fecha({ descripcion: 'Desde cuándo.', nulo: true }) inicio: string | null
  @Fecha({ descripcion: 'Último día que da.', nulo: true }) fin: string | null
  @Logico({ descripcion: 'Si es la que rige.' }) rige: boolean
  @Texto({ descripcion: 'Cómo se derivó, si es de un programa anterior.', nulo: true }) traslado: string | null
}

export class ConflictoDto {
  @Opcion(TIPOS_CONFLICTO, { descripcion: 'Clase.' }) tipo: (typeof TIPOS_CONFLICTO)[number]
  @Opcion(MILESTONES, { descripcion: 'Momento.' }) milestone: (typeof MILESTONES)[number]
  @Texto({ descripcion: 'Qué se contradice.' }) texto: string
  @Textos({ descripcion: 'Claves de lo que se contradice.' }) statements: string[]
  @Logico({ descripcion: 'Si una persona ya decidió.' }) resuelto: boolean
}

export class ResolucionDto {
  @Opcion(MILESTONES, { descripcion: 'Momento.' }) milestone: (typeof MILESTONES)[number]
  @Texto({ descripcion: 'Clave de la fuente elegida.' }) statement: string
  @Texto({ descripcion: 'Por qué.' }) razon: string
  @Instante({ descripcion: 'Cuándo.' }) resueltaEn: string
  @Texto({ descripcion: 'Quién, por su rol.' }) rol: string
}

export class PasoDto extends SiguientePasoDto {
  @Opcion(MILESTONES, { descripcion: 'Momento con el que se cumple; nulo cuando tiene su propia evidencia.', nulo: true })
  milestone: (typeof MILESTONES)[number] | null
  @Objeto(() => CumplimientoDto, { descripcion: 'Con qué se cumplió su momento.', nulo: true }) cumplimiento: CumplimientoDto | null
  @Opcion(ESTATUS_PASO, { descripcion: 'Cómo va, por sus hechos.' }) estatus: (typeof ESTATUS_PASO)[number]
  @Fecha({ descripcion: 'Día en que se hizo.', nulo: true }) fecha: string | null
  @Texto({ descripcion: 'Con qué consta.', nulo: true }) referencia: string | null
  @Textos({ descripcion: 'Pasos anteriores a los que se adelantó.' }) antesDe: string[]
  @Logico({ descripcion: 'Si el trabajo siguió sin él.' }) rebasado: boolean
}

export class PasoPlaneadoDto {
  @Texto({ descripcion: 'Inciso del paso.' }) clave: string
  @Texto({ descripcion: 'Qué se hace.' }) texto: string
  @Opcion(MILESTONES, { descripcion: 'Momento que cumple; nulo en los demás pasos.', nulo: true }) milestone: Milestone | null
  @Fecha({ descripcion: 'Último día en que deja tiempo a los que siguen.' }) fecha: string
  @Fecha({ descripcion: 'Último día para convocar al órgano que aprueba.', nulo: true }) convocar: string | null
  @Texto({ descripcion: 'Clave del órgano que aprueba.', nulo: true }) organo: string | null
}

export class PlanTrabajoDto {
  @Opcion(TIPOS_SESION, { descripcion: 'Clase de las sesiones que propone.' }) tipo: (typeof TIPOS_SESION)[number]
  @Logico({ descripcion: 'Si el tiempo que queda alcanza para todos los pasos.' }) alcanza: boolean
  @Fecha({ descripcion: 'Día en que a más tardar debe hacerse el primero.' }) empezar: string
  @Lista(() => PasoPlaneadoDto, { descripcion: 'Pasos que faltan, en su orden.' }) pasos: PasoPlaneadoDto[]
}

export class DocumentoEnDto {
  @Opcion(LUGARES_DOCUMENTO, { descripcion: 'Página.' }) lugar: LugarDocumento
  @Texto({ descripcion: 'Clave del entregable cuyo documento es: otro, cuando éste sólo lo remite.' }) clave: string
}

export class EntregableDetailDto extends EntregableDto {
  @Objeto(() => PlanTrabajoDto, { descripcion: 'Fechas que se proponen para lo que falta, contadas desde sus plazos.', nulo: true })
  plan: PlanTrabajoDto | null
  @Lista(() => StatementDto, { descripcion: 'Lo que dice cada fuente.' }) statements: StatementDto[]
  @Lista(() => ConflictoDto, { descripcion: 'Contradicciones, halladas por cálculo.' }) contradicciones: ConflictoDto[]
  @Lista(() => ErrataDto, { descripcion: 'Erratas de su texto.' }) erratas: ErrataDto[]
  @Lista(() => ResolucionDto, { descripcion: 'Decisiones, de la más reciente a la más antigua.' }) resoluciones: ResolucionDto[]
  @Lista(() => PasoDto, { descripcion: 'Pasos del trabajo.' }) cadena: PasoDto[]
  @Lista(() => CumplimientoPorConfirmarDto, { descripcion: 'Aprobaciones sin el voto de su punto que esperan a otra persona.' })
  porConfirmar: CumplimientoPorConfirmarDto[]
  @Lista(() => AdvertenciaMomentoDto, { descripcion: 'Lo que falta antes de asentar cada momento.' }) advertencias: AdvertenciaMomentoDto[]
  @Textos({ descripcion: 'Contenido mínimo.' }) contenidos: string[]
  @Objeto(() => DocumentoEnDto, { descripcion: 'Dónde se hace su documento; nulo: en ninguna página de aquí.', nulo: true })
  documentoEn: DocumentoEnDto | null
  @Logico({ descripcion: 'Si la termina un acuerdo del Pleno, cuyo proyecto se redacta aquí.' }) conAcuerdo: boolean
  @Texto({ descripcion: 'De dónde sale.' }) fuente: string
}

export class EntregableParamsDto {
  @Texto({ descripcion: 'Clave de la actividad, con su mes o su evento.', max: 80, patron: /^[A-Za-z0-9.~-]+$/ }) clave: string
}

export class ResolverDto {
  @Opcion(MILESTONES, { descripcion: 'Momento.' }) milestone: (typeof MILESTONES)[number]
  @Texto({ descripcion: 'Clave de la fuente que rige.', max: 80 }) statement: string
  @Texto({ descripcion: 'Por qué.', min: 10, max: 1_000 }) razon: string
}

export class CumplirDto {
  @Opcion(MILESTONES, { descripcion: 'Momento.' }) milestone: (typeof MILESTONES)[number]
  @Logico({ descripcion: 'Si se debía; falso para decir que no aplica.' }) aplica: boolean
  @Instante({ descripcion: 'Cuándo se hizo, según su evidencia.' }) ocurridoEn: string
  @Texto({ descripcion: 'Número de acuerdo, acta u oficio; o por qué no aplica.', min: 3, max: 300 }) referencia: string
  @Uuid({ descripcion: 'Documento recibido.', opcional: true }) documentoId?: string
  @Texto({
    descripcion: 'De un informe: por qué vale sin el voto de su punto. Otra persona lo confirma.',
    opcional: true,
    nulo: true,
    max: 1_000,
  })
  motivo?: string | null
}

export class AnularCumplimientoDto {
  @Opcion(MILESTONES, { descripcion: 'Momento.' }) milestone: (typeof MILESTONES)[number]
  @Texto({ descripcion: 'Por qué no vale.', min: 10, max: 1_000 }) motivo: string
}

export class ActoActividadDto {
  @Objeto(() => EntregableDetailDto, { descripcion: 'Cómo quedó.' }) entregable: EntregableDetailDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}
