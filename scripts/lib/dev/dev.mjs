import { createServer } from 'node:http'
import { fail } from '../faults.mjs'
import { ensureClientTypes } from '../client-types.mjs'
import { ensureInstalled } from '../installation.mjs'
import { ROOT } from '../run.mjs'
import { outliveNoParent, requireFreePort } from '../serve.mjs'

/** Serves API, visor and consola at one address, from their sources, until Ctrl-C. */
export async function dev() {
  const port = Number(process.env.PORT ?? 3000)
  const debuggerPort = Number(process.env.DEBUGGER_PORT ?? 9229)
  try {
    process.chdir(ROOT)
    await requireFreePort(port, '127.0.0.1')
    await ensureInstalled(() => console.log('Installing dependencies (this once)…'))
    await ensureClientTypes()
    outliveNoParent()
    const { startApi } = await import('./dev-api.mjs')
    const { openSites } = await import('./dev-sites.mjs')
    const server = createServer()
    const sites = await openSites(server)
    stopAtSignal(async () => {
      await api.stop()
      await sites.close()
    })
    const api = startApi({ origin: `http://localhost:${port}`, debuggerPort, watcher: sites.watcher })
    server.on('request', sites.answerWith(api))
    await new Promise((done, refuse) => server.once('error', refuse).listen(port, '127.0.0.1', done))
    await api.ready
    console.log(addresses(port, debuggerPort))
  } catch (error) {
    fail(error)
  }
}

function addresses(port, debuggerPort) {
  const origin = `http://localhost:${port}`
  return [
    '',
    `  Visor     ${origin}/`,
    `  Consola   ${origin}/consola/`,
    `  API       ${origin}/api/v1, its reference at ${origin}/api/docs`,
    `  Debugger  127.0.0.1:${debuggerPort}`,
    '',
    '  Ctrl-C stops everything.',
    '',
  ].join('\n')
}

function stopAtSignal(stop) {
  let stopping
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (stopping ??= stop().then(() => process.exit(0), fail)))
}
