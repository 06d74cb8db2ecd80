import type { FastifyInstance } from 'fastify'
import { ELECCIONES_CONSENTIMIENTO } from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { act } from '../../../shared/act.ts'
import { isForm, route, toDto } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { readForm, toBooleans } from '../../../shared/http/multipart.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import {
  ConsentimientoOtorgadoDto,
  ConsentimientosDto,
  DatosFormatoDto,
  EntregarFormatoDto,
  FormatoQueryDto,
  OtorgarConsentimientoDto,
  RevisarConsentimientoDto,
} from './consentimientos.dto.ts'
import { mecanismoOf, type ConsentimientosService } from './consentimientos.service.ts'
import { sendDocument } from './documento-enviado.ts'
import { MAX_FORMATO } from './formato.ts'
import { revocacionesRoutes } from './revocaciones.routes.ts'

const common = { etiqueta: 'Consentimientos', params: IdParamsDto } as const

export function consentimientosRoutes(app: FastifyInstance, deps: Deps, consentimientos: ConsentimientosService): void {
  choiceRoutes(app, deps, consentimientos)
  reviewRoutes(app, consentimientos)
  revocacionesRoutes(app, consentimientos)
}

function choiceRoutes(app: FastifyInstance, { databases }: Deps, consentimientos: ConsentimientosService): void {
  route(
    app,
    ['GET', '/candidaturas/:id/consentimiento'],
    {
      ...common,
      id: 'getConsentimiento',
      resumen: 'Consentimiento que rige y los anteriores',
      permiso: 'consentimiento.ver',
      rechaza: ['datos.bloqueados'],
      respuesta: ConsentimientosDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => consentimientos.read(tx, quien, params.id)),
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
      rechaza: [
        'consentimiento.aviso_no_vigente',
        'consentimiento.mecanismo',
        'consentimiento.sin_tratamiento',
        'datos.bloqueados',
        'entrada.archivo_invalido',
      ],
      body: OtorgarConsentimientoDto,
      multipart: EntregarFormatoDto,
      respuesta: ConsentimientoOtorgadoDto,
    },
    async ({ params, body, quien, request }) => {
      const form = isForm(request)
      mecanismoOf(quien, { conFormato: form })
      if (!form) return consentimientos.otorgar(quien, { ...body, candidaturaId: params.id, formato: null })
      const { fields, contenido } = await readForm(request, { archivo: 'formato', maxBytes: MAX_FORMATO })
      const { firmadoEl, ...choices } = await toDto(DatosFormatoDto, toBooleans(fields, ELECCIONES_CONSENTIMIENTO))
      return consentimientos.otorgar(quien, { ...choices, candidaturaId: params.id, formato: { contenido, firmadoEl } })
    },
  )
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
      rechaza: ['candidatura.acto_no_permitido', 'datos.bloqueados'],
      body: RevisarConsentimientoDto,
      respuesta: AcuseDto,
    },
    ({ params, body, quien }) =>
      consentimientos.revisar(quien, {
        candidaturaId: params.id,
        aceptado: body.aceptado,
        supuesto: body.supuesto ?? null,
        razon: body.razon ?? null,
      }),
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
      rechaza: ['datos.bloqueados'],
      respuesta: 'bytes',
      query: FormatoQueryDto,
      medio: 'application/octet-stream',
    },
    async ({ params, query: { consentimiento = null }, quien, reply }) =>
      sendDocument(reply, 'consentimiento', await consentimientos.leerFormato(quien, params.id, consentimiento)),
  )
}
