import fastify, { type FastifyInstance } from 'fastify'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exemptFromContract } from '../../shared/http/declared.ts'
import { registerErrorHandler } from '../../shared/http/error-handler.ts'
import { openSecretos } from '../../shared/criptografia/secretos.ts'
import type { AccesoService } from './acceso.service.ts'
import { registerGuard } from './guard.ts'

const secretos = openSecretos(mkdtempSync(join(tmpdir(), 'guard-')))
const nobody = { authenticate: async () => null } as unknown as AccesoService

async function newServer(): Promise<FastifyInstance> {
  const server = fastify()
  registerErrorHandler(server)
  await registerGuard(server, secretos, nobody)
  return server
}

const handler = async () => ({ secreto: true })

test('a route without a contract keeps the server from starting, and is named', async () => {
  const server = await newServer()
  server.get('/olvidada', handler)
  await expect(server.ready()).rejects.toThrow(/GET \/olvidada/)
})

test('neither does a forgotten route inside a scope start', async () => {
  const server = await newServer()
  await server.register(async (scope) => void scope.post('/olvidada', handler), { prefix: '/api/v1' })
  await expect(server.ready()).rejects.toThrow(/POST \/api\/v1\/olvidada/)
})

test('routes that are declared open to everybody are served', async () => {
  const server = await newServer()
  server.get('/viva', { config: { sinContrato: true } }, handler)
  await server.register(async (scope) => {
    exemptFromContract(scope)
    scope.get('/docs', handler)
  })
  expect((await server.inject('/viva')).statusCode).toBe(200)
  expect((await server.inject('/docs')).statusCode).toBe(200)
})

test('a route with a permission answers nobody, in any method', async () => {
  const server = await newServer()
  const contract = { id: 'x', resumen: 'x', etiqueta: 'x', permiso: 'acceso.propio', respuesta: null } as never
  server.get('/privada', { config: { contract } }, handler)
  expect((await server.inject('/privada')).json()).toMatchObject({ status: 401, code: 'acceso.requerido' })
  expect((await server.inject({ method: 'HEAD', url: '/privada' })).statusCode).toBe(401)
})

test('a path that does not exist is a plain 404', async () => {
  const server = await newServer()
  expect((await server.inject('/nada')).json()).toMatchObject({ status: 404, code: 'ruta.no_existe' })
})
