import { esDeActorPolitico, groupBy, puede, ROLES, type Permiso } from '@conoceles/domain'
import { ofRefusal } from './encabezados.ts'
import { ERRORS, type ErrorCode } from './errors.ts'

/** Any request may meet these. */
const OF_SERVICE = ['servicio.limite', 'servicio.falla', 'servicio.ocupado'] as const
const OF_INPUT = ['entrada.invalida', 'entrada.caracter_prohibido'] as const
const OF_BODY = ['entrada.tardanza', 'entrada.demasiado_grande', 'entrada.tipo_no_admitido', 'entrada.acentos_rotos'] as const

/** The parts of a contract from which its refusals follow: its caller and its input. */
interface Asked {
  permiso: Permiso | 'publico' | 'anonimo'
  params?: unknown
  query?: unknown
  body?: unknown
  multipart?: unknown
  paso?: unknown
  rechaza?: readonly ErrorCode[]
}

type Problem = { description: string; content: object }

/** Answers of a route that are no success, by status: what follows from its contract, and the refusals of its own matter. */
export function problemResponses(contract: Asked): Record<number, Problem> {
  const codes = new Set([...ofInput(contract), ...ofCaller(contract), ...(contract.rechaza ?? []), ...OF_SERVICE])
  const byStatus = groupBy([...codes].sort(), (code) => ERRORS[code][0])
  return Object.fromEntries([...byStatus].map(([status, own]) => [status, { ...toResponse(own), ...ofRefusal(status) }]))
}

function ofInput({ params, query, body, multipart }: Asked): ErrorCode[] {
  const sends = body ?? multipart
  return [...((params ?? query ?? sends) ? OF_INPUT : []), ...(params ? (['ruta.no_existe'] as const) : []), ...(sends ? OF_BODY : [])]
}

function ofCaller({ permiso, params, paso }: Asked): ErrorCode[] {
  if (permiso === 'publico' || permiso === 'anonimo') return []
  const reachesParty = params && ROLES.some((rol) => esDeActorPolitico(rol) && puede(rol, permiso))
  const own: ErrorCode[] = ['acceso.requerido', 'acceso.sin_permiso']
  if (paso) own.push('acceso.factor_reciente')
  if (reachesParty) own.push('datos.bloqueados')
  return own
}

function toResponse(codes: readonly ErrorCode[]): Problem {
  return {
    description: codes.map((code) => `\`${code}\`: ${ERRORS[code][1]}`).join('\n\n'),
    content: { 'application/problem+json': { schema: { $ref: 'ProblemDto#' } } },
  }
}

/** Codes that a problem of this description may carry. */
export function codesIn(description: string): string[] {
  return [...description.matchAll(/^`([\w.]+)`: /gm)].map(([, code = '']) => code)
}

/** Longer lists belong to one matter. */
const SHARED_CODES = 2

/** Name by which routes share a problem; null for one that a route describes by itself. */
export function sharedName(description: string): string | null {
  const codes = codesIn(description)
  return codes.length === 0 || codes.length > SHARED_CODES ? null : codes.map(toPascal).join('O')
}

function toPascal(code: string): string {
  return code.replace(/(?:^|[._])(\w)/g, (_, letter: string) => letter.toUpperCase())
}
