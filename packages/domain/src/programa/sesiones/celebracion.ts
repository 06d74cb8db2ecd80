import { Temporal } from 'temporal-polyfill'
import { longDate } from '../../base/fecha.ts'
import type { Encargo } from './encargos.ts'
import { numerosDelDia } from './orden-del-dia.ts'
import { quorumDe } from './quorum.ts'
import type { ClaseSesion, ReglasSesionPack } from './reglas.ts'
import type { SentidoVoto } from './votacion.ts'

/** Somebody who acts in the organ on the day of the sesión. */
export interface Asistente {
  id: string
  nombre: string
  ejerce: Encargo
  voto: boolean
}

/** A numbered item of the agenda. */
export interface PuntoAgenda {
  id: string
  titulo: string
  seVota: boolean
}

export interface VotoEmitido {
  integranteId: string
  sentido: SentidoVoto
}

/** Outcome of one item. Without a vote: it was not one to vote on, or it was taken off the agenda. */
export interface PuntoCelebrado {
  puntoId: string
  retirado: boolean
  /** Instant of the vote, ISO 8601. */
  votadoEn: string | null
  votos: readonly VotoEmitido[]
}

/** Report of a sesión that was held. Instants are ISO 8601. */
export interface CelebracionPropuesta {
  inicio: string
  fin: string
  asistencia: readonly { integranteId: string; presente: boolean }[]
  puntos: readonly PuntoCelebrado[]
}

/** State that the rule of a held sesión reads, after the lock. */
export interface CelebracionState {
  tipo: ClaseSesion
  /** Day for which it was called, and the zone of the proceso. */
  fecha: string
  zona: string
  ahora: Temporal.Instant
  /** Null for a meeting that needs no quorum. */
  reglas: Pick<ReglasSesionPack, 'quorum'> | null
  integrantes: readonly Asistente[]
  puntos: readonly PuntoAgenda[]
}

/** Why a sesión may not be told as held in this way: hours, attendance, quorum, votes. As sentences; empty when it may. */
export function razonesContraCelebrar(state: CelebracionState, propuesta: CelebracionPropuesta): string[] {
  return [...razonesDeHoras(state, propuesta), ...razonesDeAsistencia(state, propuesta), ...razonesDeVotos(state, propuesta)]
}

function razonesDeHoras({ fecha, zona, ahora }: CelebracionState, { inicio, fin }: CelebracionPropuesta): string[] {
  const [start, end] = [Temporal.Instant.from(inicio), Temporal.Instant.from(fin)]
  const day = start.toZonedDateTimeISO(zona).toPlainDate().toString()
  return [
    ...(day === fecha ? [] : [`La sesión se convocó para el ${longDate(fecha)}: no pudo empezar el ${longDate(day)}.`]),
    ...(Temporal.Instant.compare(end, start) < 0 ? ['No pudo terminar antes de empezar.'] : []),
    ...(Temporal.Instant.compare(end, ahora) > 0 ? ['Todavía no llega la hora en que terminó.'] : []),
  ]
}

function razonesDeAsistencia({ reglas, integrantes, fecha }: CelebracionState, { asistencia }: CelebracionPropuesta): string[] {
  const byId = new Map(asistencia.map(({ integranteId, presente }) => [integranteId, presente]))
  const strangers = [...byId.keys()].filter((id) => !integrantes.some((each) => each.id === id))
  const untold = integrantes.filter(({ id }) => !byId.has(id)).map(({ nombre }) => `Falta decir si asistió ${nombre}.`)
  const there = integrantes.map((each) => ({ ...each, presente: byId.get(each.id) === true }))
  return [
    ...(strangers.length > 0 ? [`La lista nombra a quien no integraba el órgano el ${longDate(fecha)}.`] : []),
    ...(byId.size < asistencia.length ? ['La lista nombra dos veces a la misma persona.'] : []),
    ...untold,
    ...(reglas === null ? [] : quorumDe(reglas, there).razones),
  ]
}

function razonesDeVotos(state: CelebracionState, propuesta: CelebracionPropuesta): string[] {
  const byId = new Map(propuesta.puntos.map((punto) => [punto.puntoId, punto]))
  const known = propuesta.puntos.every(({ puntoId }) => state.puntos.some(({ id }) => id === puntoId))
  const complete = known && byId.size === propuesta.puntos.length && byId.size === state.puntos.length
  if (!complete) return ['Lo celebrado debe decir qué pasó con cada punto del orden del día, una vez.']
  const numeros = numerosDelDia(state.tipo, state.puntos)
  return state.puntos.flatMap((punto, at) => {
    const told = byId.get(punto.id)
    return told ? razonesDePunto(punto, told, { state, propuesta }).map((reason) => `Punto ${numeros[at]}: ${reason}`) : []
  })
}

interface Context {
  state: CelebracionState
  propuesta: CelebracionPropuesta
}

function razonesDePunto({ seVota }: PuntoAgenda, told: PuntoCelebrado, context: Context): string[] {
  if (told.retirado || !seVota) return told.votos.length > 0 ? ['no lleva votos.'] : []
  return [...razonesDeHoraDelVoto(told, context.propuesta), ...razonesDeVotantes(told, context)]
}

function razonesDeHoraDelVoto({ votadoEn }: PuntoCelebrado, { inicio, fin }: CelebracionPropuesta): string[] {
  if (votadoEn === null) return ['falta la hora del voto.']
  const at = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds
  return at(inicio) <= at(votadoEn) && at(votadoEn) <= at(fin) ? [] : ['la hora del voto no está dentro de la sesión.']
}

/** Checks that everybody with vote casts one, once, and nobody else; an absent member casts none. */
function razonesDeVotantes({ votos }: PuntoCelebrado, { state, propuesta }: Context): string[] {
  const absent = new Set(propuesta.asistencia.filter(({ presente }) => !presente).map(({ integranteId }) => integranteId))
  const byId = new Map(votos.map(({ integranteId, sentido }) => [integranteId, sentido]))
  const voters = state.integrantes.filter(({ voto }) => voto)
  const nameOf = (id: string) => state.integrantes.find((each) => each.id === id)?.nombre
  return [
    ...(byId.size < votos.length ? ['alguien vota dos veces.'] : []),
    ...voters.filter(({ id }) => !byId.has(id)).map(({ nombre }) => `falta el voto de ${nombre}.`),
    ...[...byId.keys()]
      .filter((id) => !voters.some((each) => each.id === id))
      .map((id) => `${nameOf(id) ?? 'quien no integra el órgano'} no vota.`),
    ...voters
      .filter(({ id }) => absent.has(id) && byId.has(id) && byId.get(id) !== 'ausente')
      .map(({ nombre }) => `${nombre} no asistió y no puede votar.`),
  ]
}
