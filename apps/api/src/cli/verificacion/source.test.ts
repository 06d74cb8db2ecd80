import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openSource } from './source.ts'

describe('a running system', () => {
  let server: Server
  const asked: string[] = []

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('bytes')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  })
  afterAll(() => new Promise((done) => server.close(done)))

  it('is asked for data under the API and for pages where people read them', async () => {
    const source = openSource(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    for (const ruta of ['proceso', 'candidaturas/1', 'paginas/', 'paginas/candidaturas/1']) await source.recurso(ruta)
    expect(asked).toEqual(['/api/v1/publico/proceso', '/api/v1/publico/candidaturas/1', '/', '/candidaturas/1'])
  })
})
