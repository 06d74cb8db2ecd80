import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startTestApp, type TestApp } from '../support/app.ts'
import { createJudge, type Judge, type OpenapiDocument, type Seen } from '../support/mundos/contrato.ts'

const ROOT = resolve(__dirname, '../..')

let test_: TestApp
let document_: OpenapiDocument

beforeAll(async () => {
  test_ = await startTestApp()
  document_ = test_.app.swagger() as unknown as OpenapiDocument
})
afterAll(() => test_.close())

describe('openapi.yaml', () => {
  const operations = () => Object.values(document_.paths).flatMap((path) => Object.values(path))

  it('is what the application generates from its DTOs', () => {
    expect(test_.app.swagger({ yaml: true })).toBe(readFileSync(join(ROOT, 'openapi.yaml'), 'utf8'))
  })

  it('describes every route that has a contract, by its own name, once', () => {
    const routes = test_.instruments.routes.flatMap(({ contract }) => (contract ? [contract.id] : []))
    const described = operations().map(({ operationId }) => operationId)
    expect(described.sort()).toEqual(routes.sort())
    expect(new Set(described).size).toBe(described.length)
  })

  it('declares for each what a success and what a problem look like', () => {
    for (const { operationId, responses } of operations()) {
      expect([operationId, Object.keys(responses)]).toEqual([
        operationId,
        expect.arrayContaining([expect.stringMatching(/^2\d\d$/), '429', '500', '503']),
      ])
    }
  })

  it('can be answered: every shape has a serialiser, which a server makes only with the first answer', () => {
    const route = { method: 'GET', url: '/', httpStatus: '200' }
    const faultOf = (name: string): string | null => {
      try {
        test_.app.serializerCompiler?.({ schema: { $ref: `${name}#` }, ...route })({})
        return null
      } catch (error) {
        return /^".*" is required!$/.test((error as Error).message) ? null : `${name}: ${(error as Error).message}`
      }
    }
    const names = Object.keys(test_.app.getSchemas())
    expect(names.length).toBeGreaterThan(100)
    expect(names.map(faultOf).filter((fault) => fault !== null)).toEqual([])
  })

  it('says what every field is, in a sentence', () => {
    const bare = Object.entries(document_.components.schemas).flatMap(([name, schema]) =>
      Object.entries((schema.properties ?? {}) as Record<string, { description?: string; $ref?: string }>)
        .filter(([, field]) => !field.$ref && !field.description)
        .map(([field]) => `${name}.${field}`),
    )
    expect(bare).toEqual([])
  })
})

describe('the judge of every answer in these tests', () => {
  const good = { n: 1, integra: true, cabeza: null, primerFallo: null }
  const seen = (change: Partial<Seen> = {}, body: unknown = good): Seen => ({
    method: 'GET',
    url: '/api/v1/bitacora/verificacion',
    operationId: 'verifyBitacora',
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: Buffer.from(JSON.stringify(body)),
    ...change,
  })
  let judge: Judge
  beforeAll(() => {
    judge = createJudge(document_)
  })

  it('finds nothing in an answer as it should be', () => {
    expect(judge(seen())).toEqual([])
  })

  it.each<[string, () => Seen, string]>([
    ['a field too many', () => seen({}, { ...good, secreto: 1 }), 'must NOT have additional properties'],
    ['a field too few', () => seen({}, { integra: true, n: 1, cabeza: null }), "must have required property 'primerFallo'"],
    ['a field of another type', () => seen({}, { ...good, n: '1' }), '/n must be integer'],
    ['a null where none may be', () => seen({}, { ...good, integra: null }), '/integra must be boolean'],
    ['a status that is not declared', () => seen({ status: 206 }), 'the status is not declared'],
    ['another medium', () => seen({ headers: { 'content-type': 'text/html' } }), 'the medium «text/html» is not declared'],
    [
      'a problem that is none',
      () => seen({ status: 403, headers: { 'content-type': 'application/problem+json' } }, {}),
      'must have required property',
    ],
    [
      'a problem of another matter',
      () =>
        seen(
          { status: 403, headers: { 'content-type': 'application/problem+json' } },
          { type: '/', title: 'No', status: 403, code: 'reporte.otro_sitio', requestId: '1' },
        ),
      'the code «reporte.otro_sitio» is not declared',
    ],
    ['a problem as plain JSON', () => seen({ status: 403 }, {}), 'the medium «application/json» is not declared'],
    ['a body where there is none', () => seen({ operationId: 'salir', status: 204 }), 'a body where none is declared'],
    ['a route nobody declared', () => seen({ operationId: 'nadie' }), 'the status is not declared'],
  ])('finds %s', (_title, answer, fault) => {
    expect(judge(answer()).join()).toContain(fault)
  })

  it('sees every answer of the application, and makes the suite fail', async () => {
    const own = await startTestApp()
    await own.app.inject('/api/v1/publico/llaves')
    await own.app.inject('/api/v1/nada')
    expect(own.deviations).toEqual([])
    own.instruments.onAnswer(seen({}, {}))
    await own.app.inject('/api/v1/publico/llaves')
    own.deviations.push('seeded')
    await expect(own.close()).rejects.toThrow('seeded')
  })
})
