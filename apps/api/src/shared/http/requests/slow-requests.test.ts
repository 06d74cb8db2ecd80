import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Readable } from 'node:stream'
import { keepPace, limitStillness, waitWhileMade } from './slow-requests.ts'

const PACE = { graceMs: 300, bytesPerSecond: 10_000, everyMs: 20 }
const STILL_MS = 600
let server: Server
let port: number
let slow: string[]

beforeEach(async () => {
  slow = []
  server = createServer((request, response) => {
    watch(request)
    if (request.url === '/descarga') return setImmediate(() => void download(request, response))
    if (request.method === 'GET') return request.url === '/nunca' || response.end('a'.repeat(100_000))
    let bytes = 0
    request.on('data', (chunk: Buffer) => (bytes += chunk.length))
    request.on('end', () => response.end(`${bytes} bytes`))
    request.on('error', () => undefined)
  })
  const watch = keepPace(server, PACE)
  limitStillness(server, STILL_MS)
  server.on('clientError', ({ code }: Error & { code?: string }, socket) => {
    slow.push(code ?? '')
    socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterEach(() => {
  server.closeAllConnections()
  return new Promise((done) => server.close(done))
})

/** Sends a body of so many pieces, and tells the answer and the time at which the connection ended. */
async function send({ pieces, bytes, everyMs }: { pieces: number; bytes: number; everyMs: number }) {
  const socket = connect(port, '127.0.0.1')
  const started = performance.now()
  let heard = ''
  let open = true
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')))
  socket.on('error', () => undefined)
  socket.on('close', () => (open = false))
  socket.write(`POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${pieces * bytes}\r\n\r\n`)
  for (let sent = 0; sent < pieces && open; sent += 1) {
    socket.write('a'.repeat(bytes))
    await wait(everyMs)
  }
  if (open) await once(socket, 'close')
  return { heard, ms: performance.now() - started }
}

describe('a body that comes slowly', () => {
  it('is waited for beyond the term as long as it goes on coming', async () => {
    const { heard, ms } = await send({ pieces: 40, bytes: 1_000, everyMs: 25 })
    expect(heard).toContain('40000 bytes')
    expect(ms).toBeGreaterThan(3 * PACE.graceMs)
    expect(slow).toEqual([])
  })

  it('is not waited for when it comes drop by drop, or stops', async () => {
    const dripping = await send({ pieces: 500, bytes: 1, everyMs: 20 })
    const stopped = await send({ pieces: 2, bytes: 1_000, everyMs: 2_500 })
    expect([dripping.heard, stopped.heard]).toEqual(['', ''])
    expect(dripping.ms).toBeLessThan(2_000)
    expect(slow).toEqual(['ERR_HTTP_REQUEST_TIMEOUT', 'ERR_HTTP_REQUEST_TIMEOUT'])
  })
})

describe('a connection that lies still', () => {
  /** Asks so many times over one connection, takes so much of the answers, and says whether the server ended it. */
  async function ask({ path = '/', times, takes }: { path?: string; times: number; takes: boolean }) {
    const connection = once(server, 'connection')
    const socket = connect(port, '127.0.0.1')
    const [held] = (await connection) as [Socket]
    let isEnded = false
    held.once('close', () => (isEnded = true))
    socket.on('error', () => undefined)
    if (takes) socket.resume()
    socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`.repeat(times))
    await wait(3 * STILL_MS)
    socket.destroy()
    return isEnded
  }

  it('is ended where answers wait to be taken, or one never comes', async () => {
    expect(await ask({ times: 300, takes: false })).toBe(true)
    expect(await ask({ path: '/nunca', times: 1, takes: true })).toBe(true)
  })

  it('stays open for a client that took its whole answer', async () => {
    expect(await ask({ times: 1, takes: true })).toBe(false)
    expect(await ask({ times: 300, takes: true })).toBe(false)
  })
})

/** More than the system takes without anybody reading. */
const DOWNLOAD_BYTES = 64 * 1024 * 1024
const PIECE = Buffer.alloc(64 * 1024, 97)

async function download({ socket }: IncomingMessage, response: ServerResponse): Promise<void> {
  const pieces = await waitWhileMade(socket, wait(2 * STILL_MS, DOWNLOAD_BYTES / PIECE.length), { makingMs: 60_000, stillMs: STILL_MS })
  Readable.from(Array.from({ length: pieces }, () => PIECE)).pipe(response)
}

describe('a download', () => {
  /**
   * Takes so many bytes each 20 ms, of the answers to many connections. @returns those that the server ended before time, and the bytes
   * that each took.
   */
  async function takeSlowly(connections: number, bytes: number, ms: number) {
    const ended = new Set<Socket>()
    const taken = new Map<Socket, number>()
    const sockets = Array.from({ length: connections }, () => {
      const socket = connect(port, '127.0.0.1').pause()
      socket.on('error', () => undefined)
      socket.write('GET /descarga HTTP/1.1\r\nhost: x\r\n\r\n')
      return socket
    })
    server.on('connection', (held: Socket) => held.once('close', () => ended.add(held)))
    const reading = setInterval(() => {
      for (const socket of bytes > 0 ? sockets : []) {
        const piece = (socket.read(bytes) ?? socket.read()) as Buffer | null
        taken.set(socket, (taken.get(socket) ?? 0) + (piece?.length ?? 0))
      }
    }, 20)
    await wait(ms)
    clearInterval(reading)
    const before = ended.size
    for (const socket of sockets) socket.destroy()
    return { ended: before, taken: [...taken.values()] }
  }

  it('is waited for while it is made, and ended on every connection that never reads', async () => {
    expect((await takeSlowly(20, 0, 1.5 * STILL_MS)).ended).toBe(0)
    expect((await takeSlowly(20, 0, 8 * STILL_MS)).ended).toBe(20)
  })

  it('goes on for as long as somebody takes some of it', async () => {
    const { ended, taken } = await takeSlowly(3, 128 * 1024, 8 * STILL_MS)
    expect(ended).toBe(0)
    expect(Math.min(...taken)).toBeGreaterThan(5 * 1024 * 1024)
  })
})
