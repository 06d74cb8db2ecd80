import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { CandidaturaDetailDto } from './candidatura-detail.dto.ts'
import type { CandidaturaDetailService } from './candidatura-detail.service.ts'
import { FormulaDto } from './formula.dto.ts'
import type { FormulaService } from './formula.service.ts'

const common = { etiqueta: 'Candidaturas', permiso: 'candidaturas.ver', params: IdParamsDto } as const

export interface CandidaturaDetailServices {
  detail: CandidaturaDetailService
  formula: FormulaService
}

export function candidaturaDetailRoutes(app: FastifyInstance, { databases }: Deps, { detail, formula }: CandidaturaDetailServices): void {
  route(
    app,
    ['GET', '/candidaturas/:id'],
    { ...common, id: 'getCandidatura', resumen: 'Una candidatura', respuesta: CandidaturaDetailDto },
    ({ params, quien }) => act(databases, quien, (tx) => detail.read(tx, quien, params.id)),
  )
  route(
    app,
    ['GET', '/candidaturas/:id/formula'],
    { ...common, id: 'getFormula', resumen: 'La historia de su fórmula', respuesta: FormulaDto },
    ({ params, quien }) => act(databases, quien, (tx) => formula.read(tx, quien, params.id)),
  )
}
