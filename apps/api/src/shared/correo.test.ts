import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { createCertificado } from '../../../../tests/support/servidor/certificados.ts'
import type { Config } from '../config.ts'
import { createClock } from './clock.ts'
import { createCorreo } from './correo.ts'

const mensaje = { para: 'alguien@ejemplo.mx', asunto: 'Active su cuenta', texto: 'Abra este enlace:\n\nhttp://localhost/x\n' }

function config(changes: Partial<Config>): Config {
  return {
    modo: 'simulacro',
    datos: mkdtempSync(join(tmpdir(), 'correo-')),
    correo: { url: null, remitente: 'conoceles@localhost' },
    correoTls: { requerido: false, autoridad: null },
    ...changes,
  } as Config
}

test('a simulacro without SMTP writes each message to a folder that only its owner reads, marked as simulacro', async () => {
  const simulacro = config({})
  await createCorreo(simulacro, createClock()).send(mensaje)
  const folder = join(simulacro.datos, 'correo')
  const [name = ''] = readdirSync(folder)
  const eml = readFileSync(join(folder, name), 'utf8')
  expect(name).toMatch(/\.eml$/)
  expect(eml).toContain('To: alguien@ejemplo.mx')
  expect(eml).toContain('Subject: [Simulacro] Active su cuenta')
  expect(eml).toContain('http://localhost/x')
  expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
})

test('an address with separators does not add recipients', async () => {
  const simulacro = config({})
  await createCorreo(simulacro, createClock()).send({ ...mensaje, para: 'a@ejemplo.mx, b@ejemplo.mx' })
  const folder = join(simulacro.datos, 'correo')
  const eml = readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8')
  expect(eml).not.toMatch(/^To: a@ejemplo\.mx, b@ejemplo\.mx/m)
})

test('an automatic message says so, is one however often it is sent, and names the address to turn it off', async () => {
  const simulacro = config({})
  const correo = createCorreo(simulacro, createClock())
  const automatico = { id: 'a1b2', baja: 'http://localhost/consola/recordatorios' }
  await correo.send({ ...mensaje, asunto: 'Vence\r\nBcc: otra@ejemplo.mx', html: '<p>Abra este enlace</p>', automatico })
  await correo.send({ ...mensaje, automatico })
  const folder = join(simulacro.datos, 'correo')
  expect(readdirSync(folder)).toEqual(['a1b2.eml'])
  await correo.send({ ...mensaje, asunto: 'Vence\r\nBcc: otra@ejemplo.mx', html: '<p>Abra este enlace</p>', automatico })
  const eml = readFileSync(join(folder, 'a1b2.eml'), 'utf8')
  expect(eml).toContain('Message-ID: <a1b2@localhost>')
  expect(eml).toContain('Auto-Submitted: auto-generated')
  expect(eml).toContain('List-Unsubscribe: <http://localhost/consola/recordatorios>')
  expect(eml).toMatch(/multipart\/alternative/)
  expect(eml).not.toMatch(/^Bcc:/im)
})

test('production without SMTP says so instead of losing the message', async () => {
  const correo = createCorreo(config({ modo: 'produccion' }), createClock())
  expect(correo.disponible).toBe(false)
  expect(() => correo.assertAvailable()).toThrow('acceso.correo_no_disponible')
  await expect(correo.send(mensaje)).rejects.toThrow('acceso.correo_no_disponible')
})

/** Text that a local mail server received when `send` sent a message to its port. */
async function receivedBy(options: SMTPServerOptions, send: (port: number) => Promise<void>): Promise<string> {
  const received: string[] = []
  const onData: SMTPServerOptions['onData'] = (stream, _, done) =>
    void stream.on('data', (chunk: Buffer) => received.push(chunk.toString())).on('end', done)
  const server = new SMTPServer({ authOptional: true, logger: false, ...options, onData })
  server.on('error', () => undefined)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  await send((server.server.address() as AddressInfo).port).finally(() => new Promise<void>((done) => server.close(() => done())))
  return received.join('')
}

const PLAIN = { disabledCommands: ['STARTTLS'] }
const remitente = 'conoceles@ejemplo.mx'

test.each([
  ['produccion', 'Subject: Active su cuenta'],
  ['simulacro', 'Subject: [Simulacro] Active su cuenta'],
] as const)('with SMTP the message of %s reaches the server', async (modo, subject) => {
  const received = await receivedBy(PLAIN, (port) =>
    createCorreo(config({ modo, correo: { url: `smtp://127.0.0.1:${port}`, remitente } }), createClock()).send(mensaje),
  )
  expect(received).toContain(subject)
})

describe('over TLS', () => {
  const [ours, strangers] = [createCertificado(), createCertificado()]
  const server = { key: ours.read('key'), cert: ours.read('cert') }
  const send = (url: string, autoridad: string | null) =>
    createCorreo(config({ correo: { url, remitente }, correoTls: { requerido: true, autoridad } }), createClock()).send(mensaje)

  test.each([
    ['smtps', { ...server, secure: true }],
    ['smtp', server],
  ])('a message leaves by %s: where the certificate is known', async (scheme, options) => {
    const sendTo = (autoridad: string | null) => receivedBy(options, (port) => send(`${scheme}://localhost:${port}`, autoridad))
    expect(await sendTo(ours.read('ca'))).toContain('Active su cuenta')
    for (const other of [strangers.read('ca'), null]) await expect(sendTo(other)).rejects.toThrow(/certificate|self-signed/)
  })

  test('a message stays where the certificate is of another name', async () => {
    const elsewhere = receivedBy({ ...server, secure: true }, (port) => send(`smtps://127.0.0.1:${port}`, ours.read('ca')))
    await expect(elsewhere).rejects.toThrow(/IP|altnames/)
  })

  test('nothing leaves in the clear where the server offers no TLS', async () => {
    await expect(receivedBy(PLAIN, (port) => send(`smtp://localhost:${port}`, null))).rejects.toThrow(/STARTTLS|TLS/)
  })
})
