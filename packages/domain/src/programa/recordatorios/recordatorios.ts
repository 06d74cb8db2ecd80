import { Temporal } from 'temporal-polyfill'
import { localDay } from '../../base/plazo.ts'
import { puede, type Rol } from '../../acceso/permisos.ts'
import type { AreaPack, Milestone } from '../actividad.ts'
import { enSilencio, momentoDe } from './horas.ts'
import { puedeApagar, type RecordatoriosPack, type TipoRecordatorio } from './reglas.ts'

/** A milestone that has a due day and is neither fulfilled nor declared not to be owed. */
export interface Duty {
  entregable: string
  milestone: Milestone
  /** Local day on which it ends. */
  vence: string
  /** Roles of those who answer for it (`rolesDe`). */
  roles: readonly Rol[]
}

/** An active account, and the kinds of message that it does not want. */
export interface Recipient {
  id: string
  rol: Rol
  apagados: readonly TipoRecordatorio[]
}

/** Everything on which the messages depend. */
export interface RecordatoriosState {
  duties: readonly Duty[]
  cuentas: readonly Recipient[]
  reglas: RecordatoriosPack
  zona: string
  /** Keys of the messages that left already, or wait to leave. */
  enviados: ReadonlySet<string>
  /** Keys (`enteradaKey`) of the accounts that said they know of a duty. */
  enteradas: ReadonlySet<string>
}

/** One message to one account. */
export interface Recordatorio {
  /** Kind, duty, milestone, days, day and account: the same message has the same key for ever. */
  clave: string
  tipo: TipoRecordatorio
  cuenta: string
  rol: Rol
  /** Null in a digest. */
  entregable: string | null
  milestone: Milestone | null
  /** Days before the due day (recordatorio), or after it (escalamiento); null in a digest. */
  distancia: number | null
  /** The due day; of a digest, the day on which its week begins. */
  dia: string
  /** Instants between which it is worth sending. */
  desde: Temporal.Instant
  hasta: Temporal.Instant
}

/** Roles that answer for a duty; those of the pack where none of its areas has an account. */
export function rolesDe(areas: readonly Pick<AreaPack, 'rol'>[], { sinCuenta }: Pick<RecordatoriosPack, 'sinCuenta'>): Rol[] {
  const own = areas.flatMap(({ rol }) => rol ?? [])
  return [...new Set(own.length > 0 ? own : sinCuenta)]
}

/** Key of a message that an account got: a duty with its due day; when that moves, the account has to be told again. */
export function enteradaKey({ entregable, milestone, vence }: Pick<Duty, 'entregable' | 'milestone' | 'vence'>, cuenta: string): string {
  return [entregable, milestone, vence, cuenta].join('|')
}

/** Messages to send now: none in quiet hours, none that left already, none that is no longer worth while. */
export function recordatoriosDe(state: RecordatoriosState, ahora: Temporal.Instant): Recordatorio[] {
  const { reglas, zona, enviados } = state
  if (enSilencio(ahora, { silencio: reglas.silencio, zona })) return []
  return recordatoriosVigentes(state, ahora).filter(({ clave }) => !enviados.has(clave))
}

/**
 * Messages worth telling at this moment, sent or not: only the newest of each duty and of the digest. A server that was down, or a clock that was
 * moved, brings no row of old ones.
 */
export function recordatoriosVigentes(state: RecordatoriosState, ahora: Temporal.Instant): Recordatorio[] {
  const since = ahora.subtract({ hours: state.reglas.vigenciaHoras })
  const newest = new Map<string, Recordatorio>()
  for (const each of programados(state, { desde: since, hasta: ahora })) {
    newest.set([each.tipo, each.entregable, each.milestone, each.cuenta].join('|'), each)
  }
  return [...newest.values()].filter((each) => isWorthAt(each, { ahora, state }))
}

/** Messages that will leave until an instant if nobody fulfils anything before, in order. */
export function recordatoriosProximos(
  state: RecordatoriosState,
  { desde, hasta }: { desde: Temporal.Instant; hasta: Temporal.Instant },
): Recordatorio[] {
  return programados(state, { desde, hasta }).filter(
    (each) => !state.enviados.has(each.clave) && isWorthAt(each, { ahora: each.desde, state }),
  )
}

/** Open duties of an account in the week of a digest: overdue, or due within seven days of its day; by what falls due first. */
export function dutiesOfResumen(
  { duties, enteradas, zona }: RecordatoriosState,
  { rol, cuenta, ahora }: { rol: Rol; cuenta: string; ahora: Temporal.Instant },
): Duty[] {
  const today = localDay(ahora, zona)
  const limit = Temporal.PlainDate.from(today).add({ days: 6 }).toString()
  return duties
    .filter(({ roles, vence }) => roles.includes(rol) && vence <= limit)
    .filter((duty) => duty.vence < today || !enteradas.has(enteradaKey(duty, cuenta)))
    .sort((one, other) => one.vence.localeCompare(other.vence))
}

interface Span {
  desde: Temporal.Instant
  hasta: Temporal.Instant
}

/** Every message whose moment lies after the first instant and not after the second, the oldest first. */
function programados(state: RecordatoriosState, span: Span): Recordatorio[] {
  const all = state.cuentas.flatMap((cuenta) =>
    puede(cuenta.rol, 'recordatorios.propios')
      ? [...resumenesOf(state, { cuenta, span }), ...state.duties.flatMap((duty) => messagesOf(state, { cuenta, duty, span }))]
      : [],
  )
  return all
    .filter(({ desde }) => Temporal.Instant.compare(span.desde, desde) < 0 && Temporal.Instant.compare(desde, span.hasta) <= 0)
    .sort((one, other) => Temporal.Instant.compare(one.desde, other.desde))
}

function messagesOf(
  { reglas, zona }: RecordatoriosState,
  { cuenta, duty, span }: { cuenta: Recipient; duty: Duty; span: Span },
): Recordatorio[] {
  const vence = Temporal.PlainDate.from(duty.vence)
  const place = { reglas, zona, cuenta, duty, dia: duty.vence }
  const mine = duty.roles.includes(cuenta.rol)
  const before = mine && wants(cuenta, 'recordatorio') ? reglas.distancias : []
  const told = (mine || reglas.escalamiento.roles.includes(cuenta.rol)) && wants(cuenta, 'escalamiento')
  return [
    ...before.map((distancia) => toRecordatorio('recordatorio', { ...place, distancia, en: vence.subtract({ days: distancia }) })),
    ...(told ? overdueDays(vence, { reglas, zona, span }) : []).map((distancia) =>
      toRecordatorio('escalamiento', { ...place, distancia, en: vence.add({ days: distancia }) }),
    ),
  ]
}

/** Days after the due day on which an escalation may fall within a span: the first, and every so many. */
function overdueDays(vence: Temporal.PlainDate, { reglas, zona, span }: { reglas: RecordatoriosPack; zona: string; span: Span }): number[] {
  const { despuesDias, cadaDias } = reglas.escalamiento
  // A moment that falls into the quiet hours moves to the next day.
  const from = daysUntil(vence, localDay(span.desde, zona)) - 1
  const until = daysUntil(vence, localDay(span.hasta, zona))
  const days: number[] = []
  const first = despuesDias + Math.max(0, Math.ceil((from - despuesDias) / cadaDias)) * cadaDias
  for (let day = first; day <= until; day += cadaDias) days.push(day)
  return days
}

function resumenesOf({ reglas, zona }: RecordatoriosState, { cuenta, span }: { cuenta: Recipient; span: Span }): Recordatorio[] {
  if (!wants(cuenta, 'resumen')) return []
  const first = Temporal.PlainDate.from(localDay(span.desde, zona)).subtract({ days: 1 })
  const many = daysUntil(first, localDay(span.hasta, zona)) + 1
  return Array.from({ length: many }, (_, days) => first.add({ days }))
    .filter(({ dayOfWeek }) => dayOfWeek === reglas.resumen.dia)
    .map((dia) => toRecordatorio('resumen', { reglas, zona, cuenta, duty: null, distancia: null, dia: dia.toString(), en: dia }))
}

interface Place {
  reglas: RecordatoriosPack
  zona: string
  cuenta: Recipient
  duty: Duty | null
  distancia: number | null
  dia: string
  /** Local day on which it leaves. */
  en: Temporal.PlainDate
}

function toRecordatorio(tipo: TipoRecordatorio, { reglas, zona, cuenta, duty, distancia, dia, en }: Place): Recordatorio {
  const { entregable = null, milestone = null } = duty ?? {}
  const hora = tipo === 'resumen' ? reglas.resumen.hora : reglas.hora
  const desde = momentoDe(en, hora, { silencio: reglas.silencio, zona })
  const clave = [tipo, entregable, milestone, distancia, dia, cuenta.id].join('|')
  const hasta = desde.add({ hours: reglas.vigenciaHoras })
  return { clave, tipo, cuenta: cuenta.id, rol: cuenta.rol, entregable, milestone, distancia, dia, desde, hasta }
}

/** A reminder is of a day that is still to come, to somebody who did not say that she knows; a digest says something. */
function isWorthAt(each: Recordatorio, { ahora, state }: { ahora: Temporal.Instant; state: RecordatoriosState }): boolean {
  if (each.tipo === 'escalamiento') return true
  if (each.tipo === 'resumen') return dutiesOfResumen(state, { rol: each.rol, cuenta: each.cuenta, ahora }).length > 0
  return localDay(ahora, state.zona) <= each.dia && !state.enteradas.has(enteradaKeyOf(each))
}

function enteradaKeyOf({ entregable, milestone, dia, cuenta }: Recordatorio): string {
  return enteradaKey({ entregable: String(entregable), milestone: milestone as Milestone, vence: dia }, cuenta)
}

function wants({ rol, apagados }: Recipient, tipo: TipoRecordatorio): boolean {
  return !apagados.includes(tipo) || !puedeApagar(rol, tipo)
}

function daysUntil(from: Temporal.PlainDate, day: string): number {
  return from.until(day, { largestUnit: 'days' }).days
}
