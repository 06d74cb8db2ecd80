import type * as Prometheus from 'prom-client'
import type { Gauge, Registry } from 'prom-client'
import type { PoolCounts } from '../database/pools.ts'
import type { Figures } from './figures.ts'
import { ANSWERED, FAILED, PUBLISHED, type Answered } from '../shared/told.ts'

export interface Measured {
  /** Name of the process, on every figure. */
  servicio: string
  /** Connections of each role that this process uses. */
  pools: () => Record<string, PoolCounts>
  /** Numbers that the chapters count in the database. */
  figures: readonly Figures[]
  /** Reads one of them; null: it could not. */
  read: (figures: Figures) => Promise<Record<string, number> | null>
}

export interface Measures {
  /** The figures of this moment, in the text format of Prometheus. */
  text(): Promise<string>
  medium: string
  /** Listens no more. */
  end(): void
}

type Client = typeof Prometheus

const REQUEST_SECONDS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const PUBLIC_SECONDS = [0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

/** Measures one process. No label is a name, an address or an id of anybody. */
export async function createMeasures(measured: Measured): Promise<Measures> {
  // No process that is not watched keeps the library in memory.
  const client = await import('prom-client')
  const registry = new client.Registry()
  registry.setDefaultLabels({ servicio: measured.servicio })
  client.collectDefaultMetrics({ register: registry })
  const end = countWork(client, registry)
  countPools(client, registry, measured)
  const counted = measured.figures.map((figures) => ({ figures, gauges: gaugesOf(client, registry, figures) }))
  return {
    text: async () => {
      await Promise.all(counted.map(async ({ figures, gauges }) => setAll(gauges, await measured.read(figures))))
      return registry.metrics()
    },
    medium: registry.contentType,
    end,
  }
}

/** Counts what the process tells of its work, until the returned function is called. */
function countWork({ Counter, Histogram }: Client, registry: Registry): () => void {
  const registers = [registry]
  const requests = new Histogram({
    name: 'conoceles_solicitud_segundos',
    help: 'Tiempo de cada respuesta, por ruta y estatus.',
    labelNames: ['metodo', 'ruta', 'estatus'],
    buckets: REQUEST_SECONDS,
    registers,
  })
  const published = new Histogram({
    name: 'conoceles_publicacion_segundos',
    help: 'Tiempo desde el acto más antiguo de un corte hasta que el corte fue público.',
    buckets: PUBLIC_SECONDS,
    registers,
  })
  const failed = new Counter({ name: 'conoceles_fallas_total', help: 'Fallas del trabajo de fondo; el registro dice cuáles.', registers })
  const heard = [
    [ANSWERED, (said: unknown) => observe(requests, said as Answered)],
    [PUBLISHED, (seconds: unknown) => published.observe(seconds as number)],
    [FAILED, () => failed.inc()],
  ] as const
  for (const [channel, hear] of heard) channel.subscribe(hear)
  return () => heard.forEach(([channel, hear]) => channel.unsubscribe(hear))
}

function observe(requests: { observe(labels: object, value: number): void }, { segundos, ...labels }: Answered): void {
  requests.observe(labels, segundos)
}

function countPools({ Gauge }: Client, registry: Registry, { pools }: Measured): void {
  const gauge: Gauge<'rol' | 'uso'> = new Gauge({
    name: 'conoceles_conexiones',
    help: 'Conexiones a la base de datos: abiertas, libres, y trabajos que esperan una.',
    labelNames: ['rol', 'uso'],
    registers: [registry],
    collect: () => {
      for (const [rol, counts] of Object.entries(pools())) for (const [uso, count] of Object.entries(counts)) gauge.set({ rol, uso }, count)
    },
  })
}

function gaugesOf({ Gauge }: Client, registry: Registry, { help }: Figures): Map<string, Gauge> {
  const made = Object.entries(help).map(
    ([name, text]) => [name, new Gauge({ name: `conoceles_${name}`, help: text, registers: [registry] })] as const,
  )
  return new Map(made)
}

/** A figure that could not be read is absent: the one before would say that all is well. */
function setAll(gauges: Map<string, Gauge>, read: Record<string, number> | null): void {
  for (const [name, gauge] of gauges) {
    const value = read?.[name]
    if (value === undefined) gauge.remove()
    else gauge.set(value)
  }
}
