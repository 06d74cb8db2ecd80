import {
  contarVotos,
  notaDeVoto,
  numerosDelDia,
  quorumDe,
  type Encargo,
  type MasDe,
  type Quorum,
  type ResultadoPunto,
  type SentidoVoto,
  type VersionPrevia,
  type Votacion,
} from '@conoceles/domain'
import type { FieldError } from '@conoceles/ui'
import type { CelebracionSesion, Documento, Integrante, PuntoSesion, ReglasSesion, Sesion, SesionCelebrada } from '../../../../api-types.ts'
import { t } from '../../mensajes.ts'
import { fromLocalInput, toLocalInput } from '../../../../shared/formularios/dates.ts'
import { missing } from '../../../../shared/formularios/form-errors.ts'
import type { Attempt } from '../attempt.ts'

export interface PuntoVotoForm {
  retirado: boolean
  /** Why it is taken off the agenda. */
  motivoRetiro: string
  /** Local hour of the vote, "HH:MM". */
  hora: string
  /** By id of the integrante; blank while not told. */
  votos: Record<string, SentidoVoto | ''>
  acuerdo: string
  documento: Documento | null
}

export interface RepresentacionForm {
  presente: boolean
  quien: string
}

/** Record of a sesión as fields. Hours are local, of the day of the sesión or of the night after it. */
export interface CelebrarForm {
  /** Day of the sesión: only in a correction. */
  fecha: string
  inicio: string
  fin: string
  presentes: Record<string, boolean>
  /** By clave of the party. */
  representaciones: Record<string, RepresentacionForm>
  puntos: Record<string, PuntoVotoForm>
  motivo: string
  attempt: Attempt | null
}

export function blankCelebrar(): CelebrarForm {
  return { fecha: '', inicio: '', fin: '', presentes: {}, representaciones: {}, puntos: {}, motivo: '', attempt: null }
}

/** Form with nothing told yet; or with the recorded data, to be corrected. */
export function celebrarOf({ fecha, hora, integrantes, convocadas, puntos, celebraciones }: Sesion): CelebrarForm {
  const [told] = celebraciones
  const voters = integrantes.filter(({ voto }) => voto)
  return {
    ...{ fecha, motivo: '', attempt: null },
    ...{ inicio: told ? hourOf(told.inicio) : (hora ?? ''), fin: told ? hourOf(told.fin) : '' },
    presentes: Object.fromEntries(integrantes.map(({ id }) => [id, toldPresent(told, id)])),
    representaciones: Object.fromEntries(convocadas.map((each) => [each.actor, representacionOf(told, each)])),
    puntos: Object.fromEntries(puntos.map(({ id }) => [id, puntoOf(told, id, voters)])),
  }
}

/** The name is that of the last time until another one is typed. */
function representacionOf(told: CelebracionSesion | undefined, { actor, ultima }: Sesion['convocadas'][number]): RepresentacionForm {
  const found = told?.representaciones?.find((each) => each.actor === actor)
  return { presente: found?.presente ?? false, quien: found?.quien ?? ultima ?? '' }
}

function puntoOf(told: CelebracionSesion | undefined, puntoId: string, voters: readonly Integrante[]): PuntoVotoForm {
  const found = told?.puntos.find((each) => each.puntoId === puntoId)
  const votoDe = (id: string) => found?.votos.find(({ integranteId }) => integranteId === id)?.sentido ?? ''
  return {
    ...dichoDe(found),
    votos: Object.fromEntries(voters.map(({ id }) => [id, votoDe(id)])),
    documento: null,
  }
}

function dichoDe(found: CelebracionSesion['puntos'][number] | undefined): Omit<PuntoVotoForm, 'votos' | 'documento'> {
  if (!found) return { retirado: false, motivoRetiro: '', hora: '', acuerdo: '' }
  const { resultado, motivoRetiro = '', votadoEn, acuerdo } = found
  return { retirado: resultado === 'retirado', motivoRetiro, hora: votadoEn ? hourOf(votadoEn) : '', acuerdo: acuerdo?.numero ?? '' }
}

function toldPresent(told: CelebracionSesion | undefined, id: string): boolean {
  return told?.asistencia.some(({ integranteId, presente }) => integranteId === id && presente) ?? false
}

function hourOf(iso: string): string {
  return toLocalInput(iso).slice(11)
}

/** Items of the agenda that are voted in this sesión. */
export function votables(form: CelebrarForm, puntos: readonly PuntoSesion[]): PuntoSesion[] {
  return puntos.filter(({ id, seVota }) => seVota && form.puntos[id]?.retirado !== true)
}

/** Vote of a member; one who is absent casts none, despite an earlier choice. */
export function sentidoDe(form: CelebrarForm, puntoId: string, integranteId: string): SentidoVoto | '' {
  return form.presentes[integranteId] === true ? (form.puntos[puntoId]?.votos[integranteId] ?? '') : 'ausente'
}

/** Everybody who is there votes in favour. */
export function todosAFavor(form: CelebrarForm, puntoId: string, { integrantes }: Pick<Sesion, 'integrantes'>): void {
  const punto = form.puntos[puntoId]
  if (punto) punto.votos = Object.fromEntries(integrantes.filter(({ voto }) => voto).map(({ id }) => [id, 'a_favor']))
}

export function quorumOf(form: Pick<CelebrarForm, 'presentes'>, { integrantes, reglas }: Pick<Sesion, 'integrantes' | 'reglas'>): Quorum {
  const rule = { masDe: [reglas.quorumNumerador, reglas.quorumDenominador] as MasDe, presidencia: reglas.quorumPresidencia }
  const present = integrantes.map(({ id, voto, ejerce }) => ({ voto, ejerce: ejerce as Encargo, presente: form.presentes[id] === true }))
  return quorumDe({ quorum: rule }, present)
}

/** How a vote stands; null while somebody's is missing. */
export function votacionOf(form: CelebrarForm, puntoId: string, sesion: Pick<Sesion, 'integrantes' | 'reglas'>): Votacion | null {
  const votos = sesion.integrantes
    .filter(({ voto }) => voto)
    .map(({ id, ejerce }) => ({ sentido: sentidoDe(form, puntoId, id), ejerce: ejerce as Encargo }))
  const told = votos.flatMap(({ sentido, ejerce }) => (sentido === '' ? [] : [{ sentido, ejerce }]))
  return told.length === votos.length ? contarVotos(majorityOf(sesion.reglas), told) : null
}

function majorityOf(reglas: ReglasSesion) {
  const masDe: MasDe = [reglas.mayoriaNumerador, reglas.mayoriaDenominador]
  return { mayoria: { masDe, de: reglas.mayoriaDe }, votoCalidad: reglas.votoCalidad }
}

const MOTIVO_MIN = 10

export function celebrarErrors(form: CelebrarForm, sesion: Sesion, acto: 'celebrar' | 'corregir'): FieldError[] {
  const reunion = sesion.tipo === 'reunion_trabajo'
  const numeros = numerosDelDia(sesion.tipo, sesion.puntos)
  const razones = (reunion ? [] : quorumOf(form, sesion).razones).map((text) => ({ id: 'asistencia', text }))
  return [
    ...(acto === 'corregir' ? correccionErrors(form) : []),
    ...missing(form.inicio, 'inicio', t('sesiones.faltaInicio')),
    ...missing(form.fin, 'fin', t('sesiones.faltaFin')),
    ...razones,
    ...sesion.convocadas.flatMap((each) => representacionErrors(form, each)),
    ...sesion.puntos.flatMap(({ id }, at) => retiroErrors(form, id, numeros[at] ?? 0)),
    ...votables(form, sesion.puntos).flatMap((punto) => puntoErrors(form, punto, sesion)),
  ]
}

function correccionErrors({ motivo, fecha }: CelebrarForm): FieldError[] {
  return [
    ...(motivo.trim().length < MOTIVO_MIN ? [{ id: 'motivo', text: t('sesiones.faltaMotivo') }] : []),
    ...missing(fecha, 'fecha', t('sesiones.faltaFecha')),
  ]
}

function representacionErrors({ representaciones }: CelebrarForm, { actor, nombre }: Sesion['convocadas'][number]): FieldError[] {
  const { presente = false, quien = '' } = representaciones[actor] ?? {}
  return presente ? missing(quien.trim(), `quien-${actor}`, t('sesiones.faltaRepresentante', { partido: nombre })) : []
}

function retiroErrors(form: CelebrarForm, id: string, n: number): FieldError[] {
  const { retirado = false, motivoRetiro = '' } = form.puntos[id] ?? {}
  return retirado ? missing(motivoRetiro.trim(), `motivo-retiro-${id}`, t('sesiones.faltaMotivoRetiro', { n })) : []
}

function puntoErrors(form: CelebrarForm, { id }: PuntoSesion, { tipo, puntos, integrantes }: Sesion): FieldError[] {
  const n = numerosDelDia(tipo, puntos)[puntos.findIndex((each) => each.id === id)] ?? 0
  const silent = integrantes.find((each) => each.voto && sentidoDe(form, id, each.id) === '')
  return [
    ...missing(form.puntos[id]?.hora, `hora-${id}`, t('sesiones.faltaHoraVoto', { n })),
    ...(silent ? [{ id: `voto-${id}-${silent.id}`, text: t('sesiones.faltaVoto', { n, nombre: silent.nombre }) }] : []),
  ]
}

export function celebradaOf(form: CelebrarForm, sesion: Sesion): SesionCelebrada {
  const at = (hora: string) => instantOf(hora, { fecha: sesion.fecha, inicio: form.inicio })
  const voted = new Set(votables(form, sesion.puntos).map(({ id }) => id))
  return {
    ...{ version: sesion.version, inicio: at(form.inicio), fin: at(form.fin) },
    asistencia: sesion.integrantes.map(({ id }) => ({ integranteId: id, presente: form.presentes[id] === true })),
    ...(sesion.convocadas.length > 0 ? { representaciones: sesion.convocadas.map(({ actor }) => representanteOf(form, actor)) } : {}),
    puntos: sesion.puntos.map(({ id }) => {
      const punto = form.puntos[id]
      if (punto?.retirado) return { puntoId: id, retirado: true, motivoRetiro: punto.motivoRetiro.trim(), votos: [] }
      if (!punto || !voted.has(id)) return { puntoId: id, retirado: false, votos: [] }
      const told = { puntoId: id, retirado: false, votadoEn: at(punto.hora), votos: votosOf(form, id, sesion) }
      const numero = acuerdoDe(form, id, sesion)
      return numero === null ? told : { ...told, acuerdo: { numero, documentoId: punto.documento?.id ?? null } }
    }),
  }
}

function representanteOf({ representaciones }: CelebrarForm, actor: string) {
  const { presente = false, quien = '' } = representaciones[actor] ?? {}
  return { actor, presente, quien: presente ? quien.trim() : null }
}

/** Number of the acuerdo of an item: only an approved one has it. */
export function acuerdoDe(form: CelebrarForm, puntoId: string, sesion: Pick<Sesion, 'integrantes' | 'reglas'>): string | null {
  const numero = form.puntos[puntoId]?.acuerdo.trim() ?? ''
  return numero !== '' && resultadoDe(form, puntoId, sesion) === 'aprobado' ? numero : null
}

/** Why an approval of this entregable would fulfil nothing, by the hour that is told. */
export function notaDe(
  form: CelebrarForm,
  previa: VersionPrevia,
  { puntoId, sesion }: { puntoId: string; sesion: Pick<Sesion, 'fecha'> },
): string | null {
  const hora = form.puntos[puntoId]?.hora ?? ''
  return notaDeVoto(previa, hora === '' ? null : instantOf(hora, { fecha: sesion.fecha, inicio: form.inicio }))
}

/** Result of an item that is voted; a withdrawn one has none. */
export function resultadoDe(form: CelebrarForm, puntoId: string, sesion: Pick<Sesion, 'integrantes' | 'reglas'>): ResultadoPunto {
  if (form.puntos[puntoId]?.retirado === true) return 'retirado'
  return votacionOf(form, puntoId, sesion)?.resultado ?? 'sin_votacion'
}

function votosOf(form: CelebrarForm, puntoId: string, { integrantes }: Sesion): { integranteId: string; sentido: SentidoVoto }[] {
  return integrantes
    .filter(({ voto }) => voto)
    .flatMap(({ id }) => {
      const sentido = sentidoDe(form, puntoId, id)
      return sentido === '' ? [] : [{ integranteId: id, sentido }]
    })
}

const DAY_MS = 86_400_000

/** An hour before that of the beginning is one after midnight. */
function instantOf(hora: string, { fecha, inicio }: { fecha: string; inicio: string }): string {
  const day = hora < inicio ? new Date(Date.parse(`${fecha}T12:00:00Z`) + DAY_MS).toISOString().slice(0, 10) : fecha
  return fromLocalInput(`${day}T${hora}`)
}
