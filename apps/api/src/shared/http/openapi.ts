import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { conEjemplos } from './ejemplos/index.ts'
import { sharedName } from './problems.ts'

/** openapi.yaml is generated from the DTOs: nothing else describes the API. */
export async function registerOpenapi(app: FastifyInstance, { origen }: { origen: string }): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Conóceles',
        version: '1.0.0',
        description:
          'Sistema «Candidatas y Candidatos, Conóceles». Las rutas bajo `/publico` no piden cuenta y entregan sólo lo que ya se decidió publicar; las demás son de la consola. Los errores siguen RFC 9457 y llevan un código estable, que explica `/api/docs/errores`. Los ejemplos salen de un simulacro y están cortados: sus personas no existen.',
        contact: { name: 'Reportar un error en lo publicado', url: `${origen}/reportar-error` },
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
      'openapiObject' in document ? sharingProblems(withExamples(document.openapiObject)) : document.swaggerObject,
    refResolver: { buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `esquema${index}`) },
  })
}

type Described = Parameters<NonNullable<FastifyDynamicSwaggerOptions['transformObject']>>[0]
type Document = Extract<Described, { openapiObject: object }>['openapiObject']
type Response = { description: string }
type Operation = { responses?: Record<string, Response | { $ref: string }> }

function operationsOf({ paths }: Document): Operation[] {
  return Object.values(paths ?? {}).flatMap((path) => Object.values(path ?? {}) as Operation[])
}

function withExamples(document: Document): Document {
  const each = (path: object | undefined) =>
    Object.fromEntries(Object.entries(path ?? {}).map(([method, operation]) => [method, conEjemplos(operation as Operation)]))
  return {
    ...document,
    paths: Object.fromEntries(Object.entries(document.paths ?? {}).map(([url, path]) => [url, each(path)])),
  } as Document
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
  ['Estadísticas', 'Cuántas candidaturas hay, por cada dato que se publica.'],
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
  ['Revisión', 'Cola de quien verifica, observaciones y correcciones.'],
  ['Bloqueos', 'Datos que no se publican mientras se decide sobre ellos.'],
  ['Reportes', 'Errores que el público reporta.'],
  ['Omisiones', 'Listas de quienes no han contestado.'],
  ['Requerimientos', 'Requerimientos y su notificación.'],
  ['Tablero', 'Avance de la captura y sus recordatorios.'],
  ['Actividades', 'Programa de trabajo: plazos, cumplimiento y eventos.'],
  ['Entregables', 'Versiones, observaciones y pasos de cada entregable.'],
  ['Remisiones', 'Oficios con los que se remiten los entregables.'],
  ['Expedientes', 'Expediente de cada entregable.'],
  ['Calendarios', 'Calendarios a los que cada cuenta se suscribe.'],
  ['Escenarios', 'Ensayos de cambios al programa de trabajo.'],
  ['Recordatorios', 'Avisos por correo y de quién se enteró.'],
  ['Novedades', 'Qué cambió para cada cuenta.'],
  ['Documentos', 'Certificación de documentos.'],
  ['Plantillas', 'Textos de los correos y documentos.'],
  ['Versiones', 'Versiones de los cuestionarios.'],
  ['Política de publicación', 'Qué se publica de cada respuesta.'],
  ['Avisos de privacidad', 'Redacción y aprobación de los avisos de privacidad.'],
  ['Cruces', 'Tablas cruzadas de las respuestas.'],
  ['Codificaciones', 'Codificación de textos libres.'],
  ['Informes', 'Informes: su corte, su texto y su emisión.'],
  ['Derechos ARCO', 'Solicitudes de acceso, rectificación, cancelación y oposición.'],
  ['Protección de datos', 'Registro de la protección de datos personales.'],
  ['Vulneraciones de datos', 'Vulneraciones y sus notificaciones.'],
  ['Conclusión', 'Qué se hace con los datos al concluir el proceso.'],
  ['Auditoría', 'Preguntas de quien audita.'],
] as const
