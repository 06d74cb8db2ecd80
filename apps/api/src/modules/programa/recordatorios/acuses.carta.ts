import { pairOf } from '@conoceles/domain/typed'
import { randomUUID } from 'node:crypto'
import { toDate } from '../../../shared/clock.ts'
import { oneLine, toTexto, type Carta } from './carta.ts'
import type { Recordatorio } from './recordatorio.entity.ts'
import type { Reglas } from './situation.service.ts'

/** The acuse of a request as a message tells it: no name, and nothing of what was asked. */
export interface AcusePorCorreo {
  id: string
  /** Account that received the request. */
  cuenta: string
  correo: string
  folio: string
  derecho: string
  recibida: string
  /** Working days and last day on which it is answered. */
  responde: string
  /** The same, on which she may be asked to complete it; null: those are over. */
  previene: string | null
}

/** Acuse of a request about data. It may be read by somebody else: it names nobody, and does not say what was asked. */
export function toCartaAcuse({ folio, derecho, recibida, responde, previene }: AcusePorCorreo, instituto: string): Carta {
  return {
    asunto: `Conóceles: recibimos su solicitud ${folio}`,
    saludo: 'Buen día',
    partes: [
      { texto: 'La Unidad de Transparencia recibió una solicitud sobre sus datos personales.' },
      {
        datos: [
          ['Folio', folio],
          ['Derecho', derecho],
          ['Recibida', `el ${recibida}`],
          ['Se le responde', `en ${responde}`],
          ...(previene === null ? [] : [pairOf('Si le falta algo, se le pide', `en ${previene}`)]),
        ],
      },
      { texto: 'Conserve el folio: con él puede preguntar cómo va.' },
    ],
    pie: [{ texto: `${oneLine(instituto)}. Mensaje automático del sistema «Candidatas y Candidatos, Conóceles».` }],
  }
}

/** Row of the outbox; the address is not in it, and is read when the message leaves. */
export function toRowAcuse(acuse: AcusePorCorreo, { ahora, reglas, instituto, zona }: Reglas, now: Date): Recordatorio {
  const carta = toCartaAcuse(acuse, instituto)
  return {
    ...{ id: randomUUID(), clave: `acuse|${acuse.id}`, tipo: 'acuse', cuentaId: acuse.cuenta, rol: 'candidata' },
    ...{ entregable: null, milestone: null, distancia: null, dia: ahora.toZonedDateTimeISO(zona).toPlainDate().toString() },
    ...{ asunto: carta.asunto, texto: toTexto(carta), desde: toDate(ahora), caducaEn: toDate(ahora.add({ hours: reglas.vigenciaHoras })) },
    ...{ estatus: 'pendiente', intentos: 0, proximoIntento: now, aMano: false },
    ...{ tomadoPor: null, tomadoHasta: null, enviadoEn: null, falla: null },
    ...{ candidaturaId: null, candidaturas: null, solicitudId: acuse.id, pedidoPor: null, pide: null },
  }
}
