import type { FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import fastifyJwt from '@fastify/jwt'
import type { Temporal } from 'temporal-polyfill'
import type { Secretos } from '../../shared/secretos.ts'

const MINUTES = 10
const ISSUER = 'conoceles'
const AUDIENCE = 'consola'
const TYPE = 'acceso'
/** The one header we write. Any other algorithm, key or extension is not ours, whatever its signature says. */
const HEADER = Buffer.from(JSON.stringify({ alg: 'EdDSA', typ: 'JWT' })).toString('base64url')

/** Account and device of an access token. */
export interface Claims {
  sub: string
  sid: string
}

export async function registerTokenAcceso(app: FastifyInstance, { jwt }: Secretos): Promise<void> {
  await app.register(fastifyJwt, {
    secret: { private: jwt.privateKey, public: jwt.publicKey },
    sign: { algorithm: 'EdDSA', iss: ISSUER, aud: AUDIENCE },
    verify: {
      algorithms: ['EdDSA'],
      allowedIss: ISSUER,
      allowedAud: AUDIENCE,
      // A signature that was found good stays good until the token expires; whether the account still may is asked each time.
      cache: 1_000,
      requiredClaims: ['iss', 'aud', 'sub', 'jti', 'sid', 'typ', 'iat', 'exp'],
    },
  })
}

export function signTokenAcceso(
  app: FastifyInstance,
  { sub, sid }: Claims,
  now: Temporal.Instant,
): { accessToken: string; expiraEn: string } {
  const iat = Math.floor(now.epochMilliseconds / 1000)
  const exp = iat + MINUTES * 60
  const accessToken = app.jwt.sign({ sub, sid, typ: TYPE, jti: randomUUID(), iat, exp })
  return { accessToken, expiraEn: new Date(exp * 1000).toISOString() }
}

/** Claims of a token that we signed for this use and that has not expired; null for everything else. */
export function readTokenAcceso(app: FastifyInstance, authorization: string | undefined): Claims | null {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1]
  if (!token?.startsWith(`${HEADER}.`)) return null
  try {
    const claims = app.jwt.verify<Record<string, unknown>>(token)
    return isOurs(claims) ? claims : null
  } catch {
    return null
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function isOurs(claims: Record<string, unknown>): claims is Record<string, unknown> & Claims {
  const { typ, aud, sub, sid } = claims
  return typ === TYPE && aud === AUDIENCE && typeof sub === 'string' && UUID.test(sub) && typeof sid === 'string' && UUID.test(sid)
}
