import { Between, In, type EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import { localDay, longDate, type Milestone } from '@conoceles/domain'
import type { ActividadesService, EntregableDetailDto } from '../actividades/index.ts'
import type { PendienteDto } from '../../registro/index.ts'
import type { Proceso, ProcesosService } from '../../proceso/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { aprobableDe } from './agenda.ts'
import type { IntegrantesService } from './integrantes/integrantes.service.ts'
import { organoDe, organosDe } from './integrantes/organos.ts'
import { OPEN, POR_CELEBRAR, previaDe, previasDe, toSesionPrevia } from './previas.ts'
import { Sesion } from './sesion.entity.ts'
import type { AprobacionPorConvocarDto, AprobacionPreviaDto } from './sesiones.dto.ts'

interface Parts {
  clock: Clock
  procesos: ProcesosService
  actividades: ActividadesService
  integrantes: IntegrantesService
}

/** The programme goes by months: what is approved at the end of one is convened during it. */
const DIAS_ANTES = 31
/** Estatus of a term that still asks for its approval. */
const DEBIDOS: readonly string[] = ['vencida', 'por_vencer', 'pendiente']

/** An approval that is missing, the entregable that needs it, and the sesión that votes that. */
interface Faltante {
  /** Null: the calendar asks for it, and no sesión votes it yet. */
  sesion: Sesion | null
  entregable: EntregableDetailDto
  previa: AprobacionPreviaDto
}

/** The same as duties of today. */
export async function pendientesDePrevias(tx: EntityManager, parts: Parts): Promise<PendienteDto[]> {
  const { zona } = await parts.procesos.proceso(tx)
  const at = { zona, ahora: parts.clock.now() }
  return (await faltantes(tx, parts)).map((falta) => toPendiente(falta, at))
}

export async function aprobacionesPorConvocar(tx: EntityManager, parts: Parts): Promise<AprobacionPorConvocarDto[]> {
  const ahora = parts.clock.now()
  return (await faltantes(tx, parts)).map(({ sesion, entregable, previa }) => ({
    ...{ ...previa, vencida: isOver(previa, ahora) },
    entregable: { clave: entregable.clave, numero: entregable.numero, nombre: entregable.titulo },
    vota: sesion && toSesionPrevia(sesion),
  }))
}

function isOver({ antesDe }: Pick<AprobacionPreviaDto, 'antesDe'>, ahora: Temporal.Instant): boolean {
  return antesDe !== null && Temporal.Instant.compare(Temporal.Instant.from(antesDe), ahora) < 0
}

/** Approvals that sesiones and terms ask for, overdue or within the next days, without a convened sesión; the oldest first. */
async function faltantes(tx: EntityManager, parts: Parts): Promise<Faltante[]> {
  const proceso = await parts.procesos.confirmado(tx)
  const porSesion = await deSesiones(tx, parts, proceso)
  const told = new Set(porSesion.map(nameOf))
  const delResto = (await delCalendario(tx, parts, proceso)).filter((falta) => !told.has(nameOf(falta)))
  return [...porSesion, ...delResto].toSorted((a, b) => (a.previa.antesDe ?? '').localeCompare(b.previa.antesDe ?? ''))
}

function nameOf({ entregable, previa }: Faltante): string {
  return `${entregable.clave} ${previa.milestone}`
}

/** By the dates of the chain of each entregable: an approval comes before whatever follows it. */
async function delCalendario(tx: EntityManager, parts: Parts, proceso: Proceso): Promise<Faltante[]> {
  const { actividades, clock } = parts
  const until = clock.today().add({ days: DIAS_ANTES }).toString()
  const { entregables } = await actividades.panorama(tx)
  const due = entregables.filter(({ hitos }) =>
    hitos.some(({ vence, estatus }) => vence !== null && vence <= until && DEBIDOS.includes(estatus)),
  )
  const owed: Faltante[] = []
  for (const entregable of await actividades.details(
    tx,
    due.map(({ clave }) => clave),
  ))
    // prettier-ignore
    for (const organo of organosDe(proceso)) {
      const milestone = organo.aprueba
      const antesDe = milestone && venceDe(entregable, milestone, until)
      if (!milestone || !antesDe) continue
      const previa = await previaDe(tx, { ...parts, proceso }, { organo, entregable, milestone, antesDe: Temporal.Instant.from(antesDe) })
      if (previa.sesion?.convocada !== true) owed.push({ sesion: null, entregable, previa })
    }
  return owed
}

/** Until when an approval is given: its own term, or the first term of what follows it. Null: none is owed within these days. */
function venceDe({ cadena, hitos }: EntregableDetailDto, milestone: Milestone, until: string): string | null {
  const at = cadena.findIndex((paso) => paso.milestone === milestone)
  const own = at < 0 ? [milestone] : cadena.slice(at).map((paso) => paso.milestone)
  const done = at >= 0 && !OPEN.includes(cadena[at]?.estatus ?? '')
  const terms = hitos.filter((hito) => own.includes(hito.milestone) && DEBIDOS.includes(hito.estatus) && (hito.vence ?? until) <= until)
  return done ? null : (terms.flatMap(({ venceEn }) => venceEn ?? []).toSorted()[0] ?? null)
}

/** Approvals of an organ below that the sesiones of the next days lack. */
async function deSesiones(
  tx: EntityManager,
  { clock, actividades, integrantes }: Parts,
  proceso: Proceso,
): Promise<(Faltante & { sesion: Sesion })[]> {
  const hoy = clock.today()
  const proximas = await tx.find(Sesion, {
    where: {
      procesoId: proceso.id,
      estatus: In([...POR_CELEBRAR]),
      fecha: Between(hoy.toString(), hoy.add({ days: DIAS_ANTES }).toString()),
    },
    order: { fecha: 'ASC', id: 'ASC' },
  })
  const entregables = await actividades.details(tx, [...new Set(proximas.flatMap(clavesDe))])
  const owed: (Faltante & { sesion: Sesion })[] = []
  for (const sesion of proximas) {
    const aprueba = organoDe(proceso, sesion.organo)?.aprueba ?? null
    for (const entregable of entregables.filter(({ clave }) => clavesDe(sesion).includes(clave))) {
      const aprobable = aprobableDe(entregable, aprueba)
      const previas = aprobable ? await previasDe(tx, { sesion, proceso, integrantes, clock }, aprobable) : []
      const faltan = previas.filter((previa) => previa.sesion?.convocada !== true)
      owed.push(...faltan.map((previa) => ({ sesion, entregable, previa })))
    }
  }
  return owed
}

/** Entregables that it votes. */
function clavesDe({ puntos }: Sesion): string[] {
  return puntos.flatMap(({ entregable, seVota }) => (seVota && entregable ? [entregable] : []))
}

/** Its term is the last moment at which a sesión can still be convened. */
function toPendiente({ sesion, entregable, previa }: Faltante, at: { zona: string; ahora: Temporal.Instant }): PendienteDto {
  const { clave } = entregable
  const { milestone, organo, limites } = previa
  const venceEn =
    limites
      .map(({ limite }) => limite)
      .toSorted()
      .at(-1) ?? null
  return {
    clave: `previa_${sesion?.id ?? 'calendario'}_${clave}_${milestone}`,
    texto: `Falta convocar a sesión: ${organo.nombre} ${cuandoText({ sesion, previa }, at)} «${entregable.titulo}»`,
    cuantas: 1,
    venceEn,
    enlace: sesion ? `/sesiones/${sesion.id}` : `/actividades/${clave.replace('/', '~')}#${milestone}`,
  }
}

/** "debe aprobar a más tardar el 12 de junio de 2030" */
function cuandoText(
  { sesion, previa }: Pick<Faltante, 'sesion' | 'previa'>,
  { zona, ahora }: { zona: string; ahora: Temporal.Instant },
): string {
  if (sesion) return `debe aprobar antes del ${longDate(sesion.fecha)}`
  return `${isOver(previa, ahora) ? 'debía' : 'debe'} aprobar a más tardar el ${longDate(localDay(previa.antesDe ?? '', zona))}`
}
