import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import request, { type Response } from 'supertest'
import type { Rol } from '@conoceles/domain'
import { createCuentasDemo } from '../../apps/api/src/modules/acceso/index.ts'
import type { Config } from '../../apps/api/src/config.ts'
import { PASSWORD, startTestApp, type TestApp } from './app.ts'

/** The proxy that the tests play: each call comes from an address of its own, so that limits by address stay out of the way. */
const PROXY = '127.0.0.1'
const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const BASE = '/api/v1'
/** Seeds of the accounts that were activated in a test; the others have the one above. */
const SECRETS = new Map<string, string>()

export interface Call {
  method?: 'get' | 'post' | 'put' | 'delete'
  body?: object
  token?: string
  cookie?: string
  /** Null: no header. Otherwise the console's own. */
  origin?: string | null
  conoceles?: string | null
  headers?: Record<string, string>
  address?: string
}

/** The console's API with a mailbox of its own, once it has recovered its breath: just after starting it may say that it is busy. */
export async function startAcceso(config: Partial<Config> = {}): Promise<TestApp> {
  const datos = mkdtempSync(join(tmpdir(), 'acceso-'))
  const test = await startTestApp({ config: { servicio: 'consola', proxy: PROXY, datos, ...config } })
  for (let round = 0; round < 50 && (await call(test, '/acceso/yo')).status === 503; round += 1) await pause(100)
  return test
}

let counter = 0

export function call({ app, deps }: TestApp, path: string, options: Call = {}): Promise<Response> {
  const { method = 'get', body, token, cookie, origin = deps.config.origenConsola, conoceles = '1', headers = {}, address } = options
  const sent = {
    'x-forwarded-for': address ?? newAddress(),
    ...(origin === null ? {} : { origin }),
    ...(conoceles === null ? {} : { 'x-conoceles': conoceles }),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(cookie ? { cookie } : {}),
    ...headers,
  }
  const pending = request(app.server)
    [method](BASE + path)
    .set(sent)
  return new Promise((done, fail) => (body ? pending.send(body) : pending).then(done, fail))
}

export function newAddress(): string {
  counter += 1
  return `10.${(counter >> 16) & 255}.${(counter >> 8) & 255}.${counter & 255}`
}

/** An invitation as its holder has it: the link that came by mail, and the code that she was told. */
export interface Invitada {
  enlace: string
  codigoActivacion?: string
}

let networks = 0

/** Addresses of one network of its own, each another than the one before. */
export function newNetwork(): () => string {
  networks += 1
  const prefix = `172.${16 + (networks >> 8)}.${networks & 255}`
  let host = 0
  return () => `${prefix}.${(host++ % 250) + 1}`
}

export interface Cuenta {
  id: string
  correo: string
}

export async function addCuenta(
  test: TestApp,
  rol: Rol = 'comision',
  more: { totp?: boolean; actorPoliticoId?: string } = {},
): Promise<Cuenta> {
  counter += 1
  const correo = `persona-${counter}@prueba.example`
  const totpSecreto = more.totp === false ? null : TOTP_SECRET
  const cuenta = {
    nombre: 'Persona de Prueba',
    correo,
    rol,
    contrasena: PASSWORD,
    totpSecreto,
    actorPoliticoId: more.actorPoliticoId ?? null,
  }
  const [id = ''] = await test.owner.transaction((tx) => createCuentasDemo(tx, test.deps, [cuenta]))
  return { id, correo }
}

/** Sends a code that was not used, unless a test gives its own; null sends none. */
export async function entrar(
  test: TestApp,
  correo: string,
  more: { contrasena?: string; codigo?: string | null; address?: string; cookie?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  const { address, contrasena = PASSWORD, cookie, headers } = more
  const codigo = more.codigo === undefined ? await freshCode(test, correo) : more.codigo
  return call(test, '/acceso/entrar', {
    method: 'post',
    body: { correo, contrasena, ...(codigo === null ? {} : { codigo }) },
    address,
    cookie,
    headers,
  })
}

/** A code opens once in its half minute: the account forgets the one before. */
async function freshCode(test: TestApp, correo: string): Promise<string> {
  const own = 'cuenta_id in (select id from acceso.cuenta where correo = lower($1))'
  await test.owner.query(`update acceso.factor set totp_ultimo_paso = null where ${own}`, [correo])
  return codeOf(test, SECRETS.get(correo.toLowerCase()) ?? TOTP_SECRET)
}

/** Accepts an invitation with a TOTP, which later sign-ins of the account use. */
export async function activar(test: TestApp, invitada: Invitada | string, contrasena: string): Promise<Response> {
  const { enlace, ...apart } = typeof invitada === 'string' ? { enlace: invitada } : invitada
  const { correo } = (await call(test, `/acceso/invitaciones/${enlace}`)).body as { correo: string }
  const accept = (body: object) => call(test, `/acceso/invitaciones/${enlace}`, { method: 'post', body: { ...apart, ...body } })
  const { alta, secret } = altaIn(test, await accept({ contrasena }))
  SECRETS.set(correo, secret)
  return accept({ contrasena, alta })
}

/** A TOTP for an answer that demands a factor. */
export function altaIn(test: TestApp, response: Response) {
  const { reto, totpUri } = (response.body as { segundoFactor: { reto: string; totpUri: string } }).segundoFactor
  const secret = new URL(totpUri).searchParams.get('secret') ?? ''
  return { secret, alta: { reto, nombre: 'Teléfono', codigo: codeOf(test, secret) } }
}

export function renovar(test: TestApp, cookie: string, more: Call = {}): Promise<Response> {
  return call(test, '/acceso/renovar', { method: 'post', cookie, ...more })
}

/** Access token and cookie of a new account. */
export async function signIn(test: TestApp, rol: Rol = 'comision', more: { actorPoliticoId?: string } = {}) {
  const cuenta = await addCuenta(test, rol, more)
  const response = await entrar(test, cuenta.correo, { codigo: codeNow(test) })
  return { cuenta, token: tokenOf(response), cookie: cookieOf(response) }
}

export function tokenOf(response: Response): string {
  return (response.body as { accessToken: string }).accessToken
}

/** Name and value, as the browser would send it back. */
export function cookieOf(response: Response): string {
  return setCookieOf(response).split(';')[0] ?? ''
}

export function setCookieOf(response: Response): string {
  return setCookieNamed(response, 'conoceles')
}

/** By which the browser is known the next time, as it would send it back. */
export function navegadorOf(response: Response): string {
  return setCookieNamed(response, 'conoceles-navegador').split(';')[0] ?? ''
}

function setCookieNamed({ headers }: Response, name: string): string {
  const all = [headers['set-cookie'] ?? []].flat() as string[]
  return all.find((each) => each.replace(/^__Host-/, '').startsWith(`${name}=`)) ?? ''
}

export function codeNow(test: TestApp, steps = 0): string {
  return codeOf(test, TOTP_SECRET, steps)
}

export function codeOf(test: TestApp, secret: string, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: test.deps.clock.system().epochMilliseconds + steps * 30_000,
  })
}

/** Moves the machine's time, which no simulacro moves. Answers the function that undoes it. */
export function advance({ deps }: TestApp, duration: { seconds?: number; minutes?: number; hours?: number }): () => void {
  const before = deps.clock.system
  deps.clock.system = () => before().add(duration)
  return () => {
    deps.clock.system = before
  }
}

/** Stops the machine's clock until undone: a wait that a test reads does not depend on how busy the machine is. */
export function stopClock({ deps }: TestApp): () => void {
  const before = deps.clock.system
  const instant = before()
  deps.clock.system = () => instant
  return () => {
    deps.clock.system = before
  }
}

export interface Entry {
  acto: string
  cuenta: string | null
  objeto: { tipo: string; id: string } | null
  detalle: Record<string, unknown>
}

export async function bitacoraOf({ owner }: TestApp, acto: string): Promise<Entry[]> {
  const rows = (await owner.query('select contenido from bitacora.acto where acto = $1 order by n', [acto])) as { contenido: string }[]
  return rows.map(({ contenido }) => JSON.parse(contenido) as Entry)
}

/** Messages written for an address; waits for the last one, which is sent after the answer. */
export async function mailsTo({ deps }: TestApp, correo: string, expected: number): Promise<string[]> {
  const folder = join(deps.config.datos, 'correo')
  for (let round = 0; round < 100; round += 1) {
    const mails = filesOf(folder)
      .map((name) => decode(readFileSync(join(folder, name), 'utf8')))
      .filter((mail) => mail.includes(`To: ${correo}`))
    if (mails.length >= expected) return mails
    await pause(30)
  }
  throw new Error(`fewer than ${expected} messages to ${correo}`)
}

export async function linkIn(test: TestApp, correo: string, expected = 1): Promise<string> {
  const mails = await mailsTo(test, correo, expected)
  return /\/(?:invitacion|restablecer|reponer)\/([\w-]{43})/.exec(mails.at(-1) ?? '')?.[1] ?? ''
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

/** Quoted-printable. */
function decode(mail: string): string {
  const bytes = mail.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
