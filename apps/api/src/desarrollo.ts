// Processes of `npm run dev` (scripts/lib/dev-api.mjs); no release has them. One holds the database, the other serves it and starts again at
// each change.
import 'reflect-metadata'
import inspector from 'node:inspector'
import { readConfig } from './config.ts'
import { prepareApart } from './preparation.ts'
import { openSecretos } from './shared/criptografia/secretos.ts'
import { startupSentence } from './startup-sentence.ts'
import { assertAlone, serve, startDatabase } from './todo.process.ts'

const [, , part, debuggerPort] = process.argv
const start = part === 'base' ? holdDatabase : serveApi
start().catch((error: unknown) => {
  tell(error)
  process.exit(1)
})

/** Holds the database and answers its address; prepares it again at each message. */
async function holdDatabase(): Promise<void> {
  const config = readConfig()
  await assertAlone(config)
  const postgres = await startDatabase(config, openSecretos(config.secretos))
  // Ctrl-C in the terminal reaches this process too; the API stops first.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
  process.once('disconnect', () => void postgres.stop().then(() => process.exit(0)))
  const prepare = async () => {
    await prepareApart({ config, url: postgres.url, simulacro: true })
    process.send?.({ url: postgres.url })
  }
  const again = (error: unknown) => {
    tell(error)
    process.send?.({ failed: true })
  }
  process.on('message', () => void prepare().catch(again))
  await prepare().catch(async (error: unknown) => {
    await postgres.stop()
    throw error
  })
}

/** Serves the database of DATABASE_URL, and listens for a debugger. */
async function serveApi(): Promise<void> {
  // Opened here and not by --inspect: forked processes inherit that flag, and the port is taken.
  inspector.open(Number(debuggerPort), '127.0.0.1')
  const config = readConfig()
  await serve({ config, secretos: openSecretos(config.secretos), url: config.databaseUrl ?? '', postgres: null })
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.send?.('ready')
}

function tell(error: unknown): void {
  process.stderr.write(`\n${startupSentence(error)}\n`)
}
