import type { McpHttpHandler, Tool } from '@modelcontextprotocol/server'
import { fieldsOf } from '@conoceles/domain/typed'
import { lazy } from '@conoceles/domain/memo'
import { toDto } from '../../shared/http/contract.ts'
import { AppError } from '../../shared/http/errors.ts'
import { citar } from './hallazgo.ts'
import { herramientasDe, type Herramienta } from './herramientas.ts'
import { INSTRUCCIONES, MENSAJES } from './mensajes.ts'
import type { Publicado } from './publicado.ts'

export interface McpParts {
  publicado: Publicado
  origen: string
  /** JSON Schema of a DTO, as the API describes it. */
  esquemaDe: (dto: string) => object
  onFault: (error: unknown) => void
}

const READ_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }

/**
 * A server of the Model Context Protocol without sessions, over the public answers. The library takes 29 MB of memory: it is loaded at the
 * first request.
 */
export function mcpServer(parts: McpParts): () => Promise<McpHttpHandler> {
  const herramientas = herramientasDe(parts)
  const tools = lazy(() => herramientas.map((each) => toTool(each, parts)))
  return lazy(async () => {
    const { createMcpHandler, Server } = await import('@modelcontextprotocol/server')
    const make = () => {
      const server = new Server(
        { name: 'conoceles', title: 'Candidatas y Candidatos, Conóceles', version: '1.0.0' },
        { capabilities: { tools: {} }, instructions: INSTRUCCIONES },
      )
      server.setRequestHandler('tools/list', () => ({ tools: tools() }))
      server.setRequestHandler('tools/call', ({ params }) => call(params, { herramientas, parts }))
      return server
    }
    return createMcpHandler(make, { keepAliveMs: 0, onerror: parts.onFault })
  })
}

function toTool({ nombre, titulo, descripcion, entrada }: Herramienta, { esquemaDe }: McpParts): Tool {
  const { properties = {}, required } = fieldsOf(entrada && esquemaDe(entrada.name)) as Pick<Tool['inputSchema'], 'properties' | 'required'>
  const inputSchema = { type: 'object' as const, properties, ...(required && { required }), additionalProperties: false }
  return { name: nombre, title: titulo, description: descripcion, inputSchema, annotations: { title: titulo, ...READ_ONLY } }
}

interface Called {
  name: string
  arguments?: Record<string, unknown> | undefined
}

/** A text and its data say the same: not every client reads data. A fault says nothing of its cause. */
async function call({ name, arguments: sent = {} }: Called, { herramientas, parts }: { herramientas: Herramienta[]; parts: McpParts }) {
  const herramienta = herramientas.find(({ nombre }) => nombre === name)
  if (!herramienta) return refuse(MENSAJES.sinOpcion(name))
  try {
    const entrada = herramienta.entrada && (await toDto<never>(herramienta.entrada, said(sent)))
    const answer = await citar(await herramienta.contestar(entrada as never), parts)
    return { content: [{ type: 'text' as const, text: JSON.stringify(answer) }], structuredContent: { ...answer } }
  } catch (error) {
    if (error instanceof AppError) return refuse(reasonsOf(error))
    parts.onFault(error)
    return refuse(MENSAJES.fallo)
  }
}

/** Models send empty values for what they do not know. */
function said(sent: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null && value !== ''))
}

function refuse(text: string) {
  return { isError: true, content: [{ type: 'text' as const, text }] }
}

function reasonsOf(error: AppError): string {
  const own = error.extras.errors?.map(({ field, reasons }) => `${field}: ${reasons.join(' ')}`)
  return own?.join('\n') ?? error.sentence
}
