import type { EntityManager } from 'typeorm'
import type { Temporal } from 'temporal-polyfill'
import { seccionesDe } from '@conoceles/cuestionarios'
import { claseOmision, exentaAlTermino, finDelTermino, seccionAlTermino, type ClaseOmision, type SeccionAlTermino } from '@conoceles/domain'
import type { Vigente } from '../../captura/index.ts'
import { readActos, readVencidas, type ActoRow, type VencidaRow } from './omisiones.queries.ts'

/** A section of the cuestionarios in force then, with how it stood when the term ended. */
export interface SeccionOmision extends SeccionAlTermino {
  cuestionario: 'curricular' | 'identidad'
  clave: string
  titulo: string
}

/** A candidatura whose captura was not complete at the end of its term, with the evidence. */
export interface Omision {
  candidatura: VencidaRow
  clase: ClaseOmision
  /** First instant after the term. */
  fin: Temporal.Instant
  secciones: SeccionOmision[]
}

export interface Omisiones {
  /** Candidaturas in force whose term has ended: of how many. */
  universo: number
  omisiones: Omision[]
}

interface Asked {
  procesoId: string
  zona: string
  hoy: string
  actorId: string | null
  /** Versions of the cuestionarios that a cargo answered on a day. */
  rigen(cargo: string, dia: string): readonly Vigente[]
}

/** Replays the bitácora up to the end of each term: the present state says nothing. */
export async function readOmisiones(tx: EntityManager, asked: Asked): Promise<Omisiones> {
  const vencidas = await readVencidas(tx, asked)
  const actos = new Map<string, ActoRow[]>(vencidas.map(({ id }) => [id, []]))
  for (const acto of await readActos(tx, [...actos.keys()])) actos.get(acto.candidaturaId)?.push(acto)
  const omisiones = vencidas.flatMap((row) => toOmision(row, { ...asked, actos: actos.get(row.id) ?? [] }) ?? [])
  return { universo: vencidas.length, omisiones }
}

function toOmision(row: VencidaRow, { zona, rigen, actos }: Asked & { actos: readonly ActoRow[] }): Omision | null {
  const fin = finDelTermino(row.vence, zona)
  if (validadaAntes(row, { actos, fin })) return null
  const exenta = exentaAlTermino(row.decisiones ?? [], fin)
  const secciones = rigen(row.cargo, row.vence).flatMap(({ row: { id, tipo }, compiled }) =>
    seccionesDe(compiled).map(({ clave, titulo }): SeccionOmision => {
      const guardados = actos.flatMap(({ acto, cuestionario, seccion, en, version, estatus, folio }) =>
        acto === 'captura.guardada' && cuestionario === tipo && seccion === clave ? [{ en, version: version ?? 0, estatus, folio }] : [],
      )
      const state = seccionAlTermino({ guardados, actual: row.actuales?.[`${id}/${clave}`] ?? null }, fin)
      return { cuestionario: tipo, clave, titulo, ...state, ...(tipo === 'identidad' && exenta ? { estatus: 'exenta' as const } : {}) }
    }),
  )
  const clase = claseOmision(secciones.map(({ estatus }) => estatus))
  return clase && { candidatura: row, clase, fin, secciones }
}

/** A captura validated in time was complete, unless it was taken back and not sent again. */
function validadaAntes({ validadaEn }: VencidaRow, { actos, fin }: { actos: readonly ActoRow[]; fin: Temporal.Instant }): boolean {
  const inTime = actos.filter(({ acto, en }) => SENDING.includes(acto) && Date.parse(en) < fin.epochMilliseconds)
  const last = inTime.at(-1)?.acto
  if (last !== undefined) return last === 'candidatura.validada'
  return validadaEn !== null && validadaEn.getTime() < fin.epochMilliseconds
}

const SENDING: readonly string[] = ['candidatura.validada', 'candidatura.recuperada']
