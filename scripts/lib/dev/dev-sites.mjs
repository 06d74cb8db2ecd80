import { readFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { installed, ROOT } from '../run.mjs'

/** Takes the place of a worker that `npm start` left in the browser, which would go on showing built files. */
const NO_WORKER = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(registration.unregister()))`

/** Visor and consola by Vite behind one server; all that is neither goes to the API. */
export async function openSites(server) {
  const { createServer } = await import(pathToFileURL(installed('vite/dist/node/index.js', 'apps/visor')).href)
  const open = (app) =>
    createServer({
      root: join(ROOT, app),
      configFile: join(ROOT, app, 'vite.config.ts'),
      // The page to sign in offers the demonstration accounts in this mode alone.
      mode: 'simulacro',
      appType: 'custom',
      logLevel: 'warn',
      server: { middlewareMode: { server }, hmr: { server } },
    })
  const [visor, consola] = await Promise.all([open('apps/visor'), open('apps/consola')])
  return {
    watcher: visor.watcher,
    answerWith: (api) => (request, response) => answer({ visor, consola, api }, request, response),
    close: () => Promise.all([visor.close(), consola.close()]),
  }
}

function answer({ visor, consola, api }, request, response) {
  const path = request.url.split('?')[0]
  if (path.startsWith('/api/')) return forward(api, request, response)
  if (/^\/(consola\/)?sw\.js$/.test(path)) return send(response, 'text/javascript', NO_WORKER)
  const inConsola = path.startsWith('/consola/')
  const site = inConsola ? consola : visor
  site.middlewares(request, response, () => {
    if (!isPage(request, path)) return forward(api, request, response)
    page(site, { app: inConsola ? 'apps/consola' : 'apps/visor', url: request.url })
      .then((html) => send(response, 'text/html; charset=utf-8', html))
      .catch((error) => response.writeHead(500).end(error.stack))
  })
}

/** Pages have no extension; downloads do, and forms are posted. */
function isPage({ method, headers }, path) {
  return method === 'GET' && /text\/html/.test(headers.accept ?? '') && !/\.[a-z0-9]+$/i.test(path)
}

function page(site, { app, url }) {
  return site.transformIndexHtml(url, readFileSync(join(ROOT, app, 'index.html'), 'utf8'))
}

function send(response, type, text) {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text)
}

/** A request that comes while the API starts again waits for it. */
async function forward(api, request, response) {
  const refuse = (error) => {
    if (!response.headersSent) response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' })
    response.end(error.message)
  }
  try {
    const { method, headers, url: path } = request
    const passed = ask({ host: '127.0.0.1', port: await api.port(), method, headers, path }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers)
      answer.pipe(response)
    })
    passed.once('error', refuse)
    request.pipe(passed)
  } catch (error) {
    refuse(error)
  }
}
