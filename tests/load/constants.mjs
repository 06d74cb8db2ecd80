// The ceilings of the bench: a constant of `bytes`, sent by node:http and by a bare Fastify route. Prints both ports as JSON.
import { createServer } from 'node:http'
import fastify from 'fastify'

const body = Buffer.alloc(Number(process.argv[2]), 'a')

const http = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
})
const app = fastify()
app.get('/*', (_request, reply) => reply.type('application/json').send(body))

await new Promise((done) => http.listen(0, '127.0.0.1', done))
await app.listen({ port: 0, host: '127.0.0.1' })
console.log(JSON.stringify({ http: http.address().port, fastify: app.server.address().port }))
