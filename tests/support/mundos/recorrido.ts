import type { Source } from '../../../apps/api/src/cli/verificacion/source.ts'
import { newAddress } from '../acceso.ts'
import { todoDe } from '../agujas.ts'
import type { TestApp } from '../app.ts'
import { must, sql } from '../registro/candidaturas.ts'
import { leer } from '../publico.ts'

const PUBLICO = '/api/v1/publico'
const ENCODINGS = ['br', 'gzip', 'identity'] as const

interface Manifiesto {
  numero: number
  recursos: { ruta: string; sha256: string }[]
}

/** An answer to a client without an account, in each form in which it travels. */
export interface Visto {
  url: string
  bytes: Buffer
}

/**
 * Reads everything that anybody can: each declared public route at every address of every manifest, each resource of the past by its hash, and
 * the tables of the public pool. A route for which no address was found fails.
 */
export async function recorrerPublico(test: TestApp): Promise<Visto[]> {
  const manifiestos = await readManifiestos(test)
  const templates = test.instruments.routes.filter(({ contract }) => contract?.permiso === 'publico').map(({ url }) => url)
  const contiendas = await sql<{ clave: string }>(test, 'select clave from captura.contienda order by clave')
  const known = { manifiestos, claves: contiendas.map(({ clave }) => clave) }
  const asked = templates.filter((url) => url.startsWith(PUBLICO)).map((url) => addressesOf(url.slice(PUBLICO.length), known))
  const folios = await sql<{ folio: string }>(test, 'select folio from publico.acuse order by recibido_en desc limit 20')
  const urls = [...asked.flat(), ...folios.map(({ folio }) => `/acuses/${folio}`), ...LISTS]
  const empty = templates.filter((url, i) => !APART.includes(url) && asked[i]?.length === 0)
  if (empty.length > 0) throw new Error(`public routes that were not walked: ${empty.join(', ')}`)
  const seen: Visto[] = []
  for (const url of new Set(urls)) seen.push({ url, bytes: await readAddress(test, url) })
  return [...seen, { url: 'tables', bytes: await readTables(test) }]
}

/**
 * Acuses are asked for by their folio; no pack of these worlds brings a video of its own. The description of the routes is made without a
 * database, and its enumerations name what a record may say; `canarios.test.ts` walks it, because nobody's canary is one of these words.
 */
const APART: readonly string[] = [`${PUBLICO}/acuses/:folio`, `${PUBLICO}/senas/:archivo`, `${PUBLICO}/openapi.json`]

/** Filters and searches make addresses of their own. */
const LISTS = ['/candidaturas?limite=50', '/candidaturas?q=a', '/candidaturas?conPropuestas=true', '/cortes?antes=1000']

function addressesOf(
  template: string,
  { manifiestos, claves }: { manifiestos: readonly Manifiesto[]; claves: readonly string[] },
): string[] {
  const recursos = manifiestos.flatMap(({ recursos: each }) => each)
  if (template.endsWith('/:sha256')) return recursos.map(({ sha256 }) => template.replace(':sha256', sha256))
  if (template.endsWith('/:numero')) return manifiestos.map(({ numero }) => template.replace(':numero', String(numero)))
  if (template === '/cortes/:numero/candidaturas/:id') {
    return manifiestos.flatMap(({ numero, recursos: each }) =>
      each.flatMap(({ ruta }) => (/^candidaturas\/[^/]+$/.test(ruta) ? [`/cortes/${numero}/${ruta}`] : [])),
    )
  }
  if (template === '/cortes/:numero/cambios/:hasta') return manifiestos.map(({ numero }) => `/cortes/${numero - 1}/cambios/${numero}`)
  const [, below] = /^\/candidaturas\/:id\/(historia|ficha\.pdf|vista\.png)$/.exec(template) ?? []
  if (below) return recursos.flatMap(({ ruta }) => (/^candidaturas\/[^/]+$/.test(ruta) ? [`/${ruta}/${below}`] : []))
  if (template.includes('/contiendas/:clave')) return claves.map((clave) => template.replace(':clave', clave))
  if (!template.includes('/:')) return APART.includes(PUBLICO + template) ? [] : [template]
  if (template.endsWith('/fotografia'))
    return recursos.flatMap(({ ruta }) => (ruta.startsWith('candidaturas/') ? [`/${ruta}/fotografia`] : []))
  const shape = new RegExp(`^${template.replace(/:[^/]+/g, '[^/]+')}$`)
  const named = recursos.map(({ ruta }) => `/${ruta}`).filter((ruta) => shape.test(ruta))
  return named.length > 0 ? named : sampleOf(template)
}

/** Address of a route of which nothing was published yet, where a value of each parameter is known. */
function sampleOf(template: string): string[] {
  const filled = template.replace(/:([^/]+)/g, (all, name: string) => SAMPLES[name] ?? all)
  return filled.includes(':') ? [] : [filled]
}

const SAMPLES: Record<string, string> = { version: '1', tipo: 'integral', de: '1', codigo: 'nah' }

async function readManifiestos(test: TestApp): Promise<Manifiesto[]> {
  const { elementos } = (await leer<{ elementos: { numero: number }[] }>(test, 'cortes')).body
  const newest = must(elementos[0]).numero
  const found: Manifiesto[] = []
  for (let numero = 1; numero <= newest; numero += 1) {
    found.push({ numero, recursos: (await leer<Pick<Manifiesto, 'recursos'>>(test, `cortes/${numero}`)).body.recursos })
  }
  return found
}

/** Through the memory of answers, as anybody would, and once more past it: an address of its own was never answered before. */
async function readAddress({ app }: TestApp, url: string): Promise<Buffer> {
  const fresh = `${url}${url.includes('?') ? '&' : '?'}recorrido=1`
  const asked = ENCODINGS.flatMap((encoding) => [url, fresh].map((each) => ({ encoding, url: each })))
  const answers = []
  for (const { encoding, url: each } of asked)
    answers.push(
      await todoDe(await app.inject({ url: PUBLICO + each, headers: { 'accept-encoding': encoding }, remoteAddress: newAddress() })),
    )
  return Buffer.concat(answers)
}

/** Data that the public pool could read if a route let it, except the bytes of a resource, which the walk has unpacked. */
async function readTables(test: TestApp): Promise<Buffer> {
  const rows = await sql(
    test,
    `select (select json_agg(c) from publico.candidatura c)::text as filas, (select json_agg(p) from publico.comienzo p)::text as comienzos,
       (select string_agg(encode(contenido, 'escape'), ' ') from publico.recurso) as recursos`,
  )
  return Buffer.from(JSON.stringify(rows))
}

const OPEN_DATA = /\/publico\/(descargas|novedades|catalogos|diccionario)\b/

/** Routes of open data by name, each with its address under the public ones. */
export function rutasDatosAbiertos({ instruments }: TestApp): Record<string, string[]> {
  const files = instruments.routes.filter(({ url }) => OPEN_DATA.test(url))
  return Object.fromEntries(files.map(({ url, contract }) => [contract?.id ?? url, [url.slice(PUBLICO.length)]]))
}

/** The whole list, and the answers of its filters and its search. */
export async function everyPage(json: <T>(url: string) => Promise<T>): Promise<string[]> {
  const pages = ['/candidaturas?q=canario', '/candidaturas?conPropuestas=true', '/candidaturas?calidad=suplente&limite=50']
  for (let siguiente: string | null = ''; siguiente !== null;) {
    const url: string = `/candidaturas?limite=50${siguiente ? `&despues=${encodeURIComponent(siguiente)}` : ''}`
    pages.push(url)
    siguiente = (await json<{ siguiente: string | null }>(url)).siguiente
  }
  return pages
}

/** Each reading has an address of its own: an answer from memory would be right also when the table is not. */
let readings = 0

/** Public data as a check of the cortes from outside reads it. */
export function fuentePublica(test: TestApp): Source {
  const json = async (path: string) => (await leer(test, path)).body
  return {
    name: 'prueba',
    llaves: () => json('llaves'),
    numeros: async () =>
      ((await json('cortes')) as { elementos: { numero: number }[] }).elementos.map(({ numero }) => numero).sort((a, b) => a - b),
    corte: (numero) => json(`cortes/${numero}`),
    recurso: async (ruta) => (await leer(test, `${ruta}?lectura=${readings++}`)).raw,
    cabezas: async () => ((await json('bitacora/cabezas')) as { elementos: unknown[] }).elementos,
    armazon: () => Promise.resolve(null),
    esperas: [],
  }
}

/** Addresses at which each of some candidaturas is compared with another of her contienda; there are some. */
export async function comparaciones(json: <T>(url: string) => Promise<T>, ids: readonly string[]): Promise<string[]> {
  const addresses = await Promise.all(
    ids.map(async (id) => {
      const { contienda } = await json<{ contienda: string }>(`/candidaturas/${id}`)
      const { elementos } = await json<{ elementos: { id: string }[] }>(`/contiendas/${contienda}`)
      const rival = elementos.find((each) => each.id !== id)
      return rival ? [`/comparar?personas=${id},${rival.id}`] : []
    }),
  )
  if (addresses.flat().length === 0) throw new Error('none of them competes with anybody')
  return addresses.flat()
}
