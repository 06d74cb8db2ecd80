import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { CandidaturasFilter } from '../../../apps/api/src/modules/registro/candidaturas/candidaturas.filter.ts'
import {
  planning,
  pageStatement,
  totalStatement,
  type Pagina,
  type Statement,
} from '../../../apps/api/src/modules/registro/candidaturas/candidaturas.page.ts'
import { conteosStatement } from '../../../apps/api/src/modules/registro/candidaturas/conteos.queries.ts'
import { fillProcesos } from '../../load/directorio-carga.ts'
import type { TestApp } from '../../support/app.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { connectAs } from '../../support/roles.ts'
import { startSimulacroEntero, TOTAL } from '../../support/servidor/simulacro-entero.ts'

const TODAS = 15 * TOTAL
const LIMITE = 25
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

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
  Plans?: Plan[]
}

interface Look {
  /** Tables read from one end to the other. */
  scanned: string[]
  indexes: string[]
  /** Most rows that any sort was given. */
  sorted: number
  buffers: number
}

let test_: TestApp
let procesoId: string
let partido: string
let acuerdo: string
const clients = new Map<string, pg.Client>()

beforeAll(async () => {
  test_ = await startSimulacroEntero()
  procesoId = test_.loaded.procesoId
  partido = must(test_.loaded.actores.get('PAN'))
  // Somebody of each kind that a rehearsal does not bring.
  await sql(
    test_,
    `update captura.candidatura c set estatus = case when n % 400 = 0 then 'cancelada' else estatus end,
       captura_vence = case when n % 100 = 0 then null when n % 90 = 0 then date '2024-04-10' else captura_vence end
     from (select id, row_number() over (order by id) as n from captura.candidatura) r where r.id = c.id`,
  )
  acuerdo = must(
    (await sql<{ id: string }>(test_, 'select acuerdo_id as id from captura.candidatura group by 1 order by count(*) desc limit 1'))[0],
  ).id
  const filler = new pg.Client({ connectionString: test_.url })
  await filler.connect()
  await fillProcesos(filler, TODAS)
  await untilUsed(filler)
  await filler.end()
  for (const role of ['instituto', 'actor'] as const) {
    const client = await connectAs(test_, role)
    await client.query(`select set_config('app.rol', $1, false), set_config('app.actor', $2, false)`, [
      role === 'actor' ? 'captura' : 'secretaria',
      partido,
    ])
    clients.set(role, client)
  }
}, 180_000)
afterAll(async () => {
  for (const client of clients.values()) await client.end()
  await test_.close()
})

/** An index that was built beside an older transaction, be it of another database, is not used before that one ends. */
async function untilUsed(client: pg.Client): Promise<void> {
  const waiting =
    'select 1 from pg_index where indcheckxmin and xmin::text::bigint >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint'
  while ((await client.query(waiting)).rows.length > 0) await sleep(100)
}

const ambito = () => ({ procesoId, hoy: '2024-04-20' })

async function look(role: string, { text, values }: Statement, before: string | null = null): Promise<Look> {
  const client = must(clients.get(role))
  await client.query('begin')
  if (before !== null) await client.query(before)
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (analyze, buffers, format json) ${text}`, values)
  await client.query('rollback')
  const root = must(rows[0])['QUERY PLAN'][0].Plan
  const nodes = flatten(root)
  return {
    scanned: nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? ''),
    indexes: [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))],
    sorted: Math.max(0, ...nodes.filter((node) => node['Node Type'].includes('Sort')).flatMap((node) => (node.Plans ?? []).map(rowsOf))),
    buffers: root['Shared Hit Blocks'] + root['Shared Read Blocks'],
  }
}

const rowsOf = (node: Plan) => node['Actual Rows'] * node['Actual Loops']
const flatten = (node: Plan): Plan[] => [node, ...(node.Plans ?? []).flatMap(flatten)]

const BIG = ['candidatura', 'palabra', 'persona', 'postulacion']
const bigScans = ({ scanned }: Look) => scanned.filter((table) => BIG.includes(table))

type Asked = [title: string, filter: () => Partial<CandidaturasFilter>, indexes: string[], page?: Partial<Pagina>]

const ASKED: Asked[] = [
  ['nothing', () => ({}), ['candidatura_orden_ix']],
  ['a later page', () => ({}), ['candidatura_orden_ix'], { despues: '005' }],
  ['the queue of review', () => ({ estatusCaptura: 'validada' }), ['candidatura_validada_ix'], { orden: 'validada' }],
  ['all by when they were validated', () => ({}), ['candidatura_validada_ix'], { orden: 'validada' }],
  ['a cargo', () => ({ cargo: 'regiduria' }), ['candidatura_cargo_ix']],
  ['a distrito', () => ({ distrito: 'D01' }), ['candidatura_demarcacion_ix']],
  ['a municipio', () => ({ municipio: '17007' }), ['candidatura_demarcacion_ix']],
  ['an actor político', () => ({ actor: 'PAN' }), ['candidatura_actor_ix', 'candidatura_partido_ix']],
  ['an acuerdo', () => ({ acuerdo }), ['candidatura_acuerdo_ix']],
  ['a calidad', () => ({ calidad: 'suplente' }), ['candidatura_orden_ix']],
  ['a sexo that few have', () => ({ sexo: 'no_binario' }), ['candidatura_orden_ix']],
  ['a sexo that many have', () => ({ sexo: 'mujer' }), ['candidatura_orden_ix']],
  ['a grupo', () => ({ grupo: 'mayor' }), ['candidatura_orden_ix']],
  ['an estatus that nearly all have', () => ({ estatus: 'aprobada' }), ['candidatura_orden_ix']],
  ['an estatus that few have', () => ({ estatus: 'cancelada' }), ['candidatura_orden_ix']],
  ['an estatus of captura', () => ({ estatusCaptura: 'observada' }), ['candidatura_estatus_ix']],
  ['terms that ended', () => ({ plazo: 'vencida' }), ['candidatura_orden_ix']],
  ['terms that run', () => ({ plazo: 'corriendo' }), ['candidatura_orden_ix']],
  ['terms that wait', () => ({ plazo: 'sin_entrega' }), ['candidatura_orden_ix']],
  ['a word of a name', () => ({ q: 'maria' }), ['palabra_pkey']],
  ['two words of a name', () => ({ q: 'cruz jose' }), ['palabra_pkey']],
  ['a word that nobody has', () => ({ q: 'xilofono' }), ['palabra_pkey']],
  ['a folio', () => ({ q: '120' }), ['palabra_pkey']],
  ['two filters', () => ({ cargo: 'regiduria', estatusCaptura: 'observada' }), []],
  ['three filters', () => ({ cargo: 'regiduria', municipio: '17007', calidad: 'suplente' }), []],
  ['a word and three filters', () => ({ q: 'maria', actor: 'PAN', cargo: 'regiduria', sexo: 'mujer' }), ['palabra_pkey']],
]

describe.each(['instituto', 'actor'] as const)(`the directory of ${TODAS} candidaturas in 15 procesos, for conoceles_%s`, (role) => {
  it.each(ASKED)('a page by %s comes from an index, sorts a few and reads little', async (_title, filter, indexes, page = {}) => {
    const pagina = { orden: 'boleta', despues: null, limite: LIMITE + 1, ...page } as const
    const asked = { ...NOTHING, ...filter() }
    const seen = await look(role, pageStatement(asked, ambito(), pagina), planning(asked, { few: role === 'actor', orden: pagina.orden }))
    expect(bigScans(seen)).toEqual([])
    expect(seen.indexes.some((name) => name.startsWith('candidatura_'))).toBe(true)
    // To whom row-level security leaves a few rows, the planner may well begin with those.
    if (role === 'instituto') expect(seen.indexes).toEqual(expect.arrayContaining(indexes))
    expect(seen.sorted).toBeLessThanOrEqual(SORTED)
    expect(seen.buffers).toBeLessThanOrEqual(indexes.includes('candidatura_orden_ix') ? WALK : BUFFERS[role])
  })

  it.each(ASKED)('the total by %s comes from an index', async (_title, filter) => {
    const seen = await look(role, totalStatement({ ...NOTHING, ...filter() }, ambito()))
    expect(bigScans(seen)).toEqual([])
    expect(seen.buffers).toBeLessThanOrEqual(BUFFERS[role])
  })

  it.each(ASKED)('the counts by %s walk once over the proceso, by an index', async (_title, filter) => {
    const seen = await look(role, conteosStatement({ ...NOTHING, ...filter() }, ambito()))
    expect(bigScans(seen)).toEqual([])
    expect(seen.buffers).toBeLessThanOrEqual(BUFFERS[role])
  })
})

/** Rows in a sort: never near the whole proceso, which has 4,163. */
const SORTED = 400
/** Rows that a page may walk where few match and no index tells them: one proceso in its order, a block for each row at worst. */
const WALK = TOTAL + 1_000
/** Blocks of 8 kB: a part of one proceso, while the table has 15 and grows. How many depends on what the vacuum left visible. */
const BUFFERS = { instituto: 3_500, actor: 4_500 }
