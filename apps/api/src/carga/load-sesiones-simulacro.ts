import { randomUUID } from 'node:crypto'
import { In, type EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import {
  contarVotos,
  enFuncionesEl,
  localDay,
  type EnFunciones,
  type OrganoPack,
  type ProcesoPack,
  type ReglasSesionPack,
} from '@conoceles/domain'
import { Cumplimiento } from '../modules/programa/actividades/index.ts'
import { Celebracion, Integrante, Sesion, type PuntoVotado } from '../modules/programa/sesiones/index.ts'
import { informeEnMedio } from './en-medio.ts'
import { createIntegrantes } from './integrantes-simulados.ts'
import { insertInBatches } from './rows.ts'

const FOLIO = 'SIMULACRO'
/** Days from the start of the clock: a sesión was called the day before, another called for two days before and put off. */
const PROXIMA = { aprueba: 'pleno', convocada: -1 } as const
const DIFERIDA = { aprueba: 'comite', convocada: -5, fecha: -2 } as const

type Punto = Sesion['puntos'][number]
type Organo = OrganoPack & { sesiones: ReglasSesionPack }

interface Loading {
  pack: ProcesoPack
  procesoId: string
  ahora: string
}

/** An organ with its synthetic members, and the rows that were loaded before it. */
interface Loaded extends Loading {
  organo: Organo
  integrantes: Integrante[]
  evidencias: Cumplimiento[]
  ordinarias: Sesion[]
}

interface Held {
  sesion: Sesion
  celebracion: Celebracion
}

/**
 * Synthetic members and sesiones: the past ones of the programme, and on its day each sesión that approved an entregable with synthetic
 * evidence.
 */
export async function loadSesionesSimuladas(tx: EntityManager, { pack, procesoId, ahora }: Loading): Promise<void> {
  const evidencias = await tx.find(Cumplimiento, { where: { procesoId, folio: FOLIO }, order: { ocurridoEn: 'ASC', entregable: 'ASC' } })
  const ordinarias = await tx.findBy(Sesion, { procesoId })
  for (const organo of pack.organos.filter((each): each is Organo => each.sesiones !== null)) {
    const integrantes = createIntegrantes({ pack, procesoId, organo: organo.clave })
    await insertInBatches(tx, Integrante, integrantes)
    const loaded: Loaded = { pack, procesoId, ahora, organo, integrantes, evidencias, ordinarias }
    const held = toHeld(loaded)
    const sesiones = held.map(({ sesion }) => sesion)
    // Replaces sesiones of the programme: they come back as held.
    await tx.delete(Sesion, { id: In(sesiones.map(({ id }) => id)) })
    await insertInBatches(tx, Sesion, [...sesiones, ...toComing(loaded, sesiones)])
    await insertInBatches(tx, Celebracion, held.map(({ celebracion }) => celebracion)) // prettier-ignore
  }
}

function toHeld(loaded: Loaded): Held[] {
  const { organo, pack } = loaded
  const approved = loaded.evidencias.filter(({ milestone }) => milestone === organo.aprueba)
  const past = loaded.ordinarias.filter((each) => each.organo === organo.clave && each.fecha < fromToday(loaded, PROXIMA.convocada))
  const days = [...new Set([...approved.map((each) => dayOf(each, pack.zona)), ...past.map(({ fecha }) => fecha)])].sort()
  const before: Sesion[] = []
  return days.map((fecha) => {
    const own = approved.filter((each) => dayOf(each, pack.zona) === fecha)
    const base = past.find((each) => each.fecha === fecha) ?? createSesion(loaded, fecha, before)
    const sesion = { ...base, ...celebrada(base, loaded), puntos: toPuntos(own.map(({ entregable }) => entregable), pack) } // prettier-ignore
    // The first that approves something has a vote against.
    const against = own.length > 0 && !before.some(({ puntos }) => puntos.some(({ entregable }) => entregable !== null))
    before.push(sesion)
    return { sesion, celebracion: toCelebracion(sesion, loaded, { own, against }) }
  })
}

function createSesion({ organo, procesoId }: Loaded, fecha: string, before: readonly Sesion[]): Sesion {
  const anio = Number(fecha.slice(0, 4))
  const numero = before.filter((each) => each.tipo === 'extraordinaria' && each.anio === anio).length + 1
  return {
    ...{ id: randomUUID(), procesoId, organo: organo.clave, tipo: 'extraordinaria', numero, anio, fecha, hora: '13:00' },
    ...{ modalidad: 'presencial', lugar: 'Sala de sesiones (SIMULACRO)', estatus: 'programada', version: 1, puntos: [] },
    ...{ convocatoria: null, historia: [], fuente: null, actaId: null, actaFecha: null, relato: null },
  }
}

function celebrada(sesion: Sesion, { pack, integrantes }: Loaded): Partial<Sesion> {
  const called = at(plusDays(sesion.fecha, sesion.tipo === 'ordinaria' ? -4 : -1), '12:00', pack.zona)
  return {
    ...{ hora: '13:00', lugar: 'Sala de sesiones (SIMULACRO)', estatus: 'celebrada' },
    convocatoria: convocatoriaOf(called, enFuncionesEl(integrantes, sesion.fecha)),
    historia: [hecho('convocar', called), hecho('celebrar', at(sesion.fecha, '15:30', pack.zona))],
  }
}

/** One that is called for the coming days, and one that was put off. */
function toComing(loaded: Loaded, before: readonly Sesion[]): Sesion[] {
  const { organo, pack, integrantes } = loaded
  const called = ({ fecha, convocada }: { fecha: string; convocada: string }, puntos: Punto[]): Sesion => {
    const en = at(convocada, '12:00', pack.zona)
    const convocatoria = convocatoriaOf(en, enFuncionesEl(integrantes, convocada))
    return { ...createSesion(loaded, fecha, before), estatus: 'convocada', puntos, convocatoria, historia: [hecho('convocar', en)] }
  }
  const enMedio = informeEnMedio(pack, loaded.ahora)
  if (organo.aprueba === PROXIMA.aprueba && enMedio) {
    const dias = { fecha: plusDays(enMedio.vence, -1), convocada: fromToday(loaded, PROXIMA.convocada) }
    return [called(dias, toPuntos([enMedio.actividad.clave], pack))]
  }
  if (organo.aprueba !== DIFERIDA.aprueba) return []
  const fecha = fromToday(loaded, DIFERIDA.fecha)
  const sesion = called({ fecha, convocada: fromToday(loaded, DIFERIDA.convocada) }, toPuntos([], pack))
  const motivo = 'SIMULACRO: no se reunió el quórum a la hora convocada.'
  const historia = [...sesion.historia, { ...hecho('diferir', at(fecha, '13:30', pack.zona)), motivo, fecha }]
  return [{ ...sesion, estatus: 'diferida', historia }]
}

function fromToday({ ahora, pack }: Loading, days: number): string {
  return plusDays(localDay(ahora, pack.zona), days)
}

function toPuntos(entregables: readonly string[], { programa }: ProcesoPack): Punto[] {
  const punto = (titulo: string, rest: Partial<Punto> = {}): Punto => ({
    ...{ id: randomUUID(), titulo, seVota: true, entregable: null, documentos: [] },
    ...rest,
  })
  const titleOf = (entregable: string) => {
    const [clave, mes] = entregable.split('/')
    const nombre = programa.actividades.find((each) => each.clave === clave)?.nombre ?? entregable
    return mes ? `${nombre} (${mes})` : nombre
  }
  return [
    punto('Lista de asistencia y declaración de quórum', { seVota: false }),
    punto('Aprobación del orden del día'),
    ...entregables.map((entregable) => punto(titleOf(entregable), { entregable })),
  ]
}

function toCelebracion(sesion: Sesion, loaded: Loaded, { own, against }: { own: Cumplimiento[]; against: boolean }): Celebracion {
  const { integrantes, pack } = loaded
  const hour = (hora: string) => at(sesion.fecha, hora, pack.zona)
  const acting = enFuncionesEl(integrantes, sesion.fecha)
  const evidence = new Map(own.map((each) => [each.entregable, each]))
  return {
    ...{ id: randomUUID(), sesion: sesion.id, numero: 1, inicio: hour('13:00'), fin: hour('15:00') },
    asistencia: acting.map(({ id, nombre, ejerce, voto }) => ({ integranteId: id, nombre, ejerce, voto, presente: true })),
    representaciones: null,
    puntos: sesion.puntos.map((punto) => {
      const done = evidence.get(punto.entregable ?? '') ?? null
      return toVotado(punto, { loaded, acting, done, votadoEn: done?.ocurridoEn ?? hour('13:10'), against: against && done !== null })
    }),
    ...{ motivo: null, folio: FOLIO, registradaEn: hour('15:30'), registradaPor: null },
  }
}

interface Voting {
  loaded: Loaded
  acting: EnFunciones<Integrante>[]
  done: Cumplimiento | null
  votadoEn: Date
  against: boolean
}

/** The last voter is the one who may vote against. An acuerdo of the Pleno has the number of its evidence. */
function toVotado({ id, seVota }: Punto, { loaded, acting, done, votadoEn, against }: Voting): PuntoVotado {
  const blank = { puntoId: id, votadoEn: null, votos: [], cuenta: null, calidad: false, acuerdo: null, cumplio: [] }
  if (!seVota) return { ...blank, resultado: 'sin_votacion' }
  const voters = acting.filter(({ voto }) => voto)
  const senses = voters.map((each, index) => ({
    integranteId: each.id,
    ejerce: each.ejerce,
    sentido: against && index === voters.length - 1 ? ('en_contra' as const) : ('a_favor' as const),
  }))
  const votos = senses.map(({ integranteId, sentido }) => ({ integranteId, sentido }))
  const acuerdo = done?.milestone === 'pleno' ? { id: null, numero: done.referencia } : null
  const counted = contarVotos(loaded.organo.sesiones, senses)
  return { ...blank, votadoEn: votadoEn.toISOString(), votos, ...counted, acuerdo, cumplio: done ? [done.milestone] : [] }
}

function convocatoriaOf(en: Date, acting: readonly EnFunciones<Integrante>[]): NonNullable<Sesion['convocatoria']> {
  const nameOf = (...encargos: string[]) => acting.find(({ ejerce }) => encargos.includes(ejerce))?.nombre ?? null
  const [firma, conducto] = [nameOf('presidencia'), nameOf('secretaria_ejecutiva', 'coadyuvante')]
  return { en: en.toISOString(), firma, conducto, documentos: [], advertencias: [], folio: FOLIO }
}

function hecho(acto: Sesion['historia'][number]['acto'], en: Date): Sesion['historia'][number] {
  return { acto, en: en.toISOString(), motivo: null, fecha: null, folio: FOLIO }
}

function dayOf({ ocurridoEn }: Cumplimiento, zona: string): string {
  return localDay(ocurridoEn, zona)
}

function plusDays(dia: string, days: number): string {
  return Temporal.PlainDate.from(dia).add({ days }).toString()
}

function at(dia: string, hora: string, zona: string): Date {
  return new Date(Temporal.PlainDate.from(dia).toZonedDateTime({ timeZone: zona, plainTime: hora }).epochMilliseconds)
}
