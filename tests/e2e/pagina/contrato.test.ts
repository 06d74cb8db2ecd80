import { ENCABEZADOS } from '../../../apps/api/src/shared/http/encabezados.ts'
import { createJudge, type OpenapiDocument } from '../../support/mundos/contrato.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

interface Parameter {
  name: string
  in: string
  required?: boolean
  example?: unknown
  schema: { enum?: unknown[] }
}

interface Operation {
  operationId: string
  parameters?: Parameter[]
  responses: Record<string, { headers?: Record<string, object> }>
}

interface Asked {
  operationId: string
  url: string
  status: number
  faults: string[]
  /** Headers that nobody declared. */
  undeclared: string[]
}

/** Operations that need a folio or a hash which only its holder knows; and the first notice, which has none before it. */
const UNKNOWN = ['getAcuse', 'getEmblema', 'getSenas', 'getIdioma', 'getFotografiaPublica', 'getRecurso', 'getCambiosAvisoPublico']

const { url: server } = sharedSimulacro()
let asked: Asked[]

beforeAll(async () => {
  const document = (await (await fetch(`${server}/api/v1/publico/openapi.json`)).json()) as OpenapiDocument
  const judge = createJudge(document)
  asked = []
  for (const [path, { get }] of Object.entries(document.paths as unknown as Record<string, { get?: Operation }>)) {
    if (!get || !path.startsWith('/api/v1/publico/')) continue
    const url = withExamples(path, get.parameters ?? [])
    const answer = await fetch(server + url)
    const headers = { 'content-type': answer.headers.get('content-type') }
    const body = Buffer.from(await answer.arrayBuffer())
    const seen = { method: 'GET', url, operationId: get.operationId, status: answer.status, headers, body }
    const declared = get.responses[String(answer.status)]?.headers ?? {}
    const undeclared = Object.keys(ENCABEZADOS).filter((name) => answer.headers.has(name) && answer.ok && !(name in declared))
    asked.push({ operationId: get.operationId, url, status: answer.status, faults: judge(seen), undeclared })
  }
})

function withExamples(path: string, parameters: Parameter[]): string {
  const exampleOf = ({ example, schema }: Parameter) => encodeURIComponent(String(example ?? schema.enum?.[0] ?? '1'))
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    parameters
      .filter((each) => each.name === name)
      .map(exampleOf)
      .join(''),
  )
  const query = parameters.filter((each) => each.in === 'query' && each.required).map((each) => `${each.name}=${exampleOf(each)}`)
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled
}

test('each public answer is, with everybody in it, what the documentation says', () => {
  expect(asked.length).toBeGreaterThan(40)
  expect(asked.flatMap(({ faults }) => faults)).toEqual([])
})

test('each header that a client acts by is declared', () => {
  expect(asked.filter(({ undeclared }) => undeclared.length > 0)).toEqual([])
})

test('the examples of the documentation find something', () => {
  const found = asked.filter(({ operationId }) => !UNKNOWN.includes(operationId))
  expect(found.filter(({ status }) => status !== 200)).toEqual([])
})
