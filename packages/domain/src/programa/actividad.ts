import type { ClaseInforme } from './secciones-informe.ts'
import type { Rol } from '../acceso/permisos.ts'
import type { Sourced } from '../base/sourced.ts'
import type { ReglaDescanso } from '../base/dias-habiles.ts'
import type { RecordatoriosPack } from './recordatorios/reglas.ts'

/** Moments of an actividad that some source dates, in the order in which they follow each other. */
export const MILESTONES = [
  'inicio',
  'comision',
  'integracion',
  'pleno',
  'comite',
  'presentacion',
  'remision',
  'publicacion',
  'termino',
] as const
export type Milestone = (typeof MILESTONES)[number]

/** Edge of a period in which something may happen that a milestone is; null for a duty. Nobody owes an edge. */
export function bordeDe(milestone: Milestone): 'inicio' | 'termino' | null {
  return milestone === 'inicio' || milestone === 'termino' ? milestone : null
}

export function esPeriodo(milestone: Milestone): boolean {
  return bordeDe(milestone) !== null
}

/** Names of the milestones, as documents print them. */
export const MOMENTOS: Record<Milestone, string> = {
  inicio: 'Inicio',
  comision: 'Aprobación de la Comisión',
  integracion: 'Integración del documento',
  pleno: 'Aprobación del Pleno',
  comite: 'Aprobación del Comité de Transparencia',
  presentacion: 'Presentación al Pleno',
  remision: 'Remisión al INE',
  publicacion: 'Publicación',
  termino: 'Término del periodo',
}

/** Milestones that must come before each: a date before that of its cause is a conflict. */
export const CAUSE: Partial<Record<Milestone, readonly Milestone[]>> = {
  integracion: ['comision'],
  pleno: ['comision'],
  comite: ['comision'],
  remision: ['presentacion', 'comite', 'pleno', 'integracion', 'comision'],
  publicacion: ['comite', 'pleno'],
  termino: ['inicio'],
}

/** Rule by which a source says when. Months are `YYYY-MM`, dates ISO 8601. */
export type ReglaPlazo =
  | { tipo: 'fecha'; fecha: string }
  | { tipo: 'ventana'; inicio: string; fin: string }
  /** At the latest so many days after another milestone. */
  | { tipo: 'despues'; de: MilestoneRef; dias: number; tipoDias: 'naturales' | 'habiles'; inhabil: TratoInhabil }
  /** In an actividad of every month: the last day of it, or a day of the month after. */
  | { tipo: 'ultimo_dia_del_mes' }
  | { tipo: 'dia_del_mes_siguiente'; dia: number }

/** Treatment of a term that ends on a day on which nobody works. */
export type TratoInhabil = 'se_mantiene' | 'siguiente_habil'

export interface MilestoneRef {
  /** Null: this actividad. */
  actividad: string | null
  milestone: Milestone
}

/** Citation of a source: the place, and the date or term as printed. Never the sentence. */
export interface Citation {
  /** Section of the programme: "11.5", "S/ID-final", "calendario", "sesiones". */
  seccion: string
  /** Inciso, "texto" for the paragraph under the heading, "tabla" for the calendar's row. */
  lugar: string
  dice: string
}

/** "11.5, inciso g": the place of a citation as a councillor reads it. */
export function lugarDeCita({ seccion, lugar }: Pick<Citation, 'seccion' | 'lugar'>): string {
  return `${seccion}, ${LUGARES[lugar] ?? (/^[a-z]$/.test(lugar) ? `inciso ${lugar}` : lugar)}`
}

const LUGARES: Readonly<Record<string, string>> = { texto: 'párrafo inicial', tabla: 'renglón del calendario' }

/** How a statement keeps its place when its programme is taken to another election day; `edicion`: a person wrote it. */
export const MANERAS_TRASLADO = ['distancia', 'mes', 'regla', 'edicion'] as const
export type ManeraTraslado = (typeof MANERAS_TRASLADO)[number]

/** Origin of a rule in a draft. Nobody approved it. */
export interface Traslado {
  manera: ManeraTraslado
  /** Rule of the source, in its own proceso. */
  antes: ReglaPlazo
  /** Days from election day to its last day, negative before it; null for a rule, which has no day of its own. */
  distancia: number | null
  /** Reason of the person who wrote it; null when it was computed. */
  razon: string | null
  confianza: 'por_confirmar'
}

export interface Statement {
  clave: string
  milestone: Milestone
  regla: ReglaPlazo
  cita: Citation
  /** Only in a draft: the citation is then that of the programme it comes from. */
  traslado?: Traslado
}

/** Events that open a duty that no calendar foresees. */
export const EVENTOS = ['acuerdo_candidaturas', 'documento_emitido', 'cuestionario_activado', 'modificacion'] as const
export type Evento = (typeof EVENTOS)[number]

/** Kinds of step in the chain of work. `hito`: it is done when its milestone is; the others have their own evidence. */
export const TIPOS_PASO = ['proyecto', 'trabajo', 'convocatoria_reunion', 'observaciones', 'convocatoria_sesion', 'hito'] as const
export type TipoPaso = (typeof TIPOS_PASO)[number]

export interface StepPack {
  clave: string
  tipo: TipoPaso
  /** Only of a `hito`. */
  milestone: Milestone | null
  texto: string
  /** Claves of the areas that answer for it. */
  responsables: string[]
}

export interface ActividadPack extends Sourced {
  /** Number in the calendar of the INE, "11.4"; or a key of ours for those without one. */
  clave: string
  /** As it is shown: "11.4", or "S/ID". */
  numero: string
  nombre: string
  /**
   * Its document as an oficio names it, with its article and `{mes}` where it is owed monthly. `de`: clave of the actividad whose document
   * it is, when this one only remits it. Absent: the oficio quotes the name of the actividad.
   */
  documento?: { nombre: string; de?: string }
  orden: number
  /** Months that it is owed for, `YYYY-MM`, first and last; null when it is owed once. */
  meses: { desde: string; hasta: string } | null
  /** Event that opens it beside its dates, and which of its milestones that is. */
  evento: { tipo: Evento; milestone: Milestone } | null
  statements: Statement[]
  /** The chain of work, a to g of the programme, in order. */
  cadena: StepPack[]
  /** Contents that the document must have at least. */
  contenidos: string[]
  /** Its document is an informe of this kind, which the system writes from a cut of its data. */
  informe?: ClaseInforme
}

/** Milestone that the programme tells as done, or as one that this proceso does not owe. */
export interface HechoPack {
  actividad: string
  milestone: Milestone
  /** False: it does not apply, and `documento` says why; absent: it was done. */
  aplica?: false
  fecha: string
  /** Number of the acuerdo or oficio. */
  documento: string | null
  cita: Citation
}

/** A date of the programme that binds nobody: antecedents and headings. */
export interface MencionPack {
  fecha: string | null
  que: string
  cita: Citation
}

/** A slip of the pen in the text of the programme. It changes no date: what contradicts a date is among its statements. */
export interface ErrataPack {
  clave: string
  /** Clave of the actividad whose text has it; null in the rest of the programme. */
  actividad: string | null
  cita: Citation
  /** Null where the programme itself does not tell what is right. */
  debeDecir: string | null
  razon: string
}

export interface SesionPack {
  organo: string
  tipo: 'ordinaria' | 'extraordinaria'
  numero: number
  anio: number
  fecha: string
  celebrada: boolean
  cita: Citation
}

export interface AreaPack {
  clave: string
  nombre: string
  /** Role of the system under which the people of the area sign in; null when they have no account of their own. */
  rol: Rol | null
}

/** Which of its statements a draft lets govern where they disagree. It binds nobody: the new proceso decides again. */
export interface DecisionBorrador {
  occurrence: string
  milestone: Milestone
  statement: string
  razon: string
}

/** Origin of a draft programme: the election day that it was computed for, the programme that it came from, and a person's decisions. */
export interface BorradorPack extends Sourced {
  nombre: string
  jornada: string
  origen: { proceso: string; nombre: string; version: string; jornada: string; /** Over its canonical JSON. */ sha256: string }
  decisiones: DecisionBorrador[]
}

/** Faults of the chain of work that are told before a moment is recorded, and kept with its evidence. */
export const ADVERTENCIAS_CADENA = ['sin_aprobacion', 'sin_documento', 'sin_contenidos', 'sin_pasos', 'remision_vencida'] as const
export type TipoAdvertencia = (typeof ADVERTENCIAS_CADENA)[number]

/** The programme of work of a proceso: everything that is owed to the INE, as its sources say it. */
export interface ProgramaPack {
  /** Absent in a programme that an organ approved. */
  borrador?: BorradorPack
  actividades: ActividadPack[]
  hechos: HechoPack[]
  menciones: MencionPack[]
  erratas?: ErrataPack[]
  sesiones: SesionPack[]
  /** Areas that answer for a step. */
  areas: AreaPack[]
  laborales: {
    descansos: (ReglaDescanso & Sourced)[]
    jornadas: string[]
    propios: string[]
    todosHabiles: { desde: string; hasta: string }[]
  } & Sourced
  /** First and last day that a date of the programme may have. */
  vigencia: { desde: string; hasta: string }
  recordatorios: RecordatoriosPack
  /** Warnings that refuse in this proceso; absent: they are told and stop nothing. */
  impiden?: readonly (TipoAdvertencia | 'sin_anexos' | 'sin_oficio')[]
}

/**
 * Claves of the areas that answer for a milestone: those of its step. A milestone without a step of its own belongs to the area that takes the
 * nearest: the first step for the beginning, the approval for what is presented to the Pleno, the last step for the rest.
 */
export function responsablesDe({ cadena }: Pick<ActividadPack, 'cadena'>, milestone: Milestone): string[] {
  const own = cadena.filter((paso) => paso.milestone === milestone)
  const nearest = milestone === 'presentacion' ? cadena.filter((paso) => paso.milestone === 'pleno') : []
  const [first] = own.length > 0 ? own : nearest
  const edge = milestone === 'inicio' ? cadena.at(0) : cadena.at(-1)
  return (first ?? edge)?.responsables ?? []
}
