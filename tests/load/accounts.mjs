import { Secret, TOTP } from 'otpauth'

export const SECRETARIA = {
  correo: 'secretaria@simulacro.example',
  contrasena: 'Simulacro-secretaria-1',
  totp: 'ZBO6WM2E6F3SZ6DMGB5U6IWWX5TCI2J7',
}
export const TRANSPARENCIA = {
  correo: 'transparencia@simulacro.example',
  contrasena: 'Simulacro-transparencia-1',
  totp: 'BGKKWN2TGRTMXJQFRKXXNCJTT6MN3RDH',
}
export const ADMINISTRACION = {
  correo: 'administracion@simulacro.example',
  contrasena: 'Simulacro-administracion-1',
  totp: 'XJE3JF7LQ62OY22GVQJGLOGVVTFYL7VS',
}
export const AUDITORIA = {
  correo: 'auditoria@simulacro.example',
  contrasena: 'Simulacro-auditoria-1',
  totp: 'HCMJ4DNI373QTOPZJ2UTKQOXZVRSYEAB',
}

export const CAPTURA = [
  ['captura.pan', 'IWCUHIUFBBJACIULY4PFRH2ONVZ3DNET'],
  ['captura.pri', 'YJS3PHZ7QDSSQZJ4PLHVPUDB3X5JVSRW'],
].map(([name, totp]) => ({ correo: `${name}@simulacro.example`, contrasena: 'Simulacro-captura-1', totp }))

/** How often a used code is tried anew: seldom enough for the limit of attempts. */
const CODE_MS = 8_000

/** Access token of an account of the simulacro. */
export async function enter(api, { correo, contrasena, totp }) {
  for (;;) {
    const codigo = new TOTP({ secret: Secret.fromBase32(totp) }).generate()
    const entered = await call(api, null, ['POST', '/acceso/entrar'], { json: { correo, contrasena, codigo } }).catch(orWait)
    if (entered) return entered.accessToken
  }
}

/** One request to the API, which has to succeed: its body. */
export async function call(api, token, [method, path], { json, form } = {}) {
  const headers = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(json ? { 'content-type': 'application/json' } : {}) }
  const answer = await fetch(api + path, { method, headers, body: form ?? (json ? JSON.stringify(json) : undefined) })
  const body = await answer.json()
  if (!answer.ok) throw new Refused(`${method} ${path}: ${answer.status} ${JSON.stringify(body)}`, answer)
  return body
}

class Refused extends Error {
  constructor(message, { headers }) {
    super(message)
    this.waitMs = Number(headers.get('retry-after')) * 1_000
  }
}

/** A code opens an account once, and the next comes within half a minute. Too many tries are told how long to wait. */
async function orWait(error) {
  if (error.waitMs > 0) await settled(error.waitMs)
  else if (error.message.includes('acceso.codigo_invalido')) await settled(CODE_MS)
  else throw error
}

export function settled(ms = 2_000) {
  return new Promise((done) => setTimeout(done, ms))
}
