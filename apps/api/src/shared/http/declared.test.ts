import fastify, { type FastifyInstance } from 'fastify'
import { demandContracts, forbidStoring } from './declared.ts'

const handler = async () => ({})
const contract = (permiso: string) => ({
  config: { contract: { id: 'x', resumen: 'x', etiqueta: 'x', permiso, respuesta: null } as never },
})

function newServer(): FastifyInstance {
  const server = fastify()
  demandContracts(server, (permiso) => permiso === 'publico' || permiso === 'anonimo')
  forbidStoring(server)
  return server
}

test('a route with a permission keeps a server that admits none from starting, and is named', async () => {
  const server = newServer()
  server.get('/privada', contract('acceso.propio'), handler)
  await expect(server.ready()).rejects.toThrow('routes that this process does not admit: GET /privada')
})

test('a private answer is stored nowhere on its way', async () => {
  const server = newServer()
  server.get('/publica', contract('publico'), handler)
  server.get('/anonima', contract('anonimo'), handler)
  const stored = async (url: string) => (await server.inject(url)).headers['cache-control']
  expect([await stored('/publica'), await stored('/anonima'), await stored('/nada')]).toEqual([undefined, 'no-store', undefined])
})
