import { buildSync } from 'esbuild'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const folder = mkdtempSync(join(tmpdir(), 'conoceles-pipelining-'))
const REQUEST = 'GET /api/v1/publico/candidaturas?limite=100 HTTP/1.1\r\nhost: x\r\nuser-agent: prueba\r\n\r\n'
const CONNECTIONS = 8
const MIB = 1024 * 1024

let child: ChildProcess
let port: number

beforeAll(async () => {
  const file = join(folder, 'server.cjs')
  // Answers of 60 kB, each made anew after a turn of the event loop, as a list is.
  const contents = `
    import { createServer } from 'node:http'
    import { oneAtATime } from './pipelining.ts'
    const server = createServer(oneAtATime((request, response) => setTimeout(() => response.end(Buffer.alloc(60_000, 97)), 5)))
    server.listen(0, '127.0.0.1', () => process.send(server.address().port))
    process.on('message', () => process.send(process.memoryUsage().rss))`
  buildSync({ stdin: { contents, resolveDir: __dirname, loader: 'ts' }, outfile: file, bundle: true, platform: 'node' })
  child = fork(file)
  ;[port] = (await once(child, 'message')) as [number]
})
afterAll(() => {
  child.kill()
  rmSync(folder, { recursive: true, force: true })
})

async function rss(): Promise<number> {
  child.send('')
  const [bytes] = (await once(child, 'message')) as [number]
  return bytes / MIB
}

function open(): Socket {
  return connect(port, '127.0.0.1').on('error', () => undefined)
}

it('takes no memory for requests sent ahead whose answers nobody reads', async () => {
  const sockets = Array.from({ length: CONNECTIONS }, open)
  for (const socket of sockets) socket.pause().write(REQUEST.repeat(Math.ceil(440_000 / REQUEST.length)))
  let most = 0
  for (let look = 0; look < 30; look += 1) {
    await wait(100)
    most = Math.max(most, await rss())
  }
  for (const socket of sockets) socket.destroy()
  expect(most).toBeLessThan(300)
})

it('answers every request of a connection that asks in advance and reads, in their order', async () => {
  const socket = open()
  let bytes = 0
  socket.on('data', (chunk: Buffer) => (bytes += chunk.length))
  socket.write(`${REQUEST.repeat(299)}${REQUEST.replace('host: x', 'host: x\r\nconnection: close')}`)
  await once(socket, 'close')
  expect(bytes).toBeGreaterThan(300 * 60_000)
})
