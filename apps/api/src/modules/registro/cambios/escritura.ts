import type { EntityManager } from 'typeorm'
import { claveDeSustituta } from '@conoceles/domain'
import type { Proceso } from '../../proceso/index.ts'
import { blameRepeatedKey } from '../../../shared/http/errors.ts'
import { insertCandidaturas, rewritePalabras } from '../candidaturas/alta.queries.ts'
import type { Correccion } from './correccion.ts'
import type { Pedido } from './pedido.ts'
import type { Alta, Plan } from './plan.ts'
import {
  bumpLugares,
  findCandidaturasOfPersona,
  findClaves,
  moveResponsable,
  setEstatus,
  updateCandidatura,
  type LugarRow,
} from './cambios.queries.ts'
import { Persona } from '../candidaturas/persona.entity.ts'

interface Writing {
  proceso: Proceso
  pedido: Pedido
}

/** Writes the plans. Gives, by candidatura, every one that changed. */
export async function applyPlanes(tx: EntityManager, writing: Writing, planes: readonly Plan[]): Promise<Map<string, string[]>> {
  const ids = planes.map(({ row }) => row.id)
  await bumpLugares(tx, ids)
  if (writing.pedido.acto === 'cancelar') {
    await setEstatus(tx, ids, 'cancelada')
    return new Map(ids.map((id) => [id, [id]]))
  }
  const touched = new Map<string, string[]>()
  for (const plan of planes) touched.set(plan.row.id, await applyPlan(tx, writing, plan))
  return touched
}

async function applyPlan(tx: EntityManager, { proceso, pedido }: Writing, plan: Plan): Promise<string[]> {
  const { row, sale } = plan
  if (pedido.acto === 'restituir') {
    if (sale) await setEstatus(tx, [sale.id], 'sustituida')
    await setEstatus(tx, [row.id], 'aprobada')
    return sale ? [row.id, sale.id] : [row.id]
  }
  if (plan.correccion) return writeCorreccion(tx, { proceso, row, correccion: plan.correccion })
  await setEstatus(tx, [row.id], 'sustituida')
  if (!plan.alta || !pedido.acuerdo) throw new Error('a sustitución without an entering persona was let through')
  await insertAlta(tx, { proceso, plan, alta: plan.alta, acuerdoId: pedido.acuerdo.id })
  return [row.id, plan.alta.id]
}

/** The same place and folio; its own clave and acuerdo; its accounts wait for a delivery of their own. */
async function insertAlta(
  tx: EntityManager,
  { proceso, plan, alta, acuerdoId }: { proceso: Proceso; plan: Plan; alta: Alta; acuerdoId: string },
): Promise<void> {
  const { row } = plan
  const { entrante } = alta
  if (entrante.nueva) {
    const { nombre, primerApellido, segundoApellido, apodo, sexo, fechaNacimiento, edadDeclarada } = entrante
    const known = { nombre, primerApellido, segundoApellido, apodo, sexo, fechaNacimiento, edadDeclarada }
    await tx.insert(Persona, { id: entrante.personaId, ...known })
  }
  await insertCandidaturas(tx, { id: proceso.id, feriados: proceso.catalogos.feriados }, [
    {
      id: alta.id,
      clave: await nextClave(tx, proceso.id, plan),
      postulacionId: row.postulacionId,
      personaId: entrante.personaId,
      responsableId: alta.responsableId,
      partidoOrigenId: alta.partidoOrigen?.id ?? null,
      numero: row.numero,
      calidad: row.calidad,
      accionAfirmativa: entrante.accionAfirmativa,
      eleccionConsecutiva: entrante.eleccionConsecutiva,
      acuerdoId,
      folioFormula: row.folioFormula,
    },
  ])
}

async function nextClave(tx: EntityManager, procesoId: string, { row: { clave }, turnos }: Plan): Promise<string> {
  const likely: string[] = []
  // Each attempt asks for the clave after those it has seen: one more than the place ever had, and some for claves that a list brought.
  for (let turn = 0; turn < turnos + 10; turn += 1) likely.push(claveDeSustituta(clave, likely))
  return claveDeSustituta(clave, await findClaves(tx, procesoId, likely))
}

/** Writes a correction of a persona to every place that she has. */
async function writeCorreccion(
  tx: EntityManager,
  { proceso, row, correccion }: { proceso: Proceso; row: LugarRow; correccion: Correccion },
): Promise<string[]> {
  const { persona, candidatura, responsableId } = correccion
  if (Object.keys(candidatura).length > 0) await updateCandidatura(tx, row.id, candidatura)
  if (responsableId !== undefined) await moveResponsable(tx, row.id, responsableId)
  if (Object.keys(persona).length === 0) return [row.id]
  await tx.update(Persona, { id: row.personaId }, persona)
  await rewritePalabras(tx, proceso.id, [row.id])
  return findCandidaturasOfPersona(tx, row.personaId)
}

/** Maps the unique violation to `lugar_ocupado`. */
export const blameLugar = blameRepeatedKey('candidatura_lugar_vigente_uq', 'candidatura.lugar_ocupado')
