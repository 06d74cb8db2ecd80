import type { FastifyInstance, FastifyRequest } from 'fastify'
import { fieldsOf } from '@conoceles/domain/typed'
import { route } from '../../../shared/http/contract.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { redOf } from '../../../shared/http/red.ts'
import { FolioReporteDto, ReportarErrorDto } from './reportes.dto.ts'
import type { ReportesPublicosService } from './reportes.service.ts'

const FORM = 'application/x-www-form-urlencoded'
/** A thousand letters, each of four bytes and escaped. */
const BODY_LIMIT = 16 * 1024
/** Reports that one network may send in a minute. */
const LIMITE = 5

/** A page that is of one person alone. */
export interface PaginaSuya {
  html: Buffer
  headers: Readonly<Record<string, string>>
}

interface Escrito {
  texto: string
  respuesta: boolean
}

interface Parts {
  reportes: ReportesPublicosService
  /** Makes the page of the form with the person's text in it; null where this process makes no pages. */
  formulario: ((direccion: string, escrito: Escrito) => Promise<PaginaSuya | null>) | null
}

/** In a scope of its own: it reads forms, and answers those who sent one with a page. */
export function reportesPublicosRoutes(app: FastifyInstance, { reportes, formulario }: Parts): void {
  app.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, body, done) => done(null, formOf(String(body))))
  app.setErrorHandler(async (error, request, reply) => {
    if (!isForm(request)) throw error
    const direccion = `/reportar-error?${new URLSearchParams({ pagina: paginaOf(request), motivo: motivoOf(error) })}`
    const escrito = escritoOf(request)
    const hecha = escrito && (await formulario?.(direccion, escrito).catch(() => null))
    if (!hecha) return reply.redirect(direccion, 303)
    const headers = { ...hecha.headers, 'cache-control': 'no-store', 'x-robots-tag': 'noindex, noarchive' }
    return reply.code(statusOf(error)).headers(headers).type('text/html; charset=utf-8').send(hecha.html)
  })
  route(
    app,
    ['POST', '/publico/reportes'],
    {
      id: 'reportarError',
      resumen: 'Reporta un error de una página pública',
      descripcion:
        'Llega al Instituto con la página y el corte. No se guarda nada de quien reporta: ni dirección, ni correo, ni navegador. Lo que se escribe no se publica; si se pide, el Instituto publica una respuesta en sus palabras, que se encuentra por el folio. A un formulario se le responde con una página.',
      etiqueta: 'Público',
      permiso: 'anonimo',
      rechaza: ['reporte.cupo', 'reporte.otro_sitio'],
      body: ReportarErrorDto,
      formulario: true,
      respuesta: FolioReporteDto,
      estatus: 201,
      bodyLimit: BODY_LIMIT,
      limite: { max: LIMITE, por: async ({ ip }) => redOf(ip) },
    },
    async ({ body, request, reply }) => {
      // Nobody makes the visitors of another site report: no cookie would tell them apart.
      if (!isSameSite(request)) throw new AppError('reporte.otro_sitio')
      const folio = await reportes.recibir(body, redOf(request.ip))
      if (!isForm(request)) return { folio }
      return reply.redirect(`/reporte-recibido?folio=${folio}&pagina=${encodeURIComponent(body.pagina)}`, 303)
    },
  )
}

/** A form ends its lines with two signs, which would count as two letters. */
function formOf(body: string): Record<string, string> {
  return Object.fromEntries([...new URLSearchParams(body)].map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]))
}

function isForm({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.startsWith(FORM) ?? false
}

/** Browsers that do not say it are old ones. */
function isSameSite({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}

function paginaOf({ body }: FastifyRequest): string {
  const { pagina } = fieldsOf(body)
  return typeof pagina === 'string' ? pagina.slice(0, 200) : '/'
}

/** The text to give back; null where another site sent it, whose words are not for a page of ours. */
function escritoOf(request: FastifyRequest): Escrito | null {
  const { texto, respuesta } = fieldsOf(request.body)
  return typeof texto === 'string' && isSameSite(request) ? { texto, respuesta: respuesta === 'si' } : null
}

function statusOf(error: unknown): number {
  return error instanceof AppError ? error.status : ((error as { statusCode?: number }).statusCode ?? 500)
}

/** Reason that the page tells in its own words. */
function motivoOf(error: unknown): 'texto' | 'acentos' | 'cupo' | 'falla' {
  if (!(error instanceof AppError)) return fieldsOf(error).statusCode === 429 ? 'cupo' : 'falla'
  if (error.code === 'entrada.acentos_rotos') return 'acentos'
  if (error.code === 'reporte.cupo') return 'cupo'
  return error.code === 'entrada.invalida' || error.code === 'entrada.caracter_prohibido' ? 'texto' : 'falla'
}
