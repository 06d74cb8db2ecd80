import type { EntityManager } from 'typeorm'
import { compileCuestionario, type CompiledCuestionario } from '@conoceles/cuestionarios'
import type { Clock } from '../../shared/clock.ts'
import { Cuestionario } from './cuestionario.entity.ts'

export interface Vigente {
  row: Cuestionario
  compiled: CompiledCuestionario
}

/** The versions in force of the cuestionarios, compiled once each. */
export class CuestionariosVigentes {
  private readonly compiled = new Map<string, CompiledCuestionario>()

  constructor(private readonly clock: Clock) {}

  /** Newest version of each kind whose date has come: curricular first. */
  async list(tx: EntityManager): Promise<Vigente[]> {
    const today = this.clock.today().toString()
    const rows = await tx.find(Cuestionario, { order: { tipo: 'ASC', version: 'DESC' } })
    const current = rows.filter(({ vigenteDesde }) => vigenteDesde <= today)
    const newest = current.filter((row, index) => current.findIndex(({ tipo }) => tipo === row.tipo) === index)
    return newest.map((row) => ({ row, compiled: this.compile(row) }))
  }

  compile(row: Cuestionario): CompiledCuestionario {
    const known = this.compiled.get(row.id) ?? compileCuestionario(row)
    this.compiled.set(row.id, known)
    return known
  }
}
