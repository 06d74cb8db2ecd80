import type { EntityManager } from 'typeorm'
import type { Respuestas } from '@conoceles/cuestionarios'
import type { OrdenRevision } from '@conoceles/domain'
import type { AvisosPrivacidadService } from '../../captura/avisos/index.ts'
import { rigenPara, type CuestionariosVigentes, type IdentidadService, type Paso } from '../../captura/index.ts'
import { readConsentimientos } from './estadisticas.queries.ts'
import { consienteEstadistica } from './identidad.ts'

/** Those in force whose identity answers may be counted now. */
export async function listConsienten(tx: EntityManager, avisos: AvisosPrivacidadService, orden: OrdenRevision): Promise<Set<string>> {
  const decisiones = await readConsentimientos(tx, orden)
  const porRenovar = await avisos.porRenovarDeTodos(tx)
  return new Set([...decisiones].filter(([, all]) => consienteEstadistica(all, porRenovar)).map(([id]) => id))
}

interface Apertura {
  vigentes: CuestionariosVigentes
  identidad: IdentidadService
  /** The only questions whose answers are opened. */
  preguntas: readonly string[]
  orden: OrdenRevision
}

/** Identity answers of many as they were last verified (or validated, where the pack publishes first), by candidatura. */
export async function abrirRespuestas(
  tx: EntityManager,
  personas: readonly { id: string; cargo: string }[],
  { vigentes, identidad, preguntas, orden }: Apertura,
): Promise<Map<string, Respuestas>> {
  const todos = await vigentes.list(tx)
  const ways = new Map<string, readonly Paso[]>()
  for (const vigente of todos) ways.set(vigente.row.id, await vigentes.pasosHasta(tx, vigente))
  const cargos = new Map(personas.map(({ id, cargo }) => [id, cargo]))
  const pasosDe = (id: string) => {
    const own = rigenPara(todos, cargos.get(id) ?? '').find(({ row }) => row.tipo === 'identidad')
    return (own && ways.get(own.row.id)) ?? []
  }
  const como = orden === 'verificar_y_publicar' ? ('verificada' as const) : ('validada' as const)
  return identidad.readMany(tx, [...cargos.keys()], { pasosDe, como, preguntas })
}
