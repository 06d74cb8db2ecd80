import type { EntityManager } from 'typeorm'
import { compileCuestionario, paraEdad, type CompiledCuestionario, type Traslados } from '@conoceles/cuestionarios'
import { cuestionarioQueRige, esParaCargo } from '@conoceles/domain'
import { Cargo } from '../../proceso/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { Cuestionario } from './cuestionario.entity.ts'
import { findCuestionarios, listCuestionarioIds } from './vigentes.queries.ts'

export interface Vigente {
  row: Cuestionario
  compiled: CompiledCuestionario
}

/** One version on the way from the first to another, and how it took the answers of the one before. */
export interface Paso {
  id: string
  traslados: Traslados
}

export const TIPOS = ['curricular', 'identidad'] as const

/** The versions of the cuestionarios, read and compiled once each: a row is never changed. */
export class CuestionariosVigentes {
  private readonly rows = new Map<string, Cuestionario>()
  private readonly compiled = new Map<string, CompiledCuestionario>()

  constructor(private readonly clock: Clock) {}

  /** Those that govern some cargo today: curricular first, of a kind the newest first. */
  async list(tx: EntityManager): Promise<Vigente[]> {
    const rows = await this.todas(tx)
    const cargos = await tx.find(Cargo, { select: { clave: true } })
    const governing = new Set(cargos.flatMap(({ clave }) => this.rigenDe(rows, clave).map(({ id }) => id)))
    return rows.filter(({ id }) => governing.has(id)).map((row) => ({ row, compiled: this.compile(row) }))
  }

  /**
   * Those that the persona of a captura answers today, one of each kind: curricular first. Each asks only what is asked at her age.
   * `cuestionarios`: every version there was.
   */
  async deCaptura(
    tx: EntityManager,
    { cargo, edad, cuestionarios }: { cargo: string; edad: number | null; cuestionarios: readonly string[] },
  ): Promise<Vigente[]> {
    const rows = this.rigenDe(await this.leer(tx, cuestionarios), cargo)
    return rows.map((row) => ({ row, compiled: paraEdad(this.compile(row), edad) }))
  }

  /** Every version there was, curricular first, of a kind the newest first. */
  async todas(tx: EntityManager): Promise<Cuestionario[]> {
    return this.leer(tx, await listCuestionarioIds(tx))
  }

  private async leer(tx: EntityManager, ids: readonly string[]): Promise<Cuestionario[]> {
    const unread = ids.filter((id) => !this.rows.has(id))
    if (unread.length > 0) for (const row of await findCuestionarios(tx, unread)) this.rows.set(row.id, row)
    return ids.flatMap((id) => this.rows.get(id) ?? [])
  }

  /** On a legal day; today, unless one is told. */
  rigenDe(rows: readonly Cuestionario[], cargo: string, dia = this.clock.today().toString()): Cuestionario[] {
    return TIPOS.flatMap((tipo) => cuestionarioQueRige(rows, { tipo, cargo, dia }) ?? [])
  }

  /** How answers came to a version, from the first one on. */
  async pasosHasta(tx: EntityManager, { row }: Vigente): Promise<Paso[]> {
    if (row.anteriorId === null) return [{ id: row.id, traslados: {} }]
    const rows = await this.todas(tx)
    const pasos: Paso[] = []
    for (let at: Cuestionario | undefined = row; at;) {
      pasos.unshift({ id: at.id, traslados: at.traslados ?? {} })
      const before: string | null = at.anteriorId
      at = rows.find(({ id }) => id === before)
    }
    return pasos
  }

  compile(row: Cuestionario): CompiledCuestionario {
    const known = this.compiled.get(row.id) ?? compileCuestionario(row)
    this.compiled.set(row.id, known)
    return known
  }
}

/** Selects, from those that govern some cargo (`list`), the ones that this cargo answers. */
export function rigenPara(vigentes: readonly Vigente[], cargo: string): Vigente[] {
  return TIPOS.flatMap((tipo) => vigentes.find(({ row }) => row.tipo === tipo && esParaCargo(row, cargo)) ?? [])
}
