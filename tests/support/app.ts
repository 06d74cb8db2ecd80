import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import type { DataSource } from 'typeorm'
import type { ProcesoPack, Rol } from '@conoceles/domain'
import { Temporal } from 'temporal-polyfill'
import { buildApp, type App } from '../../apps/api/src/app.ts'
import { loadPack, type LoadedPack } from '../../apps/api/src/carga/load-pack.ts'
import type { Config } from '../../apps/api/src/config.ts'
import { closeDatabases } from '../../apps/api/src/database/databases.ts'
import { prepareDatabase } from '../../apps/api/src/database/prepare.ts'
import { ENTITIES } from '../../apps/api/src/entities.ts'
import { createCuentasDemo } from '../../apps/api/src/modules/acceso/index.ts'
import { createClock } from '../../apps/api/src/shared/clock.ts'
import type { Deps } from '../../apps/api/src/shared/deps.ts'
import { openSecretos } from '../../apps/api/src/shared/secretos.ts'
import { createDatabase } from './cluster.ts'
import { createJudge, type OpenapiDocument, type Seen } from './contrato.ts'
import { withInstruments, type Instruments } from './instruments.ts'
import { packFicticio } from './proceso-ficticio/index.ts'
import { WORKERS } from './workers.ts'

export const PASSWORD = 'contrasena-de-prueba-1'

export interface TestApp {
  app: FastifyInstance
  services: App['services']
  deps: Deps
  /** Owner connection: what a test arranges or looks at behind the API. */
  owner: DataSource
  pack: ProcesoPack
  loaded: LoadedPack
  url: string
  instruments: Instruments
  /** Answers that are not what openapi.yaml says; `close` fails if there is one. */
  deviations: string[]
  /** Bearer token of a new account with a role; `actor` is the clave of an actor político. */
  tokenOf(rol: Rol, who?: { actor?: string; candidaturaId?: string }): Promise<string>
  close(): Promise<void>
}

export interface TestOptions {
  pack?: ProcesoPack
  /** Legal time; the fictitious proceso is open to capture and publication then. */
  ahora?: string
  config?: Partial<Config>
  /** Settings of the database, `name = value`. */
  settings?: string[]
  /** Legal time and content other than the bare pack. */
  load?: (owner: DataSource, deps: Deps) => Promise<LoadedPack>
}

/** The real application on a real database of its own. */
export async function startTestApp(options: TestOptions = {}): Promise<TestApp> {
  const database = await createDatabase()
  const secretos = openSecretos(join(database.folder, 'secretos'))
  const { owner, databases } = await prepareDatabase({ url: database.url, password: secretos.password, entities: ENTITIES })
  const pack = options.pack ?? packFicticio
  const clock = createClock(pack.zona)
  const ahora = Temporal.Instant.from(options.ahora ?? defaultTime(pack))
  const desfaseReloj = ahora.epochMilliseconds - clock.system().epochMilliseconds
  const loaded = await owner.transaction((tx) => loadPack(tx, pack, { simulacro: true, desfaseReloj }))
  clock.setOffset(desfaseReloj)
  const deps: Deps = { config: { ...testConfig(database), ...options.config }, databases, clock, secretos }
  const { server, services } = await buildApp(deps)
  await services.cache.refresh()
  return {
    app: server,
    services,
    deps,
    owner,
    pack,
    loaded,
    url: database.url,
    tokenOf: (rol, who) => tokenOf({ owner, deps, loaded, server }, rol, who ?? {}),
    close: async () => {
      await server.close()
      await closeDatabases(databases)
      await owner.destroy()
      await database.drop()
    },
  }
}

function defaultTime(pack: ProcesoPack): string {
  const day = pack.tiposEleccion
    .map(({ inicioPublicacion, entregaCuentas }) => (inicioPublicacion > entregaCuentas ? inicioPublicacion : entregaCuentas))
    .sort()
    .at(-1)
  return Temporal.PlainDate.from(day ?? pack.jornada)
    .add({ days: 1 })
    .toZonedDateTime({ timeZone: pack.zona, plainTime: '10:00' })
    .toInstant()
    .toString()
}

function testConfig({ folder }: { folder: string }): Config {
  return {
    modo: 'simulacro',
    relojMovible: true,
    servicio: 'todo',
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: null,
    datos: folder,
    secretos: join(folder, 'secretos'),
    origen: 'http://localhost:3000',
    correo: { url: null, remitente: 'conoceles@localhost' },
    visor: null,
    consola: null,
    trabajadores: WORKERS,
    logNivel: 'silent',
    proxy: null,
  }
}

let accounts = 0
const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

async function tokenOf(
  { owner, deps, loaded, server }: { owner: DataSource; deps: Deps; loaded: LoadedPack; server: FastifyInstance },
  rol: Rol,
  who: { actor?: string; candidaturaId?: string },
): Promise<string> {
  const correo = `cuenta-${accounts++}@prueba.example`
  const actorPoliticoId = who.actor ? (loaded.actores.get(who.actor) ?? null) : null
  await owner.transaction((tx) =>
    createCuentasDemo(tx, deps, [
      {
        nombre: `Cuenta ${rol}`,
        correo,
        rol,
        actorPoliticoId,
        candidaturaId: who.candidaturaId ?? null,
        contrasena: PASSWORD,
        totpSecreto: TOTP_SECRET,
      },
    ]),
  )
  const codigo = new TOTP({ secret: Secret.fromBase32(TOTP_SECRET) }).generate()
  const answer = await injectWhenCalm(server, {
    method: 'POST',
    url: '/api/v1/acceso/entrar',
    remoteAddress: `10.0.${accounts >> 8}.${accounts & 255}`,
    headers: { origin: deps.config.origen, 'x-conoceles': '1' },
    payload: { correo, contrasena: PASSWORD, codigo },
  })
  if (answer.statusCode !== 200) throw new Error(`no token: ${answer.body}`)
  return (answer.json() as { accessToken: string }).accessToken
}

/** Just after it started the server may still refuse work, as it should while its event loop is late. */
async function injectWhenCalm(server: FastifyInstance, options: InjectOptions): Promise<LightMyRequestResponse> {
  for (let turn = 0; turn < 20; turn += 1) {
    const answer = await server.inject(options)
    if (answer.statusCode !== 503) return answer
    await new Promise((done) => setTimeout(done, 300))
  }
  return server.inject(options)
}
