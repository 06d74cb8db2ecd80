import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import { generateSimulacro } from '../../apps/api/src/simulacro/generate-simulacro.ts'
import { opcionesDe } from '../../apps/api/src/simulacro/opciones.ts'
import { createJudge, type OpenapiDocument } from '../support/mundos/contrato.ts'
import { pack } from '../support/paquete.ts'

interface Ejemplo {
  operationId: string
  medio: string
  summary: string
  value: unknown
}

type Content = Record<string, { examples?: Record<string, Pick<Ejemplo, 'summary' | 'value'>> }>

const document_ = parse(readFileSync(resolve(__dirname, '../../openapi.yaml'), 'utf8')) as OpenapiDocument
const publicas = Object.entries(document_.paths).flatMap(([path, { get }]) =>
  get && /^\/api\/v1\/publico(\/|$)/.test(path) ? [{ path, ...get }] : [],
)
const ejemplos = publicas.flatMap(({ operationId, responses }) =>
  Object.entries((responses['200'] as { content: Content }).content).flatMap(([medio, { examples = {} }]) =>
    Object.values(examples).map((each): Ejemplo => ({ operationId, medio, ...each })),
  ),
)

describe('the examples of the public contract', () => {
  it('show each operation that anybody may ask', () => {
    const shown = new Set(ejemplos.map(({ operationId }) => operationId))
    expect(publicas.length).toBeGreaterThan(60)
    expect(publicas.map(({ operationId }) => operationId).filter((id) => !shown.has(id))).toEqual([])
  })

  it('are as the contract says that answers are', () => {
    const judge = createJudge(document_)
    const faults = ejemplos.flatMap(({ operationId, medio, summary: url, value }) =>
      judge({ method: 'GET', url, operationId, status: 200, headers: { 'content-type': medio }, body: Buffer.from(JSON.stringify(value)) }),
    )
    expect(faults).toEqual([])
  })

  it('ask the address of their operation', () => {
    const shapes = new Map(publicas.map(({ operationId, path }) => [operationId, path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')]))
    const strays = ejemplos.filter(({ operationId, summary }) => {
      const shape = shapes.get(operationId) ?? ''
      return !new RegExp(`^curl 'https://conoceles\\.example${shape}(\\?[^']+)?'$`).test(summary)
    })
    expect(strays).toEqual([])
  })

  it('name people of the simulacro alone', () => {
    const { personas } = generateSimulacro(pack, { semilla: 2024, total: 4163, ahora: opcionesDe(pack).inicio })
    const known = new Set(
      personas.map(({ nombre, primerApellido, segundoApellido }) => [nombre, primerApellido, segundoApellido].filter(Boolean).join(' ')),
    )
    const named = ejemplos.flatMap(({ value }) => namesIn(value))
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((nombre) => !known.has(nombre))).toEqual([])
  })

  it('write to nobody and lead to no site of others', () => {
    const text = JSON.stringify(ejemplos)
    expect((text.match(/[\w.-]+@[\w.-]+/g) ?? []).filter((mail) => !/example(\.org)?$/.test(mail))).toEqual([])
    const hosts = [...text.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host = '']) => host)
    expect([...new Set(hosts)].filter((host) => !/(^|\.)example(\.org)?$/.test(host)).sort()).toEqual(VOCABULARIES)
  })
})

const IN_A_ROW = /^(?:[\da-f-]{36},|\{"id":"[\da-f-]{36}","nombre":")([^,"]+)/gm

/** Names of people stand beside their calidad, or begin the second column of a table with one. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [...value.matchAll(IN_A_ROW)].map(([, nombre = '']) => nombre)
  if (value === null || typeof value !== 'object') return []
  const own = 'calidad' in value && 'nombre' in value ? [String(value.nombre)] : []
  return [...own, ...Object.values(value).flatMap(namesIn)]
}

/** Formats and their vocabularies have addresses by name. */
const VOCABULARIES = [
  ...['datapackage.org', 'jsonfeed.org', 'publications.europa.eu', 'purl.org', 'spdx.org'],
  ...['www.iana.org', 'www.w3.org', 'xmlns.com'],
]
