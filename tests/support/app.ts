import { AsyncResource } from 'node:async_hooks'
import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import inject, { type DispatchFunc, type InjectOptions } from 'light-my-request'
import type { DataSource } from 'typeorm'
import type { ProcesoPack, Rol } from '@conoceles/domain'
import { Temporal } from 'temporal-polyfill'
import { buildApp, type App } from '../../apps/api/src/app.ts'
import { loadPack, type LoadedPack } from '../../apps/api/src/carga/load-pack.ts'
import type { Config } from '../../apps/api/src/config.ts'
import { closeDatabases, connectDatabases } from '../../apps/api/src/database/databases.ts'
import { ownerSource } from '../../apps/api/src/database/owner.ts'
import { ENTITIES } from '../../apps/api/src/modules.ts'
import { createClock } from '../../apps/api/src/shared/clock.ts'
import type { Deps } from '../../apps/api/src/shared/deps.ts'
import { openSecretos } from '../../apps/api/src/shared/criptografia/secretos.ts'
import { createDatabase, PLANTILLA, type TestDatabase } from './servidor/cluster.ts'
import { judgeBy, type Seen } from './mundos/contrato.ts'
import { givenToken } from './cuentas.ts'
import { withInstruments, type Instruments } from './instruments.ts'
import { packFicticio } from './proceso-ficticio/index.ts'
import { WORKERS } from './workers.ts'

export const PASSWORD = 'contrasena-de-prueba-1'

export interface TestApp {
  app: FastifyInstance
  services: App['services']
  deps: Deps
  /** Owner connection, with which a test arranges or reads data behind the API. */
  owner: DataSource
  pack: ProcesoPack
  loaded: LoadedPack
  url: string
  instruments: Instruments
  /** Answers that deviate from openapi.yaml; `close` fails if there is one. */
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
  /** Folder with keys of its own: those of the run are shared. */
  secretos?: string
  /** Settings of the database, `name = value`. */
  settings?: string[]
  /** Database of which this one is a copy; `load` then describes its contents. */
  template?: string
  /** Content other than the bare pack; sets the legal time too. */
  load?: (owner: DataSource, deps: Deps) => Promise<LoadedPack>
}

/** Node never lets go of the delay meter of an application, nor of the async context it began in: a hook's leads to its whole test file. */
const outsideOfHooks = new AsyncResource('application')

/** The real application on a real database of its own. */
export async function startTestApp(options: TestOptions = {}): Promise<TestApp> {
  const database = await createDatabase(options.settings, options.template ?? PLANTILLA)
  const pack = options.pack ?? packFicticio
  const { deps, owner } = await connectTo(database, { zona: pack.zona, config: options.config ?? {}, propios: options.secretos })
  const loaded = await (options.load ?? loadBare(pack, options.ahora))(owner, deps)
  const { built, instruments } = await outsideOfHooks.runInAsyncScope(() => withInstruments(() => buildApp(deps)))
  const { server, services } = built
  injectAsReceived(server)
  const deviations: string[] = []
  const judge = judgeBy(describedOnce(server, database.folder))
  instruments.onAnswer = (seen: Seen) => void deviations.push(...judge(seen))
  await services.cache.refresh()
  return {
    app: server,
    services,
    deps,
    owner,
    pack,
    loaded,
    url: database.url,
    instruments,
    deviations,
    tokenOf: (rol, { actor, candidaturaId = null } = {}) =>
      givenToken({ owner, deps, server }, { rol, actorPoliticoId: (actor && loaded.actores.get(actor)) ?? null, candidaturaId }),
    close: async () => {
      await closeServer(server)
      await closeDatabases(deps.databases)
      await owner.destroy()
      await database.drop()
      if (deviations.length > 0) throw new Error(`answers that openapi.yaml does not describe:\n${[...new Set(deviations)].join('\n')}`)
    },
  }
}

/** An HTTP server that never listened does not say that it is closed, on which its timers end. */
async function closeServer(app: FastifyInstance): Promise<void> {
  const http = app.server
  let closed = false
  http.once('close', () => (closed = true))
  await app.close()
  if (!closed) http.emit('close')
}

/** File with the OpenAPI document, written once a run: it is the same in every test file (tests/contract compares it with openapi.yaml). */
function describedOnce(server: FastifyInstance, folder: string): string {
  const file = join(folder, 'openapi.json')
  if (!existsSync(file)) {
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(server.swagger()))
    renameSync(`${file}.${process.pid}`, file)
  }
  return file
}

/** Sends injected requests the way of those from the network, through the memory of answers before Fastify. */
function injectAsReceived(app: FastifyInstance): void {
  const [receive] = app.server.listeners('request') as DispatchFunc[]
  if (!receive) throw new Error('nobody listens for requests')
  Object.assign(app, { inject: (options: InjectOptions | string) => inject(receive, options) })
}

/** The template is migrated and the roles exist: two files that set the same passwords at once would be in each other's way. */
export async function connectTo(
  database: TestDatabase,
  { zona, config, propios }: { zona: string; config: Partial<Config>; propios?: string | undefined },
) {
  const { password } = openSecretos(join(database.folder, 'secretos'))
  const secretos = Object.assign(openSecretos(propios ?? join(database.folder, 'secretos')), { password })
  const owner = await ownerSource(database.url, ENTITIES).initialize()
  const databases = await connectDatabases({ url: database.url, password: secretos.password, entities: ENTITIES })
  const deps: Deps = { config: { ...testConfig(database), ...config }, databases, clock: createClock(zona), secretos }
  return { deps, owner }
}

function loadBare(pack: ProcesoPack, ahora = defaultTime(pack)) {
  return async (owner: DataSource, { clock }: Deps): Promise<LoadedPack> => {
    const desfaseReloj = Temporal.Instant.from(ahora).epochMilliseconds - clock.system().epochMilliseconds
    const loaded = await owner.transaction((tx) => loadPack(tx, pack, { simulacro: true, desfaseReloj }))
    clock.setOffset(desfaseReloj)
    return loaded
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
    // Another than that of the visor: a link of the one in the place of the other is seen.
    origenConsola: 'http://localhost:3001',
    correo: { url: null, remitente: 'conoceles@localhost' },
    correoTls: { requerido: false, autoridad: null },
    contactoSeguridad: null,
    visor: null,
    visorServidor: null,
    consola: null,
    trabajadores: WORKERS,
    paquete: null,
    paquetes: '',
    logNivel: 'silent',
    proxy: null,
    // The test shares its event loop with the application.
    operacion: null,
    retrasoMaximo: 0,
  }
}
