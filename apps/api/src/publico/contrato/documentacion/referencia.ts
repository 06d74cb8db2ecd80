import { groupBy } from '@conoceles/domain'
import { codesIn } from '../../../shared/http/problems.ts'
import { guia } from './guia.ts'
import { frase, html, type Html } from './html.ts'
import { pagina } from './pagina.ts'
import { tipoDe, type Esquema } from './tipos.ts'

interface Parametro {
  name: string
  in: string
  required?: boolean
  description?: string
  example?: unknown
  schema: Esquema
}

interface Respuesta {
  description: string
  content?: Record<string, { schema?: Esquema; examples?: Record<string, { summary: string; value: unknown }> }>
}

interface Operacion {
  operationId: string
  summary: string
  description?: string
  tags: readonly string[]
  parameters?: readonly Parametro[]
  requestBody?: { content: Record<string, { schema: Esquema }> }
  responses: Record<string, Respuesta | { $ref: string }>
}

export interface Especificacion {
  tags: readonly { name: string; description: string }[]
  paths: Record<string, Record<string, Operacion>>
  components: { schemas: Record<string, Esquema>; responses: Record<string, Respuesta> }
}

interface Ruta {
  metodo: string
  direccion: string
  operacion: Operacion
}

/** The whole reference as one page, so that the search of any browser finds all of it. */
export function paginaReferencia({ tags, paths, components }: Especificacion, origen: string): string {
  const rutas = Object.entries(paths).flatMap(([direccion, path]) =>
    Object.entries(path).map(([metodo, operacion]): Ruta => ({ metodo: metodo.toUpperCase(), direccion, operacion })),
  )
  const porTema = groupBy(rutas, ({ operacion }) => operacion.tags[0] ?? '')
  const temas = tags.map((tema) => ({ ...tema, rutas: porTema.get(tema.name) ?? [] }))
  return pagina('API de Conóceles', [
    ...guia(origen),
    html`<h2 id="operaciones">Operaciones</h2>
      ${temas.map(
        ({ name, rutas: own }) =>
          html`<h4>${name}</h4>
            <ul class="indice">
              ${own.map(enlace)}
            </ul>`,
      )}
      <p>Además: <a href="#esquemas">qué trae cada respuesta</a> y <a href="/api/docs/errores">qué significa cada error</a>.</p>`,
    ...temas.map(
      ({ name, description, rutas: own }) =>
        html`<h2>${name}</h2>
          <p>${description}</p>
          ${own.map((ruta) => seccion(ruta, { respuestas: components.responses, origen }))}`,
    ),
    html`<h2 id="esquemas">Qué trae cada respuesta</h2>
      ${Object.entries(components.schemas).map(esquema)}`,
  ])
}

function enlace({ operacion: { operationId, summary } }: Ruta): Html {
  return html`<li><a href="#${operationId}">${summary}</a></li>`
}

interface Comun {
  respuestas: Record<string, Respuesta>
  origen: string
}

function seccion({ metodo, direccion, operacion }: Ruta, { respuestas, origen }: Comun): Html {
  const { operationId, summary, description = summary, parameters = [], requestBody, responses } = operacion
  const answers = Object.entries(responses).map(([estatus, each]) => ({
    estatus,
    respuesta: '$ref' in each ? (respuestas[each.$ref.split('/').at(-1) ?? ''] ?? { description: '' }) : each,
  }))
  return html`<section id="${operationId}">
    <h3>${summary}</h3>
    <p><code>${metodo} ${direccion}</code></p>
    ${description === summary ? '' : html`<p>${frase(description)}</p>`}
    ${
      parameters.length === 0
        ? ''
        : html`<h4>Se envía</h4>
            <table>
              ${parameters.map(parametro)}
            </table>`
    }
    ${requestBody ? html`<p>El cuerpo es ${contenidos(requestBody.content)}.</p>` : ''}
    <h4>Responde</h4>
    <table>
      ${answers.map(({ estatus, respuesta }) => fila(estatus, respuesta))}
    </table>
    ${answers.flatMap(({ respuesta }) => ejemplos(respuesta, origen))}
  </section>`
}

function parametro({ name, required, description = '', example, schema }: Parametro): Html {
  const muestra = example === undefined ? '' : html` Por ejemplo, <code>${String(example)}</code>.`
  return html`<tr>
    <th><code>${name}</code></th>
    <td>${frase(description)} ${tipoDe(schema)}${required ? ', obligatorio' : ''}.${muestra}</td>
  </tr>`
}

/** A success with its shape; a refusal with its codes, each leading to its explanation. */
function fila(estatus: string, { description, content = {} }: Respuesta): Html {
  const codes = codesIn(description)
  const dice =
    codes.length > 0
      ? html`${codes.map((code) => html`<a href="/api/docs/errores#${code}"><code>${code}</code></a> `)}`
      : html`${description}${Object.keys(content).length > 0 ? html`: ${contenidos(content)}` : ''}`
  return html`<tr>
    <th>${estatus}</th>
    <td>${dice}</td>
  </tr>`
}

function contenidos(content: Record<string, { schema?: Esquema }>): Html {
  const each = Object.entries(content).map(
    ([medio, { schema = {} }], at) => html`${at > 0 ? ' o ' : ''}${tipoDe(schema)} (<code>${medio}</code>)`,
  )
  return html`${each}`
}

function ejemplos({ content = {} }: Respuesta, origen: string): Html[] {
  return Object.values(content).flatMap(({ examples = {} }) =>
    Object.values(examples).map(
      ({ summary, value }) =>
        html`<h4>Ejemplo</h4>
          <pre tabindex="0"><code>${summary.replaceAll('https://conoceles.example', origen)}</code></pre>
          <pre tabindex="0"><code>${typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</code></pre>`,
    ),
  )
}

function esquema([name, { properties = {}, required = [] }]: [string, Esquema]): Html {
  const rows = Object.entries(properties).map(
    ([campo, each]) =>
      html`<tr>
        <th><code>${campo}</code></th>
        <td>${frase(each.description ?? '')} ${tipoDe(each)}${required.includes(campo) ? '' : ', puede faltar'}.</td>
      </tr>`,
  )
  return html`<section id="${name}">
    <h3>${name}</h3>
    <table>
      ${rows}
    </table>
  </section>`
}
