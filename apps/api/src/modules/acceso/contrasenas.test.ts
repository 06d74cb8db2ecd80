import { hash as argon2 } from '@node-rs/argon2'
import { AppError } from '../../shared/errors.ts'
import { createContrasenas } from './contrasenas.ts'

const contrasenas = createContrasenas(Buffer.alloc(32, 1))

test('a hash is argon2id with 64 MiB, three passes and one lane', async () => {
  expect(await contrasenas.hash('caballo pila grapa')).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
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
  expect(await createContrasenas(Buffer.alloc(32, 2)).matches(stored, 'caballo pila grapa')).toBe(false)
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
