import type { Cuenta } from '../../api-types.ts'
import { useAccesoStore } from '../../stores/acceso.ts'
import { deviceNow, ownerOfVisita } from './este-equipo.ts'
import { keepConsola } from './sin-red.ts'
import { forgetVisita, isKept, keepAnswer, openVisita, recallAnswer, startVisita } from './visita.ts'

/** The page that she opened comes first: on a bad line nobody waits for the files of all the others. */
const PAUSE_MS = 3_000
const LONGEST_TIMER_MS = 2 ** 31 - 1

let ready: Promise<boolean> | null = null

/** Whether this device keeps the files of the consola; until then what was answered waits. */
function shellIsKept(): Promise<boolean> {
  const { serviceWorker = null }: { serviceWorker?: ServiceWorkerContainer | null } = navigator
  const pause = serviceWorker?.controller ? 0 : PAUSE_MS
  ready ??= new Promise((resolve) => setTimeout(resolve, pause)).then(keepConsola)
  return ready
}

/** Leaves here only the visit of the account that is in, and begins hers where she is of a party. */
export async function settleVisita(lista: () => Promise<void>): Promise<void> {
  const { cuenta, terminaEn } = useAccesoStore()
  if (ownerOfVisita() !== (cuenta?.id ?? null)) await forgetVisita()
  if (cuenta === null || terminaEn === null || !(await mayKeep(cuenta))) return
  await startVisita(cuenta, terminaEn)
  await lista()
}

/** Accounts of the institute keep nothing, and neither does somebody who left meanwhile. */
async function mayKeep({ id, actorPolitico }: Cuenta): Promise<boolean> {
  return actorPolitico !== null && (await shellIsKept()) && isIn(id)
}

/** Enters with the last visit of this device where the server cannot be asked. */
export async function enterVisita(onEnd: () => void): Promise<void> {
  const acceso = useAccesoStore()
  const visita = await openVisita()
  if (visita === null || acceso.resolved) return
  acceso.enterWithoutNetwork(visita.cuenta)
  ready = Promise.resolve(true)
  setTimeout(() => acceso.sinRed && void forgetVisita().then(onEnd), Math.min(visita.terminaEn - deviceNow(), LONGEST_TIMER_MS))
}

/** The browser itself says that there is no network. */
export async function loseNetwork(): Promise<void> {
  if ((await openVisita()) !== null) useAccesoStore().loseNetwork()
}

/** Asks the server and keeps its answer; hands out the kept one where nobody answers. */
export async function askOrRecall(request: Request, ask: (request: Request) => Promise<Response>): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (!isKept(pathname)) return ask(request)
  const acceso = useAccesoStore()
  const early = acceso.sinRed ? await recallAnswer(pathname) : null
  if (early !== null) return early
  try {
    const response = await ask(request)
    if (response.ok) void keep(pathname, response.clone())
    return response
  } catch (fault) {
    const kept = await recallAnswer(pathname)
    if (kept === null) throw fault
    acceso.loseNetwork()
    return kept
  }
}

async function keep(path: string, response: Response): Promise<void> {
  const { cuenta } = useAccesoStore()
  const body: unknown = await response.json().catch(() => null)
  if (cuenta !== null && body !== null && (await mayKeep(cuenta))) await keepAnswer(cuenta.id, path, body)
}

function isIn(cuentaId: string): boolean {
  return useAccesoStore().cuenta?.id === cuentaId
}
