import type { FastifyInstance } from 'fastify'
import { idempotencyKey, route } from '../../../../shared/http/contract.ts'
import { PedirRecordatoriosDto, RecordadasDto, VistaPreviaRecordarDto } from './capturas.dto.ts'
import type { CapturasService } from './capturas.service.ts'

const common = { etiqueta: 'Tablero', permiso: 'tablero.recordar' } as const

export function capturasRoutes(app: FastifyInstance, capturas: CapturasService): void {
  route(
    app,
    ['POST', '/recordatorios/captura/vista-previa'],
    {
      ...common,
      id: 'previewRecordatoriosCaptura',
      rechaza: ['datos.bloqueados'],
      resumen: 'A quiénes se escribiría para recordarles su captura, a quiénes no y por qué, y qué diría el mensaje',
      body: PedirRecordatoriosDto,
      respuesta: VistaPreviaRecordarDto,
    },
    ({ body, quien }) => capturas.preview(quien, body),
  )
  route(
    app,
    ['POST', '/recordatorios/captura'],
    {
      ...common,
      id: 'enviarRecordatoriosCaptura',
      rechaza: ['acceso.correo_no_disponible', 'datos.bloqueados', 'idempotencia.contenido_distinto', 'recordatorio.acto_no_permitido'],
      resumen: 'Pide que se recuerde su captura a las personas que se pueda',
      descripcion: 'Con Idempotency-Key. Sale por la misma bandeja que los demás recordatorios, fuera de las horas de silencio.',
      body: PedirRecordatoriosDto,
      respuesta: RecordadasDto,
    },
    ({ body, quien, request }) => capturas.enviar(quien, body, idempotencyKey(request)),
  )
}
