import type { FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import { createSigner, createVerifier } from 'fast-jwt'
import type { Temporal } from 'temporal-polyfill'
import type { Secretos } from '../../shared/secretos.ts'

const MINUTES = 10
const ISSUER = 'conoceles'
const AUDIENCE = 'consola'
const TYPE = 'acceso'
/** A replica looks at its keys once a second: for this long it may still sign with the one before. */
const LAG_S = 5

/** Account and device of an access token. */
export interface Claims {
  sub: string
  sid: string
}

/** Signs and verifies with one key. */
interface Par {
  sign(claims: object): string
  verify(token: string): Record<string, unknown>
  /** The one header that it writes. Any other algorithm, key or extension is not ours, whatever its signature says. */
  header: string
}

interface Tokens {
  jwt: Secretos['jwt']
  parOf(kid: string): Par
}

declare module 'fastify' {
  interface FastifyInstance {
    tokensAcceso: Tokens
  }
}

export function registerTokenAcceso(app: FastifyInstance, { jwt }: Secretos): void {
  const pares = new Map<string, Par>()
  const parOf = (kid: string): Par => {
    const known = pares.get(kid) ?? createPar(kid, jwt.conId(kid))
    pares.set(kid, known)
    return known
  }
  app.decorate('tokensAcceso', { jwt, parOf })
}

function createPar(kid: string, { privateKey, publicKey }: Secretos['jwt']['vigente']): Par {
  const sign = createSigner({ algorithm: 'EdDSA', key: privateKey, kid, iss: ISSUER, aud: AUDIENCE })
  const verify = createVerifier({
    key: publicKey,
    algorithms: ['EdDSA'],
    allowedIss: ISSUER,
    allowedAud: AUDIENCE,
    // A signature that was found good stays good until the token expires; whether the account still may is asked each time.
    cache: 1_000,
    requiredClaims: ['iss', 'aud', 'sub', 'jti', 'sid', 'typ', 'iat', 'exp'],
  })
  const [header = ''] = sign({}).split('.')
  return { sign, verify: (token) => verify(token) as Record<string, unknown>, header }
}

export function signTokenAcceso(
  { tokensAcceso: { jwt, parOf } }: FastifyInstance,
  { sub, sid }: Claims,
  now: Temporal.Instant,
): { accessToken: string; expiraEn: string } {
  const iat = Math.floor(now.epochMilliseconds / 1000)
  const exp = iat + MINUTES * 60
  const accessToken = parOf(jwt.kid).sign({ sub, sid, typ: TYPE, jti: randomUUID(), iat, exp })
  return { accessToken, expiraEn: new Date(exp * 1000).toISOString() }
}

/** Claims of a token that we signed for this use and that has not expired; null for everything else. */
export function readTokenAcceso({ tokensAcceso }: FastifyInstance, authorization: string | undefined): Claims | null {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1]
  if (!token) return null
  try {
    const claims = verifyTokenAcceso(tokensAcceso, token)
    return claims && isOurs(claims) ? claims : null
  } catch {
    return null
  }
}

function verifyTokenAcceso({ jwt, parOf }: Tokens, token: string): Record<string, unknown> | null {
  const header = token.slice(0, token.indexOf('.'))
  const signer = jwt.vivas().find(({ kid }) => parOf(kid).header === header)
  if (!signer) return null
  const claims = parOf(signer.kid).verify(token)
  return signer.kid === jwt.kid || precedes(claims, jwt.desde) ? claims : null
}

/** A key that was replaced vouches for what it signed before, for as long as a token lives: a thief of it signs nothing new. */
function precedes({ iat, exp }: Record<string, unknown>, replaced: number): boolean {
  return Number(iat) <= replaced / 1000 + LAG_S && Number(exp) - Number(iat) <= MINUTES * 60
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function isOurs(claims: Record<string, unknown>): claims is Record<string, unknown> & Claims {
  const { typ, aud, sub, sid } = claims
  return typ === TYPE && aud === AUDIENCE && typeof sub === 'string' && UUID.test(sub) && typeof sid === 'string' && UUID.test(sid)
}

/** For how long a key that was replaced is still needed. */
export const VIDA_TOKEN_MS = MINUTES * 60_000
