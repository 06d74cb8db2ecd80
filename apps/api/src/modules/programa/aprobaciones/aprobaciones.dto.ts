import { Fecha, Instante, Libre, Logico, Objeto, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'

/** An approval that lacks its point: its gaps, the reason why it holds all the same, and that two people said so. */
export class ExcepcionDto {
  @Textos({ descripcion: 'Qué le falta al voto.' }) faltas: string[]
  @Texto({ descripcion: 'Por qué se aprueba así.' }) motivo: string
  @Instante({ descripcion: 'Cuándo lo propuso una persona.' }) propuestaEn: string
  @Instante({ descripcion: 'Cuándo lo confirmó otra.' }) confirmadaEn: string
}

export class PropuestaExcepcionDto {
  @Texto({ descripcion: 'Acto que se propone.' }) acto: string
  @Textos({ descripcion: 'Qué le falta al voto.' }) faltas: string[]
  @Texto({ descripcion: 'Por qué se aprueba así.' }) motivo: string
  @Instante({ descripcion: 'Cuándo se propuso.' }) propuestaEn: string
  @Logico({ descripcion: 'Si la propuso esta cuenta: la confirma otra.' }) propia: boolean
  @Libre({ descripcion: 'Con qué se aprobaría: el voto, el acuerdo o la evidencia.' }) contenido: Record<string, unknown>
  @Uuid({ descripcion: 'Sesión del voto propuesto.', nulo: true }) sesion: string | null
  @Uuid({ descripcion: 'Punto del orden del día.', nulo: true }) puntoId: string | null
}

/** Point of the agenda whose vote approved it. */
export class VotoDeMateriaDto {
  @Texto({ descripcion: 'Órgano.' }) organo: string
  @Uuid({ descripcion: 'Sesión.' }) sesion: string
  @Texto({ descripcion: 'Nombre de la sesión.' }) sesionNombre: string
  @Uuid({ descripcion: 'Punto del orden del día.' }) puntoId: string
  @Texto({ descripcion: 'Título del punto.' }) titulo: string
  @Instante({ descripcion: 'Cuándo se votó.' }) votadoEn: string
  @Fecha({ descripcion: 'Día del voto.' }) fecha: string
}

export class VotoElegibleDto extends VotoDeMateriaDto {
  @Textos({ descripcion: 'Por qué no basta: ninguna si es el punto de este asunto.' }) faltas: string[]
}

/** By which vote something was approved, and why when it was none on its own matter. */
export class AprobacionDto {
  @Objeto(() => VotoDeMateriaDto, { descripcion: 'Punto con cuyo voto se aprobó; nulo si no se dijo ninguno.', nulo: true })
  voto: VotoDeMateriaDto | null
  @Objeto(() => ExcepcionDto, { descripcion: 'Por qué se aprobó sin el voto de su punto.', nulo: true }) excepcion: ExcepcionDto | null
}
