import type { FastifyInstance } from 'fastify'
import { ELECCIONES_CONSENTIMIENTO } from '@conoceles/domain'
import { route, toDto } from '../../../shared/http/contract.ts'
import { readForm, toBooleans } from '../../../shared/http/multipart.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import {
  ConsentimientoOtorgadoDto,
  DatosRevocacionDto,
  RetirarConsentimientoDto,
  RevocacionParamsDto,
  RevocarConsentimientoDto,
} from './consentimientos.dto.ts'
import type { ConsentimientosService } from './consentimientos.service.ts'
import { sendDocument } from './documento-enviado.ts'
import { MAX_FORMATO } from './formato.ts'

const common = { etiqueta: 'Consentimientos', params: IdParamsDto } as const

export function revocacionesRoutes(app: FastifyInstance, { revocaciones }: ConsentimientosService): void {
  route(
    app,
    ['POST', '/candidaturas/:id/consentimiento/retiros'],
    {
      ...common,
      id: 'retirarConsentimiento',
      resumen: 'La persona retira lo que había autorizado',
      descripcion: 'Con su propia cuenta y en cualquier momento, cada decisión aparte y bajo el aviso que había leído.',
      permiso: 'consentimiento.retirar',
      rechaza: ['consentimiento.cambio', 'consentimiento.no_revocable', 'datos.bloqueados', 'entrada.archivo_invalido'],
      body: RetirarConsentimientoDto,
      respuesta: ConsentimientoOtorgadoDto,
    },
    ({ params, body: { consentimientoId, ...revoca }, quien }) =>
      revocaciones.retirar(quien, { candidaturaId: params.id, consentimientoId, revoca }),
  )
  byUnidad(app, revocaciones)
}

function byUnidad(app: FastifyInstance, revocaciones: ConsentimientosService['revocaciones']): void {
  route(
    app,
    ['POST', '/candidaturas/:id/consentimiento/revocaciones'],
    {
      ...common,
      id: 'revocarConsentimiento',
      resumen: 'La Unidad de Transparencia registra que la persona retira su consentimiento',
      descripcion:
        'Por una solicitud escrita de la persona, que se guarda cifrada. Cada decisión se retira aparte. Lo público se limpia en segundos, también en los cortes pasados; sólo la persona, o un formato que firme después, la otorga de nuevo.',
      permiso: 'consentimiento.revocar',
      rechaza: ['consentimiento.cambio', 'consentimiento.no_revocable', 'datos.bloqueados', 'entrada.archivo_invalido'],
      multipart: RevocarConsentimientoDto,
      respuesta: ConsentimientoOtorgadoDto,
    },
    async ({ params, quien, request }) => {
      const { fields, contenido: solicitud } = await readForm(request, { archivo: 'solicitud', maxBytes: MAX_FORMATO })
      const data = await toDto(DatosRevocacionDto, toBooleans(fields, ELECCIONES_CONSENTIMIENTO))
      const { tratamiento, publicacion, estadistica, ...revocar } = data
      return revocaciones.revocar(quien, {
        ...revocar,
        revoca: { tratamiento, publicacion, estadistica },
        candidaturaId: params.id,
        solicitud,
      })
    },
  )
  route(
    app,
    ['GET', '/candidaturas/:id/consentimiento/revocaciones/:revocacion/solicitud'],
    {
      ...common,
      params: RevocacionParamsDto,
      id: 'getSolicitudRevocacion',
      resumen: 'Solicitud escrita con la que la persona retiró su consentimiento',
      descripcion: 'Sólo como descarga. Cada lectura queda en la bitácora.',
      permiso: 'consentimiento.revocar',
      rechaza: ['datos.bloqueados'],
      respuesta: 'bytes',
      medio: 'application/octet-stream',
    },
    async ({ params, quien, reply }) => sendDocument(reply, 'solicitud', await revocaciones.leerSolicitud(quien, params)),
  )
}
