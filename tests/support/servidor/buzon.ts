import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** Ways of a mail server with a message: take it, refuse it for now or for good, say nothing, or cut the line in the middle of it. */
export type Conducta = 'acepta' | 'espera' | 'rechaza' | 'calla' | 'corta'

export interface Recibido {
  id: string
  para: string
  /** Without the mark of a simulacro. */
  asunto: string
  /** Whole message as it came. */
  crudo: string
}

export interface Buzon {
  url: string
  recibidos: Recibido[]
  /** For the next messages, until it is changed. */
  conducta: Conducta
  /** Before a message is taken. */
  antes: (() => Promise<void>) | null
  close(): Promise<void>
}

/** A real SMTP server that behaves as a test tells it. */
export async function openBuzon(): Promise<Buzon> {
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      const code = { espera: 451, rechaza: 550 }[buzon.conducta as string]
      void (buzon.antes?.() ?? Promise.resolve()).then(() => done(code ? refusal(code) : undefined))
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        if (buzon.conducta === 'corta') for (const socket of sockets) socket.destroy()
      })
      stream.on('end', () => {
        if (buzon.conducta !== 'acepta') return
        const para = session.envelope.rcptTo.map(({ address }) => address).join(',')
        buzon.recibidos.push(read(Buffer.concat(chunks).toString(), para))
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const { port } = server.server.address() as AddressInfo
  const buzon: Buzon = {
    url: `smtp://127.0.0.1:${port}`,
    recibidos: [],
    conducta: 'acepta',
    antes: null,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((done) => server.close(() => done()))
    },
  }
  return buzon
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('<persona@prueba.example> not now'), { responseCode })
}

function read(crudo: string, para: string): Recibido {
  return { id: header(crudo, 'Message-ID'), para, asunto: header(crudo, 'Subject').replace(/^\[Simulacro\] /, ''), crudo }
}

/** A header without its folds, its encoded words read. */
function header(crudo: string, name: string): string {
  const [, value = ''] = new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'mi').exec(crudo) ?? []
  const whole = value.replaceAll(/\?=\s+=\?/g, '?==?').replaceAll(/\r?\n[ \t]/g, ' ')
  const words = whole.replaceAll(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, text: string) =>
    text.replaceAll('_', ' ').replaceAll(/=([0-9A-F]{2})/g, (_hex, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  )
  return Buffer.from(
    words.replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, text: string) => Buffer.from(text, 'base64').toString('latin1')),
    'latin1',
  ).toString('utf8')
}
