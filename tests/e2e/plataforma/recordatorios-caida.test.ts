import { openBuzon } from '../../support/servidor/buzon.ts'
import { eventually } from '../../support/browser/browser.ts'
import { askDatabase } from '../../support/servidor/simulacro-server-base.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'
import { copyFolder, removeDataFolder, startServer, type SimulacroServer } from '../../support/servidor/simulacro-server.ts'

/** A claim is over after half a minute, and the job looks every five seconds. */
const CLAIM_OVER_MS = 90_000

interface Fila {
  asunto: string
  estatus: string
}

test('a kill -9 in the middle of a message loses none and repeats none: the next process sends what was not accepted', async () => {
  const { built, prepared } = sharedSimulacro()
  const folder = copyFolder(prepared)
  const buzon = await openBuzon()
  let server: SimulacroServer | null = null
  try {
    const kills: Promise<unknown>[] = []
    let offered = 0
    buzon.antes = async () => {
      // It may send before it says that it stands.
      await eventually(async () => server !== null, 'the process to be known')
      offered += 1
      if (offered === 3 && server) kills.push(server.end('SIGKILL'))
      // The process is gone before the server answers.
      await Promise.all(kills)
    }
    server = await startServer({ built, folder, smtp: buzon.url })
    await eventually(async () => kills.length > 0, 'the third message to be offered', CLAIM_OVER_MS)
    await Promise.all(kills)
    buzon.antes = null
    expect(buzon.recibidos).toHaveLength(2)

    server = await startServer({ built, folder, smtp: buzon.url })
    const rows = () => askDatabase<Fila>(folder, 'select asunto, estatus from captura.recordatorio order by asunto')
    await eventually(async () => (await rows()).every(({ estatus }) => estatus === 'enviado'), 'everything to be sent', CLAIM_OVER_MS)
    const sent = await rows()
    expect(sent.length).toBeGreaterThanOrEqual(4)
    expect(buzon.recibidos).toHaveLength(sent.length)
    expect(new Set(buzon.recibidos.map(({ id }) => id)).size).toBe(sent.length)
    expect(buzon.recibidos.map(({ asunto }) => asunto).sort()).toEqual(sent.map(({ asunto }) => asunto).sort())
  } finally {
    await server?.end('SIGTERM')
    await buzon.close()
    await removeDataFolder(folder)
  }
})
