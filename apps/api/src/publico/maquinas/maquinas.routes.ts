import type { FastifyInstance, FastifyRequest } from 'fastify'
import { exemptFromContract } from '../../shared/http/declared.ts'
import { AppError } from '../../shared/http/errors.ts'
import { limitByAddress } from '../../shared/http/http-server.ts'
import type { Reader } from '../../database/reader.ts'
import { PUBLIC_HEADERS, type AnswersCache, type PublicoService } from '../lectura/index.ts'
import { toLlms } from './llms.ts'
import { Publicado } from './publicado.ts'
import { mcpServer } from './servidor.ts'

/** Requests of one address in a minute: the machine of one provider asks for many people. */
const LIMITE = 600

const HIDDEN = { schema: { hide: true } }
/** Headers of the protocol that its library reads. */
const PASSED = ['accept', 'content-type', 'mcp-protocol-version', 'mcp-method', 'mcp-name', 'mcp-session-id']

const PREFLIGHT = {
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': PASSED.join(', '),
  'access-control-max-age': '86400',
}

interface Parts {
  publico: PublicoService
  cache: AnswersCache
  lector: Reader
  origen: string
}

/** Routes for machines that answer people: the Model Context Protocol, and the text that leads there. In a scope of its own. */
export async function maquinasRoutes(app: FastifyInstance, { publico, cache, lector, origen }: Parts): Promise<void> {
  exemptFromContract(app)
  await limitByAddress(app)
  const publicado = new Publicado(publico, { lector, cache })
  const esquemaDe = (dto: string) => app.getSchema(dto) as object
  const onFault = (error: unknown) => app.log.error({ err: error }, 'a question of a machine failed')
  const handler = mcpServer({ publicado, origen, esquemaDe, onFault })
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers({ ...PUBLIC_HEADERS, 'cache-control': 'no-store' })
    done()
  })
  // The protocol has its own answer to a text that is no JSON.
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.post('/mcp', { ...HIDDEN, config: { rateLimit: { max: LIMITE } } }, async (request, reply) => {
    const answer = await (await handler()).fetch(toWeb(request, `${origen}/mcp`))
    const type = answer.headers.get('content-type')
    if (type !== null) void reply.header('content-type', type)
    return reply.code(answer.status).send(await answer.text())
  })
  app.options('/mcp', HIDDEN, (_request, reply) => reply.code(204).headers(PREFLIGHT).send())
  app.get('/llms.txt', HIDDEN, async (_request, reply) => {
    void reply.header('content-type', 'text/plain; charset=utf-8')
    return toLlms(await publicado.comun('proceso'), origen)
  })
}

/** One message a request, so that the limit of addresses counts what is asked. */
function toWeb({ body, headers }: FastifyRequest, url: string): Request {
  if (typeof body !== 'string' || body.trimStart().startsWith('[')) throw new AppError('entrada.invalida')
  const passed = PASSED.flatMap((name): [string, string][] => (typeof headers[name] === 'string' ? [[name, headers[name]]] : []))
  return new Request(url, { method: 'POST', headers: passed, body })
}
