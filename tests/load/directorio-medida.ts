// Program of `npm run bench`, bundled by directorio.mjs: the directory at two sizes, side by side. Prints its findings as JSON on the last line.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { loadSimulacroOnce } from '../../apps/api/src/carga/load-simulacro.ts'
import { readPaquete } from '../../apps/api/src/carga/paquete.ts'
import { readConfig } from '../../apps/api/src/config.ts'
import { closeDatabases } from '../../apps/api/src/database/databases.ts'
import { roleUrl } from '../../apps/api/src/database/pools.ts'
import { startEmbedded } from '../../apps/api/src/database/embedded.ts'
import { prepareDatabase } from '../../apps/api/src/database/prepare.ts'
import { ENTITIES } from '../../apps/api/src/modules.ts'
import type { CandidaturasFilter } from '../../apps/api/src/modules/registro/candidaturas/candidaturas.filter.ts'
import { pageStatement, planning, totalStatement } from '../../apps/api/src/modules/registro/candidaturas/candidaturas.page.ts'
import { createClock } from '../../apps/api/src/shared/clock.ts'
import { openSecretos } from '../../apps/api/src/shared/criptografia/secretos.ts'
import { fillProcesos } from './directorio-carga.ts'

const TOTAL = Number(process.argv[2])
const ROUNDS = 41
const HOY = '2024-04-20'
const NOTHING: CandidaturasFilter = {
  q: null,
  cargo: null,
  distrito: null,
  municipio: null,
  comunidad: null,
  actor: null,
  acuerdo: null,
  calidad: null,
  sexo: null,
  grupo: null,
  estatus: null,
  estatusCaptura: null,
  plazo: null,
}

interface Subject {
  name: string
  filter: CandidaturasFilter
}

const folder = mkdtempSync(join(tmpdir(), 'conoceles-directorio-'))
const secretos = openSecretos(join(folder, 'secretos'))
const settings = ['fsync=off', 'synchronous_commit=off', 'max_wal_size=4GB', 'autovacuum=off']
const postgres = await startEmbedded({ folder, database: 'chica', password: secretos.password('dueno'), settings })
try {
  const started = performance.now()
  await loadSmall()
  await loadLarge()
  const seconds = (performance.now() - started) / 1_000
  const rows = await measure(await subjects())
  process.stdout.write(`${JSON.stringify({ seconds, rows })}\n`)
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function loadSmall(): Promise<void> {
  const { owner, databases } = await prepareDatabase({ url: postgres.url, password: secretos.password, entities: ENTITIES })
  const config = readConfig()
  const paquete = await readPaquete({ ...config, paquete: 'morelos-2024' })
  await loadSimulacroOnce(owner, { config, clock: createClock(), secretos }, { paquete, begin: () => undefined })
  await owner.query('vacuum analyze')
  await closeDatabases(databases)
  await owner.destroy()
}

/** The same proceso, among others. */
async function loadLarge(): Promise<void> {
  await asOwner('postgres', (client) => client.query('create database grande template chica'))
  await asOwner('grande', (client) => fillProcesos(client, TOTAL))
}

async function asOwner<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return connected(postgres.url, database, work)
}

async function connected<T>(url: string, database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const address = new URL(url)
  address.pathname = `/${database}`
  const client = new pg.Client({ connectionString: address.toString() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

let procesoId = ''

/** Names of people who are there, and a value of each filter. */
async function subjects(): Promise<Subject[]> {
  return asOwner('chica', async (client) => {
    const one = async (sql: string) => String(Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0])
    procesoId = await one('select id from captura.proceso')
    const names = await client.query<{ q: string }>(
      `select lower(nombre || ' ' || primer_apellido) as q from captura.persona order by md5(id::text) limit 5`,
    )
    const acuerdo = await one('select acuerdo_id from captura.candidatura group by 1 order by count(*) desc, 1 limit 1')
    const searches = [...names.rows.map(({ q }) => q), 'maria', 'cruz', 'jo lo', '120', 'xilofono'].map((q) => ({ q }))
    const filters: Partial<CandidaturasFilter>[] = [
      {},
      { cargo: 'regiduria' },
      { distrito: 'D01' },
      { municipio: '17007' },
      { actor: 'PAN' },
      { acuerdo },
      { calidad: 'suplente' },
      { sexo: 'no_binario' },
      { sexo: 'mujer' },
      { grupo: 'indigena' },
      { estatus: 'aprobada' },
      { estatus: 'cancelada' },
      { estatusCaptura: 'observada' },
      { plazo: 'vencida' },
      { plazo: 'corriendo' },
      { plazo: 'sin_entrega' },
    ]
    return [...searches, ...filters].map((asked) => ({ name: nameOf(asked), filter: { ...NOTHING, ...asked } }))
  })
}

function nameOf(asked: Partial<CandidaturasFilter>): string {
  const [[filter, value] = ['todo', '']] = Object.entries(asked)
  return filter === 'q' ? `palabras: ${value}` : filter === 'acuerdo' ? 'acuerdo' : `${filter} ${value ?? ''}`.trim()
}

/** Each subject on both sizes in turn, as the secretaría asks: under row-level security, page and total. Medians in milliseconds. */
async function measure(all: Subject[]): Promise<{ name: string; small: number; large: number }[]> {
  const url = roleUrl(postgres.url, 'instituto', secretos.password('instituto'))
  return connected(url, 'chica', (small) =>
    connected(url, 'grande', async (large) => {
      const rows = []
      for (const { name, filter } of all) {
        const times: [number[], number[]] = [[], []]
        for (let round = 0; round < ROUNDS; round += 1)
          for (const [index, client] of [small, large].entries()) times[index]?.push(await timeOf(client, filter))
        rows.push({ name, small: median(times[0]), large: median(times[1]) })
      }
      return rows
    }),
  )
}

async function timeOf(client: pg.Client, filter: CandidaturasFilter): Promise<number> {
  const ambito = { procesoId, hoy: HOY }
  const page = pageStatement(filter, ambito, { orden: 'boleta', despues: null, limite: 26 })
  const total = totalStatement(filter, ambito)
  const hint = planning(filter, { few: false, orden: 'boleta' })
  await client.query('begin')
  await client.query(`select set_config('app.rol', 'secretaria', true)`)
  const from = performance.now()
  await client.query(total.text, total.values)
  if (hint !== null) await client.query(hint)
  await client.query(page.text, page.values)
  const taken = performance.now() - from
  await client.query('rollback')
  return taken
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
