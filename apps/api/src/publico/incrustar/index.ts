import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../../config.ts'
import { pageHeaders } from '../../shared/http/pages.ts'

/** Script that other sites load. */
export const GUION = '/incrustar.js'

/** Rights of a frame in any site: it draws, and runs the one script of this host. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ')

/** Headers of a part for other sites: those of a page, but any site may frame it. */
export function incrustadaHeaders(config: Pick<Config, 'modo'>): Readonly<Record<string, string>> {
  const { 'x-frame-options': _, ...headers } = pageHeaders(config)
  return { ...headers, 'content-security-policy': POLICY, 'cross-origin-resource-policy': 'cross-origin', 'x-robots-tag': 'noindex' }
}

const COLOR = /^[0-9a-f]{6}$/i
/** When the dark colours hold, and the scheme. Colours that a reader forced on all pages go before what a site asked for. */
const TEMAS = {
  claro: ['(forced-colors: active) and (prefers-color-scheme: dark)', 'light'],
  oscuro: ['(forced-colors: none), (prefers-color-scheme: dark)', 'dark'],
} as const
const DARK = /\(prefers-color-scheme:\s*dark\)/g
const SHEET = /\/assets\/[\w-]+\.css/

/** The stylesheet of the visor in the theme and with the line in the colour that a site asked for; others are taken for none. */
export function estiloRoutes(app: FastifyInstance, { visor }: Pick<Config, 'visor'>): void {
  if (visor === null) return
  const sheet = SHEET.exec(readFileSync(join(visor, 'index.html'), 'utf8'))?.[0]
  if (sheet === undefined) return
  app.get<{ Querystring: { tema?: string; color?: string } }>(
    '/incrustar/estilo.css',
    { schema: { hide: true } },
    async ({ query: { tema = '', color = '' } }, reply) => {
      void reply.headers({
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'public, max-age=300',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      })
      return styled(readFileSync(join(visor, sheet), 'utf8'), { tema, color })
    },
  )
}

function styled(css: string, { tema, color }: { tema: string; color: string }): string {
  const [media, scheme] = tema === 'claro' || tema === 'oscuro' ? TEMAS[tema] : ['(prefers-color-scheme: dark)', 'light dark']
  const line = COLOR.test(color) ? `#${color}` : 'var(--accent)'
  return `${css.replaceAll(DARK, media)}
@media (forced-colors: none){:root{color-scheme:${scheme}}}
.incrustada{padding:var(--space-3) var(--space-4);border-block-start:var(--space-1) solid ${line}}
.incrustada h1{font-size:var(--size-large)}
.incrustada__mas{display:inline-flex;align-items:center;min-block-size:var(--target)}`
}
