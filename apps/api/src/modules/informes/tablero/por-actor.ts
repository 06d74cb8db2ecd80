import { seccionesDe } from '@conoceles/cuestionarios'
import { isComplete, rigenPara, type Vigente } from '../../captura/index.ts'
import { ESTATUS_SECCION } from '@conoceles/domain'
import { memo } from '@conoceles/domain/memo'
import { isOneOf } from '@conoceles/domain/typed'
import type { SeguidaRow } from './actores.queries.ts'
import type { SeccionTablero } from './tablero-libro.ts'

/** How an actor político goes: `listas` of `pedidas` in each section, in the order of the sections. */
export interface AvanceActor {
  clave: string
  nombre: string
  total: number
  enviadas: number
  verificadas: number
  vencidas: number
  secciones: { listas: number; pedidas: number }[]
}

const SENT = ['validada', 'observada', 'en_correccion', 'verificada'] as const

/** One row for each actor político; the one that lacks most comes first. */
export function porActor(
  rows: readonly SeguidaRow[],
  { vigentes, secciones }: { vigentes: readonly Vigente[]; secciones: readonly SeccionTablero[] },
): AvanceActor[] {
  const actores = new Map<string, AvanceActor>()
  const askedOf = memo((cargo: string) => keysFor(cargo, { vigentes, secciones }))
  for (const row of rows) {
    const actor = actores.get(row.actor) ?? blank(row, secciones.length)
    actores.set(row.actor, actor)
    actor.total += 1
    if (isOneOf(SENT, row.estatusCaptura)) actor.enviadas += 1
    if (row.estatusCaptura === 'verificada') actor.verificadas += 1
    if (row.vencida) actor.vencidas += 1
    countSections(actor, row, askedOf(row.cargo))
  }
  return [...actores.values()].sort((a, b) => shareOf(a) - shareOf(b) || a.nombre.localeCompare(b.nombre, 'es'))
}

function countSections(actor: AvanceActor, { secciones, exenta }: SeguidaRow, asked: readonly Asked[]): void {
  for (const [at, count] of actor.secciones.entries()) {
    const ask = asked[at] ?? null
    if (ask === null || (ask.identidad && exenta)) continue
    count.pedidas += 1
    if (isReady(secciones?.[ask.key])) count.listas += 1
  }
}

function isReady(estatus: string | undefined): boolean {
  return isOneOf(ESTATUS_SECCION, estatus) && isComplete(estatus)
}

/** Key of a section in the version that governs a cargo; null where that cargo is not asked. */
type Asked = { key: string; identidad: boolean } | null

function keysFor(cargo: string, { vigentes, secciones }: { vigentes: readonly Vigente[]; secciones: readonly SeccionTablero[] }): Asked[] {
  const rigen = rigenPara(vigentes, cargo)
  return secciones.map(({ cuestionario, clave }) => {
    const vigente = rigen.find(({ row }) => row.tipo === cuestionario)
    const asked = vigente !== undefined && seccionesDe(vigente.compiled).some((seccion) => seccion.clave === clave)
    return asked ? { key: `${vigente.row.id}/${clave}`, identidad: cuestionario === 'identidad' } : null
  })
}

/** Part of all that is asked that is there: the smallest is latest. */
function shareOf({ secciones }: AvanceActor): number {
  const [listas, pedidas] = secciones.reduce(([a, b], each) => [a + each.listas, b + each.pedidas], [0, 0])
  return pedidas === 0 ? 1 : listas / pedidas
}

function blank({ actor, actorNombre }: SeguidaRow, sections: number): AvanceActor {
  const secciones = Array.from({ length: sections }, () => ({ listas: 0, pedidas: 0 }))
  return { clave: actor, nombre: actorNombre, total: 0, enviadas: 0, verificadas: 0, vencidas: 0, secciones }
}
