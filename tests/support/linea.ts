import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** All that a browser sent in one request, as it went over the line. */
export interface Enviado {
  method: string
  address: string
  headers: string
  body: string
}

/** A line between a browser and a server, which a test may cut; it also carries the requests of a service worker. */
export interface Linea {
  url: string
  enviados: Enviado[]
  /** Lets through only the addresses that pass; the rest finds nobody, as without network. */
  only: (passes: (address: string) => boolean) => void
  /** Leaves requests to these addresses without an answer, like an open line that carries nothing. */
  hold: (holds: (address: string) => boolean) => void
  /** Answers in place of the server, by address. */
  instead: Map<string, { status: number; body: string; type: string }>
  close: () => Promise<void>
}

export async function openLinea(to: string): Promise<Linea> {
  const enviados: Enviado[] = []
  const instead: Linea['instead'] = new Map()
  let passes: (address: string) => boolean = () => true
  let holds: (address: string) => boolean = () => false
  const server = createServer((incoming, outgoing) => {
    const address = incoming.url ?? ''
    if (!passes(address)) return void incoming.socket.destroy()
    if (holds(address)) return
    const entry: Enviado = { method: incoming.method ?? '', address, headers: incoming.rawHeaders.join('\n'), body: '' }
    enviados.push(entry)
    incoming.on('data', (chunk: Buffer) => (entry.body += chunk.toString('latin1')))
    const own = instead.get(address)
    if (own) outgoing.writeHead(own.status, { 'content-type': own.type, 'cache-control': 'no-store' }).end(own.body)
    else forward(to, incoming, outgoing)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    enviados,
    instead,
    only(wanted) {
      passes = wanted
      server.closeAllConnections()
    },
    hold: (wanted) => void (holds = wanted),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function forward(to: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url } = incoming
  const further = request(new URL(url ?? '/', to), { method, headers: { ...headers, host: new URL(to).host } }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  further.on('error', () => outgoing.destroy())
  incoming.pipe(further)
}
