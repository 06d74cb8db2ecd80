import type { FastifyInstance } from 'fastify'
import { AcuseDto } from '../bitacora/index.ts'
import { act } from '../../shared/act.ts'
import { isForm, route, toDto } from '../../shared/contract.ts'
import type { Deps } from '../../shared/deps.ts'
import { readForm, toBooleans } from '../../shared/multipart.ts'
import { IdParamsDto } from '../../shared/shared.dto.ts'
import {
  ConsentimientoOtorgadoDto,
  ConsentimientosDto,
  EntregarFormatoDto,
  OtorgarConsentimientoDto,
  RevisarConsentimientoDto,
} from './consentimientos.dto.ts'
import { mecanismoOf, type ConsentimientosService } from './consentimientos.service.ts'
import { extensionOf, MAX_FORMATO } from './formato.ts'

const common = { etiqueta: 'Consentimientos', params: IdParamsDto } as const

export function consentimientosRoutes(app: FastifyInstance, deps: Deps, consentimientos: ConsentimientosService): void {
  choiceRoutes(app, deps, consentimientos)
  reviewRoutes(app, consentimientos)
}

function choiceRoutes(app: FastifyInstance, { databases }: Deps, consentimientos: ConsentimientosService): void {
  route(
    app,
    ['GET', '/candidaturas/:id/consentimiento'],
    {
      ...common,
      id: 'getConsentimiento',
      resumen: 'Consentimiento que rige y los anteriores',
      permiso: 'captura.ver',
      respuesta: ConsentimientosDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => consentimientos.read(tx, params.id)),
  )
  route(
    app,
    ['PUT', '/candidaturas/:id/consentimiento'],
    {
      ...common,
      id: 'otorgarConsentimiento',
      resumen: 'Otorga, cambia o retira el consentimiento',
      descripcion:
        'La persona candidata manda sus tres decisiones como JSON. Quien captura por ella entrega el formato que firmó (multipart): cuenta cuando el instituto lo acepta. Lo que la persona decidió con su cuenta sólo ella lo cambia.',
      permiso: 'consentimiento.otorgar',
      body: OtorgarConsentimientoDto,
      multipart: EntregarFormatoDto,
      respuesta: ConsentimientoOtorgadoDto,
    },
    async ({ params, body, quien, request }) => {
      const form = isForm(request)
      mecanismoOf(quien, { conFormato: form })
      if (!form) return consentimientos.otorgar(quien, { ...body, candidaturaId: params.id, formato: null })
      const { fields, contenido } = await readForm(request, { archivo: 'formato', maxBytes: MAX_FORMATO })
      const choices = await toDto(OtorgarConsentimientoDto, toBooleans(fields, ['tratamiento', 'publicacion', 'estadistica']))
      return consentimientos.otorgar(quien, { ...choices, candidaturaId: params.id, formato: contenido })
    },
  )
}

/** A document that somebody uploaded is never shown by the browser: it is saved, and if opened, it may do nothing. */
const DOWNLOAD = {
  'content-type': 'application/octet-stream',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
}

function reviewRoutes(app: FastifyInstance, consentimientos: ConsentimientosService): void {
  route(
    app,
    ['POST', '/candidaturas/:id/consentimiento/revision'],
    {
      ...common,
      id: 'revisarConsentimiento',
      resumen: 'El instituto acepta o rechaza el formato firmado',
      permiso: 'captura.verificar',
      body: RevisarConsentimientoDto,
      respuesta: AcuseDto,
    },
    ({ params, body, quien }) =>
      consentimientos.revisar(quien, { candidaturaId: params.id, aceptado: body.aceptado, razon: body.razon ?? null }),
  )
  route(
    app,
    ['GET', '/candidaturas/:id/consentimiento/formato'],
    {
      ...common,
      id: 'getFormatoConsentimiento',
      resumen: 'Formato firmado',
      descripcion: 'Sólo como descarga. Cada lectura queda en la bitácora.',
      permiso: 'captura.verificar',
      respuesta: 'bytes',
      medio: 'application/octet-stream',
    },
    async ({ params, quien, reply }) => {
      const { medio, contenido } = await consentimientos.leerFormato(quien, params.id)
      void reply.headers({ ...DOWNLOAD, 'content-disposition': `attachment; filename="consentimiento.${extensionOf(medio)}"` })
      return contenido
    },
  )
}
