import { enterApi, readSeccion, unbegun, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'
import { copyFolder, removeDataFolder, startServer, type SimulacroServer } from '../../support/servidor/simulacro-server.ts'

const SECCIONES = ['contacto', 'estudios', 'historia', 'trayectoria', 'propuestas'] as const
/** Two parties × 20 candidaturas × 5 sections. */
const EACH = 20
const BEFORE_THE_KILL = 60

interface Save {
  id: string
  seccion: (typeof SECCIONES)[number]
  respuestas: Record<string, string>
  folio: string | null
}

interface Saved {
  acuse: { folio: string }
}

test('a kill -9 during 200 captures at once loses nothing that was acknowledged and leaves nothing half done', async () => {
  const { built, prepared } = sharedSimulacro()
  const folder = copyFolder(prepared)
  let server: SimulacroServer | null = null
  try {
    server = await startServer({ built, folder })
    const saves = await plan(server.url)
    await captureUntilKilled(server, saves)

    server = await startServer({ built, folder })
    const auditor = await enterApi(server.url, 'auditoria')
    const { body } = await auditor.get<{ integra: boolean; primerFallo: number | null }>('/bitacora/verificacion')
    expect(body).toMatchObject({ integra: true, primerFallo: null })
    const written = await entries(auditor)
    const [lost, half] = await compare(server.url, saves, written)
    expect(saves.filter(({ folio }) => folio !== null).length).toBeGreaterThanOrEqual(BEFORE_THE_KILL)
    expect(lost).toEqual([])
    expect(half).toEqual([])
  } finally {
    await server?.end('SIGTERM')
    await removeDataFolder(folder)
  }
})

async function plan(url: string): Promise<(Save & { account: ApiAccount })[]> {
  const accounts = [await enterApi(url, 'captura.pan'), await enterApi(url, 'captura.pri')]
  const lists = await Promise.all(accounts.map(async (account) => (await unbegun(account, EACH)).map((id) => ({ account, id }))))
  return lists
    .flat()
    .flatMap(({ account, id }) => SECCIONES.map((seccion) => ({ account, id, seccion, respuestas: answersOf(seccion, id), folio: null })))
}

function answersOf(seccion: Save['seccion'], id: string): Record<string, string> {
  const text = `Texto de la candidatura ${id} en la sección ${seccion}, tal como se escribió.`
  const fields = {
    contacto: { correo_publico: `persona-${id.slice(0, 8)}@example.org` },
    estudios: { escolaridad: 'Licenciatura' },
    historia: { historia_profesional: text },
    trayectoria: { trayectoria: text },
    propuestas: { propuesta_1: text },
  } as const
  return fields[seccion]
}

/** Saves at once; the process dies in the middle, and an author without an answer does not know. */
async function captureUntilKilled(server: SimulacroServer, saves: (Save & { account: ApiAccount })[]): Promise<void> {
  let acknowledged = 0
  const kills: Promise<unknown>[] = []
  await Promise.all(
    saves.map(async (save) => {
      const path = `/candidaturas/${save.id}/captura/curricular/${save.seccion}`
      const headers = { 'idempotency-key': `${save.id}-${save.seccion}` }
      const answer = await save.account.put<Saved>(path, { version: 0, respuestas: save.respuestas }, headers).catch(() => null)
      if (answer === null) return
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
      save.folio = answer.body.acuse.folio
      acknowledged += 1
      if (acknowledged === BEFORE_THE_KILL) kills.push(server.end('SIGKILL'))
    }),
  )
  await Promise.all(kills)
}

/** Every save of a section that the bitácora tells of. */
async function entries(auditor: ApiAccount): Promise<Set<string>> {
  const found = new Set<string>()
  for (let despues: string | null = ''; despues !== null;) {
    const query: string = despues === '' ? '' : `&despues=${despues}`
    const { body } = await auditor.get<{ elementos: { objeto: { id: string }; detalle: { seccion: string } }[]; siguiente: string | null }>(
      `/bitacora?acto=captura.guardada${query}`,
    )
    for (const { objeto, detalle } of body.elementos) found.add(`${objeto.id}/${detalle.seccion}`)
    despues = body.siguiente
  }
  return found
}

async function compare(url: string, saves: Save[], written: Set<string>): Promise<[string[], string[]]> {
  const accounts = [await enterApi(url, 'captura.pan'), await enterApi(url, 'captura.pri')]
  const lost: string[] = []
  const half: string[] = []
  for (const [index, save] of saves.entries()) {
    const account = accounts[index < saves.length / 2 ? 0 : 1]
    if (!account) throw new Error('there are two accounts')
    const name = `${save.id}/${save.seccion}`
    const { version, respuestas } = await readSeccion(account, save.id, save.seccion)
    const whole = version === 1 && JSON.stringify(respuestas) === JSON.stringify(save.respuestas)
    const nothing = version === 0 && Object.keys(respuestas).length === 0
    if (save.folio !== null && !whole) lost.push(name)
    if (!(whole && written.has(name)) && !(nothing && !written.has(name))) half.push(name)
  }
  return [lost, half]
}
