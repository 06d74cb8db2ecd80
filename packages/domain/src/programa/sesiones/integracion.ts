import { longDate } from '../../base/fecha.ts'
import type { Encargo } from './encargos.ts'

/** Charge of a person in one organ, and its first and last day, both included. */
export interface EncargoDatado {
  id: string
  nombre: string
  encargo: Encargo
  desde: string
  hasta: string | null
  /** Id of the charge that it stands in for. */
  suple: string | null
}

/** Somebody who acts on a day: `ejerce` is her own charge, or that of the person for whom she stands in. */
export type EnFunciones<T> = T & { ejerce: Encargo }

/** People who act in an organ on a day. A person whom another stands in for does not act on it. */
export function enFuncionesEl<T extends EncargoDatado>(encargos: readonly T[], dia: string): EnFunciones<T>[] {
  const current = encargos.filter((each) => vigenteEl(each, dia))
  const replaced = new Set(current.map(({ suple }) => suple))
  return current.filter(({ id }) => !replaced.has(id)).map((each) => ({ ...each, ejerce: ejerceDe(each, encargos) }))
}

/** Charges that write the acta or minuta of an organ: its own secretaría first. */
const LEVANTAN_ACTA: readonly Encargo[] = ['secretaria_tecnica', 'secretaria_ejecutiva']

/** Member who owes the acta of a sesión, among those who acted on its day; null: the directory names none. */
export function debeActa<T extends { ejerce: Encargo | null }>(enFunciones: readonly T[]): T | null {
  const owing = LEVANTAN_ACTA.flatMap((encargo) => enFunciones.filter(({ ejerce }) => ejerce === encargo))
  return owing[0] ?? null
}

/** Whether a charge runs on a day. */
export function vigenteEl({ desde, hasta }: Pick<EncargoDatado, 'desde' | 'hasta'>, dia: string): boolean {
  return desde <= dia && (hasta === null || dia <= hasta)
}

function ejerceDe(own: EncargoDatado, encargos: readonly EncargoDatado[]): Encargo {
  const titular = encargos.find(({ id }) => id === own.suple)
  return titular ? ejerceDe(titular, encargos) : own.encargo
}

/** Why a charge may not be added to those of its organ, as sentences. */
export function razonesContraEncargo(encargos: readonly EncargoDatado[], nuevo: EncargoDatado): string[] {
  const together = encargos.filter((each) => overlaps(each, nuevo))
  const twice = together.find(({ nombre, encargo }) => nombre === nuevo.nombre && encargo === nuevo.encargo)
  const presides = nuevo.encargo === 'presidencia' && together.find(({ encargo }) => encargo === 'presidencia')
  return [
    ...(nuevo.hasta !== null && nuevo.hasta < nuevo.desde ? ['El último día no puede ser antes del primero.'] : []),
    ...(twice ? [`${twice.nombre} ya tiene ese cargo en esos días.`] : []),
    ...(presides ? [`${presides.nombre} preside en esos días.`] : []),
    ...(nuevo.suple === null ? withoutTitular(nuevo) : againstTitular(encargos, together, nuevo)),
  ]
}

function withoutTitular({ encargo }: EncargoDatado): string[] {
  return encargo === 'encargado_despacho' ? ['Falta decir a quién suple.'] : []
}

function againstTitular(encargos: readonly EncargoDatado[], together: readonly EncargoDatado[], nuevo: EncargoDatado): string[] {
  const titular = encargos.find(({ id }) => id === nuevo.suple)
  const standIn = together.find(({ suple }) => suple === nuevo.suple)
  return [
    ...(titular ? [] : ['Quien es suplido no es de este órgano.']),
    ...(titular && !vigenteEl(titular, nuevo.desde) ? [`${titular.nombre} no tenía el cargo el ${longDate(nuevo.desde)}.`] : []),
    ...(standIn ? [`${standIn.nombre} ya suple ese cargo en esos días.`] : []),
  ]
}

/** Why a charge may not end on a day, as sentences. `asistioEl`: last day of a sesión on whose attendance it stands. */
export function razonesContraTerminar(
  { desde, hasta, asistioEl }: Pick<EncargoDatado, 'desde' | 'hasta'> & { asistioEl: string | null },
  ultimoDia: string,
): string[] {
  return [
    ...(hasta === null ? [] : [`El cargo ya terminó, el ${longDate(hasta)}.`]),
    ...(ultimoDia < desde ? [`No puede terminar antes de empezar, el ${longDate(desde)}.`] : []),
    ...(asistioEl !== null && ultimoDia < asistioEl ? [`Consta en la sesión del ${longDate(asistioEl)}: el cargo seguía ese día.`] : []),
  ]
}

function overlaps(one: EncargoDatado, other: EncargoDatado): boolean {
  return (one.hasta === null || other.desde <= one.hasta) && (other.hasta === null || one.desde <= other.hasta)
}
