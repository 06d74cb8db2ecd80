import { groupBy } from '../../base/group.ts'
import type { ActividadPack, DecisionBorrador, ManeraTraslado, Milestone, ProgramaPack, ReglaPlazo, Statement } from '../actividad.ts'
import { diasInhabiles, type DiaInhabil } from '../plazos/calendario.ts'
import { tellConflicto, type ConflictoDicho } from '../plazos/conflictos-texto.ts'
import { findConflictos } from '../plazos/conflictos.ts'
import { sigueEvento } from '../plazos/ocurrencias.ts'
import { factKey, programar, type Evaluated, type ScheduledMilestone } from '../plazos/programar.ts'
import { distanciaDe } from './trasladar.ts'

/** Rule that a person wrote over a computed one. */
export interface EdicionRegla {
  statement: string
  regla: ReglaPlazo
  razon: string
}

/** A draft with what a person wrote over it; an edit of a statement that is not there changes nothing. */
export function conEdiciones(
  borrador: ProgramaPack,
  { reglas, jornada }: { reglas: readonly EdicionRegla[]; jornada: string },
): ProgramaPack {
  const byStatement = new Map(reglas.map((edicion) => [edicion.statement, edicion]))
  const edit = (statement: Statement): Statement => {
    const edicion = byStatement.get(statement.clave)
    if (!edicion || !statement.traslado) return statement
    const { regla, razon } = edicion
    return { ...statement, regla, traslado: { ...statement.traslado, manera: 'edicion', distancia: distanciaDe(regla, jornada), razon } }
  }
  return { ...borrador, actividades: borrador.actividades.map((each) => ({ ...each, statements: each.statements.map(edit) })) }
}

const DATED: readonly ReglaPlazo['tipo'][] = ['fecha', 'ventana', 'despues']
const MAX_DIAS = 365
/** Every month has it. */
const MAX_DIA = 28

/** Why a rule cannot take the place of that of a statement; empty when it can. A date that contradicts another is a conflict, and no reason. */
export function razonesContraRegla(actividad: Pick<ActividadPack, 'evento'>, antes: ReglaPlazo, regla: ReglaPlazo): string[] {
  const followed = sigueEvento(actividad, antes) && regla.tipo !== 'despues'
  return [
    ...againstKind(antes, regla),
    ...(followed ? ['Lo que abre un acuerdo o un documento sigue contando de él.'] : []),
    ...againstNumbers(regla),
  ]
}

function againstNumbers(regla: ReglaPlazo): string[] {
  if (regla.tipo === 'ventana' && regla.inicio > regla.fin) return ['La ventana termina antes de empezar.']
  if (regla.tipo === 'despues' && !within(regla.dias, MAX_DIAS)) return [`Los días van de 1 a ${MAX_DIAS}.`]
  if (regla.tipo === 'dia_del_mes_siguiente' && !within(regla.dia, MAX_DIA)) return [`El día del mes va de 1 a ${MAX_DIA}.`]
  return []
}

/** A monthly rule stays monthly; one that counts from something may get a date of its own, and never the other way round. */
function againstKind(antes: ReglaPlazo, regla: ReglaPlazo): string[] {
  if (DATED.includes(antes.tipo) !== DATED.includes(regla.tipo)) return ['Lo que se debe cada mes sigue siendo de cada mes.']
  if (regla.tipo !== 'despues') return []
  const same = antes.tipo === 'despues' && antes.de.actividad === regla.de.actividad && antes.de.milestone === regla.de.milestone
  return same ? [] : ['Un plazo sólo puede contar de lo que ya contaba.']
}

const within = (value: number, max: number): boolean => Number.isInteger(value) && value >= 1 && value <= max

/** First and last day; null while nothing gives them. */
export interface Tramo {
  inicio: string | null
  fin: string | null
}

const NUNCA: Tramo = { inicio: null, fin: null }

export interface FuenteTrasladada {
  statement: Statement
  antes: Tramo
  ahora: Tramo
  rige: boolean
}

/** A milestone of the draft beside the same one of the programme that it comes from. */
export interface HitoTrasladado {
  /** Occurrence in the draft; `<actividad>/evento` of the duties that an event will open. */
  entregable: string
  actividad: ActividadPack
  mes: string | null
  milestone: Milestone
  porEvento: boolean
  antes: Tramo
  ahora: Tramo
  /** Why nobody works on its last day. */
  inhabil: DiaInhabil | null
  fuentes: FuenteTrasladada[]
  conflictos: ConflictoDicho[]
  /** A person chose which statement governs. */
  resuelto: boolean
}

/** Every milestone of a draft beside that of its origin, both as their sources alone give it: without facts, and the origin without decisions. */
export function compararTraslado(origen: ProgramaPack, borrador: ProgramaPack, decisiones: readonly DecisionBorrador[]): HitoTrasladado[] {
  const bare = { eventos: [], resoluciones: [], facts: new Map<string, string>() }
  const before = programar({ ...origen, ...bare })
  const after = programar({ ...borrador, ...bare, resoluciones: decisiones })
  const conflictos = groupConflictos(after, borrador)
  const beside = after.map((each, index) => toHito(each, before[index], { borrador, conflictos }))
  return borrador.actividades.flatMap((actividad) => [...beside.filter((hito) => hito.actividad === actividad), ...duties(actividad)])
}

/** Same actividades, months and kinds of rule: what a moved programme schedules stands in the order of its origin. */
function toHito(
  { occurrence, milestone, statements, rige, resuelto }: ScheduledMilestone,
  before: ScheduledMilestone | undefined,
  { borrador, conflictos }: { borrador: ProgramaPack; conflictos: Map<string, ConflictoDicho[]> },
): HitoTrasladado {
  const ahora = toTramo(rige)
  const [inhabil = null] = ahora.fin === null ? [] : diasInhabiles({ desde: ahora.fin, hasta: ahora.fin }, borrador.laborales)
  return {
    ...{ entregable: occurrence.clave, actividad: occurrence.actividad, mes: occurrence.mes, milestone, porEvento: false },
    ...{ antes: toTramo(before?.rige), ahora, inhabil },
    fuentes: statements.map((each, index) => ({
      statement: each.statement,
      antes: toTramo(before?.statements[index]),
      ahora: toTramo(each),
      rige: each === rige,
    })),
    conflictos: conflictos.get(factKey(occurrence.clave, milestone)) ?? [],
    resuelto,
  }
}

/** Duties that open once something happens have no date yet, and their rule is told all the same. */
function duties(actividad: ActividadPack): HitoTrasladado[] {
  const opened = actividad.statements.filter(({ regla }) => sigueEvento(actividad, regla))
  return [...new Set(opened.map(({ milestone }) => milestone))].map((milestone) => ({
    ...{ entregable: `${actividad.clave}/evento`, actividad, mes: null, milestone, porEvento: true },
    ...{ antes: NUNCA, ahora: NUNCA, inhabil: null, conflictos: [], resuelto: false },
    fuentes: opened
      .filter((statement) => statement.milestone === milestone)
      .map((statement) => ({ statement, antes: NUNCA, ahora: NUNCA, rige: false })),
  }))
}

function toTramo(evaluated: Evaluated | null | undefined): Tramo {
  return evaluated ? { inicio: evaluated.inicio, fin: evaluated.fin } : NUNCA
}

/** Rest days are told apart: they need no decision. */
function groupConflictos(scheduled: readonly ScheduledMilestone[], borrador: ProgramaPack): Map<string, ConflictoDicho[]> {
  const told = findConflictos(scheduled, borrador)
    .filter(({ tipo }) => tipo !== 'dia_inhabil')
    .map((conflicto) => tellConflicto(conflicto, borrador))
  return groupBy(told, ({ occurrence, milestone }) => factKey(occurrence, milestone))
}

export interface ResumenTraslado {
  /** Statements, and how each came to its rule. */
  fuentes: { total: number } & Record<ManeraTraslado, number>
  /** Milestones: all, those that have a date, and those whose date is another than in the origin. */
  hitos: { total: number; conFecha: number; movidos: number; porEvento: number }
  /** Milestones with a date whose last day is not a working day. */
  inhabiles: number
  /** Milestones whose statements disagree, and the number that a person decided. */
  conflictos: { hitos: number; resueltos: number }
}

export function resumirTraslado(hitos: readonly HitoTrasladado[]): ResumenTraslado {
  const statements = new Map(hitos.flatMap(({ fuentes }) => fuentes.map(({ statement }) => [statement.clave, statement] as const)))
  const by = (manera: ManeraTraslado) => [...statements.values()].filter(({ traslado }) => traslado?.manera === manera).length
  const count = (accepts: (hito: HitoTrasladado) => boolean) => hitos.filter(accepts).length
  return {
    fuentes: { total: statements.size, distancia: by('distancia'), mes: by('mes'), regla: by('regla'), edicion: by('edicion') },
    hitos: {
      total: hitos.length,
      conFecha: count(({ ahora }) => ahora.fin !== null),
      movidos: count(({ antes, ahora }) => ahora.fin !== null && ahora.fin !== antes.fin),
      porEvento: count(({ porEvento }) => porEvento),
    },
    inhabiles: count(({ inhabil }) => inhabil !== null),
    conflictos: {
      hitos: count(({ conflictos }) => conflictos.length > 0),
      resueltos: count(({ conflictos, resuelto }) => conflictos.length > 0 && resuelto),
    },
  }
}
