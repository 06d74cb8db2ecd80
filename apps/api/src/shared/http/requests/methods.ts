import type { FastifyInstance } from 'fastify'
import { AppError } from '../errors.ts'

interface Declared {
  address: RegExp
  methods: string[]
}

/**
 * Answers a known address asked by a method that it does not take: 405 with its methods, not 404 (RFC 9110 §15.5.6). Call it on the root
 * instance, before any route is declared. Requests for declared routes do not pass here.
 */
export function refuseMethods(app: FastifyInstance): void {
  const declared: Declared[] = []
  app.addHook('onRoute', ({ method, url }) => void declared.push({ address: addressOf(url), methods: [method].flat() }))
  app.addHook('onRequest', ({ is404, raw: { url = '' } }, _reply, done) => {
    if (!is404) return done()
    const [path = ''] = url.split('?')
    const methods = new Set(declared.flatMap(({ address, methods }) => (address.test(path) ? methods : [])))
    // Other sites may ask whether they may ask, be there something or not.
    const is = [...methods].some((method) => method !== 'OPTIONS')
    done(is ? new AppError('ruta.metodo_no_admitido', { allow: [...methods].sort().join(', ') }) : undefined)
  })
}

/** Any page may be one of the visor's own, but no address of the API is a page. */
function addressOf(url: string): RegExp {
  if (url === '/*') return /^\/(?!api\/)/
  const pattern = url.replaceAll('.', '\\.').replaceAll('*', '.*').replace(/:\w+/g, '[^/]+')
  return new RegExp(`^${pattern}$`)
}
