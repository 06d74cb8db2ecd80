import { ROLES, type Rol } from '@conoceles/domain'
import { createRandom } from '../../../apps/api/src/simulacro/random.ts'
import { MATRIZ } from '../../contract/matriz.ts'
import { newAddress } from '../acceso.ts'
import type { TestApp } from '../app.ts'
import { operationsOf, requestFor, type Operation } from './requests.ts'
import type { Schema } from './values.ts'

export interface Order {
  seed: number
  /** Requests for each route, among the roles that may call it. */
  each: number
  /** For each role that may not. */
  refused: number
  /** Time for the requests of one route; the rest is left out. */
  routeMs: number
  /** Only this operation. */
  only?: string
  tokenOf: (rol: Rol) => Promise<string>
}

export interface Found {
  /** Command that repeats it: `npm run fuzz -- --seed N --only operation`. */
  operation: string
  rol: string
  request: string
  what: string
}

export interface Fuzzed {
  requests: number
  found: Found[]
  /** Routes that took all their time, with how many of their requests were made. */
  cut: Record<string, number>
  statuses: Record<number, number>
}

/** No answer of ours takes so long. */
const HANG_MS = 60_000
const AT_ONCE = 6
/** Operations that change data of all the others, so they come last. */
const LAST = ['moveReloj', 'salir', 'revokeDispositivo', 'deactivateCuenta']
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Asks every route of the document as its contract says and as it does not; `found`: each answer of 500, fault or silence. */
export async function fuzz(test: TestApp, order: Order): Promise<Fuzzed> {
  const document = test.app.swagger() as unknown as {
    paths: Record<string, Record<string, unknown>>
    components: { schemas: Record<string, Schema> }
  }
  const all = operationsOf(document).filter(({ operationId }) => order.only === undefined || operationId === order.only)
  const turn = ({ operationId }: Operation) => LAST.indexOf(operationId)
  const ids: string[] = []
  const known = { ids, schemas: document.components.schemas }
  const result: Fuzzed = { requests: 0, found: [], cut: {}, statuses: {} }
  const onFault = (fault: unknown) => void result.found.push({ operation: '', rol: '', request: '', what: `unhandled: ${String(fault)}` })
  process.on('unhandledRejection', onFault)
  const tokens = new Map<Rol, string>()
  for (const rol of ROLES) tokens.set(rol, await order.tokenOf(rol))
  for (const operation of all.sort((a, b) => turn(a) - turn(b))) await fuzzOne(operation)
  process.off('unhandledRejection', onFault)
  return result

  async function fuzzOne(operation: Operation): Promise<void> {
    const roles = rolesOf(operation)
    const calls = [
      ...Array.from({ length: order.each }, (_, at) => ({ rol: roles.may[at % roles.may.length] ?? null, at })),
      ...roles.mayNot.flatMap((rol) => Array.from({ length: order.refused }, (_, at) => ({ rol, at: order.each + at }))),
    ]
    const started = performance.now()
    const total = calls.length
    const lane = async () => {
      for (let call = calls.shift(); call; call = calls.shift()) {
        if (performance.now() - started > order.routeMs) {
          result.cut[operation.operationId] = total - calls.length
          return
        }
        await ask(operation, call)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, lane))
  }

  async function ask(operation: Operation, { rol, at }: { rol: Rol | null; at: number }): Promise<void> {
    const random = createRandom(order.seed).fork(`${operation.operationId} ${String(rol)} ${at}`)
    const request = requestFor(operation, { ...known, random })
    const headers = { ...(rol ? { authorization: `Bearer ${tokens.get(rol)}` } : {}), ...request.headers }
    const logged = test.instruments.log.length
    const outcome = await inTime(test.app.inject({ ...request, headers, remoteAddress: newAddress() }))
    result.requests += 1
    if (outcome === 'silence' || outcome.statusCode === 500) {
      const what =
        outcome === 'silence' ? 'no answer' : test.instruments.log.slice(logged).find((line) => line.includes('unexpected error'))
      const body = Buffer.isBuffer(request.payload) ? request.payload.toString('latin1') : String(request.payload ?? '')
      result.found.push({
        operation: operation.operationId,
        rol: String(rol),
        request: `${request.method} ${String(request.url)} ${JSON.stringify(request.headers)} ${body.slice(0, 400)}`,
        what: what ?? String(outcome === 'silence' ? '' : outcome.body),
      })
      return
    }
    result.statuses[outcome.statusCode] = (result.statuses[outcome.statusCode] ?? 0) + 1
    if (outcome.statusCode < 300 && ids.length < 400) ids.push(...new Set((outcome.body.match(UUID) ?? []).slice(0, 8)))
    if (outcome.statusCode === 401 && rol) tokens.set(rol, await order.tokenOf(rol))
  }
}

function rolesOf({ operationId }: Operation): { may: (Rol | null)[]; mayNot: (Rol | null)[] } {
  const decided = MATRIZ[operationId] ?? []
  if (decided === 'todos') return { may: [null], mayNot: [] }
  return { may: decided, mayNot: [null, ...ROLES.filter((rol) => !decided.includes(rol))] }
}

async function inTime<T>(pending: Promise<T>): Promise<T | 'silence'> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<'silence'>((done) => (timer = setTimeout(() => done('silence'), HANG_MS)))
  return Promise.race([pending, silence]).finally(() => clearTimeout(timer))
}
