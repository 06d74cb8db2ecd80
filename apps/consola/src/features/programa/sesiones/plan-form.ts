import { CLASES_SESION, ordenDelDia, type PuntoFijo, type TextosPlantilla } from '@conoceles/domain'
import type { FieldError } from '@conoceles/ui'
import type { Documento, Entregable, Sesion, SesionEditada, SesionNueva } from '../../../api-types.ts'
import { t } from '../mensajes.ts'
import { monthLong } from '../../../shared/formularios/dates.ts'
import { missing } from '../../../shared/formularios/form-errors.ts'
import type { Attempt } from './attempt.ts'

export interface PuntoForm {
  key: string
  /** Null for one that is not saved yet. */
  id: string | null
  titulo: string
  seVota: boolean
  entregable: { clave: string; numero: string; nombre: string; documento: string | null } | null
  /** Clave of the draft that it decides; empty when it decides none. */
  materia: string
  documentos: Documento[]
}

export interface PlanForm {
  organo: string
  tipo: string
  fecha: string
  hora: string
  modalidad: string
  lugar: string
  puntos: PuntoForm[]
  attempt: Attempt | null
}

export function blankPlan(): PlanForm {
  const puntos = [{ ...puntoOf(t('sesiones.puntoLista')), seVota: false }, puntoOf(t('sesiones.puntoOrden'))]
  return { organo: '', tipo: '', fecha: '', hora: '', modalidad: 'presencial', lugar: '', puntos, attempt: null }
}

export function puntoOf(titulo: string): PuntoForm {
  return { key: crypto.randomUUID(), id: null, titulo, seVota: true, entregable: null, materia: '', documentos: [] }
}

export function puntoDe({ clave, numero, nombre, documento }: Pick<Entregable, 'clave' | 'numero' | 'nombre' | 'documento'>): PuntoForm {
  return { ...puntoOf(nombre), entregable: { clave, numero, nombre, documento } }
}

type Titulado = Parameters<typeof puntoDe>[0] & Pick<Entregable, 'mes' | 'evento'>

/** The month or the act of which it is goes into the title, which can be changed. */
export function puntoTitulado(entregable: Titulado): PuntoForm {
  const titulo = [entregable.nombre, entregable.mes && monthLong(entregable.mes), entregable.evento?.titulo].filter(Boolean).join(' · ')
  return { ...puntoDe(entregable), titulo }
}

/** Adds an entregable that was marked and not added yet. */
export function conMarcado(puntos: readonly PuntoForm[], marcado: Titulado | undefined): PuntoForm[] {
  return marcado ? [...puntos, puntoTitulado(marcado)] : [...puntos]
}

/** Clave of the organ that gives the first of the missing approvals; empty when none does. */
export function organoSiguiente(organos: readonly { clave: string; aprueba: string | null }[], faltan: readonly string[]): string {
  const siguiente = faltan.find((milestone) => organos.some(({ aprueba }) => aprueba === milestone))
  return organos.find(({ aprueba }) => aprueba !== null && aprueba === siguiente)?.clave ?? ''
}

/** Plan that begins with what the work of an entregable proposes; all of it can be changed. */
export function planPara(pedido: Pick<PlanForm, 'organo' | 'tipo' | 'fecha'>, entregable: Entregable | undefined): PlanForm {
  const plan = blankPlan()
  const puntos = pedido.tipo === 'reunion_trabajo' ? paraReunion(plan.puntos) : plan.puntos
  return { ...plan, ...pedido, puntos: conMarcado(puntos, entregable) }
}

export function planOf({ organo, tipo, fecha, hora, modalidad, lugar, puntos }: Sesion): PlanForm {
  return {
    ...{ organo: organo.clave, tipo, fecha, hora: hora ?? '', modalidad, lugar: lugar ?? '' },
    puntos: puntos.map(({ id, titulo, seVota, entregable, materia, documentos }) => ({
      ...{ key: id, id, titulo, seVota, documentos, materia: materia?.clave ?? '' },
      entregable: entregable && {
        ...{ clave: entregable.clave, numero: entregable.numero, nombre: entregable.nombre, documento: entregable.documento },
      },
    })),
    attempt: null,
  }
}

/** Moves an item by one place; where it cannot go further it stays. */
export function movePunto(puntos: readonly PuntoForm[], at: number, by: -1 | 1): PuntoForm[] {
  const moved = [...puntos]
  const [one, other] = [moved[at], moved[at + by]]
  if (one && other) [moved[at], moved[at + by]] = [other, one]
  return moved
}

/** The points of the printed agenda that nobody typed, each with its place among the typed ones, and how a typed one reads otherwise. */
export function agendaDe(
  { tipo, puntos }: Pick<PlanForm, 'tipo' | 'puntos'>,
  { papel, textos }: { papel: 'acta' | 'minuta'; textos: TextosPlantilla },
): AgendaDelPlan {
  const clase = CLASES_SESION.find((each) => each === tipo)
  const dichos = clase === 'reunion_trabajo' ? puntos.map(sinVoto) : puntos
  const all = clase === undefined ? [] : ordenDelDia({ tipo: clase, papel, textos }, dichos)
  return {
    agregados: all.flatMap(({ fijo, titulo, punto }, n) => {
      const before = all.slice(0, n).filter((each) => each.punto !== null).length
      return fijo !== null && punto === null ? [{ fijo, titulo, antesDe: before }] : []
    }),
    leidos: Object.fromEntries(
      all.flatMap(({ titulo, punto }) => (punto && titulo !== punto.titulo && titulo !== `${punto.titulo}.` ? [[punto.key, titulo]] : [])),
    ),
  }
}

export interface AgendaDelPlan {
  /** `antesDe`: index of the typed item that follows it. */
  agregados: { fijo: PuntoFijo; titulo: string; antesDe: number }[]
  /** By key of the item. */
  leidos: Record<string, string>
}

const TITULO_MIN = 3

export function planErrors(form: PlanForm): FieldError[] {
  return [
    ...missing(form.organo, 'organo', t('sesiones.faltaOrgano')),
    ...missing(form.tipo, 'tipo', t('sesiones.faltaTipo')),
    ...missing(form.fecha, 'fecha', t('sesiones.faltaFecha')),
    ...form.puntos.flatMap(({ titulo }, at) =>
      titulo.trim().length < TITULO_MIN ? [{ id: `punto-${at}-titulo`, text: t('sesiones.faltaTitulo', { n: at + 1 }) }] : [],
    ),
  ]
}

/** Ids of the fields by their name in the API. */
export function camposDe({ puntos }: PlanForm): Record<string, string> {
  const ofPuntos = puntos.flatMap((_, at) => [
    [`puntos.${at}.titulo`, `punto-${at}-titulo`],
    [`puntos.${at}.entregable`, `punto-${at}-titulo`],
    [`puntos.${at}.materia`, `punto-${at}-materia`],
  ])
  return { organo: 'organo', tipo: 'tipo', fecha: 'fecha', hora: 'hora', lugar: 'lugar', ...Object.fromEntries(ofPuntos) }
}

export function nuevaOf(form: PlanForm): SesionNueva {
  return { organo: form.organo, tipo: form.tipo as SesionNueva['tipo'], ...planBody(form) }
}

export function editadaOf(form: PlanForm, version: number): SesionEditada {
  return { version, tipo: form.tipo as SesionNueva['tipo'], ...planBody(form) }
}

/** A reunión de trabajo declares no quorum and approves no agenda: it lacks the points that a new plan proposes. */
export function paraReunion(puntos: readonly PuntoForm[]): PuntoForm[] {
  const propuestos = [t('sesiones.puntoLista'), t('sesiones.puntoOrden')]
  return puntos.filter(({ titulo }) => !propuestos.includes(titulo))
}

/** A plan that was of a reunión de trabajo gets the proposed points again. */
export function paraSesion(puntos: readonly PuntoForm[]): PuntoForm[] {
  return [...blankPlan().puntos, ...paraReunion(puntos)]
}

/** In a reunión de trabajo nothing is voted; the entregable that a point is about stays tied to it. */
function sinVoto(punto: PuntoForm): PuntoForm {
  return { ...punto, seVota: false, materia: '' }
}

function planBody({ tipo, fecha, hora, modalidad, lugar, puntos }: PlanForm): Omit<SesionEditada, 'version'> {
  const esReunion = tipo === 'reunion_trabajo'
  return {
    ...{ fecha, hora: hora === '' ? null : hora, modalidad: modalidad as SesionEditada['modalidad'] },
    lugar: lugar.trim() === '' ? null : lugar.trim(),
    puntos: (esReunion ? puntos.map(sinVoto) : puntos).map(({ id, titulo, seVota, entregable, materia, documentos }) => ({
      ...(id === null ? {} : { id }),
      ...{ titulo: titulo.trim(), seVota, entregable: entregable?.clave ?? null, materia: materia || null },
      documentos: documentos.map((documento) => documento.id),
    })),
  }
}
