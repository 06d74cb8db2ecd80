import { Temporal } from 'temporal-polyfill'
import { groupBy } from '../../base/group.ts'
import { memo } from '../../base/memo.ts'
import type { ActividadPack, Evento, ReglaPlazo, Statement } from '../actividad.ts'

/** One time that an actividad is owed: once, for a month, or because something happened. */
export interface Occurrence {
  /** "11.4", "11.5/2023-10", "11.7/<id of the event>". */
  clave: string
  actividad: ActividadPack
  /** `YYYY-MM`; null when it is not monthly. */
  mes: string | null
  evento: { id: string; fecha: string } | null
}

export interface EventoOcurrido {
  id: string
  tipo: Evento
  /** Claves of the actividades that it opens; those of other events are left alone. */
  actividades: readonly string[]
  /** Local day. */
  fecha: string
}

/** Every time that something is owed, in the order of the programme: the whole, each of its months, each event that opened it. */
export function occurrencesOf({
  actividades,
  eventos,
}: {
  actividades: readonly ActividadPack[]
  eventos: readonly EventoOcurrido[]
}): Occurrence[] {
  const opening = groupBy(
    eventos.flatMap((evento) => evento.actividades.map((clave) => ({ clave, evento }))),
    ({ clave }) => clave,
  )
  const all: Occurrence[] = []
  for (const actividad of actividades) {
    const { clave } = actividad
    all.push({ clave, actividad, mes: null, evento: null })
    for (const mes of actividad.meses ? monthsOf(actividad.meses) : []) all.push({ clave: `${clave}/${mes}`, actividad, mes, evento: null })
    for (const { evento } of opening.get(clave) ?? []) {
      const { id, tipo, fecha } = evento
      if (tipo === actividad.evento?.tipo) all.push({ clave: `${clave}/${id}`, actividad, mes: null, evento: { id, fecha } })
    }
  }
  return all
}

function monthsOf({ desde, hasta }: { desde: string; hasta: string }): string[] {
  const months: string[] = []
  for (let mes = desde; mes <= hasta; mes = nextMonth(mes)) months.push(mes)
  return months
}

/** `YYYY-MM` after another. */
export const nextMonth = memo((mes: string) => Temporal.PlainYearMonth.from(mes).add({ months: 1 }).toString())

/** A monthly statement belongs to the months, one that follows from an event to the duty that it opened, the rest to the whole. */
export function concerns({ regla }: Statement, { actividad, mes, evento }: Occurrence): boolean {
  const monthly = regla.tipo === 'ultimo_dia_del_mes' || regla.tipo === 'dia_del_mes_siguiente'
  if (monthly !== (mes !== null)) return false
  return actividad.evento === null || sigueEvento(actividad, regla) === (evento !== null)
}

/** Whether a rule counts from the event that opens its actividad: it gives a date only once that happens. */
export function sigueEvento({ evento }: Pick<ActividadPack, 'evento'>, regla: ReglaPlazo): boolean {
  return evento !== null && regla.tipo === 'despues' && regla.de.actividad === null && regla.de.milestone === evento.milestone
}
