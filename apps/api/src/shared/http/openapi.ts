import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { ERRORS } from './errors.ts'
import { sharedName } from './problems.ts'

/** openapi.yaml is generated from the DTOs: nothing else describes the API. */
export async function registerOpenapi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Conóceles',
        version: '1.0.0',
        description: [
          'Sistema «Candidatas y Candidatos, Conóceles». Las rutas bajo `/publico` no piden cuenta y entregan sólo lo que ya se decidió publicar; las demás son de la consola. Los errores siguen RFC 9457 y llevan un código estable.',
          `<details id="errores"><summary>Los errores y su código</summary>\n\n${tableOfErrors()}\n\n</details>`,
        ].join('\n\n'),
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/', description: 'Este servidor' }],
      tags: TAGS.map(([name, description]) => ({ name, description })),
      security: [{ portador: [] }],
      components: {
        securitySchemes: {
          portador: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Token de acceso de diez minutos.' },
        },
      },
    },
    transformObject: (document) =>
      'openapiObject' in document ? sharingProblems(ofWhatIsServed(document.openapiObject)) : document.swaggerObject,
    refResolver: { buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `esquema${index}`) },
  })
}

function tableOfErrors(): string {
  const rows = Object.entries(ERRORS).map(([code, [status, sentence]]) => `| \`${code}\` | ${status} | ${sentence} |`)
  return ['| Código | HTTP | Qué pasó |', '| --- | --- | --- |', ...rows].join('\n')
}

type Described = Parameters<NonNullable<FastifyDynamicSwaggerOptions['transformObject']>>[0]
type Document = Extract<Described, { openapiObject: object }>['openapiObject']
type Response = { description: string }
type Operation = { tags?: string[]; security?: object[]; responses?: Record<string, Response | { $ref: string }> }

/** Describes only served parts: the public service has no private tags, and nothing of it asks for a token. */
function ofWhatIsServed(document: Document): Document {
  const operations = operationsOf(document)
  const used = new Set(operations.flatMap(({ tags }) => tags ?? []))
  const described = { ...document, tags: document.tags?.filter(({ name }) => used.has(name)) } as Document
  if (operations.some(({ security }) => security?.length !== 0)) return described
  const { securitySchemes: _none, ...components } = document.components ?? {}
  return { ...described, security: [], components } as Document
}

function operationsOf({ paths }: Document): Operation[] {
  return Object.values(paths ?? {}).flatMap((path) => Object.values(path ?? {}) as Operation[])
}

/** A problem that many routes answer is described once. */
function sharingProblems(document: Document): Document {
  const responses: Record<string, Response> = {}
  for (const { responses: own = {} } of operationsOf(document)) {
    for (const [status, response] of Object.entries(own)) {
      const name = 'description' in response ? sharedName(response.description) : null
      if (name === null) continue
      responses[name] = response as Response
      own[status] = { $ref: `#/components/responses/${name}` }
    }
  }
  const sorted = Object.fromEntries(Object.entries(responses).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { ...document, components: { ...document.components, responses: sorted } } as Document
}

const TAGS = [
  ['Público', 'Lo que cualquiera consulta.'],
  ['Datos abiertos', 'Descargas, diccionario y catálogos.'],
  ['Acceso', 'Cuentas, entrada y dispositivos.'],
  ['Proceso', 'Proceso electoral, catálogos y reloj.'],
  ['Candidaturas', 'Candidaturas y su avance.'],
  ['Acuerdos', 'Acuerdos, sus documentos y las entregas de cuentas.'],
  ['Cambios', 'Sustituciones, cancelaciones, correcciones y restituciones.'],
  ['Importaciones', 'Listas aprobadas.'],
  ['Exportaciones', 'Listados para el INE, hojas de entrega y libro de candidaturas.'],
  ['Captura', 'Cuestionarios, secciones y fotografía.'],
  ['Consentimientos', 'Aviso de privacidad y consentimiento.'],
  ['Actos', 'Validar, observar y verificar.'],
  ['Publicación', 'Cortes y publicación.'],
  ['Bitácora', 'Registro de los actos.'],
  ['Sesiones', 'Sesiones de los órganos, sus integrantes y sus votos.'],
] as const
