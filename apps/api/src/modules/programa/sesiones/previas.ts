import { In, type EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import { inicioSesion, limitesConvocatoria, nombreSesion, TIPOS_SESION } from '@conoceles/domain'
import type { EntregableDetailDto } from '../actividades/index.ts'
import type { Proceso } from '../../proceso/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { Aprobable } from './agenda.ts'
import type { IntegrantesService } from './integrantes/integrantes.service.ts'
import { organosDe, type OrganoQueSesiona } from './integrantes/organos.ts'
import { Sesion } from './sesion.entity.ts'
import type { AprobacionPreviaDto, LimiteConvocatoriaDto, SesionPreviaDto } from './sesiones.dto.ts'

export const POR_CELEBRAR = ['programada', 'convocada', 'diferida'] as const
export const OPEN: readonly string[] = ['pendiente', 'en_curso']

interface Reading {
  /** Sesión that votes the point. */
  sesion: Sesion
  proceso: Proceso
  integrantes: IntegrantesService
  clock: Clock
}

/** Approvals of other organs that an entregable lacks before its vote: the sesión that takes each, who convenes it, and by when. */
export async function previasDe(
  tx: EntityManager,
  reading: Reading,
  { entregable, cumple }: Pick<Aprobable, 'entregable' | 'cumple'>,
): Promise<AprobacionPreviaDto[]> {
  const { sesion, proceso } = reading
  if (!POR_CELEBRAR.some((estatus) => estatus === sesion.estatus)) return []
  const faltan = pasosAntes(entregable, cumple).filter(({ estatus }) => OPEN.includes(estatus))
  const previas: AprobacionPreviaDto[] = []
  for (const { milestone } of faltan) {
    const organo = organosDe(proceso).find(({ aprueba }) => aprueba !== null && aprueba === milestone)
    if (!organo || !milestone) continue
    const antesDe = antesDeDe(reading, { entregable, milestone })
    previas.push(await previaDe(tx, reading, { organo, entregable, milestone, antesDe }))
  }
  return previas
}

function pasosAntes({ cadena }: EntregableDetailDto, cumple: readonly string[]): EntregableDetailDto['cadena'] {
  const own = cadena.findIndex(({ milestone }) => milestone !== null && cumple.includes(milestone))
  return cadena.slice(0, Math.max(own, 0))
}

interface Falta {
  organo: OrganoQueSesiona
  entregable: EntregableDetailDto
  milestone: NonNullable<EntregableDetailDto['cadena'][number]['milestone']>
}

/** An approval that is missing, whichever sesión or date of the calendar asks for it. */
export async function previaDe(
  tx: EntityManager,
  { proceso, integrantes, clock }: Omit<Reading, 'sesion'>,
  { organo, entregable, milestone, antesDe }: Falta & { antesDe: Temporal.Instant | null },
): Promise<AprobacionPreviaDto> {
  const taking = await findSesion(tx, { procesoId: proceso.id, organo: organo.clave, entregable: entregable.clave })
  return {
    milestone,
    organo: { clave: organo.clave, nombre: organo.nombre },
    convoca: await presidenciaDe(tx, integrantes, { organo: organo.clave, dia: clock.today().toString() }),
    sesion: taking && toSesionPrevia(taking),
    antesDe: antesDe?.toString() ?? null,
    limites: limitesDe(organo, { taking, antesDe, zona: proceso.zona, now: clock.now() }),
    confianza: organo.sesiones.confianza,
  }
}

/** Before its term, and before the sesión that votes the point. */
function antesDeDe({ sesion, proceso, clock }: Reading, { entregable, milestone }: Pick<Falta, 'entregable' | 'milestone'>) {
  const vence = entregable.hitos.find((hito) => hito.milestone === milestone)?.venceEn ?? null
  return earliest([inicioDe(sesion, proceso.zona), vence === null ? null : Temporal.Instant.from(vence)], clock.now())
}

async function presidenciaDe(
  tx: EntityManager,
  integrantes: IntegrantesService,
  { organo, dia }: { organo: string; dia: string },
): Promise<string | null> {
  const acting = await integrantes.enFunciones(tx, organo, dia)
  return acting.find(({ ejerce }) => ejerce === 'presidencia')?.nombre ?? null
}

/** The convened one goes first, then the nearest day. */
async function findSesion(
  tx: EntityManager,
  { procesoId, organo, entregable }: { procesoId: string; organo: string; entregable: string },
): Promise<Sesion | null> {
  const rows = await tx.find(Sesion, { where: { procesoId, organo, estatus: In([...POR_CELEBRAR]) }, order: { fecha: 'ASC', id: 'ASC' } })
  const taking = rows.filter(({ puntos }) => puntos.some((punto) => punto.seVota && punto.entregable === entregable))
  return taking.find(({ estatus }) => estatus === 'convocada') ?? taking[0] ?? null
}

interface Plan {
  taking: Sesion | null
  antesDe: Temporal.Instant | null
  zona: string
  now: Temporal.Instant
}

function limitesDe({ sesiones }: OrganoQueSesiona, { taking, antesDe, zona, now }: Plan): LimiteConvocatoriaDto[] {
  if (taking?.estatus === 'convocada') return []
  const tipos = TIPOS_SESION.filter((tipo) => taking === null || tipo === taking.tipo)
  const iniciaEn = taking ? inicioDe(taking, zona) : antesDe
  if (iniciaEn === null) return []
  return limitesConvocatoria(sesiones, { tipos, iniciaEn }).map(({ tipo, horas, limite }) => ({
    ...{ tipo, horas, limite: limite.toString() },
    vencido: Temporal.Instant.compare(limite, now) < 0,
  }))
}

export function toSesionPrevia(sesion: Sesion): SesionPreviaDto {
  const { id, fecha, hora, estatus } = sesion
  return { id, nombre: nombreSesion(sesion), fecha, hora, convocada: estatus === 'convocada' }
}

function inicioDe({ fecha, hora }: Sesion, zona: string): Temporal.Instant | null {
  return hora === null ? null : inicioSesion({ fecha, hora }, zona)
}

/** The first of these instants that is still to come; a term that is over asks for no sooner sesión. */
function earliest(instants: readonly (Temporal.Instant | null)[], now: Temporal.Instant): Temporal.Instant | null {
  const coming = instants.filter((each) => each !== null).filter((each) => Temporal.Instant.compare(each, now) > 0)
  return coming.toSorted((one, other) => Temporal.Instant.compare(one, other))[0] ?? null
}
