import { accountOf, withCode } from '../cuentas-demo.ts'
import { pause } from './simulacro-server.ts'

export interface Answer<T> {
  status: number
  body: T
}

/** A demonstration account that talks to the private API from outside, as any client would. */
export interface ApiAccount {
  get<T>(path: string): Promise<Answer<T>>
  put<T>(path: string, json: object, headers?: Record<string, string>): Promise<Answer<T>>
  post<T>(path: string, json: object): Promise<Answer<T>>
}

let callers = 0
/** While the server has its hands full, any client tries again. */
const TURNS = 5

export async function enterApi(url: string, user: string): Promise<ApiAccount> {
  callers += 1
  const address = `10.200.${process.pid & 255}.${callers & 255}`
  const call = async <T>(
    method: string,
    path: string,
    { json, headers = {} }: { json?: object; headers?: Record<string, string> } = {},
  ) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { ...(json ? { 'content-type': 'application/json' } : {}), 'x-forwarded-for': address, ...headers },
      body: json ? JSON.stringify(json) : undefined,
    })
    const text = await answer.text()
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as T }
  }
  const { correo, contrasena } = accountOf(user)
  const enter = async (codigo?: string) => {
    const ask = () => call<{ accessToken: string; code?: string }>('POST', '/acceso/entrar', { json: { correo, contrasena, codigo } })
    let entered = await ask()
    for (let turn = 0; turn < TURNS && entered.body.code === 'servicio.ocupado'; turn += 1) {
      await pause(1_000)
      entered = await ask()
    }
    return entered
  }
  let entered = { status: 0, body: { accessToken: '' } }
  const admitted = async (codigo?: string) => {
    entered = await enter(codigo)
    return entered.status === 200
  }
  const inside = await withCode(url, user, admitted)
  if (!inside) throw new Error(`${user} did not get in: ${JSON.stringify(entered)}`)
  const authorization = `Bearer ${entered.body.accessToken}`
  return {
    get: (path) => call('GET', path, { headers: { authorization } }),
    put: (path, json, headers) => call('PUT', path, { json, headers: { authorization, ...headers } }),
    post: (path, json) => call('POST', path, { json, headers: { authorization } }),
  }
}

export interface SeccionVista {
  estatus: string
  cuestionario: string
  clave: string
  version: number
  respuestas: Record<string, unknown>
  guardadaEn: string | null
}

/** One section as the server has it. */
export async function readSeccion(account: ApiAccount, candidaturaId: string, clave: string): Promise<SeccionVista> {
  const { body } = await account.get<{ secciones: SeccionVista[] }>(`/candidaturas/${candidaturaId}/captura`)
  const found = body.secciones.find((seccion) => seccion.clave === clave)
  if (!found) throw new Error(`there is no section ${clave}`)
  return found
}

/** Ids of candidaturas that an account may capture and nobody has begun. */
export async function unbegun(account: ApiAccount, count: number, more: Record<string, string> = {}): Promise<string[]> {
  const query = new URLSearchParams({ estatusCaptura: 'sin_captura', limite: String(count), ...more })
  const { body } = await account.get<{ elementos: { id: string }[] }>(`/candidaturas?${query}`)
  if (body.elementos.length < count) throw new Error(`there are only ${body.elementos.length} candidaturas without captura`)
  return body.elementos.map(({ id }) => id)
}

/** Two people agree that something of a persona is not shown. */
export async function blockOf(
  [propone, confirma]: readonly [ApiAccount, ApiAccount],
  candidaturaId: string,
  what: { alcance: string; clave: string | null },
): Promise<void> {
  const rest = { base: 'riesgo', autoridad: null, orden: null, motivo: 'Riesgo en un ensayo', documentoId: null, hasta: null }
  const proposed = await propone.post<{ bloqueo: { id: string; version: number } }>('/bloqueos', { candidaturaId, ...what, ...rest })
  if (proposed.status !== 201) throw new Error(`the bloqueo was not proposed: ${JSON.stringify(proposed)}`)
  const { id, version } = proposed.body.bloqueo
  const done = await confirma.post(`/bloqueos/${id}/decidir`, { version, acto: 'confirmar', motivo: null })
  if (done.status !== 200) throw new Error(`the bloqueo was not confirmed: ${JSON.stringify(done)}`)
}
