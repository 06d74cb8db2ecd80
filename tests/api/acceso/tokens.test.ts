import { createHmac, createPublicKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'
import { call, signIn, startAcceso } from '../../support/acceso.ts'
import type { TestApp } from '../../support/app.ts'

let test_: TestApp
let token: string
let cookie: string
let otherSub: string

beforeAll(async () => {
  test_ = await startAcceso()
  ;({ token, cookie } = await signIn(test_, 'administracion'))
  otherSub = (await signIn(test_, 'comision')).cuenta.id
})
afterAll(() => test_.close())

type Json = Record<string, unknown>

const HEADER = { alg: 'EdDSA', typ: 'JWT', kid: 'k1' }
const attacker = generateKeyPairSync('ed25519')
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })

const encode = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url')
const claims = (): Json => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Json
const ours = () => test_.deps.secretos.jwt.vigente

function signed(header: Json, payload: Json, key: KeyObject | string = ours().privateKey): string {
  const input = `${encode(header)}.${encode(payload)}`
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`
}

function rsaSigned(header: Json, payload: Json): string {
  const input = `${encode(header)}.${encode(payload)}`
  return `${input}.${sign('sha256', Buffer.from(input), rsa.privateKey).toString('base64url')}`
}

function hmac(alg: string, secret: string | Buffer): string {
  const input = `${encode({ alg, typ: 'JWT' })}.${encode(claims())}`
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
}

const without = (name: string) => Object.fromEntries(Object.entries(claims()).filter(([key]) => key !== name))
const parts = () => token.split('.') as [string, string, string]
const publicDer = () => createPublicKey(ours().publicKey).export({ type: 'spki', format: 'der' })
const jwk = () => attacker.publicKey.export({ format: 'jwk' })
const now = () => Math.floor(Date.now() / 1000)

const FORGED: [string, () => string][] = [
  ['algorithm none, without signature', () => `${encode({ alg: 'none', typ: 'JWT' })}.${parts()[1]}.`],
  ['algorithm None, with the old signature', () => `${encode({ alg: 'None', typ: 'JWT' })}.${parts()[1]}.${parts()[2]}`],
  ['our header and no signature', () => `${parts()[0]}.${parts()[1]}.`],
  ['HS256 keyed with our public key as PEM', () => hmac('HS256', ours().publicKey)],
  ['HS256 keyed with our public key as DER', () => hmac('HS256', publicDer())],
  ['HS256 keyed with nothing', () => hmac('HS256', '')],
  ['RS256 with a key of its own', () => rsaSigned({ alg: 'RS256', typ: 'JWT' }, claims())],
  ['EdDSA by another key', () => signed(HEADER, claims(), attacker.privateKey)],
  ['EdDSA by another key that it brings along (jwk)', () => signed({ ...HEADER, jwk: jwk() }, claims(), attacker.privateKey)],
  ['a key to be fetched (jku)', () => signed({ ...HEADER, jku: 'http://127.0.0.1/llaves' }, claims(), attacker.privateKey)],
  ['a certificate to be fetched (x5u)', () => signed({ ...HEADER, x5u: 'http://127.0.0.1/x' }, claims(), attacker.privateKey)],
  ['no key id', () => signed({ alg: 'EdDSA', typ: 'JWT' }, claims())],
  ['a key that there is not', () => signed({ ...HEADER, kid: 'k2' }, claims())],
  ['a key id that is a path', () => signed({ ...HEADER, kid: '../../../dev/null' }, claims())],
  ['a key id that is SQL', () => signed({ ...HEADER, kid: "' or 1=1 --" }, claims())],
  ['a critical extension', () => signed({ ...HEADER, crit: ['b64'], b64: false }, claims())],
  ['another type in the header', () => signed({ ...HEADER, typ: 'dpop+jwt' }, claims())],
  ['the key that signs cortes', () => signed(HEADER, claims(), test_.deps.secretos.firma.privateKey)],
  ['a payload that was changed', () => `${parts()[0]}.${encode({ ...claims(), sub: otherSub })}.${parts()[2]}`],
  ['a signature with one bit less', () => `${parts()[0]}.${parts()[1]}.${parts()[2].slice(0, -2)}`],
  [
    'the signature of another token',
    () => `${parts()[0]}.${parts()[1]}.${signed(HEADER, { ...claims(), jti: randomUUID() }).split('.')[2]}`,
  ],
  ['an expired one', () => signed(HEADER, { ...claims(), iat: now() - 700, exp: now() - 100 })],
  ['one that does not expire', () => signed(HEADER, without('exp'))],
  ['an expiry that is no number', () => signed(HEADER, { ...claims(), exp: '9999999999' })],
  ['one not yet valid', () => signed(HEADER, { ...claims(), nbf: now() + 500 })],
  ['another issuer', () => signed(HEADER, { ...claims(), iss: 'otro' })],
  ['no issuer', () => signed(HEADER, without('iss'))],
  ['another audience', () => signed(HEADER, { ...claims(), aud: 'visor' })],
  ['several audiences', () => signed(HEADER, { ...claims(), aud: ['visor', 'consola'] })],
  ['no audience', () => signed(HEADER, without('aud'))],
  ['another use', () => signed(HEADER, { ...claims(), typ: 'renovacion' })],
  ['no use', () => signed(HEADER, without('typ'))],
  ['no identifier', () => signed(HEADER, without('jti'))],
  ['no account', () => signed(HEADER, without('sub'))],
  ['an account that is SQL', () => signed(HEADER, { ...claims(), sub: "' or true --" })],
  ['no device', () => signed(HEADER, without('sid'))],
  ['a device that never was', () => signed(HEADER, { ...claims(), sid: randomUUID() })],
  ['the device of another account', () => signed(HEADER, { ...claims(), sub: otherSub })],
  ['the refresh token', () => cookie.split('=')[1] ?? ''],
  ['five parts', () => `${token}.a.b`],
  ['padding', () => `${token}=`],
  ['nothing', () => ''],
]

test('the token that we gave is accepted', async () => {
  expect((await call(test_, '/acceso/yo', { token })).status).toBe(200)
})

test.each(FORGED)('%s is refused', async (_, forge) => {
  const response = await call(test_, '/acceso/yo', { headers: { authorization: `Bearer ${forge()}` } })
  expect(response.body).toMatchObject({ status: 401, code: 'acceso.requerido' })
})

test.each([
  ['Basic', (value: string) => ({ authorization: `Basic ${value}` })],
  ['twice', (value: string) => ({ authorization: `Bearer ${value}, Bearer ${value}` })],
  ['without scheme', (value: string) => ({ authorization: value })],
  ['in a cookie', (value: string) => ({ cookie: `token=${value}` })],
])('a good token sent %s is refused', async (_, headers) => {
  expect((await call(test_, '/acceso/yo', { headers: headers(token) })).status).toBe(401)
})

test('a good token in the address is refused', async () => {
  expect((await call(test_, `/acceso/yo?access_token=${token}`)).status).toBe(401)
})
