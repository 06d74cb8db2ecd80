// The ceilings of the bench: servers of a constant that comes in by standard input. The first is node:http, the second the same with the given
// headers (JSON), the third a bare Fastify route. Prints their ports as JSON.
import { createServer } from 'node:http'
import fastify from 'fastify'
import { buffer } from 'node:stream/consumers'

const body = await buffer(process.stdin)

const constant = (headers) =>
  createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers, 'content-length': body.length }).end(body)
  })
const http = constant({})
const dressed = constant(JSON.parse(process.argv[2] ?? '{}'))
const app = fastify()
app.get('/*', (_request, reply) => reply.type('application/json').send(body))

for (const server of [http, dressed]) await new Promise((done) => server.listen(0, '127.0.0.1', done))
await app.listen({ port: 0, host: '127.0.0.1' })
console.log(JSON.stringify({ http: http.address().port, dressed: dressed.address().port, fastify: app.server.address().port }))
