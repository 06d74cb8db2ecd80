import type { FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import fastifyJwt from '@fastify/jwt'
import type { Temporal } from 'temporal-polyfill'
import type { Secretos } from '../../../shared/criptografia/secretos.ts'

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

declare module 'fastify' {
  interface FastifyInstance {
    llavesJwt: Secretos['jwt']
  }
}

export async function registerTokenAcceso(app: FastifyInstance, { jwt }: Secretos): Promise<void> {
  const { privateKey, publicKey } = jwt.vigente
  // The keys given here are those of the start; each call names the one in force by then.
  await app.register(fastifyJwt, {
    secret: { private: privateKey, public: publicKey },
    sign: { algorithm: 'EdDSA', iss: ISSUER, aud: AUDIENCE },
    verify: {
      algorithms: ['EdDSA'],
      allowedIss: ISSUER,
      allowedAud: AUDIENCE,
      requiredClaims: ['iss', 'aud', 'sub', 'jti', 'sid', 'typ', 'iat', 'exp'],
    },
  })
  app.decorate('llavesJwt', jwt)
}

export function signTokenAcceso(
  { jwt, llavesJwt }: FastifyInstance,
  { sub, sid }: Claims,
  now: Temporal.Instant,
): { accessToken: string; expiraEn: string } {
  const iat = Math.floor(now.epochMilliseconds / 1000)
  const exp = iat + MINUTES * 60
  const accessToken = jwt.sign(
    { sub, sid, typ: TYPE, jti: randomUUID(), iat, exp },
    { key: llavesJwt.vigente.privateKey, kid: llavesJwt.kid },
  )
  return { accessToken, expiraEn: new Date(exp * 1000).toISOString() }
}

/** Claims of a token that we signed for this use and that has not expired; null for everything else. */
export function readTokenAcceso(app: FastifyInstance, authorization: string | undefined): Claims | null {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1]
  if (!token) return null
  try {
    const claims = verifyTokenAcceso(app, token)
    return claims && isOurs(claims) ? claims : null
  } catch {
    return null
  }
}

function verifyTokenAcceso({ jwt, llavesJwt }: FastifyInstance, token: string): Record<string, unknown> | null {
  const header = token.slice(0, token.indexOf('.'))
  const signer = llavesJwt.vivas().find(({ kid }) => headerOf(kid) === header)
  if (!signer) return null
  const claims = jwt.verify<Record<string, unknown>>(token, { key: signer.llave.publicKey })
  return signer.kid === llavesJwt.kid || precedes(claims, llavesJwt.desde) ? claims : null
}

/** The one header that we write with that key. Any other algorithm, key or extension is not ours, even with a valid signature. */
function headerOf(kid: string): string {
  return Buffer.from(JSON.stringify({ alg: 'EdDSA', typ: 'JWT', kid })).toString('base64url')
}

/** A replaced key vouches for its earlier signatures, for as long as a token lives: a thief of it signs nothing new. */
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
