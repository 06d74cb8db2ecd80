import { DECISIONES_LECTURA, MAYORIAS_LECTURA, SENTIDOS_VOTO } from '@conoceles/domain'
import type { FieldError } from '@conoceles/ui'
import type { IntervencionSesion, LecturaSesion, RelatoSesion, Sesion } from '../../../../api-types.ts'
import { t } from '../../mensajes.ts'
import type { Attempt } from '../attempt.ts'

export interface LecturaForm {
  decision: string | null
  dispensada: boolean
  votacion: string | null
  cambios: string
}

export interface IntervencionForm {
  key: string
  quien: string
  dijo: string
}

export interface PuntoRelatoForm {
  tratado: string
  intervenciones: IntervencionForm[]
}

export type QueLectura = 'orden' | 'anterior'

/** Matters dealt with, as fields. `hubo`: whether asuntos generales were raised; null while not told. */
export interface RelatoForm {
  orden: LecturaForm
  anterior: LecturaForm
  /** Votes of each reading, by id of the member; blank while not told. */
  votos: Record<QueLectura, Record<string, string>>
  /** Ids of the sesiones whose paper is read. */
  sesiones: string[]
  puntos: Record<string, PuntoRelatoForm>
  generales: { hubo: string | null; intervenciones: IntervencionForm[] }
  attempt: Attempt | null
}

export function blankRelato(): RelatoForm {
  return {
    ...{ orden: lecturaOf(null), anterior: lecturaOf(null), puntos: {}, attempt: null },
    ...{ votos: { orden: {}, anterior: {} }, sesiones: [] },
    generales: { hubo: null, intervenciones: [] },
  }
}

/** The form as it was told before, with a place for each item of the agenda. */
export function relatoOf({ puntos, relato, porAprobar }: Pick<Sesion, 'puntos' | 'relato' | 'porAprobar'>): RelatoForm {
  const { orden, anterior, puntos: told, generales } = relato ?? { orden: null, anterior: null, puntos: [], generales: null }
  return {
    ...{ orden: lecturaOf(orden), anterior: lecturaOf(porAprobar.length > 0 ? anterior : null), attempt: null },
    votos: { orden: votosOf(orden), anterior: votosOf(anterior) },
    sesiones: anterior?.sesiones ?? porAprobar.slice(0, 1).map(({ id }) => id),
    puntos: Object.fromEntries(
      puntos.map(({ id }) => {
        const found = told.find(({ puntoId }) => puntoId === id)
        return [id, { tratado: found?.tratado ?? '', intervenciones: (found?.intervenciones ?? []).map(toField) }]
      }),
    ),
    generales: { hubo: huboOf(generales), intervenciones: (generales ?? []).map(toField) },
  }
}

/** Whether the paper of a sesión that was told has points whose reading or matters nobody told: it would keep a blank in each. */
export function faltaRelatar({ agenda, porAprobar, relato }: Pick<Sesion, 'agenda' | 'porAprobar' | 'relato'>): boolean {
  return (
    relato === null && agenda.some(({ fijo }) => fijo === 'orden' || fijo === 'generales' || (fijo === 'anterior' && porAprobar.length > 0))
  )
}

function votosOf(lectura: LecturaSesion | null): Record<string, string> {
  return Object.fromEntries((lectura?.votos ?? []).map(({ integranteId, sentido }) => [integranteId, sentido]))
}

function huboOf(generales: RelatoSesion['generales']): string | null {
  if (generales === null) return null
  return generales.length > 0 ? 'si' : 'no'
}

function lecturaOf(lectura: LecturaSesion | null): LecturaForm {
  if (lectura === null) return { decision: null, dispensada: false, votacion: null, cambios: '' }
  const { decision, dispensada, votacion, cambios } = lectura
  return { decision, dispensada, votacion, cambios: cambios ?? '' }
}

export function blankIntervencion(): IntervencionForm {
  return toField({ quien: '', dijo: '' })
}

function toField({ quien, dijo }: IntervencionSesion): IntervencionForm {
  return { key: crypto.randomUUID(), quien, dijo }
}

/** Whether a reading ends in a vote, which is then told. */
export function seVoto({ decision }: LecturaForm): boolean {
  return decision === 'aprobado' || decision === 'con_cambios'
}

/** Faults of what was typed. What is left blank is none: the acta shows it. */
export function relatoErrors(form: RelatoForm, votantes: readonly { id: string; nombre: string }[]): FieldError[] {
  return [
    ...lecturaErrors(form, 'orden', votantes),
    ...lecturaErrors(form, 'anterior', votantes),
    ...(form.anterior.decision !== null && form.sesiones.length === 0
      ? [{ id: 'anterior-sesiones', text: t('relato.faltaSesiones') }]
      : []),
    ...Object.entries(form.puntos).flatMap(([id, { intervenciones }]) => intervencionErrors(intervenciones, id)),
    ...(form.generales.hubo === 'si' ? generalesErrors(form.generales.intervenciones) : []),
  ]
}

function lecturaErrors(form: RelatoForm, id: QueLectura, votantes: readonly { id: string; nombre: string }[]): FieldError[] {
  const lectura = form[id]
  if (!seVoto(lectura)) return []
  const silent = lectura.votacion === 'mayoria' ? votantes.find((each) => (form.votos[id][each.id] ?? '') === '') : undefined
  return [
    ...(silent ? [{ id: `${id}-voto-${silent.id}`, text: t('relato.faltaVoto', { nombre: silent.nombre }) }] : []),
    ...(lectura.votacion === null ? [{ id: `${id}-votacion`, text: t(`relato.faltaVotacion.${id}`) }] : []),
    ...(lectura.decision === 'con_cambios' && lectura.cambios.trim() === ''
      ? [{ id: `${id}-cambios`, text: t(`relato.faltaCambios.${id}`) }]
      : []),
  ]
}

function generalesErrors(asuntos: readonly IntervencionForm[]): FieldError[] {
  return asuntos.length === 0 ? [{ id: 'generales-agregar', text: t('relato.faltaAsunto') }] : intervencionErrors(asuntos, 'generales')
}

const MINIMUM = 3

function intervencionErrors(intervenciones: readonly IntervencionForm[], id: string): FieldError[] {
  return intervenciones.flatMap(({ quien, dijo }, at) => [
    ...(quien.trim().length < MINIMUM ? [{ id: `${id}-quien-${at}`, text: t('relato.faltaQuien', { n: at + 1 }) }] : []),
    ...(dijo.trim().length < MINIMUM ? [{ id: `${id}-dijo-${at}`, text: t('relato.faltaDijo', { n: at + 1 }) }] : []),
  ])
}

export function relatadaOf(form: RelatoForm): RelatoSesion {
  const { hubo, intervenciones } = form.generales
  const asuntos = hubo === 'no' ? [] : intervenciones.map(fromField)
  return {
    ...{ orden: lecturaDe(form, 'orden'), anterior: anteriorDe(form) },
    puntos: Object.entries(form.puntos)
      .filter(([, { tratado, intervenciones: said }]) => tratado.trim() !== '' || said.length > 0)
      .map(([puntoId, { tratado, intervenciones: said }]) => ({
        ...{ puntoId, tratado: tratado.trim() || null },
        intervenciones: said.map(fromField),
      })),
    generales: hubo === null ? null : asuntos,
  }
}

function anteriorDe(form: RelatoForm): RelatoSesion['anterior'] {
  const lectura = lecturaDe(form, 'anterior')
  return lectura && { ...lectura, sesiones: [...form.sesiones] }
}

function lecturaDe(form: RelatoForm, id: QueLectura): LecturaSesion | null {
  const { dispensada, cambios, ...lectura } = form[id]
  const decision = DECISIONES_LECTURA.find((each) => each === lectura.decision)
  if (decision === undefined) return null
  const votacion = (seVoto(form[id]) && MAYORIAS_LECTURA.find((each) => each === lectura.votacion)) || null
  const votos = votosDe(form.votos[id])
  return {
    ...{ decision, dispensada, votacion, cambios: decision === 'con_cambios' ? cambios.trim() : null },
    ...(votacion === 'mayoria' ? { votos } : {}),
  }
}

function votosDe(votos: Record<string, string>): NonNullable<LecturaSesion['votos']> {
  return Object.entries(votos).flatMap(([integranteId, said]) => {
    const sentido = SENTIDOS_VOTO.find((each) => each === said)
    return sentido ? [{ integranteId, sentido }] : []
  })
}

function fromField({ quien, dijo }: IntervencionForm): IntervencionSesion {
  return { quien: quien.trim(), dijo: dijo.trim() }
}

const RECIENTES = 3

/** Papers offered at first: the newest, and those already chosen. */
export function recientesDe<T extends { id: string }>(porAprobar: readonly T[], elegidas: readonly string[]): T[] {
  return porAprobar.filter(({ id }, at) => at < RECIENTES || elegidas.includes(id))
}
