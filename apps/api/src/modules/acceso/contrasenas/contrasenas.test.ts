import { hash as argon2 } from '@node-rs/argon2'
import { AppError } from '../../../shared/http/errors.ts'
import type { KeyRing } from '../../../shared/criptografia/cifrado.ts'
import { createContrasenas } from './contrasenas.ts'

const [K1, K2] = [1, 2].map((n) => ({ kid: `k${n}`, key: Buffer.alloc(32, n) })) as [KeyRing, KeyRing]
const ringOf = (vigente: KeyRing, ...others: KeyRing[]) => ({ ...vigente, vivas: () => [vigente, ...others] })
const contrasenas = createContrasenas(ringOf(K1))

test('a hash is argon2id with 64 MiB, three passes and one lane', async () => {
  expect(await contrasenas.hash('caballo pila grapa')).toMatch(/^k1\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
})

test('only the same password matches', async () => {
  const stored = await contrasenas.hash('caballo pila grapa')
  expect(await contrasenas.matches(stored, 'caballo pila grapa')).toBe(true)
  expect(await contrasenas.matches(stored, 'caballo pila grapA')).toBe(false)
})

test('two ways of writing one accent are one password', async () => {
  const stored = await contrasenas.hash('caballo\u00f3 pila')
  expect(await contrasenas.matches(stored, 'caballoo\u0301 pila')).toBe(true)
})

test('with another pepper nothing matches', async () => {
  const stored = await contrasenas.hash('caballo pila grapa')
  for (const ring of [ringOf(K2), ringOf({ ...K2, kid: 'k1' })])
    expect(await createContrasenas(ring).matches(stored, 'caballo pila grapa')).toBe(false)
})

test('a hash of the pepper before matches and is stale; one from before peppers had names is of the first', async () => {
  const stored = await contrasenas.hash('caballo pila grapa')
  const rotated = createContrasenas(ringOf(K2, K1))
  for (const each of [stored, stored.slice('k1'.length)]) {
    expect([await rotated.matches(each, 'caballo pila grapa'), await rotated.matches(each, 'otra')]).toEqual([true, false])
    expect([rotated.isStale(each), contrasenas.isStale(each)]).toEqual([true, false])
  }
  const again = await rotated.hash('caballo pila grapa')
  expect([again.startsWith('k2$argon2id$'), rotated.isStale(again), await rotated.matches(again, 'caballo pila grapa')]).toEqual([
    true,
    false,
    true,
  ])
})

test('without an account the work is done and nothing matches', async () => {
  expect(await contrasenas.matches(null, 'caballo pila grapa')).toBe(false)
})

test('a hash of another cost is stale', async () => {
  expect(contrasenas.isStale(await contrasenas.hash('caballo pila grapa'))).toBe(false)
  expect(contrasenas.isStale(await argon2('caballo pila grapa', { memoryCost: 19_456, timeCost: 2, parallelism: 1 }))).toBe(true)
})

test('a flood waits in line up to a limit; the rest are told to come back, and the line goes on', async () => {
  const results = await Promise.allSettled(Array.from({ length: 110 }, () => contrasenas.matches(null, 'x')))
  const refused = results.filter((result) => result.status === 'rejected')
  expect(refused).toHaveLength(6)
  expect(refused.every(({ reason }) => reason instanceof AppError && reason.code === 'servicio.ocupado')).toBe(true)
  expect(await contrasenas.matches(null, 'x')).toBe(false)
}, 30_000)
