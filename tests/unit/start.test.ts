import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

const START = join(import.meta.dirname, '../../scripts/start.mjs')

function start(args: string[], env: NodeJS.ProcessEnv): Promise<{ code: number | null; printed: string }> {
  const child = spawn(process.execPath, [...args, START], { env: { ...process.env, ...env } })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  return new Promise((done) => child.once('close', (code) => done({ code, printed: printed.trim() })))
}

test('a busy port ends the start with one sentence, before anything is built', async () => {
  const busy = createServer()
  await new Promise<void>((done) => busy.listen(0, '127.0.0.1', done))
  const { port } = busy.address() as AddressInfo
  const result = await start([], { PORT: String(port) })
  await new Promise((done) => busy.close(done))
  expect(result).toEqual({
    code: 1,
    printed: `El puerto ${port} está ocupado: cierre el programa que lo usa o elija otro, por ejemplo PORT=${port + 1} npm start`,
  })
})

test('an old Node ends the start with one sentence', async () => {
  const older = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '20.18.3' })`
  const result = await start(['--import', older], {})
  expect(result).toEqual({ code: 1, printed: 'Hace falta Node 20.19 o posterior; aquí hay 20.18.3.' })
})
